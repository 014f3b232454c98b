import { none } from '../base/none.ts'
import type { ElectionDeclared, HubDeclared, LogCut, Order, SeatDeclared } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import type { HashHex, KeyHex } from '../event/statement.ts'
import { countsIn, type Office } from './office.ts'
import type { Trust } from './trust.ts'

/**
 * The register as folded so far: what the election is. Every fact carries the index of its entry, so that
 * a log which has pinned the register at a size sees exactly the facts below that size.
 * Owned by its fold, which updates it in place.
 */
export interface RegisterState {
  readonly trust: Trust
  election: Fact<ElectionDeclared> | undefined
  rootKeys: ReadonlySet<KeyHex>
  threshold: number
  readonly seats: Map<string, Fact<SeatDeclared>>
  readonly hubs: Map<string, Fact<HubDeclared>>
  readonly offices: Map<KeyHex, Office>
  /** Buildings in which polls are held: the entry that declares each, by id, and those entries, oldest first. */
  readonly physicalStations: { readonly byId: Map<string, number>; readonly entries: number[] }
  readonly freezes: Map<string, Fact<{ readonly size: number; readonly root: HashHex }>>
  readonly revocations: Map<KeyHex, Cut[]>
  /** By log, oldest first: one for each generation after the first. */
  readonly supersessions: Map<string, readonly Supersession[]>
  /** roots[n] is the register's root at size n. */
  readonly roots: HashHex[]
  /** times[n] is the register's sequencer's clock at its entry n, milliseconds since 1970. */
  readonly times: number[]
}

export interface Fact<T> {
  readonly value: T
  /** Index of the register's entry that said it. */
  readonly since: number
}

/** From this size of this log on. Binds whatever the log has pinned. */
export interface Cut {
  readonly log: string
  readonly size: number
  readonly root: HashHex
  /** Index of the register's entry that ordered it. */
  readonly since: number
}

/** The root ends a generation of a log and names the next one's key. */
export interface Supersession extends Cut {
  readonly generation: number
  readonly sequencerKey: KeyHex
}

export function emptyRegister(trust: Trust, emptyRoot: HashHex): RegisterState {
  return {
    trust,
    election: undefined,
    rootKeys: new Set(trust.rootKeys),
    threshold: trust.threshold,
    seats: new Map(),
    hubs: new Map(),
    offices: new Map(),
    physicalStations: { byId: new Map(), entries: [] },
    freezes: new Map(),
    revocations: new Map(),
    supersessions: new Map(),
    roots: [emptyRoot],
    times: [],
  }
}

export function registerSize(register: RegisterState): number {
  return register.roots.length - 1
}

/**
 * The size of the register up to and with the last of its first `size` entries that concerns a log: a seat's own
 * declaration and freeze, the offices that count there, and the buildings that its lists name; for an intake log the seats, of which it takes statements.
 * No other entry changes a verdict on the log by being pinned, and orders that name a cut bind without a pin.
 */
export function sizeConcerning(register: RegisterState, log: string, size: number = registerSize(register)): number {
  const below = factsConcerning(register, log).filter(({ since }) => since < size)
  return below.reduce((concerned, { since }) => Math.max(concerned, since + 1), 0)
}

function factsConcerning(
  { election, seats, freezes, offices, physicalStations }: RegisterState,
  log: string,
): readonly { readonly since: number }[] {
  const seat = seats.get(log)
  const ofLog =
    seat === undefined
      ? [...seats.values()]
      : [
          seat,
          freezes.get(log),
          ...[...offices.values()].filter((office) => countsIn(log, office)),
          ...physicalStations.entries.map((since) => ({ since })),
        ]
  return [election, ...ofLog].filter((fact) => fact !== undefined)
}

/** Whether a log that has pinned the register at `pin` may name this building: any, where it then declares none. */
export function knowsPhysicalStation({ physicalStations }: RegisterState, id: string, pin: number): boolean {
  const { byId, entries } = physicalStations
  const [first = pin] = entries
  return first >= pin || (byId.get(id) ?? pin) < pin
}

/** The office that holds a key, as a log sees it that has pinned the register at `pin`. */
export function officeAt(register: RegisterState, key: KeyHex, pin: number): Office | undefined {
  const office = register.offices.get(key)
  return office !== undefined && office.since < pin ? office : undefined
}

