import type { CourierDamage, CourierSpan } from '@khata/ledger'
import type { SectionAnswer } from '../shell/courier.ts'

type Range = Pick<CourierSpan, 'from' | 'to'>

interface Placed {
  readonly file: string
  readonly answer: SectionAnswer
}

/** Refused only because something else has to come first. */
const early: ReadonlySet<string> = new Set(['push/unknown-log', 'courier/unknown-packer'])

/** What became of everything in the files of one import. */
export class ImportReport {
  /** The newest answer to each section, by where it stands. */
  readonly #answers = new Map<string, Placed>()
  readonly #damaged: { readonly file: string; readonly at: number; readonly bytes: number }[] = []
  readonly #unfinished: string[] = []

  unfinished(words: string): void {
    this.#unfinished.push(words)
  }

  damaged(file: string, { at, bytes }: CourierDamage): void {
    this.#damaged.push({ file, at, bytes })
  }

  /** What waited before and is held now was taken in this import. */
  answered(file: string, at: number, answer: SectionAnswer): void {
    const place = `${file} ${at}`
    const waited = this.#answers.get(place)?.answer.type === 'waits'
    const isTaken = waited && answer.type === 'held'
    this.#answers.set(place, { file, answer: isTaken ? { ...answer, type: 'taken', at: answer.from } : answer })
  }

  /** Whether a section may find its place once others have found theirs. */
  isUnplaced(file: string, at: number): boolean {
    const answer = this.#answers.get(`${file} ${at}`)?.answer
    return answer?.type === 'waits' || (answer?.type === 'refused' && early.has(answer.code))
  }

  /** Whoever packed these bundles, each once. */
  get packers(): readonly string[] {
    return [...new Set(this.#of('manifest').map(({ packer }) => packer))]
  }

  /** Whether everything that was in the files is durable at the node. */
  get holds(): boolean {
    const { damaged, refused, unfinished, logs } = this.json()
    const short = logs.some(({ missing, waits }) => missing.length > 0 || waits.length > 0)
    return damaged.length === 0 && refused.length === 0 && unfinished.length === 0 && !short
  }

  json() {
    const manifests = this.#of('manifest').map(({ packer, addressee, forThisNode, packedAt }) => ({
      packer,
      addressee,
      forThisNode,
      packedAt,
    }))
    const statements = this.#of('statement').filter(({ answer }) => answer === 'receipt').length
    const refused = [...this.#answers.values()].flatMap(({ file, answer }) => {
      const isRefused = answer.type === 'refused' || (answer.type === 'statement' && answer.answer === 'refused')
      return isRefused ? [{ file, log: answer.log, code: answer.code }] : []
    })
    const logs = this.#logs().map((log) => this.#logJson(log))
    return { manifests, logs, statements, refused, damaged: this.#damaged, unfinished: this.#unfinished }
  }

  lines(): readonly string[] {
    const { manifests, logs, statements, refused, damaged, unfinished } = this.json()
    return [
      ...manifests.map(
        ({ packer, addressee, forThisNode, packedAt }) =>
          `packed by ${packer} for ${addressee}, ${new Date(packedAt).toISOString()}${forThisNode ? '' : ': NOT FOR THIS NODE'}`,
      ),
      ...logs.flatMap(linesOfLog),
      ...(statements > 0 ? [`${statements} statements have their receipts`] : []),
      ...refused.map(
        ({ file, log, code }) => `REFUSED in ${file}: ${[log, code].filter((it) => it !== '').join(': ')}`,
      ),
      ...damaged.map(({ file, at, bytes }) => `DAMAGED in ${file}: ${bytes} bytes from ${at} on`),
      ...unfinished.map((words) => `UNFINISHED ${words}`),
    ]
  }

  #of<T extends SectionAnswer['type']>(type: T): readonly Extract<SectionAnswer, { readonly type: T }>[] {
    return [...this.#answers.values()].flatMap(({ answer }) =>
      answer.type === type ? [answer as Extract<SectionAnswer, { readonly type: T }>] : [],
    )
  }

  #logs(): readonly string[] {
    const answered = [...this.#of('taken'), ...this.#of('held'), ...this.#of('waits'), ...this.#of('acknowledged')]
    const packed = this.#of('manifest').flatMap(({ spans }) => spans)
    return [...new Set([...answered, ...packed].map(({ log }) => log))].toSorted()
  }

  #logJson(name: string) {
    const ofLog = ({ log }: { readonly log: string }): boolean => log === name
    const all = this.#of('taken').filter(ofLog)
    const taken = all.map(({ at, to }) => ({ from: at, to }))
    const held = [...this.#of('held').filter(ofLog), ...all.map(({ from, at }) => ({ from, to: at }))]
    const waits = this.#of('waits').filter(ofLog)
    const packed = this.#of('manifest').flatMap(({ spans }) => spans.filter(ofLog))
    return {
      log: name,
      taken: merged(taken),
      held: merged(held),
      waits: waits
        .toSorted((a, b) => a.from - b.from)
        .map(({ from, to, behind, held: at }) => ({ from, to, behind, held: at })),
      acknowledged: this.#of('acknowledged')
        .filter(ofLog)
        .map(({ size, hubs }) => ({ size, hubs })),
      missing: without(merged(packed), merged([...taken, ...held, ...waits])),
    }
  }
}

type LogJson = ReturnType<ImportReport['json']>['logs'][number]

function linesOfLog({ log, taken, held, waits, acknowledged, missing }: LogJson): readonly string[] {
  return [
    ...taken.map((range) => `${log}: ${entries(range)} taken`),
    ...held.map((range) => `${log}: ${entries(range)} held before`),
    ...waits.map((range) => `${log}: ${entries(range)} kept: ${reason(log, range)}`),
    ...acknowledged.map(({ size, hubs }) => `${log}: ${size} entries are at ${hubs.join(' and ')}`),
    ...missing.map((range) => `${log}: ${entries(range)} MISSING: packed, and not in what was brought`),
  ]
}

function reason(log: string, { from, behind, held }: LogJson['waits'][number]): string {
  if (behind === 'register') return 'WAITS for more of the register'
  return `WAITS for ${entries({ from: held, to: from })} of ${log}`
}

function entries({ from, to }: Range): string {
  return to - from === 1 ? `entry ${from}` : `entries ${from} to ${to - 1}`
}

/** Ranges in order, those that touch as one; empty ones left out. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const all: { from: number; to: number }[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (to <= from) continue
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}

/** What of the first ranges is in none of the second; both merged. */
function without(ranges: readonly Range[], seen: readonly Range[]): readonly Range[] {
  return ranges.flatMap(({ from, to }) => {
    const gaps: Range[] = []
    let at = from
    for (const one of seen.filter((it) => it.to > from && it.from < to)) {
      if (one.from > at) gaps.push({ from: at, to: one.from })
      at = Math.max(at, one.to)
    }
    return at < to ? [...gaps, { from: at, to }] : gaps
  })
}
