import { holdersBeside, holdersMax } from '../count/limited-offices.ts'
import { columnOf } from '../count/station.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { type Office, rolesAtStation, rolesOfCandidate } from '../identity/office.ts'
import { revokedAt } from '../identity/register.ts'
import type { LogPlace } from './log-place.ts'

/** Whether an office in a seat names the post that it is for, one that exists once the lists are frozen, and has room. */
export function decidePost(place: LogPlace, office: Office): Refusal | undefined {
  return badStation(place, office) ?? badCandidate(place, office) ?? tooMany(place, office)
}

function badStation({ state }: LogPlace, { role, station }: Office): Refusal | undefined {
  if (!rolesAtStation.includes(role)) return undefined
  if (station === null) return refuse('key/post-missing')
  return state.frozen && !state.stations.has(station) ? refuse('station/not-in-form-28', { station }) : undefined
}

function badCandidate({ state }: LogPlace, { role, candidate }: Office): Refusal | undefined {
  if (!rolesOfCandidate.includes(role)) return undefined
  if (candidate === null) return refuse('key/post-missing')
  // Columns as collected lack candidates whom no single label fits.
  const isListed = state.collected || columnOf(state, candidate) !== undefined
  return state.frozen && !isListed ? refuse('candidate/not-in-form-33', { serial: candidate }) : undefined
}

// Whose key was revoked makes room for the next.
function tooMany({ state, fold, register, said, rules }: LogPlace, office: Office): Refusal | undefined {
  const most = holdersMax(office.role, rules.parameters)
  if (most === null) return undefined
  const holders = holdersBeside(state, office).filter((key) => !revokedAt(register, key, fold.log, said.index))
  return holders.length < most ? undefined : refuse('key/too-many-of-this-office', { most })
}
