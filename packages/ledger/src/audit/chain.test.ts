import { describe, expect, it } from 'vitest'
import { type SignedBytes, zeroHash } from '../event/statement.ts'
import { type FixtureSeat, fixtureElection, hashOf, markingSigner, submitted } from '../fixture/index.ts'
import { frontierRoot } from '../log/frontier.ts'
import { foldAdmitted } from './apply.ts'
import { declaredLog, openLogFold } from './fold.ts'

const votes = { votes: [1, 2, 3] }

describe('a log is invalid from an entry that', () => {
  it.each([
    ['has another index', { index: 3 }, 'entry/index'],
    ['follows another entry', { previous: new Uint8Array(32).fill(1) }, 'entry/previous'],
    ['has the epoch before', { epoch: 0 }, 'entry/epoch'],
    ['has a later epoch', { epoch: 2 }, 'entry/epoch'],
  ])('%s', (_name, place, code) => {
    const { seat } = night()
    const entry = seat.log.entryOf(seat.po(1).submit(votes), place)
    const { size } = seat.log.fold
    expect(seat.log.appendEntry(entry).verdict).toMatchObject({ type: 'fault', fault: { code, index: size } })
    expect(seat.log.fold.size).toBe(size)
  })

  it('comes after such a one, however good it is itself', () => {
    const { seat } = night()
    seat.log.appendEntry(seat.log.entryOf(seat.po(1).submit(votes), { index: 3 }))
    const { verdict } = seat.log.append(seat.po(2).submit(votes))
    expect(verdict).toMatchObject({ type: 'fault', fault: { code: 'entry/index' } })
    expect(seat.log.form47.stations.received).toBe(0)
  })

  it('opens a new epoch by a statement that is void', () => {
    const { seat } = night()
    const writerOpened = { ...writerHere(seat), nodeKey: seat.po(1).key }
    const void1 = seat.po(1).say('NA-1', { body: 'writerOpened', writerOpened })
    const { verdict } = seat.log.appendEntry(seat.log.entryOf(void1, { epoch: 2 }))
    expect(verdict).toMatchObject({ type: 'fault', fault: { code: 'entry/epoch' } })
  })
})

describe('a log opens with', () => {
  it.each<[string, (election: ReturnType<typeof night>['election']) => object]>([
    ['another name', () => ({ log: 'PP-1' })],
    ['another generation', () => ({ generation: 2 })],
    ['no pin', () => ({ registerPin: null })],
    [
      'a pin of a register that is not',
      ({ registerPosition: { size } }) => ({ registerPin: { size: size + 1, root: new Uint8Array(32) } }),
    ],
    ['a pin of nothing', () => ({ registerPin: { size: 0, root: new Uint8Array(32) } })],
  ])('nothing else than its own LogOpened: not with %s', (_name, change) => {
    const { election, seat } = night()
    const log = election.openLog('NA-1')
    const logOpened = { log: 'NA-1', generation: 1, registerPin: election.registerPosition, ...change(election) }
    const { verdict } = log.append(seat.sequencer.say('NA-1', { body: 'logOpened', logOpened }))
    expect(verdict).toMatchObject({ type: 'fault', fault: { code: 'log/not-opened-first', index: 0 } })
  })

  it('a LogOpened of its own sequencer', () => {
    const { election, seat } = night()
    const log = election.openLog('NA-1')
    const { verdict } = log.append(election.openedBy(seat.po(1), log))
    expect(verdict).toMatchObject({ type: 'fault', fault: { detail: 'writer/not-sequencer' } })
  })
})

describe('a writer', () => {
  it('takes the log by an admitted WriterOpened, and its epoch stands from that entry on', () => {
    const { seat } = night()
    const opened = seat.sequencer.say('NA-1', { body: 'writerOpened', writerOpened: writerHere(seat) })
    expect(seat.log.append(opened).entry.entry.epoch).toBe(2)
    expect(seat.log.fold.epoch).toBe(2)
    const late = seat.log.entryOf(seat.po(1).submit(votes), { epoch: 1 })
    expect(seat.log.appendEntry(late).verdict).toMatchObject({ type: 'fault', fault: { code: 'entry/epoch' } })
  })

  it.each<[string, (seat: FixtureSeat) => object]>([
    ['epoch', () => ({ epoch: 3 })],
    ['size', (seat) => ({ size: seat.log.fold.size - 1 })],
    ['root', () => ({ root: new Uint8Array(32) })],
    ['key', (seat) => ({ nodeKey: seat.ro.key })],
  ])('does not take it with another %s', (_name, change) => {
    const { seat } = night()
    const writerOpened = { ...writerHere(seat), ...change(seat) }
    const signed = seat.sequencer.say('NA-1', { body: 'writerOpened', writerOpened })
    expect(seat.log.append(signed).verdict).toMatchObject({
      type: 'void',
      void: { refusal: { code: 'writer/epoch-out-of-order' } },
    })
    expect(seat.log.fold.epoch).toBe(1)
  })

  it('that folds an entry which does not follow its log is a bug', () => {
    const { election, seat } = night()
    const signed = seat.po(1).submit(votes)
    const entry = seat.log.entryOf(signed, { epoch: 2 })
    if (!entry.statement.ok) expect.fail('well-formed')
    const said = { opened: entry.statement.value, index: 0, sequencedAt: 0, claims: [true], precedents: {} }
    expect(() => foldAdmitted(seat.log.fold, entry, said, { register: election.registerState })).toThrow('entry/epoch')
  })
})

