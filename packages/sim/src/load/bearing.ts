import type { Destination, Line, Outgoing } from '@khata/device'
import { invariant } from '@khata/ledger'
import pLimit from 'p-limit'
import type { Drill } from '../drill/drill.ts'
import { bringForm, type Onlooker, type Poll, pollsOf } from '../drill/form-way.ts'
import { pause } from '../drill/pause.ts'
import { onTheWayMax } from '../drill/receipts.ts'
import { DrillError } from '../officers/drill-error.ts'
import type { NodeClient } from '../officers/node-client.ts'
import type { PresidingOfficer } from '../officers/presiding-officer.ts'
import { until } from '../officers/until.ts'
import { faultIn } from './fault-in.ts'
import { Acknowledged } from './acknowledged.ts'
import { Checks } from './check.ts'
import { Latencies } from './latencies.ts'
import { Reach } from './reach.ts'
import { judgeGiven } from './receipt-fault.ts'
import type { Due } from './schedule.ts'

/** Between two looks at how far the hubs have come, in milliseconds: how exact the later stages are. */
export const lookEveryMs = 50

/** A form that was sent, and when, in milliseconds after the load began. */
export interface SentForm {
  readonly name: string
  readonly sentAtMs: number
  /** By its returning officer's node. */
  readonly answeredAtMs: number | undefined
}

/** A form on its way, by its statement's hash. */
interface OnTheWay {
  readonly poll: Poll
  readonly sentAtMs: number
  answeredAtMs?: number
  /** Its index in its seat's log, once its device has a receipt that says so. */
  readonly found: PromiseWithResolvers<number>
}

/** The night's forms on their ways, and what is found out about each meanwhile. */
export class Bearing implements Onlooker {
  readonly checks = new Checks()
  readonly latencies = new Latencies()
  readonly acknowledged = new Acknowledged()
  /** Forms sent so far, corrections among them. */
  sent = 0
  /** When every hub had everything: milliseconds after the load began. */
  replicatedAtMs = 0
  /** Somebody has to look. */
  readonly reach: Reach
  readonly #drill: Drill
  readonly #patienceMs: number
  readonly #hq: NodeClient
  readonly #begun = performance.now()
  readonly #judged = new WeakMap<Line, Uint8Array>()
  readonly #officers = new WeakSet<PresidingOfficer>()
  readonly #forms = new Map<string, OnTheWay>()
  readonly #ofPolls = new Map<Poll, readonly OnTheWay[]>()
  readonly #probes: Promise<void>[] = []
  #answered = 0

  /** @param patienceMs how long after its receipt a form may take to come to hubs. */
  constructor(drill: Drill, patienceMs: number) {
    this.#drill = drill
    this.#patienceMs = patienceMs
    this.#hq = drill.line(drill.site('hq'))
    const hubs = drill.sites.filter(({ site }) => site.role !== 'ro')
    this.reach = new Reach(new Map(hubs.map((hub) => [hub.site.name, drill.line(hub)])), patienceMs)
  }

  /** Milliseconds since the load began. */
  get elapsedMs(): number {
    return performance.now() - this.#begun
  }

  /** Forms sent so far that have no receipt yet. */
  get unanswered(): number {
    return this.sent - this.#answered
  }

