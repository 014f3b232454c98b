import { Role, Stage, type StatementInputBody } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import type { SignedBytes } from '../event/statement.ts'
import {
  type Actor,
  type FixtureElection,
  fixtureElection,
  type FixtureSeat,
  issued,
  markingSigner,
} from '../fixture/index.ts'

const votes = { votes: [1, 2, 3] }
const zeros = new Uint8Array(32)

interface Scene {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
  readonly commissioner: Actor
  readonly form: SignedBytes
}

interface Attempt {
  readonly log: FixtureSeat['log']
  readonly signed: SignedBytes
}

/** What somebody who wants the flow to stop can try, by name. */
const attempts: Readonly<Record<string, (scene: Scene) => readonly Attempt[]>> = {
  'HQ freezes the seat again': ({ election }) => [
    {
      log: election.register,
      signed: election.hq.say('', { body: 'seatFrozen', seatFrozen: { seat: 'NA-1', size: 1, root: zeros } }),
    },
  ],
  'HQ says that it has verified the log': ({ election, seat }) =>
    said(seat, election.hq, {
      body: 'verified',
      verified: { log: 'NA-1', size: seat.log.fold.size, root: zeros, forms: [] },
    }),
  'HQ resolves a hold where there is none': ({ election, seat }) =>
    said(seat, election.hq, { body: 'holdResolved', holdResolved: { station: 2, form: zeros, reason: 'stop' } }),
  'the province acknowledges a list': ({ seat, commissioner }) =>
    said(seat, commissioner, { body: 'listAcknowledged', listAcknowledged: { list: 1, version: 1, sha256: zeros } }),
  'the district returning officer orders stations': ({ election, seat }) =>
    said(seat, election.dro, { body: 'stationOrdered', stationOrdered: { station: 2, order: 1, reason: 'stop' } }),
  'the returning officer issues Form 47 for what there is': ({ seat }) => said(seat, seat.ro, issued(seat.log)),
  'the returning officer rejects what has come': ({ seat, form }) => [
    { log: seat.log, signed: seat.ro.reject(form, 1, 'the system has collapsed') },
  ],
  'the returning officer asks for a correction of what has come': ({ seat, form }) => [
    { log: seat.log, signed: seat.ro.ask(form, 1) },
  ],
  'the returning officer lists other stations': ({ seat }) => [
    { log: seat.log, signed: seat.ro.listStations([], { version: 2, part: 1, parts: 1 }) },
  ],
  'the log’s own sequencer records that it refused what is to come': ({ seat }) =>
    said(seat, seat.sequencer, {
      body: 'statementRefused',
      statementRefused: { hash: zeros, code: 'statement/no-standing' },
    }),
  'the log’s own sequencer begins a run out of turn': ({ seat }) =>
    said(seat, seat.sequencer, {
      body: 'writerOpened',
      writerOpened: { epoch: 9, nodeKey: seat.sequencer.key, size: seat.log.fold.size, root: zeros },
    }),
  'an agent objects to the count': ({ seat }) => [
    { log: seat.log, signed: seat.agent(2, 1).object(Stage.COUNT, 2, 'stop') },
  ],
  'a candidate files contrary copies of every station': ({ seat }) =>
    [1, 2, 3].map((station) => ({ log: seat.log, signed: seat.candidate(1).fileCopy({ votes: [9, 9, 9] }, station) })),
}

/** In the seat's log, whether or not the law admits it. */
function said({ log }: FixtureSeat, by: Actor, body: StatementInputBody): readonly Attempt[] {
  return [{ log, signed: by.say('NA-1', body) }]
}

/**
 * 25 July 2018, 23:47: the flow of results stopped, officers having been told to stop sending (Dawn, 1424394). Here no
 * officer, HQ included, can say anything that makes a seat's log refuse a presiding officer's form. The device's half
 * is that it sends until it holds a replicated receipt, whatever it is answered: delivery.test.ts there.
 */
describe('the order of 23:47', () => {
  it.each(Object.keys(attempts))('%s leaves the log open to every form that is still to come', (attempt) => {
    const scene = theNight()
    const { seat } = scene
    for (const { log, signed } of attempts[attempt]!(scene)) log.append(signed)
    for (const station of [2, 3]) {
      const form = seat.must(seat.po(station).submit(votes))
      expect(seat.log.seat.stations.get(station)).toMatchObject({ status: 'received' })
      seat.must(seat.ro.accept(form, station))
    }
    expect(seat.log.form47.candidates[0]?.votes).toBe(2)
  })
})

function theNight(): Scene {
  const election = fixtureElection({ signer: markingSigner(), watchers: true })
  const seat = election.seat('NA-1')
  const commissioner = election.actor('commissioner')
  election.must(election.enrol(commissioner, { seat: '', office: 'pec', role: Role.PROVINCIAL_COMMISSIONER }))
  seat.must(seat.pinned())
  const form = seat.must(seat.po(1).submit(votes))
  return { election, seat, commissioner, form }
}
