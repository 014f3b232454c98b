import {
  canonicalBytes,
  declaredElection,
  entriesOfForm45,
  type Form47,
  form47,
  form45,
  form46,
  type FormHeading,
  invariant,
  judgedAtRegisterSize,
  modeOf,
  type OpenedStatement,
  type RegisterState,
  type SeatState,
  sha256,
  toHex,
  tracesJson,
} from '@khata/ledger'
import type { KhataNode } from '../../shell/node.ts'
import { readOpenedEntries } from '../../shell/reading.ts'
import { foldOf, sizeOf } from '../../shell/running-log.ts'
import { answerMsMax, formsKeptMax } from './limits.ts'

/** A form's canonical bytes with their SHA-256, lower-case hex. */
export interface CanonicalForm {
  readonly bytes: Uint8Array
  readonly hash: string
}

export interface ShelvedForm47 extends CanonicalForm {
  readonly form: Form47
}

/** Forms of the logs of this node; each Form 47 is made once for a size of its log. */
export class FormShelf {
  readonly #node: KhataNode
  /** Newest form of each seat, by what it was made of. */
  readonly #forms = new Map<string, { readonly madeOf: string; readonly shelved: ShelvedForm47 }>()

  constructor(node: KhataNode) {
    this.#node = node
  }

  /** A seat of a log that is open here and whose election is declared. */
  seat(seat: string): SeatState | undefined {
    const content = this.#node.logs.fold(seat)?.content
    return content?.kind === 'seat' && this.#node.register.election !== undefined ? content.seat : undefined
  }

  /**
   * The Form 47 of a seat as folded now, once the checkpoint of that size is released: what nobody else can check yet
   * is not shown. While that takes too long the last form that was; 'unavailable' where there is none.
   */
  async form47(seat: string): Promise<ShelvedForm47 | 'unavailable'> {
    const shelved = this.#made(seat)
    if (shelved === undefined) return 'unavailable'
    const { made, covered } = shelved
    return (await inTime(covered)) ? this.#shelve(seat, made) : (this.#forms.get(seat)?.shelved ?? 'unavailable')
  }

  /** What was reported of a seat's night and objected to, as folded now, once the checkpoint of that size is released. */
  async traces(seat: string): Promise<CanonicalForm | 'unavailable' | undefined> {
    const running = this.#node.logs.all.get(seat)
    const state = this.seat(seat)
    if (running === undefined || state === undefined) return undefined
    const { size } = foldOf(running)
    const made = canonical(tracesJson(declaredElection(this.#node.register).election, state, size))
    return (await inTime(running.runner.untilCovered(size))) ? made : 'unavailable'
  }

  /** The station's present form, read from its entry; undefined while it is awaited, 'unavailable' until it is durable. */
  form45(seat: string, station: number): Promise<CanonicalForm | 'unavailable' | undefined> {
    return this.#stationForm(seat, station, form45)
  }

  /** As `form45`. */
  form46(seat: string, station: number): Promise<CanonicalForm | 'unavailable' | undefined> {
    return this.#stationForm(seat, station, form46)
  }

  #made(seat: string) {
    const running = this.#node.logs.all.get(seat)
    const state = this.seat(seat)
    if (running === undefined || state === undefined) return undefined
    const fold = foldOf(running)
    const { register } = this.#node
    const madeOf = `${fold.generation}/${fold.size}/${judgedAtRegisterSize(fold, register)}`
    const kept = this.#forms.get(seat)
    const shelved = kept?.madeOf === madeOf ? kept.shelved : canonical47(form47(fold, state, register))
    const covered = sizeOf(running) >= fold.size ? Promise.resolve(true) : running.runner.untilCovered(fold.size)
    return { made: { madeOf, shelved }, covered }
  }

  #shelve(seat: string, made: { readonly madeOf: string; readonly shelved: ShelvedForm47 }): ShelvedForm47 {
    const [oldest] = this.#forms.keys()
    if (this.#forms.size >= formsKeptMax && oldest !== undefined) this.#forms.delete(oldest)
    this.#forms.delete(seat)
    this.#forms.set(seat, made)
    return made.shelved
  }

  // While entries are read another form may take its place, or be signed by one more: then that is the station's.
  async #stationForm(
    seat: string,
    station: number,
    form: StationForm,
  ): Promise<CanonicalForm | 'unavailable' | undefined> {
    for (;;) {
      const state = this.seat(seat)
      const running = this.#node.logs.all.get(seat)
      const indices = state === undefined ? [] : entriesOfForm45(state, station)
      if (state === undefined || running === undefined || indices.length === 0) return undefined
      if (!(await inTime(running.runner.untilCovered(Math.max(...indices) + 1)))) return 'unavailable'
      const said = await Promise.all(indices.map(async (index) => [index, await this.#saidAt(seat, index)] as const))
      const made = form(headingOf(this.#node.register), state, station, new Map(said))
      if (made !== undefined) return canonical(made)
    }
  }

  async #saidAt(log: string, index: number): Promise<OpenedStatement> {
    const [entry] = await readOpenedEntries(this.#node.setting.site.store, log, index, index + 1)
    invariant(entry?.statement.ok === true, 'an entry that was folded can be read')
    return entry.statement.value
  }
}

type StationForm = (
  heading: FormHeading,
  state: SeatState,
  station: number,
  said: ReadonlyMap<number, OpenedStatement>,
) => object | undefined

export function headingOf(register: RegisterState): FormHeading {
  const { election, source } = declaredElection(register)
  return { election, source: modeOf(election) === 'replay' ? source : undefined }
}

function canonical(form: object): CanonicalForm {
  const bytes = canonicalBytes(form)
  return { bytes, hash: toHex(sha256(bytes)) }
}

function canonical47(form: Form47): ShelvedForm47 {
  return { form, ...canonical(form) }
}

async function inTime(covered: Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), answerMsMax)
  try {
    return await Promise.race([covered, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
