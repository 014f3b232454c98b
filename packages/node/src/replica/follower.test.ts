import {
  appendLeaf,
  emptyFrontier,
  frontierRoot,
  logNoteKey,
  openLogFold,
  openStatement,
  signCheckpoint,
  signatureClaims,
} from '@khata/ledger'
import type { FixtureSeat } from '@khata/ledger/fixture'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type FrozenSeat, frozenSeat } from '../contract/writer-bench.ts'
import { type FollowerEffect, type Frame, LogFollower } from './follower.ts'
import { nothingStored } from './recents.ts'
import { StatementPlaces } from './places.ts'
import { TileBuilder } from './tile-builder.ts'

let frozen: FrozenSeat
let seat: FixtureSeat
let follower: LogFollower

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

beforeEach(async () => {
  frozen = await frozenSeat()
  seat = frozen.seat
  follower = new LogFollower({
    fold: openLogFold(seat.log.fold),
    frontier: emptyFrontier,
    tiles: new TileBuilder('NA-1', 0, []),
    places: new StatementPlaces('NA-1'),
    place: 0,
    register: frozen.election.registerState,
    cosign: (note) => Uint8Array.of(...note, 0x21),
  })
})

test('a frame is answered when it is stored, appended and released here, with the cosignature', () => {
  const size = seat.log.fold.size
  expect(types(receive(1, frameOf(0, size)))).toEqual(['store'])
  expect(follower.size).toBe(0)
  const [append] = follower.step({ type: 'stored' })
  expect(append).toMatchObject({ type: 'append', expectedSize: 0 })
  expect(follower.step({ type: 'appended' })).toMatchObject([{ type: 'release', size, expectedPlace: 0 }])
  const [answer] = follower.step({ type: 'released', place: 9 })
  expect(answer).toMatchObject({ type: 'answer', ticket: 1, answer: { type: 'held', size } })
  expect(answer?.type === 'answer' && answer.answer.type === 'held' && answer.answer.note.at(-1)).toBe(0x21)
  expect(follower.size).toBe(size)
})

test('frames one after another hold what the sequencer holds', () => {
  for (let from = 0; from < seat.log.fold.size; from += 3) take(from, Math.min(from + 3, seat.log.fold.size))
  expect(follower.size).toBe(seat.log.fold.size)
})

test('a frame from elsewhere, while another is under way, or twice, is not taken', () => {
  expect(answerTo(receive(1, frameOf(1, 4)))).toEqual({ type: 'elsewhere', size: 0 })
  receive(2, frameOf(0, 4))
  expect(answerTo(receive(3, frameOf(0, 4)))).toEqual({ type: 'busy' })
  finish()
  expect(answerTo(receive(4, frameOf(0, 4)))).toEqual({ type: 'elsewhere', size: 4 })
})

test('what the sequencer did not sign is turned away, and the next honest frame taken', () => {
  const honest = frameOf(0, 4)
  const dropped = { ...honest, entries: honest.entries.slice(1) }
  expect(answerTo(receive(1, dropped))).toEqual({ type: 'refused', code: 'frame/checkpoint-elsewhere' })
  const swapped = { ...honest, entries: honest.entries.toReversed() }
  expect(answerTo(receive(2, swapped))).toEqual({ type: 'refused', code: 'frame/root-differs' })
  take(0, 4)
  expect(follower.size).toBe(4)
})

test('after a conflict nothing is held any more', () => {
  receive(1, frameOf(0, 4))
  follower.step({ type: 'stored' })
  const effects = follower.step({ type: 'conflict', detail: 'the stream holds others' })
  expect(types(effects)).toEqual(['halt', 'answer'])
  expect(answerTo(effects)).toEqual({ type: 'halted' })
  expect(follower.step({ type: 'appended' })).toEqual([])
  expect(answerTo(receive(2, frameOf(0, 4)))).toEqual({ type: 'halted' })
})

function receive(ticket: number, frame: Frame): readonly FollowerEffect[] {
  return follower.step({ type: 'frame', ticket, frame })
}

function take(from: number, to: number): void {
  receive(1, frameOf(from, to))
  finish()
}

function finish(): void {
  follower.step({ type: 'stored' })
  follower.step({ type: 'appended' })
  follower.step({ type: 'released', place: 1 })
}

function types(effects: readonly FollowerEffect[]): readonly string[] {
  return effects.map(({ type }) => type)
}

function answerTo(effects: readonly FollowerEffect[]) {
  return effects.find((effect) => effect.type === 'answer')?.answer
}

function frameOf(from: number, to: number): Frame {
  const all = seat.log.entries.slice(0, to)
  const frontier = all.reduce((before, { leaf }) => appendLeaf(before, leaf), emptyFrontier)
  const key = logNoteKey(frozen.election.trust, seat.log.fold)!
  const checkpoint = { origin: key.name, size: to, root: frontierRoot(frontier), epoch: 1 }
  const note = signCheckpoint(checkpoint, key, (message) => seat.sequencer.sign(message))
  const { signer } = frozen.election.stage
  const entries = all.slice(from).map((entry) => {
    const opened = openStatement(entry.entry.statement, entry.entry.signature)
    const claims = opened.ok ? signatureClaims(opened.value).map((triple) => signer.verify(triple)) : []
    return { entry, claims, tags: undefined, stored: nothingStored }
  })
  return { from, entries, note, checkpoint: { checkpoint, cosignatures: [] } }
}
