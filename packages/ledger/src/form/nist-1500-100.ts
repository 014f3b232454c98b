import { noFigures, votesIn, wholeIn } from '../count/figures.ts'
import type { SeatState, StationRecord } from '../count/state.ts'
import { registeredAt } from '../count/checks.ts'
import type { Form47 } from './form47.ts'
import { stationsInOrder } from './seat-heading.ts'
import type {
  CandidateContest,
  CandidateSelection,
  CountStatus,
  Election,
  ElectionReport,
  InternationalizedText,
  NistCandidate,
  Party,
  ReportingUnit,
  SummaryCounts,
  VoteCounts,
} from './nist-types.ts'

/** A seat's Form 47, and the state that it was made of, where the stations' figures are. */
export interface ReportedSeat {
  readonly form: Form47
  readonly state: SeatState
}

export interface ReportMaking {
  /** `2024-02-08T18:00:00Z` */
  readonly generatedAt: string
  /** Days of the poll, `2024-02-08`. */
  readonly firstDay: string
  readonly lastDay: string
  readonly issuer: string
  readonly issuerAbbreviation: string
}

/**
 * Provisional results of seats in the common data format of NIST SP 1500-100 version 2, as JSON. Counts are of
 * `election-day`: Form 47 excludes postal ballots. What is unknown, in part too, is left out, never 0.
 */
export function electionReport(seats: readonly ReportedSeat[], making: ReportMaking): ElectionReport {
  const parties = partiesOf(seats)
  const notices = new Set(seats.flatMap(({ form }) => form.reconstruction?.notice ?? []))
  return {
    '@type': 'ElectionResults.ElectionReport',
    Format: 'precinct-level',
    GeneratedDate: making.generatedAt,
    IsTest: seats.some(({ form }) => form.mode !== 'live'),
    Issuer: making.issuer,
    IssuerAbbreviation: making.issuerAbbreviation,
    Notes: [...notices, 'Postal ballots are not included.'].join(' '),
    SequenceStart: 1,
    SequenceEnd: 1,
    Status: seats.every(({ form }) => isComplete(form)) ? 'unofficial-complete' : 'unofficial-partial',
    VendorApplicationId: 'khata',
    Election: electionsOf(seats, parties, making),
    GpUnit: [country(seats), ...seats.flatMap((seat) => [seatUnit(seat), ...stationUnits(seat)])],
    Party: [...parties].map(([name, id]): Party => ({ '@id': id, '@type': 'ElectionResults.Party', Name: text(name) })),
  }
}

const countryId = 'country'

function seatId(seat: string): string {
  return `seat-${seat}`
}

function stationId(seat: string, station: number): string {
  return `station-${seat}-${station}`
}

function candidateId(seat: string, column: number): string {
  return `candidate-${seat}-${column}`
}

/** Each party by its name, with its id; candidates without one stand for none. */
function partiesOf(seats: readonly ReportedSeat[]): ReadonlyMap<string, string> {
  const named = seats.flatMap(({ form }) => form.candidates.map(({ party }) => party))
  return new Map([...new Set(named.filter((party) => party !== ''))].map((party, at) => [party, `party-${at + 1}`]))
}

function electionsOf(
  seats: readonly ReportedSeat[],
  parties: ReadonlyMap<string, string>,
  { firstDay, lastDay }: ReportMaking,
): readonly Election[] {
  const byElection = Map.groupBy(seats, ({ form }) => form.election)
  return [...byElection].map(([election, held]) => ({
    '@type': 'ElectionResults.Election',
    Name: text(election),
    Type: 'other',
    OtherType: election,
    ElectionScopeId: countryId,
    StartDate: firstDay,
    EndDate: lastDay,
    Candidate: held.flatMap(({ form }) => form.candidates.map((candidate) => candidateOf(form, candidate, parties))),
    Contest: held.map(contestOf),
  }))
}

function candidateOf(
  { seat }: Form47,
  { column, label, party, retired }: Form47['candidates'][number],
  parties: ReadonlyMap<string, string>,
): NistCandidate {
  const partyId = parties.get(party)
  return {
    '@id': candidateId(seat, column),
    '@type': 'ElectionResults.Candidate',
    BallotName: text(label),
    ...(partyId !== undefined && { PartyId: partyId }),
    ...(retired === true && { PreElectionStatus: 'withdrawn' }),
  }
}

