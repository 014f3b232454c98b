import { ListKind, StationChange } from '@khata/proto'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { shownList } from '../count/lists.ts'
import type { OpenedStatement } from '../event/statement.ts'
import {
  candidateOf,
  fixtureElection,
  type FixtureElection,
  type FixtureSeat,
  hashOf,
  judged,
  markingSigner,
  stationOf,
} from '../fixture/index.ts'
import { toHex } from '../base/bytes.ts'
import { readCandidates } from '../list/candidate-table.ts'
import { readStations } from '../list/station-table.ts'
import { csvText } from '../text/csv.ts'
import { canonicalBytes } from './canonical.ts'
import { form28, form28Table, form28Text } from './form28.ts'
import { form33, type Form33, form33Table, form33Text } from './form33.ts'

describe('Form 28', () => {
  it('shows the draft, the newest certified version, and what was frozen', () => {
    const { election, seat } = opened()
    expect(made28(election, seat)).toMatchObject({
      version: 0,
      entries: [],
      certified: null,
      frozen: null,
      stations: [],
    })
    seat.must(seat.ro.listStations([stationOf(2), stationOf(1)]))
    expect(made28(election, seat)).toMatchObject({
      version: 1,
      entries: [1],
      certified: null,
      newerVersion: null,
      stations: [{ number: 1 }, { number: 2 }],
    })
    seat.must(seat.ro.certify(seat.log, ListKind.FORM_28))
    const { sha256 } = seat.log.seat.form28.certified[0]!
    const listAcknowledged = { list: ListKind.FORM_28, version: 1, sha256 }
    seat.must(election.hq.say('NA-1', { body: 'listAcknowledged', listAcknowledged }))
    seat.must(seat.ro.listStations([stationOf(7)], { version: 2, part: 1, parts: 2 }))
    const certified = { entry: 2, sha256: toHex(sha256) }
    const acknowledged = [{ office: 'hq', entry: 3 }]
    const shown = { version: 1, entries: [1], certified, acknowledged, stations: [{ number: 1 }, { number: 2 }] }
    expect(made28(election, seat)).toMatchObject({ ...shown, newerVersion: 2, frozen: null })
    seat.freeze()
    const registerEntry = election.register.fold.size - 1
    expect(made28(election, seat)).toMatchObject({ ...shown, newerVersion: 2, frozen: { size: 5, registerEntry } })
  })

  it('has the rows as amended, and each amendment with its judgement', () => {
    const { election, seat } = frozen()
    const added = seat.must(seat.ro.amend(StationChange.ADDED, stationOf(9)))
    const entry = seat.log.fold.size - 1
    seat.must(seat.ro.amend(StationChange.CORRECTED, { ...stationOf(2), name: 'Town Hall', registeredTotal: null }))
    seat.must(seat.ro.retire(1))
    seat.must(election.hq.say('NA-1', judged(added, true)))
    const form = made28(election, seat)
    expect(form.stations.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Government School 1'],
      [2, 'Town Hall'],
      [3, 'Government School 3'],
      [9, 'Government School 9'],
    ])
    expect(form.totals).toMatchObject({ stations: 4, registeredMale: 2_000, registeredTotal: null })
    expect(form.amendments).toMatchObject([
      { kind: 'station-added', of: 9, entry, statement: toHex(hashOf(added)), judgement: 'ratified' },
      { kind: 'station-corrected', of: 2, judgement: 'open' },
    ])
  })

  it('is, as a table, what an import reads', () => {
    const { election, seat } = frozen()
    const stations = [...seat.log.seat.stations.values()].map(({ station }) => station)
    const table = form28Table(made28(election, seat))
    expect(readStations(table)).toEqual({ rows: stations, faults: [], warnings: [] })
    expect(csvText(table)).toContain('1,Government School 1,combined,500,500,1000,,,building-1,,,\r\n')
  })

  it('is text whose columns line up, with its acts and amendments', () => {
    const { election, seat } = frozen()
    seat.must(seat.ro.amend(StationChange.MOVED, { ...stationOf(2), name: 'گورنمنٹ اسکول' }))
    const text = form28Text(made28(election, seat))
    expect(text).toMatch(/^FORM 28 {2}List of Polling Stations\n/)
    expect(text).toMatch(/Frozen +by HQ, at \d+ entries/)
    expect(text).toMatch(/station-moved +2 +\d+ +open/)
    const rows = text.split('\n').filter((line) => /^ +(\d|Total| +Total)/.test(line) && line.includes('1000'))
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map((line) => stringWidth(line))).size).toBe(1)
  })
})

