import { expect, test } from 'vitest'
import { Acknowledged } from './acknowledged.ts'

const entry = (...bytes: number[]) => Uint8Array.from(bytes)

test('what is read back as it was acknowledged is owed no more', () => {
  const acknowledged = new Acknowledged()
  acknowledged.promise('NA-301', 5, entry(5))
  acknowledged.promise('NA-301', 7, entry(7))
  expect(acknowledged.owedFrom('NA-301')).toBe(5)
  expect(acknowledged.readBack('NA-301', 4, [entry(4), entry(5)])).toEqual([undefined])
  expect(acknowledged.owedFrom('NA-301')).toBe(7)
  expect(acknowledged.readBack('NA-301', 6, [entry(6), entry(7)])).toEqual([undefined])
  expect(acknowledged.owedFrom('NA-301')).toBeUndefined()
  expect(acknowledged.missing).toEqual([])
})

test('an entry that is another one is found', () => {
  const acknowledged = new Acknowledged()
  acknowledged.promise('NA-301', 5, entry(5))
  expect(acknowledged.readBack('PP-301', 5, [entry(9)])).toEqual([])
  expect(acknowledged.readBack('NA-301', 5, [entry(9)])).toEqual(['NA-301: entry 5 is not the one acknowledged'])
})

test('an entry that never comes is found', () => {
  const acknowledged = new Acknowledged()
  acknowledged.promise('NA-301', 5, entry(5))
  acknowledged.readBack('NA-301', 0, [entry(0), entry(1)])
  expect(acknowledged.missing).toEqual(['NA-301: entry 5 was acknowledged and is not there'])
})

test('two entries for one place are found', () => {
  const acknowledged = new Acknowledged()
  expect(acknowledged.promise('NA-301', 5, entry(5))).toBeUndefined()
  expect(acknowledged.promise('NA-301', 5, entry(5))).toBeUndefined()
  expect(acknowledged.promise('PP-301', 5, entry(6))).toBeUndefined()
  expect(acknowledged.promise('NA-301', 5, entry(6))).toBe('NA-301: two entries were acknowledged as entry 5')
})