function contestOf(seat: ReportedSeat): CandidateContest {
  const { form } = seat
  return {
    '@id': `contest-${form.seat}`,
    '@type': 'ElectionResults.CandidateContest',
    Name: `${form.seat} ${form.seatName}`,
    ElectoralDistrictId: seatId(form.seat),
    VotesAllowed: 1,
    NumberElected: 1,
    VoteVariation: 'plurality',
    ...subUnits(form),
    CountStatus: [countStatus(isComplete(form) ? 'completed' : 'in-process')],
    BallotSelection: form.candidates.map((candidate) => selectionOf(seat, candidate)),
    SummaryCounts: [
      ...countedAt(seat).map(({ station, current }) => {
        const [, excluded, polled] = wholeIn(current?.figures ?? noFigures)
        return summary(stationId(form.seat, station.number), polled ?? null, excluded ?? null)
      }),
      summary(seatId(form.seat), whole(form.totals.polled), whole(form.totals.excluded)),
    ],
  }
}

function selectionOf(seat: ReportedSeat, candidate: Form47['candidates'][number]): CandidateSelection {
  const { form } = seat
  const { column } = candidate
  const ofStations = countedAt(seat).flatMap(({ station, current }) =>
    voteCounts(stationId(form.seat, station.number), votesIn(current?.figures ?? noFigures)[column] ?? null),
  )
  return {
    '@id': `selection-${form.seat}-${column}`,
    '@type': 'ElectionResults.CandidateSelection',
    CandidateIds: [candidateId(form.seat, column)],
    SequenceOrder: column + 1,
    VoteCounts: [...ofStations, ...voteCounts(seatId(form.seat), whole(candidate))],
  }
}

function country(seats: readonly ReportedSeat[]): ReportingUnit {
  return {
    '@id': countryId,
    '@type': 'ElectionResults.ReportingUnit',
    Type: 'country',
    Name: 'Pakistan',
    ComposingGpUnitIds: seats.map(({ form }) => seatId(form.seat)),
  }
}

function seatUnit({ form, state }: ReportedSeat): ReportingUnit {
  return {
    '@id': seatId(form.seat),
    '@type': 'ElectionResults.ReportingUnit',
    Type: 'other',
    OtherType: 'constituency',
    Name: form.seatName,
    Number: form.seat,
    ...subUnits(form),
    ...(form.stations.registeredVoters !== null && { VotersRegistered: form.stations.registeredVoters }),
    ComposingGpUnitIds: stationsInOrder(state).map(({ station }) => stationId(form.seat, station.number)),
  }
}

function stationUnits({ form, state }: ReportedSeat): readonly ReportingUnit[] {
  return stationsInOrder(state).map(({ station, status }) => {
    const registered = registeredAt(station)
    return {
      '@id': stationId(form.seat, station.number),
      '@type': 'ElectionResults.ReportingUnit',
      Type: 'polling-place',
      Name: station.name,
      Number: String(station.number),
      ...(registered !== null && { VotersRegistered: registered }),
      CountStatus: [
        countStatus(status === 'accepted' ? 'completed' : status === 'awaited' ? 'not-processed' : 'in-process'),
      ],
    }
  })
}

function countedAt({ state }: ReportedSeat): readonly StationRecord[] {
  return stationsInOrder(state).filter(({ status }) => status === 'accepted')
}

function isComplete({ stations, notCounted }: Form47): boolean {
  return stations.listed > 0 && notCounted.every(({ status }) => status === 'closed')
}

function subUnits({ stations }: Form47): { readonly SubUnitsReported: number; readonly TotalSubUnits: number } {
  return { SubUnitsReported: stations.accepted, TotalSubUnits: stations.listed }
}

function countStatus(status: CountStatus['Status']): CountStatus {
  return { '@type': 'ElectionResults.CountStatus', Type: 'election-day', Status: status }
}

/** A sum that every counted form is part of. */
function whole({ votes, unknownAt }: { readonly votes: number | null; readonly unknownAt: number }): number | null {
  return unknownAt === 0 ? votes : null
}

function voteCounts(unit: string, count: number | null): readonly VoteCounts[] {
  if (count === null) return []
  return [{ '@type': 'ElectionResults.VoteCounts', Type: 'election-day', GpUnitId: unit, Count: count }]
}

function summary(unit: string, cast: number | null, rejected: number | null): SummaryCounts {
  return {
    '@type': 'ElectionResults.SummaryCounts',
    Type: 'election-day',
    GpUnitId: unit,
    ...(cast !== null && { BallotsCast: cast }),
    ...(rejected !== null && { BallotsRejected: rejected }),
  }
}

function text(content: string): InternationalizedText {
  const language = /\p{Script=Arabic}/u.test(content) ? 'ur' : 'en'
  return {
    '@type': 'ElectionResults.InternationalizedText',
    Text: [{ '@type': 'ElectionResults.LanguageString', Content: content, Language: language }],
  }
}
