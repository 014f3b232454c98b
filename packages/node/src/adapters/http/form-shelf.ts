import {
  declaredElection,
  electionReport,
  type ElectionReport,
  entriesOfForm45,
  form28,
  form28Table,
  form28Text,
  form33,
  form33Table,
  form33Text,
  form45,
  form45Table,
  form45Text,
  form46,
  form46Table,
  form46Text,
  form47,
  form47Table,
  form47Text,
  form48,
  form48Table,
  form48Text,
  form49,
  form49Table,
  form49Text,
  type FormHeading,
  imageNamedIn,
  invariant,
  judgedAtRegisterSize,
  type LogFold,
  modeOf,
  officersJson,
  officersTable,
  type OpenedStatement,
  proceedingsOf,
  type RegisterState,
  ruledSeat,
  seatHeading,
  type SeatState,
  shownList,
  toHex,
  tracesJson,
} from '@khata/ledger'
import type { KhataNode } from '../../shell/node.ts'
import { readOpenedEntries } from '../../shell/reading.ts'
import { foldOf, sizeOf } from '../../shell/running-log.ts'
import { answerMsMax, formsKeptMax } from './limits.ts'
import { shown, type ShownForm } from './shown-form.ts'

/** Forms of the logs of this node; each Form 47 is made once for a size of its log. */
export class FormShelf {
  readonly #node: KhataNode
  /** Newest form of each seat, by what it was made of. */
  readonly #forms = new Map<string, { readonly madeOf: string; readonly shelved: ShownForm }>()

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
  async form47(seat: string): Promise<ShownForm | 'unavailable'> {
    const shelved = this.#made(seat)
    if (shelved === undefined) return 'unavailable'
    const { made, covered } = shelved
    return (await inTime(covered)) ? this.#shelve(seat, made) : (this.#forms.get(seat)?.shelved ?? 'unavailable')
  }

  /**
   * These seats as folded now in the common data format of NIST SP 1500-100, once all of that is released; 'unavailable'
   * until then, and where the register does not say when the poll was.
   */
  async electionReport(seats: readonly string[]): Promise<ElectionReport | 'unavailable'> {
    const { register } = this.#node
    const { operatorDomain, parameters } = declaredElection(register)
    const made = seats.map((seat) => this.#reported(seat, register)).filter((one) => one !== undefined)
    const closedAt = parameters?.pollClosedAt ?? null
    if (made.length < seats.length || closedAt === null) return 'unavailable'
    const day = new Date(closedAt + pakistanAheadMs).toISOString().slice(0, 10)
    const report = electionReport(made, {
      generatedAt: new Date(this.#node.setting.site.clock.now()).toISOString(),
      firstDay: day,
      lastDay: day,
      issuer: operatorDomain,
      issuerAbbreviation: operatorDomain,
    })
    const covered = await Promise.all(made.map(({ running, size }) => inTime(running.runner.untilCovered(size))))
    return covered.every(Boolean) ? report : 'unavailable'
  }

  /** The seat's list of stations as the log has it, once all of that is released; 'unavailable' until then. */
  form28(seat: string): Promise<ShownForm | 'unavailable'> {
    const make = (state: SeatState) => shown(form28(state, this.#node.register), form28Text, form28Table)
    return this.#listForm(seat, () => [], make)
  }

  /** The seat's list of candidates, read from its entries. As `form28`. */
  form33(seat: string): Promise<ShownForm | 'unavailable'> {
    return this.#listForm(
      seat,
      (state) => shownList(state.form33).entries,
      (state, carriers) => {
        const form = form33(state, this.#node.register, carriers)
        return form && shown(form, form33Text, form33Table)
      },
    )
  }

  /** As folded now, once the checkpoint of that size is released; 'unavailable' until then. */
  form48(seat: string): Promise<ShownForm | 'unavailable'> {
    return this.#ofSeat(seat, (...at) => shown(form48(...at), form48Text, form48Table))
  }

  /** As `form48`. */
  form49(seat: string): Promise<ShownForm | 'unavailable'> {
    return this.#ofSeat(seat, (...at) => shown(form49(...at), form49Text, form49Table))
  }

  /** The officers whom the seat's log has enrolled and whose keys are in force: JSON and CSV. As `form48`. */
  officers(seat: string): Promise<ShownForm | 'unavailable'> {
    return this.#ofSeat(seat, (...at) => shown(officersJson(...at), undefined, officersTable))
  }

  /** What has followed the seat's night: JSON alone. As `form48`. */
  proceedings(seat: string): Promise<ShownForm | 'unavailable'> {
    return this.#ofSeat(seat, (fold, state, register) =>
      shown({ ...seatHeading(fold, state, register), ...proceedingsOf(ruledSeat(state, register)) }),
    )
  }

  /** What was reported of the seat's night and objected to: JSON alone. As `form48`. */
  traces(seat: string): Promise<ShownForm | 'unavailable'> {
    return this.#ofSeat(seat, ({ size }, state, register) =>
      shown(tracesJson(declaredElection(register).election, state, size)),
    )
  }

  /** The station's present form, read from its entries; undefined while it is awaited, 'unavailable' until it is durable. */
  form45(seat: string, station: number): Promise<ShownForm | 'unavailable' | undefined> {
    return this.#stationForm(seat, station, (state, said) => {
      const form = form45(headingOf(this.#node.register), state, station, said)
      return form && this.#withImage(shown(form, form45Text, form45Table), said.get(form.signed.entry))
    })
  }

  /** As `form45`. */
  form46(seat: string, station: number): Promise<ShownForm | 'unavailable' | undefined> {
    return this.#stationForm(seat, station, (state, said) => {
      const form = form46(headingOf(this.#node.register), state, station, said)
      return form && shown(form, form46Text, form46Table)
    })
  }

  /** With the image that the form's statement names. In a form as text a line says so too. */
  #withImage(form: ShownForm, carrier: OpenedStatement | undefined): ShownForm {
    const named = carrier && imageNamedIn(carrier.statement)
    const hash = named === undefined ? '' : toHex(named.sha256)
    const state = named === undefined ? 'not-named' : this.#node.images.stateOf(hash)
    const line = `Image: ${[state, hash].join(' ').trim()}\n`
    return { ...form, text: form.text && (() => `${form.text?.() ?? ''}${line}`), image: { hash, state } }
  }

  #made(seat: string) {
    const running = this.#node.logs.all.get(seat)
    const state = this.seat(seat)
    if (running === undefined || state === undefined) return undefined
    const fold = foldOf(running)
    const { register } = this.#node
    const madeOf = `${fold.generation}/${fold.size}/${judgedAtRegisterSize(fold, register)}`
    const kept = this.#forms.get(seat)
    const shelved =
      kept?.madeOf === madeOf ? kept.shelved : shown(form47(fold, state, register), form47Text, form47Table)
    const covered = sizeOf(running) >= fold.size ? Promise.resolve(true) : running.runner.untilCovered(fold.size)
    return { made: { madeOf, shelved }, covered }
  }