/** Whether the root has taken this key's standing away at this place of this log. */
export function revokedAt(register: RegisterState, key: KeyHex, log: string, index: number): boolean {
  return register.revocations.get(key)?.some((cut) => cut.log === log && index >= cut.size) ?? false
}

/** One generation of a log. */
export interface LogName {
  readonly log: string
  readonly generation: number
}

/** Whether the root has ended this generation of the log before this place. Its successor has the same name. */
export function supersededAt(register: RegisterState, name: LogName, index: number): boolean {
  return endsOf(register, name).some((end) => index >= end.size)
}

/** Orders of the root that cut this log below `size`. */
export function cutsBelow(register: RegisterState, name: LogName, size: number): readonly Cut[] {
  return cutsOf(register, name).filter((cut) => cut.size < size)
}

/** Orders of the root that cut this log from exactly this size on. */
export function cutsAt(register: RegisterState, name: LogName, size: number): readonly Cut[] {
  return cutsOf(register, name).filter((cut) => cut.size === size)
}

/** When the register's sequencer wrote one of its entries, milliseconds since 1970. */
export function timeOf({ times }: RegisterState, index: number): number {
  const at = times[index]
  invariant(at !== undefined, 'a log pins what the register holds')
  return at
}

export function freezeAt(
  register: RegisterState,
  seat: string,
  pin: number,
): { readonly size: number; readonly root: HashHex } | undefined {
  const freeze = register.freezes.get(seat)
  return freeze !== undefined && freeze.since < pin ? freeze.value : undefined
}

/** The generation of a log that is to be written now: a seat's as declared, any other's 1, or the last successor's. */
export function newestGeneration(register: RegisterState, log: string): number {
  return register.supersessions.get(log)?.at(-1)?.generation ?? register.seats.get(log)?.value.generation ?? 1
}

/** The declared election. A log beside the register cannot be judged before it is known. */
export function declaredElection(register: RegisterState): ElectionDeclared {
  invariant(register.election !== undefined, 'the register declares no election')
  return register.election.value
}

/** Puts an approved order in force. */
export function applyOrder(register: RegisterState, order: Order, since: number): void {
  switch (order.body) {
    case 'electionDeclared':
      register.election = { value: order.electionDeclared, since }
      return
    case 'seatDeclared':
      register.seats.set(order.seatDeclared.seat, { value: order.seatDeclared, since })
      return
    case 'hubDeclared':
      register.hubs.set(order.hubDeclared.hub, { value: order.hubDeclared, since })
      return
    case 'rootKeysChanged':
      register.rootKeys = new Set(order.rootKeysChanged.keys.map(toHex))
      register.threshold = order.rootKeysChanged.threshold
      return
    case 'keyRevoked':
      revoke(
        register,
        toHex(order.keyRevoked.key),
        order.keyRevoked.cuts.map((cut) => cutOf(cut, since)),
      )
      return
    case 'logSuperseded': {
      const { cut, generation, sequencerKey } = order.logSuperseded
      invariant(cut !== null, 'an order without a cut was admitted')
      supersede(register, { ...cutOf(cut, since), generation, sequencerKey: toHex(sequencerKey) })
      return
    }
    case 'keyEnrolled':
    case 'softwareDeclared':
    case 'policyDeclared':
      return
  }
}

function revoke(register: RegisterState, key: KeyHex, cuts: readonly Cut[]): void {
  register.revocations.set(key, [...(register.revocations.get(key) ?? []), ...cuts])
}

function supersede(register: RegisterState, supersession: Supersession): void {
  const earlier = register.supersessions.get(supersession.log) ?? []
  register.supersessions.set(supersession.log, [...earlier, supersession])
}

// Asked for every entry that is folded, and of most elections the root cuts nothing.
function cutsOf(register: RegisterState, name: LogName): readonly Cut[] {
  if (register.revocations.size === 0 && register.supersessions.size === 0) return none
  const revoked = [...register.revocations.values()].flat().filter((cut) => cut.log === name.log)
  return [...revoked, ...endsOf(register, name)]
}

function endsOf(register: RegisterState, { log, generation }: LogName): readonly Cut[] {
  return register.supersessions.get(log)?.filter((next) => next.generation === generation + 1) ?? []
}

function cutOf({ log, size, root }: LogCut, since: number): Cut {
  return { log, size, root: toHex(root), since }
}
