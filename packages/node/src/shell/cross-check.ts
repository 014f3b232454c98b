import { openEntry } from '@khata/ledger'
import type { Store } from '../ports.ts'
import { type FiledStatement, filedStatement, type Standing, standingOfFiled } from '../replica/cross-check.ts'
import { lookUpStatement } from './lookup.ts'
import { readEntries } from './reading.ts'
import type { RunningLog } from './running-log.ts'

/** One seat's line of a hub's cross-check. */
export interface SeatCrossCheck {
  readonly seat: string
  /** Statements filed with this hub for the seat. */
  readonly filed: number
  /** Of these, present in the constituency log with the same bytes. */
  readonly found: number
  /** Not admitted there, with a recorded code. */
  readonly refused: number
  readonly missing: readonly FiledStatement[]
  readonly different: readonly FiledStatement[]
}

/** The hub's intake log, as far as it is released. */
export interface IntakeView {
  readonly log: string
  readonly size: number
}

const scanEntries = 500

/**
 * Compares what was filed with this hub directly against the constituency logs it replicates. What has been
 * answered there once is never looked at again.
 */
export class CrossCheck {
  readonly #store: Store
  readonly #intake: IntakeView
  readonly #logs: ReadonlyMap<string, RunningLog>
  readonly #open = new Map<string, FiledStatement[]>()
  readonly #answered = new Map<string, { found: number; refused: number }>()

  #scanned = 0
  #underWay: Promise<readonly SeatCrossCheck[]> | undefined

  constructor(store: Store, intake: IntakeView, logs: ReadonlyMap<string, RunningLog>) {
    this.#store = store
    this.#intake = intake
    this.#logs = logs
  }

  /** Every seat with something filed, looked up now; who asks while that is under way gets the same answer. */
  report(): Promise<readonly SeatCrossCheck[]> {
    this.#underWay ??= this.#look().finally(() => (this.#underWay = undefined))
    return this.#underWay
  }

  async #look(): Promise<readonly SeatCrossCheck[]> {
    await this.#scan()
    const seats = [...new Set([...this.#open.keys(), ...this.#answered.keys()])].toSorted()
    return Promise.all(seats.map((seat) => this.#reportSeat(seat)))
  }

  async #scan(): Promise<void> {
    const { log, size } = this.#intake
    while (this.#scanned < size) {
      const to = Math.min(size, this.#scanned + scanEntries)
      const entries = await readEntries(this.#store, log, this.#scanned, to)
      this.#scanned = to
      for (const bytes of entries) this.#add(openEntry(bytes))
    }
  }

  #add(opened: ReturnType<typeof openEntry>): void {
    if (!opened.ok || !opened.value.statement.ok || opened.value.statement.value.statement.seat === '') return
    const { index, sequencedAt } = opened.value.entry
    const filed = filedStatement(opened.value.statement.value, index, sequencedAt)
    const open = this.#open.get(filed.seat)
    if (open === undefined) this.#open.set(filed.seat, [filed])
    else open.push(filed)
  }

  async #reportSeat(seat: string): Promise<SeatCrossCheck> {
    const answered = this.#answered.get(seat) ?? { found: 0, refused: 0 }
    this.#answered.set(seat, answered)
    const missing: FiledStatement[] = []
    const different: FiledStatement[] = []
    for (const filed of this.#open.get(seat) ?? []) {
      const standing = await this.#standing(filed)
      if (standing === 'found' || standing === 'refused') answered[standing] += 1
      else (standing === 'missing' ? missing : different).push(filed)
    }
    const unanswered = [...missing, ...different]
    this.#open.set(seat, unanswered)
    const filed = answered.found + answered.refused + unanswered.length
    return { seat, filed, ...answered, missing, different }
  }

  async #standing(filed: FiledStatement): Promise<Standing> {
    const runner = this.#logs.get(filed.seat)?.runner
    if (runner?.fold.content.kind !== 'seat') return 'missing'
    const { seat } = runner.fold.content
    const sameId = await lookUpStatement(this.#store, runner, filed)
    const refused = seat.refused.has(filed.hash)
    const stationForm = filed.station === null ? undefined : seat.stations.get(filed.station)?.current?.hash
    return standingOfFiled(filed, { sameId, refused, stationForm })
  }
}
