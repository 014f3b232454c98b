import { type CandidatesListedInput, ListKind } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { candidatesMax, stationsMax } from '../base/limits.ts'
import { candidateOf, fixtureElection, type FixtureSeat, markingSigner, stationOf } from '../fixture/index.ts'
import type { Mode } from '../identity/election.ts'
import { sizeConcerning } from '../identity/register.ts'

describe('a list in parts', () => {
  it('is the same whichever part comes first', () => {
    const columnsIn = (order: readonly number[]) => {
      const { seat, freeze } = opened('replay')
      for (const part of order) seat.must(form33(seat, part))
      seat.must(seat.ro.certify(seat.log, ListKind.FORM_33))
      freeze()
      return seat.log.seat.columns
    }
    expect(columnsIn([2, 1])).toEqual(columnsIn([1, 2]))
    expect(columnsIn([2, 1])).toEqual([
      { label: 'A', serial: 1, party: 'Party 1' },
      { label: 'B', serial: 2, party: 'Independent' },
      { label: 'C', serial: null, party: '' },
    ])
  })

  it('starts again with a higher version, and nothing of the older one stays', () => {
    const { seat, freeze } = opened('replay')
    for (const part of [1, 2]) seat.must(form33(seat, part))
    const candidatesListed = { version: 2, part: 1, parts: 1, candidates: [candidateOf(5)] }
    seat.must(seat.ro.say('NA-1', { body: 'candidatesListed', candidatesListed }))
    seat.must(seat.ro.certify(seat.log, ListKind.FORM_33))
    freeze()
    expect(seat.log.seat.columns).toEqual([{ label: 'Candidate 5', serial: 5, party: 'Party 5' }])
    expect(seat.log.seat.collected).toBe(false)
  })

  it('counts for nothing until it is certified', () => {
    const { seat, freeze } = opened('drill')
    seat.must(seat.ro.listStations([stationOf(1)]))
    freeze()
    expect(seat.log.seat.stations.size).toBe(0)
    expect(seat.log.admit(seat.ro.issueForm47(seat.log))?.code).toBe('form-47/not-complete')
  })

  it.each([
    ['of a version that lacks a part', 1],
    ['of another kind than Form 28 and Form 33', 0],
  ])('is not certified %s', (_name, kind) => {
    const { seat } = opened('drill')
    seat.must(seat.ro.listStations([stationOf(1)], { version: 1, part: 1, parts: 2 }))
    const listCertified = { list: kind as ListKind, version: 1, parts: 2, sha256: new Uint8Array(32) }
    const signed = seat.ro.say('NA-1', { body: 'listCertified', listCertified })
    expect(seat.log.admit(signed)?.code).toBe(kind === 0 ? 'statement/bad-shape' : 'list/not-as-certified')
  })

  it('holds each part once', () => {
    const { seat } = opened('drill')
    const part = { version: 1, part: 1, parts: 2 }
    seat.must(seat.ro.listStations([stationOf(1)], part))
    for (const wrong of [
      part,
      { ...part, part: 0 },
      { ...part, part: 3 },
      { ...part, part: 2, parts: 3 },
      { ...part, version: 0 },
    ])
      expect(seat.log.admit(seat.ro.listStations([stationOf(2)], wrong))?.code).toBe('list/part-out-of-order')
  })

  it('numbers each row once over all its parts', () => {
    const { seat } = opened('drill')
    seat.must(seat.ro.listStations([stationOf(1)], { version: 1, part: 1, parts: 2 }))
    for (const wrong of [stationOf(1), { ...stationOf(2), name: '' }, stationOf(0)])
      expect(seat.log.admit(seat.ro.listStations([wrong], { version: 1, part: 2, parts: 2 }))?.code).toBe(
        'list/bad-row',
      )
  })

  it('has a limit', () => {
    const { seat } = opened('replay')
    const many = (length: number) =>
      Array.from({ length }, (_, at) => ({ ...stationOf(at + 1), name: 'S', physicalStation: '' }))
    for (const part of [1, 2, 3, 4])
      seat.must(
        seat.ro.listStations(many(stationsMax).slice(500 * part - 500, 500 * part), { version: 1, part, parts: 5 }),
      )
    expect(
      seat.log.admit(seat.ro.listStations([stationOf(stationsMax + 1)], { version: 1, part: 5, parts: 5 }))?.code,
    ).toBe('list/too-long')
    const columns = Array.from({ length: candidatesMax + 1 }, (_, at) => ({ label: `L${at}` }))
    const candidatesListed = { version: 1, part: 1, parts: 1, candidates: [], columns }
    expect(seat.log.admit(seat.ro.say('NA-1', { body: 'candidatesListed', candidatesListed }))?.code).toBe(
      'list/too-long',
    )
  })
})

