import { LockGrade, type RuleParametersInput } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import type { SignedBytes } from '../event/statement.ts'
import { type FixtureSeat, fixtureElection, markingSigner } from '../fixture/index.ts'
import type { LockState } from './state.ts'

const votes = { votes: [1, 2, 3] }
const other = { votes: [4, 2, 3] }

const acts = ['lock', 'challenge', 'show', 'show an old challenge'] as const
type Act = (typeof acts)[number]
type State = LockState | 'challenged'

/** What each act makes of a form's lock; what is missing is refused. */
const arrows: Readonly<Record<State, Partial<Record<Act, LockState>>>> = {
  none: { lock: 'remote', challenge: 'none' },
  remote: { challenge: 'remote' },
  challenged: { challenge: 'remote', show: 'shown' },
  shown: {},
}
const ways: Readonly<Record<State, readonly Act[]>> = {
  none: [],
  remote: ['lock'],
  challenged: ['lock', 'challenge'],
  shown: ['lock', 'challenge', 'show'],
}

describe("a form's lock", () => {
  const states = Object.keys(arrows) as State[]
  it.each(states.flatMap((state) => acts.map((act) => [state, act, arrows[state][act]] as const)))(
    'in state %s, asked to %s: %s',
    (state, act, expected) => {
      const desk = new Desk()
      for (const step of ways[state]) desk.seat.must(desk.said(step))
      const before = desk.lock
      expect(desk.seat.log.submit(desk.said(act)) === undefined).toBe(expected !== undefined)
      expect(desk.lock).toBe(expected ?? before)
    },
  )

  it.each([
    [LockGrade.UNSPECIFIED, 'none'],
    [LockGrade.REMOTE, 'remote'],
    [LockGrade.SHOWN, 'shown'],
  ] as const)('of grade %d is what the register asks for before a form counts: %s', (lockGradeMin, needed) => {
    const desk = new Desk({ lockGradeMin })
    const grades = ['none', 'remote', 'shown'] as const
    for (const [at, grade] of grades.entries()) {
      if (grade === 'remote') desk.seat.must(desk.said('lock'))
      if (grade === 'shown') for (const step of ['challenge', 'show'] as const) desk.seat.must(desk.said(step))
      const refusal = desk.seat.log.admit(desk.seat.ro.accept(desk.form, 1))
      expect(refusal?.code).toBe(at < grades.indexOf(needed) ? 'lock/not-enough' : undefined)
    }
  })

  it('is broken by whoever sends a second form unasked: the station is held, and the breach is named', () => {
    const desk = new Desk()
    desk.seat.must(desk.said('lock'))
    desk.seat.must(desk.seat.ro.accept(desk.form, 1))
    desk.seat.must(desk.seat.po(1).submit(other))
    const { holds, otherForms, stations } = desk.seat.log.form47
    expect(stations).toMatchObject({ accepted: 0, held: 1 })
    expect(holds).toMatchObject([{ station: 1, why: 'form-45/lock-breach' }])
    expect(otherForms).toMatchObject([{ station: 1, why: 'form-45/lock-breach' }])
  })

  it('is opened by the request for a correction alone, and the corrected form is locked again', () => {
    const desk = new Desk({ lockGradeMin: LockGrade.REMOTE })
    desk.seat.must(desk.said('lock'))
    desk.seat.must(desk.seat.ro.ask(desk.form, 1))
    const corrected = desk.seat.must(desk.seat.po(1).correct(desk.form, other))
    expect(desk.seat.log.admit(desk.seat.ro.accept(corrected, 1))?.code).toBe('lock/not-enough')
    desk.seat.must(desk.seat.po(1).lock(corrected))
    desk.seat.must(desk.seat.ro.accept(corrected, 1))
    expect(desk.seat.log.form47.holds).toEqual([])
  })

  it('is shown at the office with the form that it is of: an answer for a superseded one is refused', () => {
    const desk = new Desk()
    const challenge = desk.seat.must(desk.seat.ro.challenge(desk.form, 1))
    desk.seat.must(desk.seat.ro.ask(desk.form, 1))
    const corrected = desk.seat.must(desk.seat.po(1).correct(desk.form, other))
    expect(desk.seat.log.admit(desk.seat.po(1).show(desk.form, challenge))?.code).toBe('form-45/unknown-form')
    expect(desk.seat.log.admit(desk.seat.po(1).show(corrected, challenge))?.code).toBe('lock/wrong-challenge')
  })

  it('is counted on Form 47, with the stations whose form was never shown', () => {
    const desk = new Desk()
    for (const step of ways.shown) desk.seat.must(desk.said(step))
    desk.seat.must(desk.seat.po(2).lock(desk.seat.must(desk.seat.po(2).submit(votes))))
    desk.seat.must(desk.seat.po(3).submit(votes))
    expect(desk.seat.log.form47.locks).toEqual({ none: 1, remote: 1, shown: 1, neverShown: [2, 3] })
  })
})

/** The returning officer's desk, with a form of station 1. */
class Desk {
  readonly seat: FixtureSeat
  readonly form: SignedBytes
  #challenge: SignedBytes | undefined

  constructor(parameters: RuleParametersInput = {}) {
    this.seat = fixtureElection({ signer: markingSigner(), parameters }).seat('NA-1')
    this.form = this.seat.must(this.seat.po(1).submit(votes))
  }

  get lock(): LockState | undefined {
    return this.seat.log.seat.stations.get(1)?.current?.lock
  }

  said(act: Act): SignedBytes {
    const po = this.seat.po(1)
    switch (act) {
      case 'lock':
        return po.lock(this.form)
      case 'challenge':
        this.#challenge = this.seat.ro.challenge(this.form, 1)
        return this.#challenge
      case 'show':
        return po.show(this.form, this.#challenge ?? this.form)
      case 'show an old challenge':
        return po.show(this.form, this.form)
    }
  }
}
