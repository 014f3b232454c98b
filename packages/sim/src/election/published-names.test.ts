import { fileURLToPath } from 'node:url'
import { looksGlyphReversed } from '@khata/ledger'
import { textFault } from '@khata/proto'
import { expect, it } from 'vitest'
import { readCsvRows } from './csv-rows.ts'

const DATA = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

it('finds the stations of NA-46 that were published as glyph-reversed text, and none of NA-98', async () => {
  const rows = await readCsvRows(DATA, 'pk_ge2024_form45_stations_long.csv', ['seat', 'ps_no', 'ps_name'])
  const namesOf = (seat: string) =>
    new Set(rows.filter(({ cells }) => cells.seat === seat).map(({ cells }) => cells.ps_name))
  const reversed = (seat: string) => [...namesOf(seat)].filter((name) => looksGlyphReversed(name))
  expect(namesOf('NA-46').size).toBeGreaterThan(300)
  expect(reversed('NA-46').length).toBeGreaterThan(300)
  expect(namesOf('NA-98').size).toBeGreaterThan(300)
  expect(reversed('NA-98')).toEqual([])
})

it('finds none among the candidates of Form 33, but for two with a presentation form', async () => {
  const rows = await readCsvRows(DATA, 'pk_ge2024_form33_candidates.csv', ['assembly', 'name_ur'])
  const reversed = rows.filter(({ cells }) => looksGlyphReversed(cells.name_ur))
  expect(reversed.filter(({ cells }) => cells.assembly === 'NA')).toEqual([])
  expect(reversed.map(({ cells }) => cells.name_ur)).toEqual(['فقیر شیر محمد بلاﻻنی', 'فقیر فیض محمد بلاﻻنی'])
  expect(rows.filter(({ cells }) => textFault(cells.name_ur) !== null)).toEqual([])
})
