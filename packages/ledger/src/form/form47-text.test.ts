import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { formHash, groupedHash } from './canonical.ts'
import { noStations } from '../count/state.ts'
import type { Form47 } from './form47.ts'
import { waysOut } from './form47-night.ts'
import { form47Text } from './form47-text.ts'
import { reconstructionNotice } from './reconstruction.ts'
import { isolated, textTable } from './text-table.ts'

const unknown = { votes: null, unknownAt: 1, disputed: 0, held: 0 }

const drill: Form47 = {
  form: '47',
  title: 'Provisional Consolidated Statement of Results of the Count',
  election: 'pk-ge-2024/drill',
  mode: 'drill',
  seat: 'NA-46',
  seatName: 'Islamabad-I',
  assembly: 'NA',
  province: 'ict',
  district: 'Islamabad',
  log: { generation: 1, size: 30, root: 'ab'.repeat(32) },
  register: { size: 12 },
  rulesVersion: 1,
  excludesPostalBallots: true,
  stations: { ...noStations, listed: 4, awaited: 1, returned: 1, held: 1, accepted: 1, registeredVoters: null },
  candidates: [
    { column: 0, serial: 1, label: 'محمد علی', party: 'پی ٹی آئی', votes: 123, unknownAt: 0, disputed: 23, held: 40 },
    { column: 1, serial: 'unmatched', label: 'PML-N', party: '', ...unknown },
  ],
  totals: {
    valid: { votes: 123, unknownAt: 2, disputed: 23, held: 40 },
    excluded: unknown,
    polled: unknown,
    votersMale: unknown,
    votersFemale: unknown,
    votersTotal: unknown,
  },
  leading: { column: 0, votes: 123, marginOverNext: 23, outstandingVoters: null, mayChange: null },
  counted: [{ station: 1, entry: 3, form: 'cd'.repeat(32), acceptedIn: 8 }],
  notCounted: [
    { station: 2, name: 'Govt School', status: 'awaited', since: null, reason: 'snow' },
    { station: 3, name: 'گورنمنٹ اسکول', status: 'returned', since: 11 },
    { station: 4, name: 'Town Hall', status: 'held', since: 12 },
  ],
  holds: [
    {
      station: 4,
      entry: 12,
      why: 'form-45/second-form',
      mustAct: 'returning-officer',
      dueAt: 1_707_430_000_000,
      waysOut,
      swapped: null,
    },
  ],
  disputes: [{ station: 1, entry: 14, copy: 'agent', office: 'agent/1/2', swapped: [0, 1] }],
  readings: { neededForComplete: 2, pending: [1], open: [] },
  locks: { none: 1, remote: 1, shown: 0, neverShown: [1, 4] },
  paper: { stations: [3], perMille: 333, alert: true },
  deadlines: [
    { stage: 'partial', dueAt: 1, entry: 8, outcome: 'missed', after: { at: 2, index: 7 }, before: null },
    { stage: 'complete', dueAt: null, entry: null, outcome: 'no-deadline', after: null, before: null },
  ],
  traces: {
    copySeenPosted: 0,
    copyNotPosted: 1,
    agentBarred: 2,
    accessRefused: 0,
    objections: 1,
    objectionsUpheld: 0,
    objectionsOpen: 1,
  },
  findings: [
    {
      station: 3,
      entry: 9,
      code: 'form-45/sum-mismatch',
      severity: 'error',
      figures: { stated: 3, summed: 4 },
      handled: null,
    },
  ],
  notCheckable: { 'form-45/over-registered': 1 },
  otherForms: [{ station: 3, entry: 4, form: 'ef'.repeat(32), why: 'superseded', findings: [] }],
  exceptions: [
    { kind: 'station-added', of: 4, entry: 20, statement: '12'.repeat(32), judgement: 'refused', judgedIn: 22 },
  ],
}

describe('a Form 47 as text', () => {
  const text = form47Text(drill)

  it('prints the hash of the canonical bytes, in groups of four', () => {
    expect(text).toContain(groupedHash(formHash(drill)))
    expect(groupedHash(formHash(drill))).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
  })

  it.each([
    ['what is counted', /Stations +1 of 4 counted/],
    ['a sum with what it lacks', /Valid votes +123 +one hundred twenty-three +\u2068ایک سو تئیس\u2069 +unknown at 2/],
    ['the unknown as unknown', /Votes polled +unknown/],
    [
      'a station awaited, with the reason',
      /awaited, not counted: 1\n.*\n +2 +\u2068Govt School\u2069 +\u2068snow\u2069/,
    ],
    ['a station returned', /returned, not counted: 1\n.*\n +3 +11 +\u2068گورنمنٹ اسکول\u2069/],
    ['a station held', /held, not counted: 1\n.*\n +4 +12 +\u2068Town Hall\u2069/],
    ['a finding with its figures', /3 +9 +error +form-45\/sum-mismatch +stated 3, summed 4/],
    ['a change after the freeze, with its judgement', /station-added +4 +20 +refused/],
    ['what could not be checked', /form-45\/over-registered at 1/],
    ['every other form', /3 +4 +superseded +efefefef/],
    [
      'a copy that says otherwise, and how',
      /1 +14 +agent +\u2068agent\/1\/2\u2069 +\u2068محمد علی\u2069 and \u2068PML-N\u2069 swapped/,
    ],
    ['a deadline that is set', /Due partial +missed, form of entry 8/],
    [
      'what was reported and objected to',
      /1 not posted, 2 agents barred, 0 refused access\n.*Objections +1, 1 of them open/,
    ],
    ['who leads', /Leading +\u2068محمد علی\u2069 with 123, 23 more than the next/],
  ])('shows %s', (_, shown) => {
    expect(text).toMatch(shown)
  })

  it('says nothing of a deadline that is none', () => {
    expect(text).not.toContain('Due complete')
  })

  it('says RECONSTRUCTION first, and from what, in mode replay only', () => {
    const { leading: _, ...counted } = drill
    const replay = { ...counted, mode: 'replay', reconstruction: { notice: reconstructionNotice, source: 'a file' } }
    expect(form47Text(replay).startsWith(`RECONSTRUCTION`)).toBe(true)
    expect(form47Text(replay)).toContain('Source: \u2068a file\u2069')
    expect(form47Text(replay)).not.toContain('Leading')
    expect(text).not.toContain('RECONSTRUCTION')
  })

  it('gives a terminal nothing to obey', () => {
    const named = form47Text({ ...drill, seatName: 'A\u001B[2J\nB\u2028\u009B1m' })
    expect(named).toContain('\u2068A\uFFFD[2J\uFFFDB\uFFFD\uFFFD1m\u2069')
    expect(named.replaceAll(/[\n\P{Control}]/gu, '')).toBe('')
  })
})

it('columns line up by what a terminal shows, for Urdu names too', () => {
  const columns = [{ title: 'Name', align: 'left' } as const, { title: 'Votes', align: 'right' } as const]
  const rows = ['محمد', 'مُحَمَّد', 'Ali', '選挙'].map((name, at) => [isolated(name), String(10 ** at)])
  const lines = textTable(columns, rows)
  expect(new Set(lines.map((line) => stringWidth(line)))).toEqual(new Set([stringWidth(lines[0] ?? '')]))
})
