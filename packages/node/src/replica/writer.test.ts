import {
  checkpointTrustOf,
  formatReceipt,
  frontierRoot,
  leafHash,
  openCheckpoint,
  openEntry,
  openLogFold,
  openReceipt,
  type SignedBytes,
} from '@khata/ledger'
import type { FixtureSeat } from '@khata/ledger/fixture'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formBody, type FrozenSeat, frozenSeat, openedOf, WriterBench } from '../contract/writer-bench.ts'
import { groupEntriesMax, overlappingEntriesMin, pendingEntriesMax, refusalsRecordedPerKeyMax } from './limits.ts'
import type { Answer } from './writer-step.ts'

let frozen: FrozenSeat
let seat: FixtureSeat
let bench: WriterBench

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

beforeEach(async () => {
  frozen = await frozenSeat()
  seat = frozen.seat
  bench = new WriterBench(frozen)
})

describe('a statement', () => {
  test('is answered when its checkpoint is released, and not before', () => {
    const form = seat.po(1).submit({ votes: [1, 2, 3] })
    bench.submit(1, form)
    for (const stage of ['store', 'append'] as const) {
      bench.complete(stage)
      expect(bench.answers.size).toBe(0)
    }
    bench.complete('release')
    expect(onlyAnswer(1)).toMatchObject({ type: 'logged', index: bench.base.size })
    expect(receiptHolds(onlyAnswer(1))).toBe(true)
  })

  test('sent again while it is under way is answered once for each time it was sent', () => {
    const form = seat.po(1).submit({ votes: [1, 2, 3] })
    for (const ticket of [1, 2, 3]) bench.submit(ticket, form)
    bench.drain()
    bench.submit(4, form)
    expect([1, 2, 3].map((ticket) => onlyAnswer(ticket).type)).toEqual(['logged', 'logged', 'logged'])
    expect(onlyAnswer(4)).toEqual({ type: 'repeated', index: bench.base.size })
    expect(bench.stream.length).toBe(bench.base.size + 1)
  })

  test('of an id with other bytes is refused, and the refusal is in the log before it is answered', () => {
    const po = seat.po(1)
    const form = po.submit({ votes: [1, 2, 3] })
    bench.submit(1, form)
    bench.submit(2, otherBytesOf(po, form))
    expect(bench.answers.has(2)).toBe(false)
    bench.drain()
    expect(onlyAnswer(2)).toMatchObject({ type: 'refused', refusal: { code: 'statement/id-reused' } })
    expect(bodiesAfterBase()).toEqual(['form45Submitted', 'statementRefused'])
  })

  test('of a stranger is refused at once and leaves nothing in the log', () => {
    bench.submit(1, seat.stranger('nobody', 1).submit({ votes: [1, 2, 3] }))
    expect(onlyAnswer(1)).toMatchObject({ type: 'refused' })
    bench.drain()
    expect(bench.stream.length).toBe(bench.base.size)
  })

  test('is looked up anew where the store was asked before the writer began', () => {
    const form = seat.po(1).submit({ votes: [1, 2, 3] })
    const stale = { ...bench.lookUp(openedOf(form)), storedSize: bench.base.size - 1 }
    bench.submit(1, form, stale)
    expect(bench.lookUps).toEqual([1])
    expect(bench.answers.size).toBe(0)
    bench.submit(1, form)
    bench.drain()
    expect(onlyAnswer(1).type).toBe('logged')
  })
})

test('refusals of one key are recorded up to a limit, and answered beyond it', () => {
  const po = seat.po(1)
  for (let ticket = 1; ticket <= refusalsRecordedPerKeyMax + 5; ticket++) {
    bench.submit(ticket, po.submit({ votes: [1, 2, 3] }, 99))
  }
  bench.drain()
  expect(bench.answers.size).toBe(refusalsRecordedPerKeyMax + 5)
  expect(bodiesAfterBase()).toHaveLength(refusalsRecordedPerKeyMax)
})

