import { ListKind } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateOf, fixtureElection, type FixtureSeat, markingSigner } from '../fixture/index.ts'
import type { NominationStatus } from './list-state.ts'

const acts = ['nominate', 'accept', 'reject', 'withdraw'] as const
type Act = (typeof acts)[number]

/** What each act makes of a nomination, by the state it is in; what is missing is refused. */
const arrows: Readonly<Record<NominationStatus | 'none', Partial<Record<Act, NominationStatus>>>> = {
  none: { nominate: 'nominated' },
  nominated: { accept: 'accepted', reject: 'rejected' },
  accepted: { reject: 'rejected', withdraw: 'withdrawn' },
  rejected: { accept: 'accepted' },
  withdrawn: {},
}

/** How to come to each state. */
const ways: Readonly<Record<NominationStatus | 'none', readonly Act[]>> = {
  none: [],
  nominated: ['nominate'],
  accepted: ['nominate', 'accept'],
  rejected: ['nominate', 'reject'],
  withdrawn: ['nominate', 'accept', 'withdraw'],
}

describe('a nomination', () => {
  const states = Object.keys(arrows) as (keyof typeof arrows)[]
  it.each(states.flatMap((state) => acts.map((act) => [state, act, arrows[state][act]] as const)))(
    'in state %s, asked to %s: %s',
    (state, act, expected) => {
      const seat = opened()
      for (const step of ways[state]) seat.must(said(seat, step))
      const refusal = seat.log.submit(said(seat, act))
      expect(refusal === undefined).toBe(expected !== undefined)
      expect(seat.log.seat.nominations.get(1)?.status ?? 'none').toBe(expected ?? state)
    },
  )

  it('keeps every entry that decided on it, over any sequence of acts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 12 }), (sequence) => {
        const seat = opened()
        let state: NominationStatus | 'none' = 'none'
        const decided: { readonly status: NominationStatus; readonly index: number }[] = []
        for (const act of sequence) {
          const next: NominationStatus | undefined = arrows[state][act]
          const index = seat.log.fold.size
          expect(seat.log.submit(said(seat, act)) === undefined).toBe(next !== undefined)
          if (next === undefined) continue
          state = next
          decided.push({ status: next, index })
        }
        expect(seat.log.seat.nominations.get(1)?.decisions ?? []).toEqual(decided)
      }),
    )
  })

  it('is closed by the freeze', () => {
    const seat = listed([1, 2])
    seat.freeze()
    for (const act of acts) expect(seat.log.admit(said(seat, act))?.code).toBe('list/frozen')
  })
})

describe('Form 33', () => {
  it('names every accepted nomination and nobody else, whichever was decided when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<NominationStatus[]>('nominated', 'accepted', 'rejected', 'withdrawn'), {
          maxLength: 6,
        }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
        (states, serials) => {
          const seat = opened()
          for (const [at, state] of states.entries()) for (const act of ways[state]) seat.must(said(seat, act, at + 1))
          const refusal = certified(seat, serials)
          const accepted = states.flatMap((state, at) => (state === 'accepted' ? [at + 1] : []))
          const same = accepted.toString() === serials.toSorted((a, b) => a - b).toString()
          expect(refusal === undefined).toBe(same || states.length === 0)
        },
      ),
    )
  })

  it('may not name one nomination twice', () => {
    const seat = listed([1])
    seat.must(
      seat.ro.listCandidates(
        [1, 2].map((serial) => ({ ...candidateOf(serial), nomination: 1 })),
        2,
      ),
    )
    expect(seat.log.admit(seat.ro.certify(seat.log, ListKind.FORM_33))?.code).toBe('list/not-contesting')
  })
})

describe('an acknowledgement', () => {
  it('is of a version as it was certified, by an office above, once', () => {
    const { election, seat } = world()
    seat.list()
    const [list] = seat.log.seat.form28.certified
    const { version, sha256 } = list!
    const body = (changed: object = {}) => {
      const listAcknowledged = { list: ListKind.FORM_28, version, sha256, ...changed }
      return { body: 'listAcknowledged', listAcknowledged } as const
    }
    for (const changed of [{ version: version + 1 }, { sha256: new Uint8Array(32) }, { list: ListKind.FORM_33 }]) {
      expect(seat.log.admit(election.hq.say('NA-1', body(changed)))?.code).toBe('list/not-as-certified')
    }
    expect(seat.log.admit(seat.ro.say('NA-1', body()))?.code).toBe('statement/no-standing')
    const index = seat.log.fold.size
    seat.must(election.hq.say('NA-1', body()))
    expect(seat.log.seat.acknowledgements).toEqual([{ list: ListKind.FORM_28, version, office: 'hq', index }])
    expect(seat.log.admit(election.hq.say('NA-1', body()))?.code).toBe('list/already-acknowledged')
  })
})

function world() {
  const election = fixtureElection({ signer: markingSigner(), until: 'opened' })
  return { election, seat: election.seat('NA-1') }
}

function opened(): FixtureSeat {
  return world().seat
}

function listed(nominations: readonly number[]): FixtureSeat {
  const seat = opened()
  for (const nomination of nominations) for (const act of ways.accepted) seat.must(said(seat, act, nomination))
  expect(certified(seat, nominations)).toBeUndefined()
  return seat
}

function certified(seat: FixtureSeat, serials: readonly number[]) {
  seat.must(seat.ro.listCandidates(serials.map((serial) => ({ ...candidateOf(serial), nomination: serial }))))
  return seat.log.submit(seat.ro.certify(seat.log, ListKind.FORM_33))
}

function said({ ro }: FixtureSeat, act: Act, nomination = 1) {
  switch (act) {
    case 'nominate':
      return ro.nominate(nomination)
    case 'accept':
      return ro.scrutinise(nomination, true, 'on appeal')
    case 'reject':
      return ro.scrutinise(nomination, false)
    case 'withdraw':
      return ro.withdraw(nomination)
  }
}
