import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { seatArrow, seatArrows, stationArrows } from './arrows.ts'

it.each([
  ['station', stationArrows],
  ['seat', seatArrows],
])('the arrows of a %s are those of its page', async (page, arrows) => {
  const docs = await readFile(new URL(`../../../../../docs/states/${page}.md`, import.meta.url), 'utf8')
  const diagram = docs.split('```')[1] ?? ''
  const drawn = diagram.match(/\w+ --> \w+/g) ?? []
  expect([...new Set(drawn)].toSorted()).toEqual(arrows.toSorted())
})

it('a tribunal’s orders are drawn as one', () => {
  expect([seatArrow('gazetted', 'upheld'), seatArrow('another-returned', 'void')]).toEqual([
    'gazetted --> tribunal',
    'tribunal --> void',
  ])
})