describe('Form 33', () => {
  it('is made of the entries that carry its parts, before the freeze and after', () => {
    const { election, seat } = frozen('listed')
    const before = made33(election, seat)
    expect(before?.candidates.map(({ serial, nameUr }) => [serial, nameUr])).toEqual([
      [1, 'امیدوار 1'],
      [2, 'امیدوار 2'],
      [3, 'امیدوار 3'],
    ])
    seat.freeze()
    const after = made33(election, seat)
    expect(after?.candidates).toEqual(before?.candidates)
    expect(after?.certified).toEqual(before?.certified)
    expect([before?.frozen, after?.frozen?.size]).toEqual([null, seat.log.fold.size - 1])
  })

  it('is made of no other entries, nor of these in another order, nor of some', () => {
    const { election, seat } = frozen()
    const carriers = carriersOf(seat)
    const make = (of: readonly OpenedStatement[]) => form33(seat.log.seat, election.registerState, of)
    expect(make(carriers)).toBeDefined()
    const opening = seat.log.entries[0]?.statement
    for (const wrong of [
      [],
      carriers.slice(1),
      carriers.toReversed(),
      opening?.ok === true ? [...carriers.slice(1), opening.value] : [],
    ]) {
      expect(make(wrong)).toBeUndefined()
    }
  })

  it('of a draft is made of that draft, not of another version', () => {
    const { election, seat } = opened()
    seat.must(seat.ro.listCandidates([candidateOf(1)]))
    const first = carriersOf(seat)
    expect(made33(election, seat)).toMatchObject({ version: 1, certified: null })
    seat.must(seat.ro.listCandidates([candidateOf(2)], 2))
    expect(form33(seat.log.seat, election.registerState, first)).toBeUndefined()
    expect(made33(election, seat)).toMatchObject({ version: 2, candidates: [{ serial: 2 }] })
  })

  it('marks who retired, and is a table and text', () => {
    const { election, seat } = frozen()
    seat.must(seat.ro.retire(2))
    const form = made33(election, seat)!
    expect(form.candidates.map(({ retired }) => retired)).toEqual([undefined, true, undefined])
    expect(form.amendments).toMatchObject([{ kind: 'candidate-retired', of: 2 }])
    const { rows, faults } = readCandidates(form33Table(form))
    expect(form.candidates).toMatchObject(rows)
    expect([rows.length, faults]).toEqual([3, []])
    expect(form33Text(form)).toMatch(
      /2 +\u2068Candidate 2\u2069 +\u2068امیدوار 2\u2069 +\u2068Independent\u2069 +retired/,
    )
  })

  it('in a reconstruction has the columns as collected, and says what it is', () => {
    const columns = [{ label: 'PML-N', serial: 1 }, { label: 'Others' }]
    const election = fixtureElection({ signer: markingSigner(), mode: 'replay', columns })
    const form = made33(election, election.seat('NA-1'))
    expect(form).toMatchObject({ columns: [columns[0], { label: 'Others', serial: null }], mode: 'replay' })
    expect(form33Text(form!)).toMatch(/^RECONSTRUCTION/)
  })
})

it('a list form is canonical JSON: numbers are integers, unknown is null', () => {
  const { election, seat } = frozen()
  for (const form of [made28(election, seat), made33(election, seat)!]) {
    const text = new TextDecoder().decode(canonicalBytes(form))
    expect(JSON.parse(text)).toEqual(form)
  }
})

interface World {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
}

function opened(): World {
  const election = fixtureElection({ signer: markingSigner(), until: 'opened' })
  return { election, seat: election.seat('NA-1') }
}

function frozen(until: 'listed' | 'frozen' = 'frozen'): World {
  const election = fixtureElection({ signer: markingSigner(), until })
  return { election, seat: election.seat('NA-1') }
}

function made28({ registerState }: FixtureElection, { log }: FixtureSeat) {
  return form28(log.seat, registerState)
}

function made33({ registerState }: FixtureElection, seat: FixtureSeat): Form33 | undefined {
  return form33(seat.log.seat, registerState, carriersOf(seat))
}

function carriersOf({ log }: FixtureSeat): readonly OpenedStatement[] {
  return shownList(log.seat.form33).entries.flatMap((index) => {
    const statement = log.entries[index]?.statement
    return statement?.ok === true ? [statement.value] : []
  })
}
