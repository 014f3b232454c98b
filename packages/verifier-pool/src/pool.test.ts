import { publicKeyOf, selfTest, sha256, sign, verifyStrict } from '@khata/ledger'
import { expect, test } from 'vitest'
import { installNativeSha256, installNativeVerify, rememberingSignatures } from './install.ts'
import { loadNativeVerifier, rememberingKeys } from './native.ts'
import { openVerifierPool, triplesInFlightMax, VerifierUnavailable } from './pool.ts'
import { VerifierUnfit } from './verifier-worker.ts'

test('the pool uses libsodium where it loads, and node:crypto where it does not', async () => {
  await using pool = await openVerifierPool({ workers: 1 })
  expect(pool.kind).toBe('sodium')
  const without = await loadNativeVerifier(() => Promise.reject(new Error('no such library')))
  expect(without.kind).toBe('node-crypto')
})

test.each(['lax-signature', 'lax-key', 'deaf-key'])('a pool of %s workers does not start', async (kind) => {
  await expect(openVerifierPool({ workers: 2, workerFile: fixture(kind) })).rejects.toThrow(VerifierUnfit)
})

test('a pool whose workers cannot start says why', async () => {
  await expect(openVerifierPool({ workers: 1, workerFile: fixture('missing') })).rejects.toThrow('missing')
})

test('a thread that ends is replaced, and what it was asked is answered VerifierUnavailable', async () => {
  await using pool = await openVerifierPool({ workers: 1, workerFile: fixture('mortal') })
  const message = new TextEncoder().encode('message')
  const secret = new Uint8Array(32).fill(7)
  const good = { key: publicKeyOf(secret), message, signature: sign(secret, message) }
  const deadly = { ...good, message: new TextEncoder().encode('die') }
  await expect(pool.verify([deadly])).rejects.toThrow(VerifierUnavailable)
  expect(await pool.verify([good])).toEqual([true])
})

test('a closed pool, and one with too much to do, answer VerifierUnavailable', async () => {
  const pool = await openVerifierPool({ workers: 1 })
  const triple = { key: new Uint8Array(32), message: new Uint8Array(), signature: new Uint8Array(64) }
  await expect(pool.verify(Array.from({ length: triplesInFlightMax + 1 }, () => triple))).rejects.toThrow(
    VerifierUnavailable,
  )
  await pool[Symbol.asyncDispose]()
  await expect(pool.verify([triple])).rejects.toThrow(VerifierUnavailable)
})

test('a key that was pushed out of memory is checked again', () => {
  const checked: number[] = []
  const check = rememberingKeys(
    {
      kind: 'sodium',
      checkKey: (key) => {
        checked.push(key[0] ?? -1)
        return key[0] !== 9
      },
      checkSignature: () => true,
    },
    2,
  )
  const verdicts = [1, 1, 2, 1, 3, 2, 1, 9, 9].map((first) =>
    check({ key: new Uint8Array(32).fill(first), message: new Uint8Array(), signature: new Uint8Array(64) }),
  )
  expect(verdicts).toEqual([true, true, true, true, true, true, true, false, false])
  expect(checked).toEqual([1, 2, 3, 1, 9, 9])
})

test('a good signature is remembered byte for byte until others push it out, a bad one never', () => {
  const checked: number[] = []
  const { checkSignature } = rememberingSignatures(
    {
      checkSignature: ({ message }) => {
        checked.push(message[0] ?? -1)
        return message[0] !== 9
      },
    },
    2,
  )
  const triple = (message: number, signature = message, key = 1) => ({
    key: new Uint8Array(32).fill(key),
    message: Uint8Array.of(message),
    signature: new Uint8Array(64).fill(signature),
  })
  const asked = [
    triple(1),
    triple(1),
    triple(2, 1),
    triple(1, 1, 2),
    triple(9),
    triple(9),
    triple(3),
    triple(4),
    triple(1),
  ]
  expect(asked.map(checkSignature)).toEqual([true, true, true, true, false, false, true, true, true])
  expect(checked).toEqual([1, 2, 1, 9, 9, 3, 4, 1])
})

test('the native SHA-256 and single verification are accepted by the law', async () => {
  installNativeSha256()
  expect(Buffer.from(sha256(new TextEncoder().encode('abc'))).toString('hex')).toMatch(/^ba7816bf/)
  await installNativeVerify()
  expect(selfTest(verifyStrict).ok).toBe(true)
})

function fixture(kind: string): URL {
  return new URL(`fixture/${kind}.ts`, import.meta.url)
}