  #reported(seat: string, register: RegisterState) {
    const running = this.#node.logs.all.get(seat)
    const state = this.seat(seat)
    if (running === undefined || state === undefined) return undefined
    const fold = foldOf(running)
    return { form: form47(fold, state, register), state, running, size: fold.size }
  }

  #shelve(seat: string, made: { readonly madeOf: string; readonly shelved: ShownForm }): ShownForm {
    const [oldest] = this.#forms.keys()
    if (this.#forms.size >= formsKeptMax && oldest !== undefined) this.#forms.delete(oldest)
    this.#forms.delete(seat)
    this.#forms.set(seat, made)
    return made.shelved
  }

  async #ofSeat(
    seat: string,
    make: (fold: LogFold, state: SeatState, register: RegisterState) => ShownForm,
  ): Promise<ShownForm | 'unavailable'> {
    const running = this.#node.logs.all.get(seat)
    const state = this.seat(seat)
    if (running === undefined || state === undefined) return 'unavailable'
    const fold = foldOf(running)
    const { size } = fold
    const made = make(fold, state, this.#node.register)
    return (await inTime(running.runner.untilCovered(size))) ? made : 'unavailable'
  }

  // While entries are read another form may take its place, or be signed by one more: then that is the station's.
  async #stationForm(
    seat: string,
    station: number,
    make: (state: SeatState, said: ReadonlyMap<number, OpenedStatement>) => ShownForm | undefined,
  ): Promise<ShownForm | 'unavailable' | undefined> {
    for (;;) {
      const state = this.seat(seat)
      const running = this.#node.logs.all.get(seat)
      const indices = state === undefined ? [] : entriesOfForm45(state, station)
      if (state === undefined || running === undefined || indices.length === 0) return undefined
      if (!(await inTime(running.runner.untilCovered(Math.max(...indices) + 1)))) return 'unavailable'
      const said = await Promise.all(indices.map(async (index) => [index, await this.#saidAt(seat, index)] as const))
      const made = make(state, new Map(said))
      if (made !== undefined) return made
    }
  }

  // While the entries are read another version may take their place: then that one is the seat's.
  async #listForm(
    seat: string,
    entriesOf: (state: SeatState) => readonly number[],
    make: (state: SeatState, carriers: readonly OpenedStatement[]) => ShownForm | undefined,
  ): Promise<ShownForm | 'unavailable'> {
    for (;;) {
      const running = this.#node.logs.all.get(seat)
      const state = this.seat(seat)
      if (running === undefined || state === undefined) return 'unavailable'
      const entries = entriesOf(state)
      const end = entries.reduce((last, index) => Math.max(last, index + 1), 0)
      if (!(await inTime(running.runner.untilCovered(end)))) return 'unavailable'
      const carriers = await Promise.all(entries.map((index) => this.#saidAt(seat, index)))
      const made = make(state, carriers)
      if (made === undefined) continue
      return (await inTime(running.runner.untilCovered(foldOf(running).size))) ? made : 'unavailable'
    }
  }

  async #saidAt(log: string, index: number): Promise<OpenedStatement> {
    const [entry] = await readOpenedEntries(this.#node.setting.site.store, log, index, index + 1)
    invariant(entry?.statement.ok === true, 'an entry that was folded can be read')
    return entry.statement.value
  }
}

/** Pakistan Standard Time: UTC+5, all year. */
const pakistanAheadMs = 5 * 3_600_000

export function headingOf(register: RegisterState): FormHeading {
  const { election, source } = declaredElection(register)
  return { election, source: modeOf(election) === 'replay' ? source : undefined }
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