test('what comes while a group is under way forms the next ones, within the limits', () => {
  const pin = { body: 'registerPinned', registerPinned: frozen.election.registerPosition } as const
  for (let said = 0; said < groupEntriesMax + 100; said++) bench.step({ type: 'say', body: pin, bodyClaims: [], at: 1 })
  bench.drain()
  expect(bench.groupLengths).toEqual([1, groupEntriesMax, 99])
  for (let said = 0; said < pendingEntriesMax; said++) bench.step({ type: 'say', body: pin, bodyClaims: [], at: 1 })
  bench.submit(1, seat.po(1).submit({ votes: [1, 2, 3] }))
  expect(onlyAnswer(1)).toEqual({ type: 'busy' })
  bench.drain()
  bench.submit(2, seat.po(1).submit({ votes: [1, 2, 3] }))
  bench.drain()
  expect(onlyAnswer(2).type).toBe('logged')
})

test('a small group waits until the one before it is appended, a large one only until that is stored', () => {
  const pin = { body: 'registerPinned', registerPinned: frozen.election.registerPosition } as const
  const say = (times: number): void => {
    for (let said = 0; said < times; said++) bench.step({ type: 'say', body: pin, bodyClaims: [], at: 1 })
  }
  say(1)
  bench.complete('store')
  say(overlappingEntriesMin - 1)
  expect(bench.complete('store')).toBe(false)
  bench.complete('append')
  expect(bench.complete('store')).toBe(true)
  say(overlappingEntriesMin)
  expect(bench.complete('store')).toBe(true)
  bench.drain()
  expect(bench.groupLengths).toEqual([1, overlappingEntriesMin - 1, overlappingEntriesMin])
})

test('a writer that another has followed answers nobody that something is logged', () => {
  const [first, second, third] = [1, 2, 3].map((station) => seat.po(station).submit({ votes: [1, 2, 3] }))
  bench.submit(1, first!)
  bench.complete('store')
  bench.submit(2, second!)
  bench.step({ type: 'conflict', detail: 'another writer' })
  bench.submit(3, third!)
  expect(bench.halted).toBe(true)
  expect([1, 2, 3].map((ticket) => onlyAnswer(ticket).type)).toEqual(['halted', 'halted', 'halted'])
  expect(bench.stream.length).toBe(bench.base.size)
})

test('a writer stops where the root has cut into what it has decided, and goes on past a cut at its end', () => {
  const [first, second] = [1, 2].map((station) => seat.po(station).submit({ votes: [1, 2, 3] }))
  frozen.election.revoke(seat.po(3).key, seat.log.fold.log, bench.base.size)
  bench.submit(1, first!)
  bench.complete('store')
  expect(bench.halted).toBe(false)
  frozen.election.revoke(seat.po(1).key, seat.log.fold.log, bench.base.size)
  bench.complete('append')
  bench.submit(2, second!)
  expect(bench.halted).toBe(true)
  expect([1, 2].map((ticket) => onlyAnswer(ticket).type)).toEqual(['halted', 'halted'])
})

test('whatever comes in whatever order: every ticket one true answer, one order, nothing twice', async () => {
  const shared = await frozenSeat()
  const statements = manyStatements(shared)
  const action = fc.oneof(
    { weight: 5, arbitrary: fc.record({ submit: fc.nat(statements.length - 1), early: fc.boolean() }) },
    { weight: 2, arbitrary: fc.constantFrom('store', 'append', 'release', 'deliver') },
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      frozen = shared
      seat = shared.seat
      bench = new WriterBench(shared)
      const early: (() => void)[] = []
      let ticket = 0
      for (const one of actions) {
        if (one === 'deliver') early.shift()?.()
        else if (typeof one === 'string') bench.complete(one)
        else {
          const mine = ++ticket
          const signed = statements[one.submit]!
          const lookup = bench.lookUp(openedOf(signed))
          // A lookup that was asked for before others were stored, and delivered after.
          if (one.early) early.push(() => bench.submit(mine, signed, lookup))
          else bench.submit(mine, signed)
        }
      }
      for (const deliver of early) deliver()
      bench.drain()
      for (let one = 1; one <= ticket; one++) expect(bench.answers.get(one)).toHaveLength(1)
      for (const [answer] of bench.answers.values()) expect(isTrue(answer!)).toBe(true)
      expectOneHistory()
    }),
    { numRuns: 150 },
  )
})

