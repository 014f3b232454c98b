import type { Form28, Form33, Form47, Form48, Form49, ProceedingsJson, TracesJson } from '@khata/ledger'
import type { ProvinceCode, StationPlan } from '../../election/plan.ts'
import type { Scene } from './scene.ts'

/** One seat, and what happens in it. */
export interface Contest {
  /** What of the law it walks, in one line. */
  readonly title: string
  readonly kind: SeatKind
  /** What is said before HQ freezes the seat, beside what every seat's ceremony says. */
  readonly beforeFreeze?: (scene: Scene) => Promise<void>
  readonly play: (scene: Scene) => Promise<void>
  readonly comesTo: Outcome
}

export interface SeatKind {
  /** Its name; the letters before the number tell the assembly. */
  readonly seat: string
  readonly province: ProvinceCode
  readonly candidates: number
  /** One of each station, in order. */
  readonly stations: readonly StationPlan['type'][]
  /** Buildings by station number, where another seat polls in the same one. */
  readonly buildings?: Readonly<Record<number, string>>
}

/** What the pages about the seat say at the end; what is not named is not looked at. */
export interface Outcome {
  readonly proceedings: Part<ProceedingsJson>
  readonly form47: Part<Form47>
  readonly form28?: Part<Form28>
  readonly form33?: Part<Form33>
  readonly form48?: Part<Form48>
  readonly form49?: Part<Form49>
  readonly traces?: Part<TracesJson>
}

/** As much of a document as somebody cares to name; of a list each element. */
type Part<T> = T extends readonly (infer Element)[]
  ? readonly Part<Element>[]
  : T extends object
    ? { readonly [Name in keyof T]?: Part<T[Name]> }
    : T

/** The first place where a document is otherwise than named; undefined where it is nowhere. */
export function differenceFrom(expected: unknown, actual: unknown, path = ''): string | undefined {
  if (typeof expected !== 'object' || expected === null) {
    return expected === actual ? undefined : `${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`
  }
  if (typeof actual !== 'object' || actual === null) return `${path}: ${JSON.stringify(actual)}`
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length) {
    return `${path}: ${actual.length} of them, not ${expected.length}`
  }
  for (const [name, part] of Object.entries(expected)) {
    const difference = differenceFrom(part, (actual as Readonly<Record<string, unknown>>)[name], `${path}/${name}`)
    if (difference !== undefined) return difference
  }
  return undefined
}