describe('columns as collected', () => {
  it.each(['live', 'drill'] as const)('belong to no election of mode %s', (mode) => {
    const { seat } = opened(mode)
    expect(seat.log.admit(form33(seat, 1))?.code).toBe('list/only-in-replay')
  })

  it('have a label', () => {
    const { seat } = opened('replay')
    const candidatesListed = { version: 1, part: 1, parts: 1, columns: [{ label: '' }] }
    expect(seat.log.admit(seat.ro.say('NA-1', { body: 'candidatesListed', candidatesListed }))?.code).toBe(
      'list/bad-row',
    )
  })

  it('are candidates only where their serial stands in Form 33', () => {
    const { seat, freeze } = opened('replay')
    const candidatesListed = {
      version: 1,
      part: 1,
      parts: 1,
      candidates: [candidateOf(1)],
      columns: [{ label: 'X', serial: 9 }],
    }
    seat.must(seat.ro.say('NA-1', { body: 'candidatesListed', candidatesListed }))
    seat.must(seat.ro.certify(seat.log, ListKind.FORM_33))
    freeze()
    expect(seat.log.seat.columns).toEqual([{ label: 'X', serial: null, party: '' }])
  })
})

function opened(mode: Mode) {
  const election = fixtureElection({ mode, signer: markingSigner(), until: 'opened' })
  const seat = election.seat('NA-1')
  return { seat, election, freeze: () => seat.freeze() }
}

function form33(seat: FixtureSeat, part: number) {
  const parts: Readonly<Record<number, Partial<CandidatesListedInput>>> = {
    1: {
      candidates: [candidateOf(1)],
      columns: [
        { label: 'A', serial: 1 },
        { label: 'B', serial: 2 },
      ],
    },
    2: { candidates: [candidateOf(2)], columns: [{ label: 'C' }] },
  }
  return seat.ro.say('NA-1', {
    body: 'candidatesListed',
    candidatesListed: { version: 1, part, parts: 2, ...parts[part] },
  })
}

describe('a building', () => {
  it('is named by the register’s id once the log has pinned one, and by any before', () => {
    const { seat, election } = opened('drill')
    const [known, unknown] = [stationOf(1), stationOf(2)]
    seat.must(seat.ro.listStations([unknown]))
    election.must(election.declareBuildings(['building-1']))
    expect(seat.log.admit(seat.ro.listStations([unknown], { version: 2, part: 1, parts: 1 }))).toBeUndefined()
    seat.must(seat.pinned())
    expect(seat.log.admit(seat.ro.listStations([unknown], { version: 2, part: 1, parts: 1 }))?.code).toBe(
      'list/unknown-physical-station',
    )
    const unlinked = { ...unknown, physicalStation: '' }
    seat.must(seat.ro.listStations([known, unlinked], { version: 2, part: 1, parts: 1 }))
  })

  it('of the register is a reason for a log to pin it', () => {
    const { seat, election } = opened('drill')
    election.must(election.declareBuildings(['building-1']))
    expect(sizeConcerning(election.registerState, seat.name)).toBe(election.register.fold.size)
  })
})
