import { expect, test } from 'vitest'
import type { Answer } from './answers.ts'
import { floodFault, refusalFault } from './verdict.ts'

const answer: Answer = { status: 403, code: 'statement/bad-signature', retryAfter: undefined, body: new Uint8Array(0) }
const away: Answer = { ...answer, status: 503, code: 'http/busy', retryAfter: '1' }
const read: Answer = { ...answer, status: 200, code: undefined }

test.each<[string, readonly Answer[], boolean, string | undefined]>([
  ['a refusal', [answer], false, undefined],
  ['an end', [], true, undefined],
  ['sent away', [away], false, undefined],
  ['HTTP’s own refusal', [{ ...answer, status: 400, code: undefined }], true, undefined],
  ['silence', [], false, 'neither answered nor ended'],
  ['a receipt', [read], false, '200'],
  ['two answers', [answer, answer], true, '2 answers to one request'],
  ['a code that is not documented', [{ ...answer, code: 'http/other' }], false, '403 http/other'],
  ['a status without its code', [{ ...answer, code: undefined }], false, '403'],
  ['a fault of the node', [{ ...answer, status: 500, code: 'http/failed' }], true, '500 http/failed'],
  ['503 that does not say when', [{ ...away, retryAfter: undefined }], false, '503 http/busy'],
])('what is hostile and gets %s', (_, answers, ended, fault) => {
  expect(refusalFault({ answers, ended, ms: 1 })).toBe(fault)
})

test('a flood is answered, refused, sent away or cut off', () => {
  expect(floodFault({ answers: [read, away], ended: false, ms: 1 }, 2)).toBeUndefined()
  expect(floodFault({ answers: [read], ended: true, ms: 1 }, 2)).toBeUndefined()
  expect(floodFault({ answers: [read], ended: false, ms: 1 }, 2)).toBe('1 of 2 answered')
  expect(floodFault({ answers: [read, answer], ended: false, ms: 1 }, 2)).toBeUndefined()
  const failed = { ...answer, status: 500, code: 'http/failed' }
  expect(floodFault({ answers: [read, failed], ended: true, ms: 1 }, 2)).toBe('500 http/failed')
})
