import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance, type Delivery, newDelivery, nextAct } from './delivery.ts'
import type { DeliveryFaultCode, Judged } from './judge.ts'
import {
  pollMsMax,
  pollsPerResend,
  refusedRetryMsMax,
  retryAfterMsMax,
  retryMsBase,
  retryMsMax,
  waitMsMax,
} from './limits.ts'

const local: Judged = { type: 'receipt', receipt: { bytes: Uint8Array.of(1), index: 4, cosigners: [] } }
const replicated: Judged = { type: 'receipt', receipt: { bytes: Uint8Array.of(2), index: 4, cosigners: ['hq'] } }
const refused: Judged = {
  type: 'refusal',
  refusal: { code: 'statement/unknown-key', advice: '', refusedAt: 1, note: Uint8Array.of(3) },
}
const faultOf = (code: DeliveryFaultCode, retryAfterMs?: number): Judged => ({
  type: 'fault',
  fault: { code, detail: '' },
  ...(retryAfterMs !== undefined && { retryAfterMs }),
})
const silent = faultOf('delivery/unreachable')
const notYet: Judged = { type: 'not-yet' }

const anyAnswer = fc.oneof(
  fc.constantFrom(local, refused, silent, notYet),
  fc.nat().map((ms) => faultOf('delivery/busy', ms)),
)
const anyChance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('a delivery', () => {
  test.each([
    ['queued', silent, 'queued'],
    ['queued', refused, 'queued'],
    ['queued', local, 'sent'],
    ['queued', replicated, 'replicated'],
    ['sent', notYet, 'sent'],
    ['sent', silent, 'sent'],
    ['sent', refused, 'sent'],
    ['sent', local, 'sent'],
    ['sent', replicated, 'replicated'],
    ['replicated', refused, 'replicated'],
    ['replicated', silent, 'replicated'],
    ['replicated', local, 'replicated'],
  ] as const)('that is %s goes on to the state that the answer gives', (from, judged, to) => {
    expect(advance(inState(from), judged, { now: 10, chance: 0.5 }).state).toBe(to)
  })

  test('ends with a replicated receipt and with nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAnswer, anyChance), { maxLength: 60 }), (answers) => {
        let delivery = newDelivery(0)
        for (const [judged, chance] of answers) {
          const now = delivery.dueAt
          expect(nextAct(delivery, now)).toBeDefined()
          delivery = advance(delivery, judged, { now, chance })
          expect(delivery.dueAt - now).toBeLessThanOrEqual(waitMsMax)
        }
        const done = advance(delivery, replicated, { now: delivery.dueAt, chance: 0 })
        expect(nextAct(done, Number.MAX_SAFE_INTEGER)).toBeUndefined()
      }),
    )
  })

  test('waits at random below a ceiling that doubles up to its cap', () => {
    const ceilings = waits(newDelivery(0), silent, 12, 1 - 2 ** -32)
    expect(ceilings.slice(0, 4)).toEqual([1, 2, 4, 8].map((factor) => factor * retryMsBase - 1))
    expect(Math.max(...ceilings)).toBe(retryMsMax - 1)
    expect(waits(newDelivery(0), silent, 12, 0)).toEqual(Array(12).fill(0))
    expect(Math.max(...waits(newDelivery(0), refused, 20, 1 - 2 ** -32))).toBe(refusedRetryMsMax - 1)
    expect(Math.max(...waits(inState('sent'), notYet, 20, 1 - 2 ** -32))).toBe(pollMsMax - 1)
  })

  test('is patient as long as a node asks, within reason', () => {
    const asked = advance(newDelivery(0), faultOf('delivery/busy', 7_000), { now: 100, chance: 0 })
    expect(asked.dueAt).toBe(7_100)
    const forEver = advance(newDelivery(0), faultOf('delivery/busy', 1e15), { now: 100, chance: 0 })
    expect(forEver.dueAt).toBe(100 + retryAfterMsMax)
  })

  test('repeats the statement now and then while it asks for its receipt', () => {
    let delivery = inState('sent')
    const acts = Array.from({ length: pollsPerResend * 2 }, () => {
      const act = nextAct(delivery, delivery.dueAt)
      delivery = advance(delivery, notYet, { now: delivery.dueAt, chance: 0 })
      return act
    })
    const round = [...Array(pollsPerResend - 1).fill('ask-for-receipt'), 'submit']
    expect(acts).toEqual([...round, ...round])
  })

  test('is due when the clock was set back past any wait', () => {
    const delivery = { ...newDelivery(0), dueAt: 10_000_000 }
    expect(nextAct(delivery, 10_000_000 - waitMsMax)).toBeUndefined()
    expect(nextAct(delivery, 10_000_000 - waitMsMax - 1)).toBe('submit')
  })

  test('shows a refusal until it has arrived, and the last fault only', () => {
    const after = [refused, silent, notYet].reduce(
      (delivery, judged) => advance(delivery, judged, { now: 0, chance: 0 }),
      newDelivery(0),
    )
    expect(after).toMatchObject({ state: 'queued', refusal: { code: 'statement/unknown-key' }, fault: undefined })
  })
})

function inState(state: Delivery['state']): Delivery {
  const steps = { queued: [], sent: [local], replicated: [replicated] }[state]
  return steps.reduce((delivery, judged) => advance(delivery, judged, { now: 0, chance: 0 }), newDelivery(0))
}

function waits(from: Delivery, judged: Judged, count: number, chance: number): number[] {
  let delivery = from
  return Array.from({ length: count }, () => {
    const now = delivery.dueAt
    delivery = advance(delivery, judged, { now, chance })
    return delivery.dueAt - now
  })
}
