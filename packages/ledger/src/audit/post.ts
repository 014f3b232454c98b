import { Role } from '@khata/proto'
import { holdersBeside } from '../count/limited-offices.ts'
import { columnOf } from '../count/station.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Office } from '../identity/office.ts'
import { revokedAt } from '../identity/register.ts'
import type { LogPlace } from './log-place.ts'

/** Whether an office in a seat names the post that it is for, one that exists once the lists are frozen, and has room. */
export function decidePost(place: LogPlace, office: Office): Refusal | undefined {
  return badStation(place, office) ?? badCandidate(place, office) ?? tooMany(place, office)
}

const atStation: readonly Role[] = [Role.PRESIDING_OFFICER, Role.SENIOR_ASSISTANT_PRESIDING_OFFICER, Role.POLLING_AGENT]
const ofCandidate: readonly Role[] = [Role.CANDIDATE, Role.POLLING_AGENT]

function badStation({ state }: LogPlace, { role, station }: Office): Refusal | undefined {
  if (!atStation.includes(role)) return undefined
  if (station === null) return refuse('key/post-missing')
  return state.frozen && !state.stations.has(station) ? refuse('station/not-in-form-28', { station }) : undefined
}

function badCandidate({ state }: LogPlace, { role, candidate }: Office): Refusal | undefined {
  if (!ofCandidate.includes(role)) return undefined
  if (candidate === null) return refuse('key/post-missing')
  // Columns as collected lack candidates whom no single label fits.
  const isListed = state.collected || columnOf(state, candidate) !== undefined
  return state.frozen && !isListed ? refuse('candidate/not-in-form-33', { serial: candidate }) : undefined
}

// Whose key was revoked makes room for the next.
function tooMany({ state, fold, register, said, rules }: LogPlace, office: Office): Refusal | undefined {
  const most = mostOf(office.role, rules.parameters)
  if (most === null) return undefined
  const holders = holdersBeside(state, office).filter((key) => !revokedAt(register, key, fold.log, said.index))
  return holders.length < most ? undefined : refuse('key/too-many-of-this-office', { most })
}

function mostOf(role: Role, { operatorsMax, agentsPerStationMax }: LogPlace['rules']['parameters']): number | null {
  switch (role) {
    case Role.DATA_ENTRY_OPERATOR:
      return operatorsMax
    case Role.POLLING_AGENT:
      return agentsPerStationMax
    default:
      return null
  }
}
