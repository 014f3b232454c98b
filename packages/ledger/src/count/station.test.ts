import { describe, expect, it } from 'vitest'
import type { SignedBytes } from '../event/statement.ts'
import { type FixtureSeat, fixtureElection, hashOf, markingSigner } from '../fixture/index.ts'
import type { StationRecord, StationStatus } from './state.ts'

const acts = ['submit', 'submit other', 'correct', 'accept', 'ask', 'reject', 'certify paper', 'resolve hold'] as const
type Act = (typeof acts)[number]
type State = Exclude<StationStatus, 'closed'>

/** What each act makes of a station, by the state it is in; what is missing is refused. */
const arrows: Readonly<Record<State, Partial<Record<Act, State>>>> = {
  awaited: { submit: 'received', 'submit other': 'received', 'certify paper': 'received' },
  received: {
    submit: 'received',
    'submit other': 'held',
    correct: 'held',
    accept: 'accepted',
    ask: 'returned',
    reject: 'rejected',
  },
  returned: { submit: 'returned', 'submit other': 'held', correct: 'received', 'certify paper': 'received' },
  rejected: { submit: 'rejected', 'submit other': 'held', correct: 'held', ask: 'returned' },
  held: { submit: 'held', 'submit other': 'held', correct: 'held', ask: 'returned', 'resolve hold': 'received' },
  accepted: { submit: 'accepted', 'submit other': 'held', correct: 'held', ask: 'returned' },
}

/** How to come to each state. */
const ways: Readonly<Record<State, readonly Act[]>> = {
  awaited: [],
  received: ['submit'],
  returned: ['submit', 'ask'],
  rejected: ['submit', 'reject'],
  held: ['submit', 'submit other'],
  accepted: ['submit', 'accept'],
}

describe('a station', () => {
  const states = Object.keys(arrows) as State[]
  it.each(states.flatMap((state) => acts.map((act) => [state, act, arrows[state][act]] as const)))(
    'in state %s, asked to %s: %s',
    (state, act, expected) => {
      const night = new Night()
      for (const step of ways[state]) night.seat.must(night.said(step))
      expect(night.status).toBe(state)
      const { since } = night.record
      const refusal = night.seat.log.submit(night.said(act))
      expect(refusal === undefined).toBe(expected !== undefined)
      expect(night.status).toBe(expected ?? state)
      const isThere = expected === undefined || expected === state
      expect(night.record.since).toBe(isThere ? since : night.seat.log.fold.size - 1)
    },
  )

  it.each(states)('in state %s keeps every form that was ever sent', (state) => {
    const night = new Night()
    for (const step of ways[state]) night.seat.must(night.said(step))
    for (const act of acts) night.seat.log.submit(night.said(act))
    const { current, others } = night.record
    const kept = new Set([current?.hash, ...others.map(({ hash }) => hash)])
    expect(kept.size).toBe(
      night.seat.log.entries.filter(({ statement }) => statement.ok && isForm(statement.value)).length,
    )
  })
})

function isForm({ statement: { body } }: { readonly statement: { readonly body: string } }): boolean {
  return body === 'form45Submitted' || body === 'form45Corrected' || body === 'paperForm45Certified'
}

class Night {
  readonly #election = fixtureElection({ signer: markingSigner() })
  readonly seat: FixtureSeat = this.#election.seat('NA-1')
  #form: SignedBytes | undefined
  #votes = 3

  get record(): StationRecord {
    return this.seat.log.seat.stations.get(1)!
  }

  get status(): StationStatus {
    return this.record.status
  }

  said(act: Act): SignedBytes {
    const { ro } = this.seat
    const po = this.seat.po(1)
    const first = { votes: [1, 2, 3] }
    const form = this.#form ?? po.submit({ votes: [9, 9, 9] })
    const hold = { station: 1, form: hashOf(form), reason: 'the other is of the Provincial Assembly' }
    switch (act) {
      case 'submit':
        return this.#keep(po.submit(first))
      case 'submit other':
        this.#votes += 1
        return this.#keep(po.submit({ votes: [1, 2, this.#votes] }))
      case 'correct':
        return po.correct(form, { votes: [4, 2, 3] })
      case 'accept':
        return ro.accept(form, 1)
      case 'ask':
        return ro.ask(form, 1)
      case 'reject':
        return ro.reject(form, 1)
      case 'certify paper':
        return ro.certifyPaper(1, [this.seat.aro])
      case 'resolve hold':
        return this.#election.hq.say('NA-1', { body: 'holdResolved', holdResolved: hold })
    }
  }

  #keep(form: SignedBytes): SignedBytes {
    this.#form ??= form
    return form
  }
}
