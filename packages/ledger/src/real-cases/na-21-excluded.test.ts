import { RecountGround } from '@khata/proto'
import { expect, it } from 'vitest'
import { ruledSeat } from '../audit/admission.ts'
import { begin, bodies, conclude, countAll, fixtureElection, markingSigner } from '../fixture/index.ts'
import { proceedingsOf } from '../form/proceedings.ts'

// NA-21, 2018: a margin of 33 votes against 5,790 rejected (dawn.com/news/1423768). That excluded ballots of at least the
// margin are a ground for a recount is a parameter of the rules. How the votes lay among stations is made up.
it('NA-21: 5,790 ballots excluded against a margin of 33: a recount on that ground, whatever the margin test says', () => {
  const station = { registeredMale: 100_000, registeredFemale: 100_000, registeredTotal: 200_000 }
  const parameters = { recountExcludedAtLeastMargin: true, recountMarginVotesNational: 33 }
  const election = fixtureElection({
    seats: ['NA-21'],
    station,
    stations: 2,
    candidates: 2,
    watchers: true,
    signer: markingSigner(),
    parameters,
  })
  const seat = election.seat('NA-21')
  const form47 = countAll(seat, [
    { votes: [40_033, 38_000], excluded: 3_000 },
    { votes: [38_000, 40_000], excluded: 2_790 },
  ])
  const shown = () => proceedingsOf(ruledSeat(seat.log.seat, election.registerState)).recount
  expect(shown()).toMatchObject({ margin: 33, byMargin: false, byExcluded: true })

  const asked = (ground: RecountGround) => seat.candidate(2).say('NA-21', bodies.recountAsked(2, ground))
  const request = seat.must(asked(RecountGround.EXCLUDED))
  const decided = (granted: boolean) => seat.ro.say('NA-21', bodies.recountDecided(request, granted))
  expect(seat.log.admit(decided(false))?.code).toBe('recount/must-grant')
  seat.must(decided(true))
  expect(shown().requests).toMatchObject([{ candidate: 2, ground: 'excluded', decided: { granted: true } }])

  begin(seat, form47)
  expect(seat.log.admit(seat.ro.say('NA-21', bodies.concluded(seat.log)))?.code).toBe('recount/outstanding')
  seat.must(seat.ro.say('NA-21', bodies.recounted(1, { votes: [40_033, 38_000], excluded: 3_000 })))
  seat.must(seat.ro.say('NA-21', bodies.recounted(2, { votes: [38_000, 40_040], excluded: 2_750 })))
  conclude(seat)
  expect(seat.log.form49.outcome).toMatchObject({ candidates: [2], margin: 7, provisional: { margin: 33 } })
})