function onlyAnswer(ticket: number): Answer {
  const answers = bench.answers.get(ticket) ?? []
  expect(answers).toHaveLength(1)
  return answers[0]!
}

function isTrue(answer: Answer): boolean {
  switch (answer.type) {
    case 'logged':
      return receiptHolds(answer)
    case 'repeated':
      return answer.index < bench.stream.length
    case 'refused':
      return true
    case 'busy':
    case 'halted':
      return false
  }
}

function receiptHolds(answer: Answer): boolean {
  if (answer.type !== 'logged') return false
  const { entry, index, proof, note } = answer
  const trust = checkpointTrustOf(frozen.election.registerState, bench.base)
  const opened = openReceipt(formatReceipt(entry, { index, hashes: proof, checkpoint: note }), trust)
  return opened.ok && Buffer.compare(bench.stream[index] ?? new Uint8Array(), entry) === 0
}

/** The stream folds like any log: every entry admitted, no id twice, and the newest note signs its root. */
function expectOneHistory(): void {
  const { log } = seat
  const folded = log.replayInto(openLogFold(log.fold))
  const ids = new Set<string>()
  for (const bytes of bench.stream.slice(bench.base.size)) {
    const entry = openEntry(bytes)
    if (!entry.ok || !entry.value.statement.ok) throw new Error('an entry that cannot be read')
    const { signerHex, idHex } = entry.value.statement.value
    expect(ids.has(`${signerHex}/${idHex}`)).toBe(false)
    ids.add(`${signerHex}/${idHex}`)
    expect(folded.appendEntry({ ...entry.value, leaf: leafHash(bytes) }).verdict.type).toBe('admitted')
  }
  const note = bench.notes.at(-1)
  if (note === undefined) return
  const opened = openCheckpoint(note, checkpointTrustOf(frozen.election.registerState, bench.base))
  expect(opened.ok && opened.value.checkpoint.size).toBe(bench.stream.length)
  expect(opened.ok && opened.value.checkpoint.root).toEqual(frontierRoot(folded.fold.frontier))
}

function bodiesAfterBase(): readonly string[] {
  return bench.stream.slice(bench.base.size).map((bytes) => {
    const entry = openEntry(bytes)
    return entry.ok && entry.value.statement.ok ? entry.value.statement.value.statement.body : 'unreadable'
  })
}

/** Forms, corrections, acceptances, the same id and the same sequence with other bytes, bad signatures, strangers. */
function manyStatements({ seat: own }: FrozenSeat): readonly SignedBytes[] {
  return [1, 2, 3].flatMap((station) => {
    const po = own.po(station)
    const form = po.submit({ votes: [station, 2, 3] })
    const forged = { statement: po.submit({ votes: [9, 9, 9] }).statement, signature: new Uint8Array(64).fill(1) }
    const body = own.po(station).submit({ votes: [4, 5, 6] })
    const { sequence } = openedOf(form).statement
    const sameSequence = po.sayOtherwise('NA-1', formBody(body), { sequence })
    const accepted = own.ro.accept(form, station)
    const elsewhere = po.submit({ votes: [1, 1, 1] }, 99)
    return [form, otherBytesOf(po, form), forged, body, sameSequence, accepted, elsewhere]
  })
}

function otherBytesOf(po: ReturnType<FixtureSeat['po']>, form: SignedBytes): SignedBytes {
  return po.sayOtherwise('NA-1', formBody(po.submit({ votes: [7, 7, 7] })), { id: openedOf(form).statement.id })
}
