import {
  type Form28,
  type Form33,
  type Form47,
  type Form48,
  type Form49,
  openRefusal,
  type SignedBytes,
  toHex,
  utf8Encode,
} from '@khata/ledger'
import type { StatementInputBody } from '@khata/proto'
import type { Author } from '../../ceremony/author.ts'
import { poKeyName } from '../../ceremony/seat.ts'
import type { Drill } from '../../drill/drill.ts'
import type { SeatPlan, StationPlan } from '../../election/plan.ts'
import { DrillError } from '../../officers/drill-error.ts'
import type { NodeClient } from '../../officers/node-client.ts'
import { until } from '../../officers/until.ts'
import type { Check } from '../check.ts'
import { judgeGiven } from '../receipt-fault.ts'

/** Pages that a contest's people read. */
interface SeatPages {
  readonly status: { readonly log: { readonly size: number }; readonly register: { readonly pin: number } }
  readonly form28: Form28
  readonly form33: Form33
  readonly form47: Form47
  readonly form48: Form48
  readonly form49: Form49
}

const paths: Readonly<Record<keyof SeatPages, string>> = {
  status: '',
  form28: '/form28',
  form33: '/form33',
  form47: '/form47',
  form48: '/form48',
  form49: '/form49',
}

/** One seat's contest as it is played: its people, and their line to the node that writes the seat's log. */
export class Scene {
  readonly drill: Drill
  readonly seat: SeatPlan
  readonly #answered: Check
  readonly #line: NodeClient
  readonly #people = new Map<string, Author>()
  readonly #added = new Map<number, StationPlan>()

  /** @param answered takes each act's answer. */
  constructor(drill: Drill, seat: SeatPlan, answered: Check) {
    this.drill = drill
    this.seat = seat
    this.#answered = answered
    this.#line = drill.line(drill.roSite(seat.seat))
  }

  get name(): string {
    return this.seat.seat
  }

  get ro(): Author {
    return this.drill.ro(this.name).author
  }

  get hq(): Author {
    return this.drill.hqAuthor
  }

  get aro(): Author {
    return this.person('aro')
  }

  get provincialCommissioner(): Author {
    return this.#keyHolder(`pec/${this.seat.province}`)
  }

  get districtReturningOfficer(): Author {
    return this.#keyHolder(`dro/${this.seat.province}`)
  }

  /** Whoever holds an office of this seat, by its name: `sapo/1`, `candidate/2`. */
  person(office: string): Author {
    return this.#keyHolder(`${office}/${this.name}`)
  }

  /** The presiding officer's key where no device speaks: never beside one. */
  po(station: number): Author {
    return this.#keyHolder(poKeyName(this.name, this.station(station)))
  }

  station(number: number): StationPlan {
    const found = this.#added.get(number) ?? this.seat.stations.find((station) => station.number === number)
    if (found === undefined) throw new RangeError(`${this.name} has no station ${number}`)
    return found
  }

  /** From now on the seat has this station too. */
  add(station: StationPlan): void {
    this.#added.set(station.number, station)
  }

  /** Says something about the seat, to which the node must answer with a receipt. @returns the statement's hash. */
  async says(by: Author, body: StatementInputBody): Promise<Uint8Array> {
    const { signed, hash } = by.say(this.name, body, Date.now())
    const answer = await this.#line.submit(signed)
    const fault = answer.type === 'receipt' ? this.#receiptFault(answer.bytes, signed) : `refused: ${answer.code}`
    this.#take(body, fault)
    return hash
  }

  /** Says something that the node must refuse with this code, in a note that it signs. */
  async refused(code: string, by: Author, body: StatementInputBody): Promise<void> {
    const { signed, hash } = by.say(this.name, body, Date.now())
    const answer = await this.#line.submit(signed)
    if (answer.type === 'receipt') return this.#take(body, `taken, not refused with ${code}`)
    const note = openRefusal(utf8Encode(answer.note), this.drill.trustOf(this.#destination)?.refusals ?? [])
    if (!note.ok) return this.#take(body, `${answer.code}: the note is ${note.error.code}`)
    const isOfThis = note.value.code === answer.code && note.value.statement === toHex(hash)
    this.#take(body, isOfThis && answer.code === code ? undefined : `refused: ${answer.code}, not ${code}`)
  }

  /** A page about the seat at its returning officer's node, and the hash of what is a form. */
  async page<Name extends keyof SeatPages>(
    name: Name,
  ): Promise<{ readonly json: SeatPages[Name]; readonly hash: string }> {
    const { status, bytes, formHash = '' } = await this.#line.get(`/v1/seats/${this.name}${paths[name]}`)
    if (status !== 200) throw new DrillError('drill/refused', `${this.name}: ${name}: status ${status}`)
    return { json: JSON.parse(new TextDecoder().decode(bytes)) as SeatPages[Name], hash: formHash }
  }

  /** Waits for what comes to the returning officer's node from elsewhere. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const { signal } = this.drill
    await until(async () => (await holds()) || undefined, { what: `${this.name}: ${what}`, signal })
  }

  #keyHolder(name: string): Author {
    const known = this.#people.get(name) ?? this.drill.author(name)
    this.#people.set(name, known)
    return known
  }

  get #destination() {
    return { name: 'ro', kind: 'ro', log: this.name, address: this.#line.url } as const
  }

  #receiptFault(bytes: Uint8Array, signed: SignedBytes): string | undefined {
    const trust = this.drill.trustOf(this.#destination)?.checkpoint
    return trust === undefined ? 'no trust in this log' : judgeGiven({ bytes, signed, trust }).fault
  }

  #take({ body }: StatementInputBody, fault: string | undefined): void {
    this.#answered.take(fault === undefined ? undefined : `${this.name}: ${body}: ${fault}`)
    if (fault !== undefined) throw new DrillError('drill/refused', `${this.name}: ${body}: ${fault}`)
  }
}