describe('a pin', () => {
  it('moves forward or stays', () => {
    const { election, seat } = night()
    seat.must(seat.pinned())
    election.must(election.order(election.seatDeclared('NA-9')))
    seat.must(seat.pinned())
    expect(seat.log.fold.pin).toBe(election.register.fold.size)
    const back = { size: election.register.fold.size - 1, root: new Uint8Array(32) }
    expect(seat.log.admit(seat.sequencer.say('NA-1', { body: 'registerPinned', registerPinned: back }))?.code).toBe(
      'register/pin-goes-back',
    )
  })

  it('of a register with the same size and another root is refused', () => {
    const { election, seat } = night()
    const registerPinned = { size: election.register.fold.size, root: new Uint8Array(32).fill(9) }
    expect(seat.log.admit(seat.sequencer.say('NA-1', { body: 'registerPinned', registerPinned }))?.code).toBe(
      'register/pin-differs',
    )
  })
})

describe('two statements of one signer with one sequence number', () => {
  it('are both kept, and the entry of the second is named', () => {
    const { seat } = night()
    const first = seat.must(seat.po(1).submit(votes))
    const otherwise = { sequence: 1, previous: new Uint8Array(32) }
    const body = { stations: 1, form: hashOf(first) }
    const second = seat.po(1).sayOtherwise(
      'NA-1',
      {
        body: 'form45Corrected',
        form45Corrected: { supersedes: body.form, form: { station: 1, channel: 0 }, note: '' },
      },
      otherwise,
    )
    const index = seat.log.fold.size
    seat.must(second)
    expect(seat.log.fold.equivocations).toEqual([{ index, signer: seat.po(1).keyHex, sequence: 1 }])
    expect(seat.log.form47.otherForms).toMatchObject([
      { station: 1, entry: index, why: 'form-45/correction-not-asked', findings: ['statement/equivocation'] },
    ])
  })

  it('leave the first as the one that the chain goes on from', () => {
    const { seat } = night()
    const po = seat.po(1)
    const first = seat.must(po.submit(votes, 2))
    const second = seat.must(po.sayOtherwise('NA-1', submitted(votes, 3), { sequence: 1, previous: zeroHash }))
    const findingsAfter = (link: SignedBytes) => {
      const next = po.sayOtherwise('NA-1', submitted(votes, 1), { sequence: 2, previous: hashOf(link) })
      const said = seat.log.replayInto(openLogFold(declaredLog(seat.log.register, 'NA-1')!))
      said.append(next)
      return said.seat.stations.get(1)?.current?.findings.map(({ code }) => code)
    }
    expect(findingsAfter(first)).toEqual([])
    expect(findingsAfter(second)).toEqual(['statement/chain-gap'])
  })

  it('are told from a retry, which carries the same bytes', () => {
    const { seat } = night()
    const first = seat.must(seat.po(1).submit(votes))
    expect(seat.log.admit(first)?.code).toBe('statement/repeated')
    expect(seat.log.fold.equivocations).toEqual([])
  })
})

describe("a statement's id", () => {
  it("is its signer's own: another who uses it first takes nothing away", () => {
    const { seat } = night()
    const id = new Uint8Array(16).fill(3)
    seat.must(
      seat
        .po(2)
        .sayOtherwise(
          'NA-1',
          { body: 'form45Submitted', form45Submitted: { form: { station: 2, channel: 0 } } },
          { id },
        ),
    )
    const own = seat
      .po(1)
      .sayOtherwise('NA-1', { body: 'form45Submitted', form45Submitted: { form: { station: 1, channel: 0 } } }, { id })
    expect(seat.log.admit(own)).toBeUndefined()
  })

  it('is free again when the entry that carried it was void', () => {
    const election = fixtureElection({ signer: markingSigner(), until: 'listed' })
    const seat = election.seat('NA-1')
    const early = seat.po(1).submit(votes)
    expect(seat.log.append(early).verdict.type).toBe('void')
    seat.freeze()
    expect(seat.log.admit(early)).toBeUndefined()
  })
})

describe('a fold', () => {
  it('starts empty', () => {
    const { fold } = night().election.openLog('NA-1')
    expect(fold).toEqual(openLogFold({ log: 'NA-1', generation: 1, sequencerKey: fold.sequencerKey }))
    expect([fold.size, fold.epoch, fold.pin]).toEqual([0, 0, 0])
  })
})

function night() {
  const election = fixtureElection({ signer: markingSigner() })
  return { election, seat: election.seat('NA-1') }
}

function writerHere({ log, sequencer }: FixtureSeat) {
  return { epoch: 2, nodeKey: sequencer.key, size: log.fold.size, root: frontierRoot(log.fold.frontier) }
}
