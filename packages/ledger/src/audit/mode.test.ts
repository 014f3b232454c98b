import { LinkMode, type ModeChanged } from '@khata/proto'
import { expect, it } from 'vitest'
import { type FixtureSeat, fixtureElection } from '../fixture/index.ts'
import { form47 } from '../form/form47.ts'
import { formHash } from '../form/canonical.ts'

const change: ModeChanged = { mode: LinkMode.COURIER, hub: 'hq', since: 1_707_400_000_000 }

it('a change of mode is of no effect on any figure', () => {
  const { seat, stationsOf } = open()
  const before = stationsOf()
  expect(seat.log.append(say(seat, change)).verdict.type).toBe('admitted')
  expect(stationsOf()).toBe(before)
  expect(seat.log.fold.voids).toEqual([])
})

it.each([
  ['no mode', { ...change, mode: LinkMode.UNSPECIFIED }, 'statement/bad-shape'],
  ['a hub that nobody declared', { ...change, hub: 'sindh' }, 'statement/bad-shape'],
])('one that names %s is refused', (_, changed, code) => {
  const { seat } = open()
  expect(seat.log.admit(say(seat, changed))?.code).toBe(code)
})

it('a hub that the log has not pinned yet is refused', () => {
  const election = fixtureElection({ seats: ['NA-1'], until: 'register' })
  const seat = election.seat('NA-1')
  seat.open()
  election.must(election.order(election.hubDeclared('sindh')))
  const changed = say(seat, { ...change, hub: 'sindh' })
  expect(seat.log.admit(changed)?.code).toBe('statement/bad-shape')
  seat.must(seat.pinned())
  expect(seat.log.admit(say(seat, { ...change, hub: 'sindh' }))).toBeUndefined()
})

it('is not for the register, which no hub is above', () => {
  const election = fixtureElection({})
  const said = election.registerSequencer.say('', { body: 'modeChanged', modeChanged: change })
  expect(election.register.admit(said)?.code).toBe('statement/not-in-this-log')
})

function open() {
  const election = fixtureElection({ seats: ['NA-1'] })
  const seat = election.seat('NA-1')
  seat.must(seat.po(1).submit({ votes: [1, 2, 3] }))
  const stationsOf = (): string => {
    const { content } = seat.log.fold
    if (content.kind !== 'seat') throw new Error('not a seat')
    const form = form47(seat.log.fold, content.seat, election.registerState)
    const { stations, candidates, totals, counted, notCounted, findings, deadlines } = form
    return formHash({ stations, candidates, totals, counted, notCounted, findings, deadlines })
  }
  return { seat, stationsOf }
}

function say(seat: FixtureSeat, modeChanged: ModeChanged) {
  return seat.sequencer.say('NA-1', { body: 'modeChanged', modeChanged })
}
