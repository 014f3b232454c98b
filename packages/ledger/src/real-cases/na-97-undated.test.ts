import { expect, it } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { begin, bodies, countAll, fixtureElection, hashOf, markingSigner } from '../fixture/index.ts'

// NA-97, 2024: whether an application for a recount came before the consolidation decided a case in the Supreme Court,
// and the paper bore no date. Here its place in the log says so, and a request that comes too late is seen to have been
// refused. Figures are made up.
it('NA-97: the log, not the paper, says whether a request came before the consolidation', () => {
  const election = fixtureElection({ seats: ['NA-97'], watchers: true, signer: markingSigner() })
  const seat = election.seat('NA-97')
  const votes = { votes: [450, 440, 1], excluded: 20 }
  const form47 = countAll(seat, [votes, votes, votes])

  // The clock of the device that filed it stood at nothing: its time is the sequencer's, its place the entry's.
  const body = bodies.recountAsked(2)
  const undated = seat.must(seat.candidate(2).sayOtherwise('NA-97', body, { saidAt: 0 }))
  const entry = seat.log.fold.size - 1
  expect(seat.log.seat.proceedings.requests.get(toHex(hashOf(undated)))).toMatchObject({ index: entry, candidate: 2 })
  expect(seat.log.entries[entry]?.entry.sequencedAt).toBe(election.stage.now)
  seat.must(seat.ro.say('NA-97', bodies.recountDecided(undated, false, 'no ground was shown')))
  begin(seat, form47)
  expect(seat.log.seat.proceedings.final?.index).toBeGreaterThan(entry)

  const late = seat.candidate(1).sayOtherwise('NA-97', bodies.recountAsked(1), { saidAt: 0 })
  const refusal = seat.log.submit(late)
  expect(refusal?.code).toBe('recount/too-late')
  const statementRefused = { hash: hashOf(late), code: refusal?.code ?? '' }
  seat.must(seat.sequencer.say('NA-97', { body: 'statementRefused', statementRefused }))
  expect(seat.log.seat.refused.get(toHex(hashOf(late)))).toBe('recount/too-late')
  expect([...seat.log.seat.proceedings.requests.keys()]).toEqual([toHex(hashOf(undated))])
})
