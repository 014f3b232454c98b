import { ListKind, StationChange } from '@khata/proto'
import { expect, it } from 'vitest'
import type { RefusalCode } from '../event/refusal.ts'
import { fixtureElection, type FixtureElection, type FixtureSeat, markingSigner, stationOf } from '../fixture/index.ts'

/** Of Form 28, in the order in which a list comes to them. */
const states = ['none', 'partial', 'draft', 'certified', 'acknowledged', 'frozen', 'amended'] as const
type State = (typeof states)[number]

const acts = ['list', 'list the rest', 'certify', 'acknowledge', 'amend'] as const
type Act = (typeof acts)[number]

const unfrozen = { list: undefined, 'list the rest': 'list/part-out-of-order', amend: 'list/not-frozen' } as const
const frozen = {
  list: 'list/frozen',
  'list the rest': 'list/frozen',
  certify: 'list/frozen',
  acknowledge: 'list/frozen',
  amend: undefined,
} as const

/** What refuses each act in each state; undefined where it is admitted. */
const table: Readonly<Record<State, Readonly<Record<Act, RefusalCode | undefined>>>> = {
  none: {
    ...unfrozen,
    'list the rest': undefined,
    certify: 'list/not-as-certified',
    acknowledge: 'list/not-as-certified',
  },
  partial: {
    ...unfrozen,
    'list the rest': undefined,
    certify: 'list/not-as-certified',
    acknowledge: 'list/not-as-certified',
  },
  draft: { ...unfrozen, certify: undefined, acknowledge: 'list/not-as-certified' },
  certified: { ...unfrozen, certify: undefined, acknowledge: undefined },
  acknowledged: { ...unfrozen, certify: undefined, acknowledge: 'list/already-acknowledged' },
  frozen,
  amended: frozen,
}

it.each(states.flatMap((state) => acts.map((act) => [state, act, table[state][act]] as const)))(
  'a list %s, asked to %s: %s',
  (state, act, code) => {
    const world = inState(state)
    expect(world.seat.log.submit(said(world, act))?.code).toBe(code)
  },
)

interface World {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
}

const ways: Readonly<Record<State, readonly Act[]>> = {
  none: [],
  partial: ['list'],
  draft: ['list', 'list the rest'],
  certified: ['list', 'list the rest', 'certify'],
  acknowledged: ['list', 'list the rest', 'certify', 'acknowledge'],
  frozen: ['list', 'list the rest', 'certify'],
  amended: ['list', 'list the rest', 'certify'],
}

function inState(state: State): World {
  const election = fixtureElection({ signer: markingSigner(), until: 'opened' })
  const world = { election, seat: election.seat('NA-1') }
  for (const act of ways[state]) world.seat.must(said(world, act))
  if (state === 'frozen' || state === 'amended') world.seat.freeze()
  if (state === 'amended') world.seat.must(said(world, 'amend'))
  return world
}

function said({ election, seat }: World, act: Act) {
  const { ro, log } = seat
  const { version, certified } = log.seat.form28
  switch (act) {
    case 'list':
      return ro.listStations([stationOf(1)], { version: version + 1, part: 1, parts: 2 })
    case 'list the rest':
      return ro.listStations([stationOf(2)], { version: Math.max(1, version), part: 2, parts: 2 })
    case 'certify':
      return ro.certify(log, ListKind.FORM_28)
    case 'acknowledge': {
      const listAcknowledged = { list: ListKind.FORM_28, version, sha256: certified[0]?.sha256 ?? new Uint8Array(32) }
      return election.hq.say('NA-1', { body: 'listAcknowledged', listAcknowledged })
    }
    case 'amend':
      return ro.amend(StationChange.MOVED, stationOf(2))
  }
}
