import { type Form45, type Form45Keyed, type PaperForm45Certified, type ReadingResolved, Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { hashBytes, readingsMax, sessionBytes } from '../base/limits.ts'
import { withOne } from '../base/none.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { differences, figuresOf, formOf, nameOf, settled } from './figures.ts'
import { hasError } from './finding.ts'
import { checksOf, decideForm45, enter, hold, newRecord, onPresent, present, receive, stationOf } from './station.ts'
import type { Laws, SeatPlace } from './law.ts'
import { exceptionApprovalsMinDefault } from './said.ts'
import type { FormRecord, SeatState } from './state.ts'
import { changeStation } from './sums.ts'

/**
 * Two independent readings of one document: the presiding officer's own, where he signed on a device, and operators'
 * blind entry. Differences are settled figure by figure. Where there is no device, the paper route.
 */
export const readingLaws: Laws<'paperForm45Certified' | 'form45Keyed' | 'readingResolved'> = {
  paperForm45Certified: {
    offices: [Role.RETURNING_OFFICER],
    decide: (place, paper) => decidePaper(place, paper),
    evolve: (place, { station }) => receive(place, stationOf(place.state, station), newRecord(place, 'paper')),
  },
  form45Keyed: {
    offices: [Role.DATA_ENTRY_OPERATOR],
    decide: (place, keyed) => decideKeyed(place, keyed),
    evolve: (place, { form, session }) => evolveKeyed(place, present(form), toHex(session)),
  },
  readingResolved: {
    offices: [Role.RETURNING_OFFICER, Role.ASSISTANT_RETURNING_OFFICER],
    decide: ({ state }, resolved) =>
      onPresent(state, { station: resolved.station, form: resolved.document }, (_, current) =>
        decideResolved(current, resolved),
      ),
    evolve: (place, resolved) => evolveResolved(place, resolved),
  },
}

/** Independent readings of a form that agree: the presiding officer's own, and operators'. */
export function agreedReadings({ basis, readings }: FormRecord): number {
  const own = basis === 'paper' ? 0 : 1
  return own + readings.filter(({ figures }) => figures === undefined).length
}

/** Whether a form's readings are enough, and none of them is open. */
export function readingsMissing(form: FormRecord, needed: number): Refusal | undefined {
  if (isOpen(form)) return refuse('reading/differs')
  const agreed = agreedReadings(form)
  return agreed >= needed && form.figures !== undefined ? undefined : refuse('reading/missing', { agreed, needed })
}

/** Whether two readings of a form differ and nobody has settled it. */
export function isOpen({ readings }: FormRecord): boolean {
  return readings.some(({ figures }) => figures !== undefined)
}

function decidePaper({ state, rules, secondOfficers }: SeatPlace, paper: PaperForm45Certified): Refusal | undefined {
  const { station, image, reason, agents } = paper
  if (!state.frozen) return refuse('seat/not-frozen', { seat: state.seat })
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  const { status } = record
  if (status !== 'awaited' && status !== 'returned') return refuse('form-45/not-in-this-state', { station, status })
  if (image?.sha256.length !== hashBytes) return refuse('paper/needs-image', { station })
  if (reason === '') return refuse('act/needs-reason', { station })
  const silent = agents.find(({ present: was, absenceReason }) => !was && absenceReason === '')
  if (silent !== undefined) return refuse('paper/absence-needs-reason', { candidate: silent.candidate })
  const needed = rules.parameters.exceptionApprovalsMin ?? exceptionApprovalsMinDefault
  const vouching = secondOfficers(paper.secondOfficers, 1)
  return vouching.length >= needed ? undefined : refuse('paper/needs-second-officer', { needed })
}

function decideKeyed({ state, rules, office }: SeatPlace, keyed: Form45Keyed): Refusal | undefined {
  const { form, session } = keyed
  const refusal = decideForm45(state, form, rules)
  if (refusal !== undefined || form === null) return refusal
  if (session.length !== sessionBytes) return refuse('statement/bad-shape', { field: 'session' })
  const { station } = form
  return onPresent(state, { station, form: keyed.document }, ({ status }, { person, readings }) => {
    if (status !== 'received' && status !== 'accepted') return refuse('form-45/not-in-this-state', { station, status })
    if (readings.length >= readingsMax) return refuse('reading/too-many', { station, readingsMax })
    if (person === office.person || readings.some((one) => one.person === office.person)) {
      return refuse('reading/same-person', { station })
    }
    const isSame = readings.some((one) => one.session === toHex(session))
    return isSame ? refuse('reading/same-session', { station }) : undefined
  })
}

function evolveKeyed(place: SeatPlace, form: Form45, session: string): void {
  const { state, said, office } = place
  const current = present(stationOf(state, form.station).current)
  const figures = figuresOf(form, state.columns.length)
  if (current.figures === undefined) read(place, current, form)
  const differs = current.figures !== figures
  const { office: name, person } = office
  const reading = { office: name, person, session, index: said.index, figures: differs ? figures : undefined }
  current.readings = withOne(current.readings, reading)
}

/** The figures of a paper are those that operators read. */
function read(place: SeatPlace, current: FormRecord, form: Form45): void {
  const outcome = checksOf(place, form)
  current.figures = figuresOf(form, place.state.columns.length)
  current.findings = outcome.findings
  current.notCheckable = outcome.notCheckable
}

// Every figure that any open reading has otherwise is settled at once, and no other.
function decideResolved(current: FormRecord, { station, figures, reason }: ReadingResolved): Refusal | undefined {
  if (reason === '') return refuse('act/needs-reason', { station })
  const open = openFigures(current)
  const named = new Set(figures.map(({ figure }) => (figure === null ? '' : nameOf(figure))))
  const isExact = open.size > 0 && named.size === figures.length && named.size === open.size
  return isExact && [...named].every((name) => open.has(name))
    ? undefined
    : refuse('reading/not-as-open', { station, open: open.size })
}

function openFigures({ figures: own, readings }: FormRecord): ReadonlySet<string> {
  if (own === undefined) return new Set()
  return new Set(
    readings.flatMap(({ figures }) => (figures === undefined ? [] : differences(own, figures).map(nameOf))),
  )
}

// What the presiding officer signed on his device nobody else alters: where the paper says otherwise the station is
// held. A paper's figures are what its readings come to.
function evolveResolved(place: SeatPlace, { station, figures }: ReadingResolved): void {
  const { state } = place
  const record = stationOf(state, station)
  const current = present(record.current)
  const outcome = settled(present(current.figures), figures)
  if (outcome !== current.figures && current.basis === 'device') return hold(place, record, 'form-45/paper-differs')
  changeStation(state, record, () => {
    if (outcome !== current.figures) read(place, current, formOf(outcome, station))
    for (const reading of current.readings) reading.figures = undefined
  })
  if (record.status === 'accepted' && hasError(current.findings)) enter(place, record, 'received')
}

/** Stations whose counted form lacks readings for a complete Form 47, or has an open one, by number. */
export function stationsToBeRead(state: SeatState, needed: number): readonly number[] {
  const counted = [...state.stations.values()].filter(({ status }) => status === 'accepted')
  return counted
    .filter(({ current }) => current !== undefined && readingsMissing(current, needed) !== undefined)
    .map(({ station }) => station.number)
    .toSorted((a, b) => a - b)
}
