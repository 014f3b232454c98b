import { beforeEach, expect, test } from 'vitest'
import { runUntilDone } from './ceremony.ts'
import { Card, SimDeviceStore } from './device-ports.ts'
import { Program, World } from './world.ts'

let world: World
let card: Card

beforeEach(() => {
  world = new World(1, 0)
  card = new Card()
})

test('a record that was answered survives loss of power, and of those under way the oldest may', async () => {
  await runUntilDone(world, storeOf('first').append(0, Uint8Array.of(1)))
  card.put(1, Uint8Array.of(2))
  card.put(2, Uint8Array.of(3))
  card.losePower(() => 1)
  expect(await runUntilDone(world, storeOf('second').read())).toEqual([Uint8Array.of(1), Uint8Array.of(2)])
})

test('what was read survives loss of power', async () => {
  card.put(0, Uint8Array.of(1))
  expect(await runUntilDone(world, storeOf('one').read())).toHaveLength(1)
  card.losePower(() => 0)
  expect(card.records).toHaveLength(1)
})

test('two programs never both write a record', async () => {
  const both = ['one', 'other'].map((name) => storeOf(name).append(0, Uint8Array.of(1)))
  const outcomes = await runUntilDone(world, Promise.allSettled(both))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('answers nobody whose program has died', async () => {
  const program = new Program('one')
  let answered = false
  void new SimDeviceStore(world, program, card).append(0, Uint8Array.of(1)).then(() => (answered = true))
  program.kill()
  while (await world.agenda.step());
  expect(answered).toBe(false)
  expect(card.records).toHaveLength(0)
})

test('a card that is full refuses records, and takes them again', async () => {
  card.full = true
  const store = storeOf('one')
  await expect(runUntilDone(world, store.append(0, Uint8Array.of(1)))).rejects.toThrow('no space left')
  card.full = false
  await runUntilDone(world, store.append(card.records.length, Uint8Array.of(1)))
  expect(card.records.at(-1)).toEqual(Uint8Array.of(1))
})

function storeOf(name: string): SimDeviceStore {
  return new SimDeviceStore(world, new Program(name), card)
}
