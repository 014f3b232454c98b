import { expect, test } from 'vitest'
import { Toll } from './toll.ts'

test('everything sent is counted with its answer, or with what there was instead', () => {
  const toll = new Toll()
  const answer = { status: 404, code: 'http/no-tile', retryAfter: undefined, body: new Uint8Array(0) }
  toll.take('garbage', { answers: [answer], ended: false, ms: 1 })
  toll.take('garbage', { answers: [answer], ended: true, ms: 1 })
  toll.take('garbage', { answers: [], ended: false, ms: 1 })
  toll.take('flood', { answers: [answer], ended: true, ms: 1 }, 3)
  expect(toll.told.filter(({ sent }) => sent > 0)).toEqual([
    { kind: 'flood', sent: 3, answers: { ended: 2, '404 http/no-tile': 1 } },
    { kind: 'garbage', sent: 3, answers: { '404 http/no-tile': 2, none: 1 } },
  ])
})