  /** Each form sent, corrections too. */
  get sentForms(): readonly SentForm[] {
    return [...this.#forms.values()].map(({ poll: { seat, station }, sentAtMs, answeredAtMs }) => ({
      name: `Form 45 of ${seat.seat}/${station.number}`,
      sentAtMs,
      answeredAtMs,
    }))
  }

  /**
   * Sends every form at its time, and comes back when all that is to be found out about each is.
   * @param due in the order of their times: only the next one is waited for, since a nation's would be too many waiters.
   */
  async play(due: readonly Due[]): Promise<void> {
    const limit = pLimit(onTheWayMax)
    const pollOf = pollsOf(this.#drill.plan)
    const bringing: Promise<void>[] = []
    for (const { arrival, dueMs } of due) {
      const waitMs = dueMs - this.elapsedMs
      if (waitMs > 0) await pause(waitMs, this.#drill.signal)
      if (this.#drill.signal.aborted) break
      bringing.push(limit(() => this.#bring(pollOf(arrival), dueMs)))
    }
    await Promise.all(bringing)
    await Promise.all(this.#probes)
    this.#drill.signal.throwIfAborted()
  }

  signed(poll: Poll, officer: PresidingOfficer, outgoing: Outgoing): void {
    this.sent += 1
    const form = { poll, sentAtMs: this.elapsedMs, found: Promise.withResolvers<number>() }
    this.#forms.set(outgoing.opened.hashHex, form)
    this.#ofPolls.set(poll, [...(this.#ofPolls.get(poll) ?? []), form])
    if (!this.#officers.has(officer)) officer.onChange(() => this.#judgeReceipts(officer))
    this.#officers.add(officer)
    this.#probes.push(this.#untilReplicated(poll, outgoing), this.#untilShown(poll, outgoing))
  }

  delivered(): void {
    this.#drill.progress.add('received')
  }

  examined(): void {
    this.#drill.progress.add('examined')
  }

  async #bring(poll: Poll, dueMs: number): Promise<void> {
    if (this.#drill.signal.aborted) return
    this.latencies.record('lag', this.elapsedMs, this.elapsedMs - dueMs)
    const fault = await faultIn(this.#drill, () => bringForm(this.#drill, poll, this))
    this.checks.ways.take(fault)
    if (fault !== undefined) this.#giveUp(poll, fault)
  }

  /** What has no receipt by now gets none: nobody need wait for it. */
  #giveUp(poll: Poll, fault: string): void {
    for (const { found } of this.#ofPolls.get(poll) ?? []) found.reject(new DrillError('drill/refused', fault))
  }

  /** Every receipt that the device has come to believe is verified once more, and its entry waited for. */
  #judgeReceipts(officer: PresidingOfficer): void {
    for (const outgoing of officer.outgoing) {
      for (const line of outgoing.lines) {
        const { receipt } = line.delivery
        if (receipt === undefined || this.#judged.get(line) === receipt.bytes) continue
        const isFirst = !this.#judged.has(line)
        this.#judged.set(line, receipt.bytes)
        this.#judge(outgoing, line.destination, receipt.bytes)
        if (!isFirst || line.destination.kind !== 'ro') continue
        this.#record('local', outgoing)
        this.#answer(outgoing, receipt.index)
      }
    }
  }

  #answer({ opened }: Outgoing, index: number): void {
    const form = this.#forms.get(opened.hashHex)
    if (form === undefined) return
    form.answeredAtMs = this.elapsedMs
    form.found.resolve(index)
    this.#answered += 1
  }

  /** How many cosignatures the receipt has; 0 where it does not hold. */
  #judge({ opened }: Outgoing, destination: Destination, bytes: Uint8Array): number {
    const { log } = destination
    const trust = this.#drill.trustOf(destination)?.checkpoint
    invariant(trust !== undefined, 'devices send to declared logs')
    const signed = { statement: opened.bytes, signature: opened.signature }
    const judged = judgeGiven({ bytes, signed, trust })
    const fault = judged.fault ?? this.acknowledged.promise(log, judged.index, judged.entry)
    this.checks.receipts.take(fault === undefined ? undefined : `${log}: ${fault}`)
    if (judged.fault !== undefined) return 0
    return judged.cosignatures
  }

  /** From the entry at the province on the receipt is there in a moment. */
  async #untilReplicated({ seat, station }: Poll, outgoing: Outgoing): Promise<void> {
    const { signerHex: signer, idHex: statementId } = outgoing.opened
    const { transport, signal } = this.#drill
    const ro = outgoing.lines.find(({ destination }) => destination.kind === 'ro')?.destination
    invariant(ro !== undefined, 'a form is sent to its returning officer')
    const what = `a replicated receipt of ${seat.seat}/${station.number}`
    const ask = async () => {
      const answer = await transport.receipt(ro.address, { log: ro.log, signer, statementId })
      return answer.type === 'receipt' ? answer.bytes : undefined
    }
    const fault = await faultIn(this.#drill, async () => {
      await this.reach.until({ site: seat.province, log: seat.seat, index: await this.#placeOf(outgoing) })
      const bytes = await until(ask, { what, signal, everyMs: lookEveryMs, patienceMs: this.#patienceMs })
      this.#record('replicated', outgoing)
      if (this.#judge(outgoing, ro, bytes) === 0) throw new DrillError('drill/refused', `${what}: no cosignature`)
    })
    this.checks.replicated.take(fault)
    this.#drill.progress.add('replicated')
  }

  async #untilShown({ seat, station }: Poll, outgoing: Outgoing): Promise<void> {
    const { signal } = this.#drill
    const { hashHex } = outgoing.opened
    const ask = async () => {
      const { status, bytes } = await this.#hq.get(`/v1/seats/${seat.seat}/stations/${station.number}/form45`)
      return (status === 200 && formsIn(bytes).includes(hashHex)) || undefined
    }
    const what = `Form 45 of ${seat.seat}/${station.number} at HQ`
    const fault = await faultIn(this.#drill, async () => {
      await this.reach.until({ site: 'hq', log: seat.seat, index: await this.#placeOf(outgoing) })
      await until(ask, { what, signal, everyMs: lookEveryMs, patienceMs: this.#patienceMs })
      this.#record('shown', outgoing)
    })
    this.checks.shown.take(fault)
    this.#drill.progress.add('shown')
  }

  /** Index in the seat's log, once the device has the returning officer's receipt. */
  async #placeOf({ opened }: Outgoing): Promise<number> {
    const form = this.#forms.get(opened.hashHex)
    invariant(form !== undefined, 'a form was signed before it is looked for')
    return await form.found.promise
  }

  #record(stage: 'local' | 'replicated' | 'shown', { opened }: Outgoing): void {
    const { sentAtMs } = this.#forms.get(opened.hashHex) ?? {}
    // Locks follow their forms, and are not measured.
    if (sentAtMs !== undefined) this.latencies.record(stage, this.elapsedMs, this.elapsedMs - sentAtMs)
  }
}

interface FormShown {
  readonly signed: { readonly statement: string }
  readonly otherForms: readonly { readonly hash: string }[]
}

/** Hashes of the forms that a station's page names: the newest may have taken another's place already. */
function formsIn(bytes: Uint8Array): readonly string[] {
  const { signed, otherForms } = JSON.parse(new TextDecoder().decode(bytes)) as FormShown
  return [signed.statement, ...otherForms.map(({ hash }) => hash)]
}
