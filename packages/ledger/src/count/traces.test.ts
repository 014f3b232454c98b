import { Role, Stage } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import type { RefusalCode } from '../event/refusal.ts'
import type { SignedBytes } from '../event/statement.ts'
import { type FixtureSeat, fixtureElection, markingSigner, type Watcher } from '../fixture/index.ts'
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

const acts = [
  'raise at a station',
  'raise at the office',
  'uphold',
  'overrule',
  'uphold as its presiding officer',
  'overrule as its presiding officer',
  'decide as another presiding officer',
  'decide without a reason',
  'decide on another that nobody raised',
] as const
type Act = (typeof acts)[number]
type State = 'not raised' | 'open at a station' | 'open at the office' | 'upheld' | 'overruled'

const unknown = 'objection/unknown'
const decided = 'objection/already-decided'
const afterDecision = {
  uphold: decided,
  overrule: decided,
  'uphold as its presiding officer': decided,
  'overrule as its presiding officer': decided,
  'decide as another presiding officer': 'station/not-own',
  'decide without a reason': decided,
  'decide on another that nobody raised': unknown,
} as const

/** What each act makes of the first objection, by the state it is in, or what refuses it. Raised again is a second one. */
const arrows: Readonly<Record<State, Readonly<Record<Act, State | RefusalCode>>>> = {
  'not raised': {
    'raise at a station': 'open at a station',
    'raise at the office': 'open at the office',
    uphold: unknown,
    overrule: unknown,
    'uphold as its presiding officer': unknown,
    'overrule as its presiding officer': unknown,
    'decide as another presiding officer': unknown,
    'decide without a reason': unknown,
    'decide on another that nobody raised': unknown,
  },
  'open at a station': {
    'raise at a station': 'open at a station',
    'raise at the office': 'open at a station',
    uphold: 'upheld',
    overrule: 'overruled',
    'uphold as its presiding officer': 'upheld',
    'overrule as its presiding officer': 'overruled',
    'decide as another presiding officer': 'station/not-own',
    'decide without a reason': 'act/needs-reason',
    'decide on another that nobody raised': unknown,
  },
  'open at the office': {
    'raise at a station': 'open at the office',
    'raise at the office': 'open at the office',
    uphold: 'upheld',
    overrule: 'overruled',
    'uphold as its presiding officer': 'station/not-own',
    'overrule as its presiding officer': 'station/not-own',
    'decide as another presiding officer': 'station/not-own',
    'decide without a reason': 'act/needs-reason',
    'decide on another that nobody raised': unknown,
  },
  upheld: { ...afterDecision, 'raise at a station': 'upheld', 'raise at the office': 'upheld' },
  overruled: { ...afterDecision, 'raise at a station': 'overruled', 'raise at the office': 'overruled' },
}

/** How to come to each state. */
const ways: Readonly<Record<State, readonly Act[]>> = {
  'not raised': [],
  'open at a station': ['raise at a station'],
  'open at the office': ['raise at the office'],
  upheld: ['raise at a station', 'uphold'],
  overruled: ['raise at a station', 'overrule as its presiding officer'],
}

describe('an objection', () => {
  it('gives its ground', () => {
    const seat = night()
    expect(seat.log.admit(seat.observer().object(Stage.COUNT, 1, ''))?.code).toBe('act/needs-reason')
  })

  const states = Object.keys(arrows) as State[]
  it.each(states.flatMap((state) => acts.map((act) => [state, act, arrows[state][act]] as const)))(
    '%s, asked to %s: %s',
    (state, act, expected) => {
      const desk = new Desk()
      for (const step of ways[state]) desk.seat.must(desk.said(step))
      expect(desk.state).toBe(state)
      const before = listed(desk.seat)
      const refusal = desk.seat.log.submit(desk.said(act))
      expect(refusal?.code ?? desk.state).toBe(expected)
      if (refusal !== undefined) expect(listed(desk.seat)).toEqual(before)
      const isRaised = act === 'raise at a station' || act === 'raise at the office'
      expect(listed(desk.seat).objections.length).toBe(before.objections.length + (isRaised ? 1 : 0))
    },
  )

  it('names who decided it, and in which entry', () => {
    const desk = new Desk()
    for (const step of ['raise at a station', 'overrule as its presiding officer'] as const) {
      desk.seat.must(desk.said(step))
    }
    const entry = desk.seat.log.fold.size - 1
    expect(listed(desk.seat).objections).toMatchObject([{ decision: { office: 'po/1', entry, upheld: false } }])
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

/** Where objections of station 1 and of the returning officer's office are heard. */
class Desk {
  readonly seat = night()
  #first: SignedBytes | undefined

  get state(): State {
    const [first] = listed(this.seat).objections
    if (first === undefined) return 'not raised'
    if (first.decision === null) return first.station === null ? 'open at the office' : 'open at a station'
    return first.decision.upheld ? 'upheld' : 'overruled'
  }

  said(act: Act): SignedBytes {
    const { seat } = this
    const agent = seat.agent(1, 1)
    const first = this.#first ?? agent.object(Stage.COUNT, 1)
    switch (act) {
      case 'raise at a station':
        return this.#keep(agent.object(Stage.COUNT, 1))
      case 'raise at the office':
        return this.#keep(agent.object(Stage.TABULATION))
      case 'uphold':
        return seat.ro.decideOn(first, true)
      case 'overrule':
        return seat.ro.decideOn(first, false)
      case 'uphold as its presiding officer':
        return seat.po(1).decideOn(first, true)
      case 'overrule as its presiding officer':
        return seat.po(1).decideOn(first, false)
      case 'decide as another presiding officer':
        return seat.po(2).decideOn(first, true)
      case 'decide without a reason':
        return seat.ro.decideOn(first, true, '')
      case 'decide on another that nobody raised':
        return seat.ro.decideOn(agent.object(Stage.COUNT, 1), true)
    }
  }

  #keep(objection: SignedBytes): SignedBytes {
    this.#first ??= objection
    return objection
  }
}

function listed({ log }: FixtureSeat) {
  return tracesJson('pk-fixture/drill', log.seat, log.fold.size)
}

function night(): FixtureSeat {
  return fixtureElection({ signer: markingSigner(), watchers: true }).seat('NA-1')
}
