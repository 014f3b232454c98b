import {
  declaredLog,
  type HashHex,
  intakeLog,
  type LogIdentity,
  logNoteKey,
  type NoteKey,
  parseNote,
  parseOrigin,
  registerLog,
  type RegisterState,
  toHex,
} from '@khata/ledger'
import type { NodeSetting } from './node-setting.ts'

/** A node as couriers name it: `hq`, a province's code, or a seat that its office writes. */
export interface CourierParty {
  readonly name: string
  readonly isHub: boolean
  /** Sequencer key of every log that it writes. */
  readonly key: HashHex
}

/** Undefined for a name that the register does not declare. */
export function courierParty(register: RegisterState, name: string): CourierParty | undefined {
  const hub = register.hubs.get(name)
  if (hub !== undefined) return { name, isHub: true, key: toHex(hub.value.sequencerKey) }
  const seat = register.seats.get(name)
  return seat && { name, isHub: false, key: toHex(seat.value.sequencerKey) }
}

/** This node's own name among couriers. */
export function ownParty({ hub, seats }: Pick<NodeSetting, 'hub' | 'seats'>): string {
  return hub ?? seats[0] ?? ''
}

export function writesLog(party: CourierParty, register: RegisterState, log: string): boolean {
  if (log === registerLog) return party.name === 'hq'
  return declaredLog(register, log)?.sequencerKey === party.key
}

/** Whether a party that does not write a log holds a copy of it: HQ of every log, a province of its seats', all of the register. */
export function holdsCopy({ name, isHub }: CourierParty, register: RegisterState, log: string): boolean {
  if (log === registerLog) return true
  if (!isHub) return false
  return name === 'hq' || register.seats.get(log)?.value.province === name
}

/** The key under which a party signs its manifests: of the register at HQ, else of its intake log or its seat. */
export function manifestKey(register: RegisterState, party: string): NoteKey | undefined {
  const identity = signingLog(register, party)
  return identity && logNoteKey(register.trust, identity)
}

/** Who must have signed a manifest, by the names of the keys on it; undefined where none is declared. */
export function manifestKeysOn(register: RegisterState, note: Uint8Array): readonly NoteKey[] {
  const parsed = parseNote(note)
  if (!parsed.ok) return []
  return parsed.value.signatures.flatMap(({ name }) => {
    const origin = parseOrigin(name)
    const party = origin.ok ? partyOfLog(origin.value.log) : undefined
    return (party !== undefined && manifestKey(register, party)) || []
  })
}

function partyOfLog(log: string): string {
  if (log === registerLog) return 'hq'
  const prefix = intakeLog('')
  return log.startsWith(prefix) ? log.slice(prefix.length) : log
}

// The register's key stands in the trust file: an office that holds no register yet knows HQ's bundle by it.
function signingLog(register: RegisterState, party: string): LogIdentity | undefined {
  if (party === 'hq') return { log: registerLog, generation: 1, sequencerKey: register.trust.registerKey }
  return declaredLog(register, register.hubs.has(party) ? intakeLog(party) : party)
}
