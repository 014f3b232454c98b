import { Role, Stage } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import type { SignedBytes } from '../event/statement.ts'
import { type FixtureSeat, fixtureElection, hashOf, markingSigner, type Watcher } from '../fixture/index.ts'
import { tracesJson } from '../form/traces.ts'

type Report = (by: Watcher, station: number | undefined) => SignedBytes

const atStation: Readonly<Record<string, Report>> = {
  copySeenPosted: (by, station = 1) => by.seePosted(station),
  copyNotPosted: (by, station = 1) => by.missPosted(station),
}
const anywhere: Readonly<Record<string, Report>> = {
  agentBarred: (by, station) => by.barred(Stage.TABULATION, station),
  accessRefused: (by, station) => by.refusedAccess(Stage.TABULATION, station),
  objectionRaised: (by, station) => by.object(Stage.TABULATION, station),
}

describe('a report', () => {
  const table = Object.entries({ ...atStation, ...anywhere })

  it.each(table)('%s is kept with its station and listed, and touches no figure', (_, report) => {
    const seat = night()
    const sums = structuredClone(seat.log.seat.sums)
    for (const by of [seat.agent(1, 1), seat.candidate(1), seat.observer()]) seat.must(report(by, 1))
    const { traces, objections } = listed(seat)
    expect([...traces, ...objections].map(({ station, office }) => [station, office])).toEqual([
      [1, 'agent/1/1'],
      [1, 'candidate/1'],
      [1, 'observer'],
    ])
    expect(seat.log.seat.sums).toEqual(sums)
  })

  it.each(table)('%s names a station of Form 28, and an agent speaks of his own', (_, report) => {
    const seat = night()
    expect(seat.log.admit(report(seat.observer(), 99))?.code).toBe('station/not-in-form-28')
    expect(seat.log.admit(report(seat.agent(1, 1), 2))?.code).toBe('station/not-own')
  })

  it.each(table)('%s waits for the freeze', (_, report) => {
    const seat = fixtureElection({ signer: markingSigner(), watchers: true, until: 'listed' }).seat('NA-1')
    expect(seat.log.admit(report(seat.observer(), 1))?.code).toBe('seat/not-frozen')
  })

  it.each(Object.entries(anywhere))("%s may be of the returning officer's office", (_, report) => {
    const seat = night()
    seat.must(report(seat.agent(1, 1), undefined))
    const { traces, objections } = listed(seat)
    expect([...traces, ...objections]).toMatchObject([{ station: null, stage: 'tabulation' }])
  })

  it('says at which stage, and of an agent of which candidate', () => {
    const seat = night()
    const by = seat.observer()
    for (const report of [
      by.barred(Stage.UNSPECIFIED),
      by.refusedAccess(Stage.UNSPECIFIED),
      by.object(Stage.UNSPECIFIED),
    ])
      expect(seat.log.admit(report)?.code).toBe('statement/bad-shape')
    const agentBarred = { candidate: 9, stage: Stage.COUNT, note: '' }
    expect(seat.log.admit(by.say('NA-1', { body: 'agentBarred', agentBarred }))?.code).toBe('candidate/not-in-form-33')
  })

  it('is counted for the returning officer to answer for, in Form 47', () => {
    const seat = night()
    seat.must(seat.agent(1, 1).missPosted(1))
    seat.must(seat.agent(2, 1).seePosted(2))
    for (const station of [1, 2]) seat.must(seat.agent(station, 2).barred(Stage.TABULATION))
    seat.must(seat.ro.decideOn(seat.must(seat.candidate(1).object(Stage.TABULATION)), true))
    seat.must(seat.observer().object(Stage.COUNT, 1))
    expect(seat.log.form47.traces).toEqual({
      copySeenPosted: 1,
      copyNotPosted: 1,
      agentBarred: 2,
      accessRefused: 0,
      objections: 2,
      objectionsUpheld: 1,
      objectionsOpen: 1,
    })
    expect(listed(seat).counts).toEqual(seat.log.form47.traces)
  })
})

describe('an objection', () => {
  it('gives its ground', () => {
    const seat = night()
    expect(seat.log.admit(seat.observer().object(Stage.COUNT, 1, ''))?.code).toBe('act/needs-reason')
  })

  it.each([true, false])('is decided once, with a reason: upheld %s', (upheld) => {
    const seat = night()
    const objection = seat.must(seat.agent(1, 1).object(Stage.COUNT, 1))
    expect(listed(seat).objections).toMatchObject([{ decision: null }])
    expect(seat.log.admit(seat.ro.decideOn(objection, upheld, ''))?.code).toBe('act/needs-reason')
    seat.must(seat.ro.decideOn(objection, upheld))
    const entry = seat.log.fold.size - 1
    expect(listed(seat).objections).toMatchObject([{ station: 1, decision: { office: 'ro', entry, upheld } }])
    expect(seat.log.admit(seat.ro.decideOn(objection, !upheld))?.code).toBe('objection/already-decided')
  })

  it('is decided by the presiding officer at the station, and by the returning officer anywhere', () => {
    const seat = night()
    const here = seat.must(seat.agent(1, 1).object(Stage.COUNT, 1))
    const atOffice = seat.must(seat.agent(1, 1).object(Stage.TABULATION))
    const byPo = (station: number, objection: SignedBytes) => {
      const objectionDecided = { objection: hashOf(objection), upheld: false, reason: 'looked' }
      return seat.po(station).say('NA-1', { body: 'objectionDecided', objectionDecided })
    }
    expect(seat.log.admit(byPo(2, here))?.code).toBe('station/not-own')
    expect(seat.log.admit(byPo(1, atOffice))?.code).toBe('station/not-own')
    seat.must(byPo(1, here))
    seat.must(seat.ro.decideOn(atOffice, true))
  })

  it('by an agent is heard in the log of the station that he is enrolled at, whatever his office is called', () => {
    const seat = night()
    const late = seat.watcher('late')
    const post = { office: 'agent/3/9', role: Role.POLLING_AGENT, station: 3, candidate: 2 }
    seat.must(seat.ro.enrol(late, post, { reason: 'fell ill', secondOfficers: [seat.aro] }))
    seat.must(late.object(Stage.COUNT, 3))
    expect(seat.log.admit(late.object(Stage.COUNT, 1))?.code).toBe('station/not-own')
  })
})

function listed({ log }: FixtureSeat) {
  return tracesJson('pk-fixture/drill', log.seat, log.fold.size)
}

function night(): FixtureSeat {
  return fixtureElection({ signer: markingSigner(), watchers: true }).seat('NA-1')
}
