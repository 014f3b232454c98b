import { describe, expect, it } from 'vitest'
import {
  fixtureElection,
  type FixtureOptions,
  markingSigner,
  registeredVoters,
  votesOfStation,
} from '../fixture/index.ts'
import { electionReport, type ReportedSeat } from './nist-1500-100.ts'

const making = {
  generatedAt: '2024-02-08T22:06:40Z',
  firstDay: '2024-02-08',
  lastDay: '2024-02-08',
  issuer: 'Election Commission of Pakistan',
  issuerAbbreviation: 'ECP',
}

/** Of each class that a report has: what the specification requires, and which others it allows. */
const classes: Readonly<Record<string, { readonly required: readonly string[]; readonly allowed: readonly string[] }>> =
  {
    ElectionReport: {
      required: [
        'Format',
        'GeneratedDate',
        'Issuer',
        'IssuerAbbreviation',
        'SequenceEnd',
        'SequenceStart',
        'Status',
        'VendorApplicationId',
      ],
      allowed: ['Election', 'GpUnit', 'IsTest', 'Notes', 'Party'],
    },
    Election: {
      required: ['ElectionScopeId', 'EndDate', 'Name', 'StartDate', 'Type'],
      allowed: ['Candidate', 'Contest', 'OtherType'],
    },
    Candidate: { required: ['@id', 'BallotName'], allowed: ['PartyId', 'PreElectionStatus'] },
    CandidateContest: {
      required: ['@id', 'ElectoralDistrictId', 'Name', 'VotesAllowed'],
      allowed: [
        'BallotSelection',
        'CountStatus',
        'NumberElected',
        'SubUnitsReported',
        'SummaryCounts',
        'TotalSubUnits',
        'VoteVariation',
      ],
    },
    CandidateSelection: { required: ['@id', 'CandidateIds'], allowed: ['SequenceOrder', 'VoteCounts'] },
    CountStatus: { required: ['Status', 'Type'], allowed: [] },
    InternationalizedText: { required: ['Text'], allowed: [] },
    LanguageString: { required: ['Content', 'Language'], allowed: [] },
    Party: { required: ['@id', 'Name'], allowed: [] },
    ReportingUnit: {
      required: ['@id', 'Type'],
      allowed: [
        'ComposingGpUnitIds',
        'CountStatus',
        'Name',
        'Number',
        'OtherType',
        'SubUnitsReported',
        'TotalSubUnits',
        'VotersRegistered',
      ],
    },
    SummaryCounts: { required: ['Type'], allowed: ['BallotsCast', 'BallotsRejected', 'GpUnitId'] },
    VoteCounts: { required: ['Count', 'Type'], allowed: ['GpUnitId'] },
  }

