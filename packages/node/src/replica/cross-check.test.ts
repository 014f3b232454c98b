import { expect, test } from 'vitest'
import { type FiledStatement, type LogSays, type Standing, standingOfFiled } from './cross-check.ts'

const filed: FiledStatement = {
  seat: 'NA-1',
  station: 3,
  signerHex: 'e'.repeat(64),
  idHex: 'f'.repeat(32),
  hash: 'a'.repeat(64),
  entry: 1,
  since: 0,
}
const nothing: LogSays = { sameId: undefined, refused: false, stationForm: undefined }
const other = 'b'.repeat(64)

test.each<[string, FiledStatement, LogSays, Standing]>([
  ['the same bytes are found', filed, { ...nothing, sameId: { index: 4, hash: filed.hash } }, 'found'],
  ['what is folded and not indexed yet is found', filed, { ...nothing, stationForm: filed.hash }, 'found'],
  ['a recorded refusal is an answer', filed, { ...nothing, refused: true }, 'refused'],
  ['other bytes under the id differ', filed, { ...nothing, sameId: { index: 4, hash: other } }, 'different'],
  ['another form of the station differs', filed, { ...nothing, stationForm: other }, 'different'],
  ['silence is named', filed, nothing, 'missing'],
  ['a statement about no station', { ...filed, station: null }, { ...nothing, stationForm: other }, 'missing'],
])('%s', (_, statement, says, standing) => {
  expect(standingOfFiled(statement, says)).toBe(standing)
})
