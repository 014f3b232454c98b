import { Role, type RuleParameters } from '@khata/proto'
import type { KeyHex } from '../event/statement.ts'
import type { OfficePost } from '../identity/office.ts'

/** Of a seat, who holds the offices that the rules may limit: operators, and agents by station. */
export interface Holders {
  readonly rolls: ReadonlyMap<KeyHex, OfficePost>
  readonly operators: KeyHex[]
  readonly agents: Map<number, KeyHex[]>
}

/** What the register says of their numbers; null is no limit. */
export type OfficeLimits = Pick<RuleParameters, 'operatorsMax' | 'agentsPerStationMax'>

/** How many may hold the same office of this role. */
export function holdersMax(role: Role, { operatorsMax, agentsPerStationMax }: OfficeLimits): number | null {
  switch (role) {
    case Role.DATA_ENTRY_OPERATOR:
      return operatorsMax
    case Role.POLLING_AGENT:
      return agentsPerStationMax
    default:
      return null
  }
}

/** Keys that hold the same limited office: of one seat's operators, or of one candidate's agents at one station. */
export function holdersBeside(state: Holders, office: OfficePost): readonly KeyHex[] {
  const holders = limited(state, office) ?? []
  // What an operator's claim says of a candidate makes no other office of it.
  if (office.role === Role.DATA_ENTRY_OPERATOR) return holders
  return holders.filter((key) => state.rolls.get(key)?.candidate === office.candidate)
}

/** Counts a new holder of an office that the rules may limit. */
export function noteHolder(state: Holders, key: KeyHex, office: OfficePost): void {
  const holders = limited(state, office)
  if (holders !== undefined) holders.push(key)
  else if (office.role === Role.POLLING_AGENT && office.station !== null) state.agents.set(office.station, [key])
}

/** Counts the holders on the rolls anew. */
export function recountHolders(state: Holders): void {
  state.operators.length = 0
  state.agents.clear()
  for (const [key, office] of state.rolls) noteHolder(state, key, office)
}

function limited({ operators, agents }: Holders, { role, station }: OfficePost): KeyHex[] | undefined {
  if (role === Role.DATA_ENTRY_OPERATOR) return operators
  return role === Role.POLLING_AGENT && station !== null ? agents.get(station) : undefined
}
