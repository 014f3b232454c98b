import { expect, it } from 'vitest'
import { collectedColumn } from './party-labels.ts'
import type { CandidatePlan } from './plan.ts'

it('links the one candidate of the party, however the list spells it', () => {
  for (const [label, party, symbol] of [
    ['PML-N', 'Pakistan Muslim League(N)', 'TIGER'],
    ['PPP', 'PPP (Parliamentarian)', 'ARROW'],
    ['JIP', "JAMA'AT-E-ISLAMI PAKISTAN", 'SCALE'],
    ['MQM-P', 'Mutthaida Qomi Movement Pakistan', 'KITE'],
    ['PML-N', 'Pakistan Muslim League (N)', 'TIGER CODE'],
  ] as const) {
    expect(collectedColumn(label, [other(1), candidate(2, party, symbol)])).toEqual({ label, serial: 2 })
  }
})

it('leaves independents unmatched, even where the list has only one', () => {
  const list = [candidate(1, 'Independent', 'DOVE')]
  expect(collectedColumn('PTI-IND', list)).toEqual({ label: 'PTI-IND' })
  expect(collectedColumn('IND', list)).toEqual({ label: 'IND' })
})

it('leaves a label unmatched where two candidates or none have the party', () => {
  const twice = [candidate(1, 'Pakistan Muslim League (N)', 'CHAIR'), candidate(2, 'PML(N)', 'TIGER')]
  expect(collectedColumn('PML-N', twice)).toEqual({ label: 'PML-N' })
  expect(collectedColumn('PML-N', [other(1)])).toEqual({ label: 'PML-N' })
})

it('keeps parties of like names apart', () => {
  const likeNames = [
    candidate(1, 'Mohajir Qaumi Movement Pakistan', 'CANDLE'),
    candidate(2, 'MQM', 'KITE'),
    candidate(3, 'Pakistan Markazi Muslim League', 'CHAIR'),
    candidate(4, 'Pakistan Peoples Party (Shaheed Bhutto)', 'FIST'),
    candidate(5, 'Jamiat Ulema-e-Islam Pakistan (S)', 'LADDER'),
    candidate(6, '', 'SCALE'),
  ]
  for (const label of ['MQM-P', 'PML-N', 'PML-Q', 'PPP', 'JUI', 'JIP']) {
    expect(collectedColumn(label, likeNames)).toEqual({ label })
  }
})

it('does not link a candidate who holds another symbol than the party', () => {
  const list = [candidate(1, 'Tehreek Labbaik Pakistan', 'LETTER BOX')]
  expect(collectedColumn('TLP', list)).toEqual({ label: 'TLP' })
  expect(collectedColumn('TLP', [candidate(1, 'Tehreek Labbaik Pakistan')])).toEqual({ label: 'TLP', serial: 1 })
})

function candidate(serial: number, party: string, symbol?: string): CandidatePlan {
  return { serial, nameEn: `Candidate ${serial}`, party, ...(symbol !== undefined && { symbol }) }
}

function other(serial: number): CandidatePlan {
  return candidate(serial, 'Independent', 'DOVE')
}
