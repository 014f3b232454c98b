import { CopyKind, type CopyFiled, type Form45, type Form45Countersigned, Role } from '@khata/proto'
import { copiesPerOfficeMax } from '../base/limits.ts'
import { withOne } from '../base/none.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Office } from '../identity/office.ts'
import { type FiguresText, figuresOf } from './figures.ts'
import type { Laws, SeatPlace } from './law.ts'
import type { CopyRecord, FormRecord, StationRecord } from './state.ts'
import { decideForm45, elsewhere, onPresent, present, stationOf } from './station.ts'
import { changeStation } from './sums.ts'

/**
 * Which copies an office may file: what it holds itself or saw posted outside the station (Elections Act 2017 s. 90),
 * so that nobody files one in another side's name. Whose hands it went through is its custody.
 */
const copiesOf: Partial<Readonly<Record<Role, readonly CopyKind[]>>> = {
  [Role.CANDIDATE]: [CopyKind.AGENT, CopyKind.POSTED],
  [Role.POLLING_AGENT]: [CopyKind.AGENT, CopyKind.POSTED],
  [Role.OBSERVER]: [CopyKind.OBSERVER, CopyKind.POSTED],
  [Role.RETURNING_OFFICER]: [CopyKind.RETURNING_OFFICER, CopyKind.POSTED],
  [Role.DISTRICT_RETURNING_OFFICER]: [CopyKind.RETURNING_OFFICER, CopyKind.POSTED],
  [Role.PROVINCIAL_COMMISSIONER]: [CopyKind.HQ, CopyKind.RETURNING_OFFICER, CopyKind.POSTED],
  [Role.HQ]: [CopyKind.HQ, CopyKind.RETURNING_OFFICER, CopyKind.POSTED],
}

/**
 * Other people's copies of a form, and their own signatures on it. A copy that says otherwise makes the station
 * disputed: counted and flagged. Only what the station's own officers signed can hold it.
 */
export const copyLaws: Laws<'copyFiled' | 'form45Countersigned'> = {
  copyFiled: {
    offices: Object.keys(copiesOf).map((role) => Number(role) as Role),
    decide: (place, copy) => decideCopy(place, copy),
    evolve: (place, { kind, form }) => fileCopy(place, kind, present(form)),
  },
  form45Countersigned: {
    offices: [Role.SENIOR_ASSISTANT_PRESIDING_OFFICER, Role.POLLING_AGENT, Role.CANDIDATE, Role.OBSERVER],
    decide: (place, countersigned) =>
      elsewhere(place, countersigned.station) ??
      onPresent(place.state, countersigned, (_, current) => decideCountersigned(place, current, countersigned)),
    evolve: (place, { station, refused, copyReceived }) => {
      const { office, said } = place
      const current = present(stationOf(place.state, station).current)
      const at = current.countersigned.findIndex((one) => isBy(office, one))
      const signature = { office: office.office, enrolled: office.since, index: said.index, refused, copyReceived }
      current.countersigned =
        at === -1 ? withOne(current.countersigned, signature) : current.countersigned.with(at, signature)
    },
  },
}

function decideCopy(place: SeatPlace, { kind, form }: CopyFiled): Refusal | undefined {
  const { state, office, rules } = place
  const refusal = decideForm45(state, form, rules)
  if (refusal !== undefined || form === null) return refusal
  if (copiesOf[office.role]?.includes(kind) !== true) return refuse('copy/not-this-kind', { kind })
  const apart = elsewhere(place, form.station)
  if (apart !== undefined) return apart
  const filed = stationOf(state, form.station).copies.filter((copy) => isBy(office, copy))
  if (filed.length < copiesPerOfficeMax) return undefined
  return refuse('copy/too-many', { station: form.station, copiesPerOfficeMax })
}

function fileCopy({ state, said, office }: SeatPlace, kind: CopyKind, form: Form45): void {
  const record = stationOf(state, form.station)
  const figures = knownText(record, figuresOf(form, state.columns.length))
  const { hashHex: hash } = said.opened
  changeStation(state, record, () => {
    const copy = { kind, office: office.office, enrolled: office.since, index: said.index, hash, figures }
    record.copies = withOne(record.copies, copy)
  })
}

/** By this holder of the office: nobody can speak over another by taking an office of the same name. */
function isBy({ office, since }: Office, record: Pick<CopyRecord, 'office' | 'enrolled'>): boolean {
  return record.office === office && record.enrolled === since
}

/** The text that the station holds of these figures already: most copies say what the form says. */
function knownText({ current, copies }: StationRecord, figures: FiguresText): FiguresText {
  if (current?.figures === figures) return current.figures
  return copies.find((copy) => copy.figures === figures)?.figures ?? figures
}

// An office's newest word on a form stands: who refused may sign later, and a copy may be received after signing.
function decideCountersigned(
  { office }: SeatPlace,
  { countersigned }: FormRecord,
  { station, refused, reason, copyReceived }: Form45Countersigned,
): Refusal | undefined {
  if (refused && reason === '') return refuse('act/needs-reason', { station })
  const newest = countersigned.find((one) => isBy(office, one))
  const isSame = newest?.refused === refused && newest.copyReceived === copyReceived
  return isSame ? refuse('form-45/already-countersigned', { station }) : undefined
}
