import { StationOrder } from '@khata/proto'
import { expect, it } from 'vitest'
import { Author } from '../../ceremony/author.ts'
import { drillKey } from '../../ceremony/drill-key.ts'
import { openStatement } from '@khata/ledger'
import { bodies } from './bodies.ts'
import { Reached, WANTED } from './reached.ts'

it('wants every name once, and finds none before it is noted', () => {
  const told = [...new Reached().told()]
  expect(new Set(told.map(({ name }) => name)).size).toBe(told.length)
  expect(told.filter(({ isThere }) => isThere)).toEqual([])
  expect(told.length).toBe(Object.values(WANTED).flat().length)
})

it('finds a statement’s body and what it chooses, and nothing else', () => {
  const ro = new Author('pk-ge-2024/drill', drillKey('test', 'ro'))
  const { signed } = ro.say('NA-1', bodies.stationOrder(1, StationOrder.BOX_LOST), 1)
  const opened = openStatement(signed.statement, signed.signature)
  if (!opened.ok) throw new Error(opened.error.code)
  const reached = new Reached()
  reached.noteStatement(opened.value.statement)
  const found = [...reached.told()].filter(({ isThere }) => isThere).map(({ name }) => name)
  expect(found).toEqual(['body: stationOrdered', 'order of a station: BOX_LOST'])
})
