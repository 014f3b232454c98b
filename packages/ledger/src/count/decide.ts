import type { CandidateCount, Form45, Form45Accepted, Form45Corrected, Form45Returned, Statement } from '@khata/proto'
import { Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { countMax } from '../base/limits.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Office } from '../identity/office.ts'
import { figureOver } from './figures.ts'
import { hasError } from './finding.ts'
import { decideCandidatesListed, decideListAcknowledged, decideListCertified, decideStationsListed } from './lists.ts'
import { decideNominated, decideScrutinised, decideWithdrawn } from './nominations.ts'
import type { Rules, Said, Standing } from './said.ts'
import type { SeatState, StationRecord } from './state.ts'

/**
 * Whether a seat's log admits a statement about its lists or its count. Figures are never a reason to refuse:
 * only what cannot be attached to a station, a candidate or an office is.
 */
export function decideSeat(state: SeatState, said: Said, office: Office, rules: Rules): Refusal | undefined {
  const { statement } = said.opened
  switch (statement.body) {
    case 'stationsListed':
      return decideStationsListed(state, statement.stationsListed, rules)
    case 'candidatesListed':
      return decideCandidatesListed(state, statement.candidatesListed, rules)
    case 'listCertified':
      return decideListCertified(state, statement.listCertified)
    case 'listAcknowledged':
      return decideListAcknowledged(state, statement.listAcknowledged, office)
    case 'candidateNominated':
      return decideNominated(state, statement.candidateNominated)
    case 'nominationScrutinised':
      return decideScrutinised(state, statement.nominationScrutinised)
    case 'candidateWithdrawn':
      return decideWithdrawn(state, statement.candidateWithdrawn)
    case 'form45Submitted':
      return decideForm45(state, statement.form45Submitted.form, rules)
    case 'form45Corrected':
      return decideCorrected(state, statement.form45Corrected, rules)
    case 'form45Accepted':
      return decideAccepted(state, statement.form45Accepted)
    case 'form45Returned':
      return decideReturned(state, statement.form45Returned)
    default:
      return undefined
  }
}

/** Which offices may say what in a seat's log. Everything else is refused. */
export function seatOfficesFor(body: Statement['body']): readonly Role[] {
  switch (body) {
    case 'stationsListed':
    case 'candidatesListed':
    case 'listCertified':
    case 'candidateNominated':
    case 'nominationScrutinised':
    case 'candidateWithdrawn':
    case 'keyEnrolled':
    case 'form45Accepted':
    case 'form45Returned':
    case 'form47Issued':
      return [Role.RETURNING_OFFICER]
    case 'form45Submitted':
      return [Role.PRESIDING_OFFICER, Role.SENIOR_ASSISTANT_PRESIDING_OFFICER]
    // Election Rules 2017 r. 84(3): the presiding officer himself.
    case 'form45Corrected':
      return [Role.PRESIDING_OFFICER]
    case 'listAcknowledged':
    case 'verified':
      return [Role.HQ, Role.PROVINCIAL_COMMISSIONER]
    default:
      return []
  }
}

/** An office of the seat, or one above it that speaks in its log. */
export function officeOf(standing: Standing): Office | undefined {
  return standing.type === 'office' ? standing.office : undefined
}

function decideForm45(state: SeatState, form: Form45 | null, rules: Rules): Refusal | undefined {
  if (!state.frozen) return refuse('seat/not-frozen', { seat: state.seat })
  if (form === null) return refuse('form-45/no-form')
  if (!state.stations.has(form.station)) return refuse('station/not-in-form-28', { station: form.station })
  return badColumn(state, form) ?? overLimit(form, rules.parameters.countMax ?? countMax)
}

function badColumn(state: SeatState, { counts, recount }: Form45): Refusal | undefined {
  const unknown = unknownColumn(state, counts) ?? unknownColumn(state, recount?.before ?? [])
  if (unknown !== undefined) return refuse('candidate/not-in-form-33', { column: unknown })
  const seen = new Uint8Array(state.columns.length)
  for (const { column } of counts) {
    if (seen[column] === 1) return refuse('form-45/column-repeated', { column })
    seen[column] = 1
  }
  return undefined
}

function unknownColumn({ columns }: SeatState, counts: readonly CandidateCount[]): number | undefined {
  return counts.find(({ column }) => column >= columns.length)?.column
}

function overLimit(form: Form45, limit: number): Refusal | undefined {
  const figure = figureOver(form, limit)
  return figure === undefined ? undefined : refuse('form-45/over-limit', { figure, limit })
}

function decideCorrected(state: SeatState, corrected: Form45Corrected, rules: Rules): Refusal | undefined {
  const refusal = decideForm45(state, corrected.form, rules)
  if (refusal !== undefined || corrected.form === null) return refusal
  const record = state.stations.get(corrected.form.station)
  return knowsForm(record, toHex(corrected.supersedes)) ? undefined : refuse('form-45/unknown-form')
}

function decideAccepted(state: SeatState, { station, form }: Form45Accepted): Refusal | undefined {
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  if (record.current?.hash !== toHex(form)) return refuse('form-45/unknown-form', { station })
  if (record.status !== 'received') return refuse('form-45/not-in-this-state', { station, status: record.status })
  return hasError(record.current.findings) ? refuse('form-45/has-errors', { station }) : undefined
}

// An accepted form may be returned too: an error found late is still only the presiding officer's to correct.
// The form named is the station's present one; of a held station either, since neither counts.
function decideReturned(state: SeatState, { station, form, codes, note }: Form45Returned): Refusal | undefined {
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  if (!knowsForm(record, toHex(form))) return refuse('form-45/unknown-form', { station })
  const named = record.status === 'held' || record.current?.hash === toHex(form)
  if (record.status === 'returned' || !named) {
    return refuse('form-45/not-in-this-state', { station, status: record.status })
  }
  return codes.length === 0 && note === '' ? refuse('form-45/return-needs-codes', { station }) : undefined
}

function knowsForm(record: StationRecord | undefined, hash: string): boolean {
  return record?.current?.hash === hash || (record?.others.some((other) => other.hash === hash) ?? false)
}
