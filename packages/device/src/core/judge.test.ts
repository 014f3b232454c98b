import { firstLink, sayNext, sha256, toBase64, utf8Encode } from '@khata/ledger'
import { encodeSignedStatement } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOfCount } from '../contract/figures.ts'
import { election, FilingNode } from '../contract/filing-node.ts'
import { judgeAnswer } from './judge.ts'
import { signerOf } from './key.ts'

const signer = signerOf(sha256(utf8Encode('presiding officer')))
const mine = say('mine')
const others = ['a', 'b', 'c'].map(say)
const asked = { election, signed: mine.signed, hashHex: mine.hashHex }
const node = new FilingNode('NA-46')
for (const { bytes } of others) node.submit(bytes)

const receipt = (bytes: Uint8Array) => judgeAnswer({ type: 'receipt', bytes }, asked, node.trust)
const refusal = (note: Uint8Array) => judgeAnswer({ type: 'refusal', note }, asked, node.trust)

describe('a receipt', () => {
  test('counts when the log proves the very bytes; a cosignature makes it replicated', () => {
    const local = node.submit(mine.bytes)
    expect(receipt(local)).toEqual({ type: 'receipt', receipt: { bytes: local, index: 3, cosigners: [] } })
    const cosigned = node.submit(mine.bytes, { cosigned: true })
    expect(receipt(cosigned)).toMatchObject({ receipt: { cosigners: [expect.stringContaining('cosigner-hq')] } })
  })

  test('of another statement is not believed', () => {
    expect(receipt(node.submit(others[1]!.bytes))).toMatchObject({ fault: { code: 'delivery/receipt-of-other-bytes' } })
  })

  test('of an entry that claims another place is not believed', () => {
    const confused = new FilingNode('NA-46')
    confused.indexShift = 1
    expect(receipt(confused.submit(mine.bytes))).toMatchObject({
      fault: { code: 'delivery/receipt-not-believed', detail: 'entry/index' },
    })
  })

  test('of the same statement with another signature is not believed', () => {
    const otherSignature = { ...asked, signed: { ...mine.signed, signature: others[0]!.signed.signature } }
    const answer = { type: 'receipt', bytes: node.submit(mine.bytes) } as const
    expect(judgeAnswer(answer, otherSignature, node.trust)).toMatchObject({
      fault: { code: 'delivery/receipt-of-other-bytes' },
    })
  })

  test('by a log that only claims the name is not believed', () => {
    const impostor = new FilingNode('NA-46', 'an impostor')
    expect(receipt(impostor.submit(mine.bytes))).toMatchObject({ fault: { code: 'delivery/receipt-not-believed' } })
  })

  test('of another log is not believed', () => {
    expect(receipt(new FilingNode('NA-47').submit(mine.bytes))).toMatchObject({
      fault: { code: 'delivery/receipt-not-believed' },
    })
  })

  test('with any byte changed, dropped or added is not believed, or shows no more than it did', () => {
    const bytes = node.submit(mine.bytes)
    const list = Array.from(bytes)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const variants = [list.with(at, (list[at] ?? 0) ^ change), list.toSpliced(at, 1), list.toSpliced(at, 0, change)]
        for (const variant of variants) {
          const judged = receipt(Uint8Array.from(variant))
          expect(judged.type === 'fault' || (judged.type === 'receipt' && judged.receipt.cosigners.length === 0)).toBe(
            true,
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a refusal', () => {
  test('counts when the node signed it', () => {
    expect(refusal(node.refuse(mine.bytes, 'statement/unknown-key'))).toMatchObject({
      type: 'refusal',
      refusal: {
        code: 'statement/unknown-key',
        refusedAt: 1_707_400_000_000,
        advice: expect.stringContaining('enrolled'),
      },
    })
  })

  test('with a code that this program does not know is shown with the words of the node', () => {
    expect(refusal(node.refuse(mine.bytes, 'later/code'))).toMatchObject({ refusal: { advice: 'Look again.' } })
  })

  test.each([
    [
      'by somebody else',
      new FilingNode('NA-46', 'an impostor').refuse(mine.bytes, 'a/b'),
      'delivery/refusal-not-believed',
    ],
    ['by another log', new FilingNode('NA-47').refuse(mine.bytes, 'a/b'), 'delivery/refusal-not-believed'],
    ['of another statement', node.refuse(others[0]!.bytes, 'a/b'), 'delivery/refusal-of-other-bytes'],
    [
      'for another election',
      node.refuse(mine.bytes, 'a/b', { election: 'pk-ge-2024/live' }),
      'delivery/refusal-of-other-bytes',
    ],
    [
      'of no statement',
      node.refuse(mine.bytes, 'a/b', { hash: toBase64(new Uint8Array(32)) }),
      'delivery/refusal-of-other-bytes',
    ],
    ['with a hash that is none', node.refuse(mine.bytes, 'a/b', { hash: '!' }), 'delivery/refusal-not-believed'],
    ['with a code that is none', node.refuse(mine.bytes, 'Stop sending'), 'delivery/refusal-not-believed'],
    [
      'without its lines',
      node.refuse(mine.bytes, 'a/b', { text: 'khata/refusal/v1\n' }),
      'delivery/refusal-not-believed',
    ],
    ['that is garbage', Uint8Array.of(1, 2, 3), 'delivery/refusal-not-believed'],
  ])('%s is ignored', (_, note, code) => {
    expect(refusal(note)).toMatchObject({ type: 'fault', fault: { code } })
  })

  test('with any byte changed is ignored', () => {
    const list = Array.from(node.refuse(mine.bytes, 'statement/unknown-key'))
    fc.assert(
      fc.property(fc.nat(list.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(refusal(Uint8Array.from(list.with(at, (list[at] ?? 0) ^ change))).type).toBe('fault')
      }),
      { numRuns: 60 },
    )
  })
})

test('nothing is believed of a log that the register does not declare', () => {
  const answers = [
    { type: 'receipt', bytes: node.submit(mine.bytes) },
    { type: 'refusal', note: node.refuse(mine.bytes, 'a/b') },
  ] as const
  for (const answer of answers) {
    expect(judgeAnswer(answer, asked, undefined)).toMatchObject({ fault: { code: 'delivery/no-trust' } })
  }
})

function say(name: string) {
  const body = { body: 'form45Submitted', form45Submitted: { form: formOfCount(3) } } as const
  const id = sha256(utf8Encode(name)).slice(0, 16)
  const saying = { election, seat: 'NA-46', id, signer: signer.key, saidAt: 1_707_412_345_678, body }
  const { signed, hash } = sayNext(firstLink, saying, (message) => signer.sign(message))
  return { signed, bytes: encodeSignedStatement(signed), hashHex: Buffer.from(hash).toString('hex') }
}
