import assert from 'node:assert/strict'
import type { Triple } from '@khata/ledger'
import { keyCases, publicKeyOf, sign, signatureCases } from '@khata/ledger'
import type { VerifierPool } from '../ports.ts'
import type { Case, RegisterTest } from './case.ts'
import { registerCases } from './case.ts'

/** What every VerifierPool keeps. `test` is the test framework's own. */
export function verifierPoolContract(name: string, pool: () => Promise<VerifierPool>, test: RegisterTest): void {
  registerCases(name, cases, pool, test)
}

const cases: Readonly<Record<string, Case<VerifierPool>>> = {
  "gives the one rule's verdict on its vectors": vectors,
  'refuses every key that the rule refuses': badKeys,
  'answers in the order of the triples, for 0, 1, 2, 32 and 500': inOrder,
  'answers many calls at once, each its own': manyCalls,
  'verifies messages of 0 and of 65,535 bytes': messageLengths,
  'finds one changed bit anywhere': changedBit,
  'takes a key or a signature of another length for false': otherLengths,
}

async function vectors(pool: VerifierPool): Promise<void> {
  const known = signatureCases()
  for (let round = 0; round < 2; round++) {
    assert.deepEqual(
      await pool.verify(known),
      known.map((one) => one.accept),
    )
  }
}

async function badKeys(pool: VerifierPool): Promise<void> {
  const good = tripleOf('message')
  const refused = keyCases().filter((one) => one.refusal !== undefined)
  const batch = [good, ...refused.map((one) => ({ ...good, key: one.bytes })), good]
  assert.equal(refused.length > 10, true)
  assert.deepEqual(await pool.verify(batch), [true, ...refused.map(() => false), true])
}

async function inOrder(pool: VerifierPool): Promise<void> {
  const [good, bad] = [tripleOf('good'), { ...tripleOf('good'), message: bytes('bad') }]
  for (const count of [0, 1, 2, 32, 500]) {
    const expected = Array.from({ length: count }, (_, at) => (at * 7) % 3 !== 0)
    assert.deepEqual(await pool.verify(expected.map((isGood) => (isGood ? good : bad))), expected)
  }
}

async function manyCalls(pool: VerifierPool): Promise<void> {
  const [good, bad] = [tripleOf('good'), { ...tripleOf('good'), message: bytes('bad') }]
  const expected = Array.from({ length: 100 }, (_, call) =>
    [...Array(call % 5).keys()].map((at) => (call + at) % 2 === 0),
  )
  const calls = expected.map((verdicts) => pool.verify(verdicts.map((isGood) => (isGood ? good : bad))))
  assert.deepEqual(await Promise.all(calls), expected)
}

async function messageLengths(pool: VerifierPool): Promise<void> {
  const batch = ['', 'x'.repeat(65_535)].map(tripleOf)
  assert.deepEqual(await pool.verify(batch), [true, true])
}

async function changedBit(pool: VerifierPool): Promise<void> {
  const good = tripleOf('message')
  const changed = (['key', 'message', 'signature'] as const).flatMap((part) =>
    Array.from(good[part].keys(), (at) => ({ ...good, [part]: flipped(good[part], at) })),
  )
  assert.deepEqual(
    await pool.verify(changed),
    changed.map(() => false),
  )
}

async function otherLengths(pool: VerifierPool): Promise<void> {
  const good = tripleOf('message')
  const batch = [
    { ...good, key: good.key.subarray(1) },
    { ...good, signature: new Uint8Array() },
    { ...good, signature: Buffer.concat([good.signature, Uint8Array.of(0)]) },
    { ...good, key: Buffer.concat([good.key, Uint8Array.of(0)]) },
  ]
  assert.deepEqual(await pool.verify(batch), [false, false, false, false])
  assert.deepEqual(await pool.verify([...batch, good]), [false, false, false, false, true])
}

const secret = new Uint8Array(32).fill(7)

function tripleOf(text: string): Triple {
  const message = bytes(text)
  return { key: publicKeyOf(secret), message, signature: sign(secret, message) }
}

function flipped(original: Uint8Array, at: number): Uint8Array {
  return original.map((byte, place) => (place === at ? byte ^ 1 : byte))
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