describe('a report in the common data format', () => {
  const report = electionReport([night('NA-1', 2), night('NA-2', 3)], making)
  const objects = objectsIn(report)

  it.each(Object.entries(classes))('has what is required of each %s, and nothing that is not allowed', (name, of) => {
    const found = objects.filter((object) => object['@type'] === `ElectionResults.${name}`)
    expect(found.length).toBeGreaterThan(0)
    for (const object of found) {
      const properties = Object.keys(object).filter((property) => property !== '@type')
      expect(properties).toEqual(expect.arrayContaining([...of.required]))
      expect(properties.filter((property) => ![...of.required, ...of.allowed].includes(property))).toEqual([])
    }
  })

  it('names no other class, and each object once', () => {
    const types = new Set(objects.map((object) => object['@type']))
    expect(types).toEqual(new Set(Object.keys(classes).map((name) => `ElectionResults.${name}`)))
    const ids = objects.flatMap((object) => (typeof object['@id'] === 'string' ? [object['@id']] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers only to what it holds', () => {
    const ids = new Set(objects.map((object) => object['@id']))
    const referred = objects.flatMap((object) =>
      Object.entries(object).flatMap(([name, value]) =>
        /[a-z]Ids?$/.test(name) && name !== 'VendorApplicationId' ? [value].flat() : [],
      ),
    )
    expect(referred.length).toBeGreaterThan(0)
    expect(referred.filter((id) => !ids.has(id))).toEqual([])
  })

  it('has each counted station’s votes and the seat’s, which are their sum', () => {
    const [contest] = report.Election[0]?.Contest ?? []
    for (const [column, { VoteCounts }] of (contest?.BallotSelection ?? []).entries()) {
      const stations = [1, 2].map((station) => votesOfStation(station, 3)[column] ?? 0)
      expect(VoteCounts.map(({ GpUnitId, Count }) => [GpUnitId, Count])).toEqual([
        ['station-NA-1-1', stations[0]],
        ['station-NA-1-2', stations[1]],
        ['seat-NA-1', (stations[0] ?? 0) + (stations[1] ?? 0)],
      ])
    }
    expect(contest?.SummaryCounts.at(-1)).toMatchObject({ GpUnitId: 'seat-NA-1', BallotsRejected: 0 })
  })

  it('is partial while a station of a seat is open, complete when none is', () => {
    expect(report.Status).toBe('unofficial-partial')
    expect(electionReport([night('NA-2', 3)], making).Status).toBe('unofficial-complete')
    expect(report.GpUnit.find((unit) => unit['@id'] === 'seat-NA-1')).toMatchObject({
      SubUnitsReported: 2,
      TotalSubUnits: 3,
      VotersRegistered: 3 * registeredVoters,
    })
    const statusOf = (station: string) =>
      report.GpUnit.find((unit) => unit['@id'] === station)?.CountStatus?.[0]?.Status
    expect(['station-NA-1-1', 'station-NA-1-3'].map(statusOf)).toEqual(['completed', 'not-processed'])
  })

  it('leaves out what is unknown', () => {
    const { seat } = opened('NA-1')
    seat.must(seat.ro.accept(seat.must(seat.po(1).submit({ votes: [5, 6, 7], fields: { excludedTotal: null } })), 1))
    const unknown = electionReport([{ form: seat.log.form47, state: seat.log.seat }], making)
    for (const counts of unknown.Election[0]?.Contest[0]?.SummaryCounts ?? []) {
      expect(counts).not.toHaveProperty('BallotsRejected')
    }
  })

  it('marks who retired, and a drill or reconstruction as a test', () => {
    const { seat } = opened('NA-1')
    seat.must(seat.ro.retire(2))
    const { Election: held, IsTest } = electionReport([{ form: seat.log.form47, state: seat.log.seat }], making)
    expect(held[0]?.Candidate.map(({ PreElectionStatus }) => PreElectionStatus)).toEqual([
      undefined,
      'withdrawn',
      undefined,
    ])
    expect(IsTest).toBe(true)
    const live = opened('NA-1', { mode: 'live' }).seat
    expect(electionReport([{ form: live.log.form47, state: live.log.seat }], making).IsTest).toBe(false)
    const replay = opened('NA-1', { mode: 'replay' }).seat
    expect(electionReport([{ form: replay.log.form47, state: replay.log.seat }], making).Notes).toMatch(
      /^RECONSTRUCTION/,
    )
  })
})

function opened(name: string, options: FixtureOptions = {}) {
  const election = fixtureElection({ signer: markingSigner(), seats: [name], ...options })
  return { seat: election.seat(name) }
}

/** A seat whose first stations are counted. */
function night(name: string, counted: number): ReportedSeat {
  const { seat } = opened(name)
  for (let station = 1; station <= counted; station += 1) {
    seat.must(seat.ro.accept(seat.must(seat.po(station).submit({ votes: votesOfStation(station, 3) })), station))
  }
  return { form: seat.log.form47, state: seat.log.seat }
}

type Properties = Readonly<Record<string, unknown>>

/** Every object inside, itself first. */
function objectsIn(value: unknown): readonly Properties[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Properties, ...Object.values(value).flatMap(objectsIn)]
}
