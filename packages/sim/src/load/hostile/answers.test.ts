import { expect, test } from 'vitest'
import { readAnswers } from './answers.ts'

const refused = 'HTTP/1.1 404 Not Found\r\nKhata-Code: http/no-tile\r\ncontent-length: 2\r\n\r\n{}'
const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n'
const away = 'HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\n\r\n'

test('answers on one connection are read in order, whole ones only', () => {
  const bytes = Buffer.from(`${refused}${chunked}${away}`)
  expect(readAnswers(bytes)).toEqual([
    { status: 404, code: 'http/no-tile', retryAfter: undefined, body: Buffer.from('{}') },
    { status: 200, code: undefined, retryAfter: undefined, body: Buffer.from('abcd') },
    { status: 503, code: undefined, retryAfter: '1', body: Buffer.from('') },
  ])
  const ends = [refused.length, refused.length + chunked.length, bytes.length]
  const counts = Array.from(bytes, (_, at) => readAnswers(bytes.subarray(0, at)).length)
  expect(counts).toEqual(Array.from(bytes, (_, at) => ends.filter((end) => end <= at).length))
})
