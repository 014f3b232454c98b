import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logAsked, namesOf } from './names.ts'

const part = fc.stringMatching(/^[A-Za-z0-9-]{1,4}$/)
const name = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .chain((parts) =>
    fc
      .array(fc.constantFrom('/', '.'), { minLength: parts.length - 1, maxLength: parts.length - 1 })
      .map((joints) => parts.map((one, at) => one + (joints[at] ?? '')).join('')),
  )

test('names are what the documentation says', () => {
  const names = namesOf('pk-ge-2024/live')
  expect(names.logStream('NA-46/1')).toBe('KHATA_pk-ge-2024_live_NA-46_1')
  expect(names.logSubject('NA-46/1')).toBe('khata.pk-ge-2024_live.log.NA-46_1')
  expect(names.checkpointStream).toBe('KHATA_pk-ge-2024_live_CHECKPOINTS')
  expect(names.checkpointSubject('NA-46/1')).toBe('khata.pk-ge-2024_live.checkpoint.NA-46_1')
  expect(names.linkSubject('push', 'NA-46/1')).toBe('khata.pk-ge-2024_live.push.NA-46_1')
  expect(names.linkSubjects('pull')).toBe('khata.pk-ge-2024_live.pull.*')
})

test('two logs never share a stream or a subject', () => {
  const { logStream, logSubject, checkpointSubject, checkpointStream } = namesOf('pk-ge-2024/live')
  fc.assert(
    fc.property(name, name, (one, other) => {
      for (const nameOf of [logStream, logSubject, checkpointSubject]) {
        expect(nameOf(one) === nameOf(other)).toBe(one === other)
        expect(nameOf(one)).toMatch(/^[A-Za-z0-9_.-]+$/)
      }
      expect(logStream(one)).not.toBe(checkpointStream)
    }),
  )
})

test('a subject says which log it is about, and that it is about none', () => {
  const { linkSubject } = namesOf('pk-ge-2024/live')
  fc.assert(fc.property(name, (log) => logAsked(linkSubject('push', log)) === log))
  for (const bad of ['', '_', '___', 'a_', '_a', 'a____b', 'a%b', 'CHECKPOINTS', 'خ']) {
    expect(logAsked(`khata.pk-ge-2024_live.push.${bad}`)).toBeUndefined()
  }
})

test.each(['', 'a b', 'a_b', 'a//b', '/a', 'a.', 'a*', '>', 'CHECKPOINTS', 'خ'])('%j is no name of a log', (bad) => {
  expect(() => namesOf('pk-ge-2024/live').logStream(bad)).toThrow(RangeError)
})
