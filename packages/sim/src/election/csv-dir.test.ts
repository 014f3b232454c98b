import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadPlan } from './csv-dir.ts'
import { readCsvRows } from './csv-rows.ts'

const DATA = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-csv-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

it('keeps the seats asked for, and what belongs to them', async () => {
  const plan = await loadPlan(DATA, '2024', { seats: ['NA-48', 'PS-97'] })
  expect(plan.seats.map(({ seat }) => seat)).toEqual(['NA-48', 'PS-97'])
  expect(plan.provinces.map(({ code }) => code)).toEqual(['sindh', 'islamabad'])
  expect(plan.notes?.every(({ seat }) => seat === 'NA-48' || seat === 'PS-97')).toBe(true)
  expect((await loadPlan(DATA, '2018', { seats: ['NA-1'] })).seats).toHaveLength(1)
})

it('names a seat that the file does not have', async () => {
  await expect(loadPlan(DATA, '2018', { seats: ['NA-1', 'NA-999'] })).rejects.toMatchObject({
    code: 'data/seat-unknown',
    message: expect.stringContaining('NA-999'),
  })
})

it('names a file that is missing', async () => {
  await expect(loadPlan(folder, '2024')).rejects.toMatchObject({
    code: 'data/file-missing',
    file: 'pk_ge2024_form45_stations_long.csv',
    message: expect.stringContaining(folder),
  })
})

it('names the line of a row that is too short, and of a quote that never ends', async () => {
  await expect(read('a,b\n1,2\n3\n')).rejects.toMatchObject({ code: 'data/file-malformed', line: 3 })
  await expect(read('a,b\n1,"2\n')).rejects.toMatchObject({ code: 'data/file-malformed' })
})

it('names a column that is missing', async () => {
  await expect(read('a,c\n1,2\n')).rejects.toMatchObject({ code: 'data/column-missing', line: 1 })
  await expect(read('')).rejects.toMatchObject({ code: 'data/column-missing' })
})

it('refuses a seat whose totals differ from row to row, by line', async () => {
  const header = 'candidate_name,candidate_party,candidate_votes,total_registered_votes,total_polled_votes'
  const rows = ['A,P,5,100,9,8,1,NA-1', 'B,Q,3,100,9,9,0,NA-1']
  await write('pk_ge2018_na_seats.csv', 'Seat,PrimaryDistrict,Province\nNA-1,Chitral,KP\n')
  await write('pk_ge2018_pa_seats.csv', 'seat,district,province\n')
  await write(
    'pk_ge2018_results_constituency_candidate.csv',
    [`${header},total_valid_votes,total_rejected_votes,PA_ID`, ...rows].join('\n'),
  )
  await expect(loadPlan(folder, '2018')).rejects.toMatchObject({ code: 'data/row-malformed', line: 3 })
})

it('gives names as a statement may hold them', async () => {
  const messy = ['  two\u00a0\u00a0words ', 'e\u0301', '\u202eright\u202c', 'zero\u200bwidth', 'join\u200cer']
  const rows = await read(`\ufeffa,b\n${messy.map((name) => `1,${name}`).join('\n')}\n`)
  expect(rows.map(({ cells }) => cells.b)).toEqual(['two words', '\u00e9', 'right', 'zerowidth', 'join\u200cer'])
  expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6])
})

async function read(text: string) {
  await write('rows.csv', text)
  return await readCsvRows(folder, 'rows.csv', ['a', 'b'])
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text)
}
