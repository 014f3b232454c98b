import { createPublicKey, verify as nodeVerify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { fromHex } from '../base/bytes.ts'
import { InvariantError } from '../base/invariant.ts'
import {
  installKeyCheck,
  keyCases,
  keyParser,
  type PublicKey,
  parsePublicKey,
  publicKeyHex,
  publicKeyOf,
} from './keys.ts'
import { signaturePrecheck, verifyStrictPortable } from './rule.ts'
import { sign } from './sign.ts'
import {
  installStrictVerify,
  selfTest,
  selfTestVerifier,
  sequentialVerifier,
  signatureCases,
  type Triple,
  verifyStrict,
  verifyTriple,
} from './verifier.ts'

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })
const messages = fc.uint8Array({ maxLength: 100 })

afterEach(() => {
  installStrictVerify(verifyStrictPortable)
  installKeyCheck((bytes) => keyCases().some((one) => one.refusal === undefined && bytes.join() === one.bytes.join()))
})

describe('the one rule', () => {
  it('gives the published verdict on every Wycheproof case', () => {
    const cases = wycheproofCases()
    expect(cases).toHaveLength(151)
    for (const one of cases) {
      const key = parsePublicKey(hex(one.key))
      const accepted = key.ok && verifyStrictPortable(key.value, hex(one.msg), hex(one.sig))
      expect(accepted, `tcId ${one.tcId}: ${one.comment}`).toBe(one.result === 'valid')
    }
  })

  it('accepts what an honest key signed, and nothing with one bit changed', () => {
    fc.assert(
      fc.property(seeds, messages, fc.nat(), (seed, message, at) => {
        const key = publicKeyOf(seed)
        const signature = sign(seed, message)
        expect(verifyStrict(key, message, signature)).toBe(true)
        const flipped = signature.slice()
        flipped[(at >> 3) % 64]! ^= 1 << (at & 7)
        expect(verifyStrict(key, message, flipped)).toBe(false)
        expect(verifyStrict(key, Uint8Array.of(...message, 0), signature)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it('is kept by a sequential verifier in the order of the batch', async () => {
    const cases = signatureCases()
    expect(await sequentialVerifier().verify(cases)).toEqual(cases.map((one) => one.accept))
    expect(await selfTestVerifier(sequentialVerifier())).toEqual({ ok: true, value: undefined })
  })
})

describe('public keys', () => {
  it('made from a secret pass the check', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const key = publicKeyOf(seed)
        expect(parsePublicKey(key)).toEqual({ ok: true, value: key })
        expect(fromHex(publicKeyHex(key))).toEqual(Uint8Array.from(key))
      }),
      { numRuns: 10 },
    )
  })

  it.each(keyCases())('$name', ({ bytes, refusal }) => {
    const parsed = parsePublicKey(bytes)
    expect(parsed.ok ? undefined : parsed.error.code).toBe(refusal)
  })

  it('are 32 bytes, on the curve, and copies', () => {
    expect(parsePublicKey(new Uint8Array(31))).toEqual({ ok: false, error: { code: 'key/length' } })
    const offCurve = new Uint8Array(32).fill(2, 0, 1)
    expect(parsePublicKey(offCurve)).toEqual({ ok: false, error: { code: 'key/not-canonical' } })
    const bytes = Uint8Array.from(publicKeyOf(new Uint8Array(32)))
    const parsed = parsePublicKey(bytes)
    bytes.fill(0)
    expect(parsed).toEqual({ ok: true, value: publicKeyOf(new Uint8Array(32)) })
  })

  it('are remembered without changing the answer', () => {
    const parse = keyParser(3)
    for (const { bytes, refusal } of [...keyCases(), ...keyCases()]) {
      const parsed = parse(bytes)
      expect(parsed.ok ? undefined : parsed.error.code).toBe(refusal)
      expect(parse(bytes)).toBe(parsed)
    }
  })

  it('are never accepted by a native check that accepts a bad one', () => {
    expect(() => installKeyCheck((bytes) => bytes.length === 32)).toThrow(InvariantError)
    expect(() => installKeyCheck(() => false)).toThrow(InvariantError)
  })
})

describe('the self-test', () => {
  it('passes the portable rule and a native verifier with the checks in front', () => {
    expect(selfTest(verifyStrictPortable)).toEqual({ ok: true, value: undefined })
    expect(installStrictVerify((...all) => signaturePrecheck(all[2]) && opensslVerify(...all)).ok).toBe(true)
  })

  it('refuses a verifier that takes the identity for R, as OpenSSL 3.0 does, and keeps the rule that was there', () => {
    const identityR = signatureCases().find((one) => one.name === 'honest key, small-order R 1')!
    const lax = (key: PublicKey, message: Uint8Array, signature: Uint8Array) =>
      signature.join() === identityR.signature.join() || verifyStrictPortable(key, message, signature)
    expect(installStrictVerify(lax)).toEqual({
      ok: false,
      error: { code: 'signature/self-test', failed: [identityR.name] },
    })
    expect(verifyTriple(identityR)).toBe(false)
  })

  it('refuses a batch verifier that does not check keys', async () => {
    const blindly = (one: Triple) => {
      try {
        return verifyStrictPortable(one.key as PublicKey, one.message, one.signature)
      } catch {
        return false
      }
    }
    const blind = { verify: (batch: readonly Triple[]) => Promise.resolve(batch.map(blindly)) }
    const tested = await selfTestVerifier(blind)
    expect(tested.ok ? [] : tested.error.failed).toContain('key plus 1 times a point of order 8, k a multiple of 8')
  })

  it.each([true, false])('refuses a verifier that always says %s', async (verdict) => {
    expect(selfTest(() => verdict).ok).toBe(false)
    const constant = { verify: () => Promise.resolve([verdict]) }
    expect((await selfTestVerifier(constant)).ok).toBe(false)
  })
})

function opensslVerify(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  const x = Buffer.from(key).toString('base64url')
  return nodeVerify(
    null,
    message,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    signature,
  )
}

type WycheproofCase = {
  readonly tcId: number
  readonly comment: string
  readonly key: string
  readonly msg: string
  readonly sig: string
  readonly result: string
}

function wycheproofCases(): WycheproofCase[] {
  const file = new URL('../../../../../shared/vectors/ed25519/wycheproof_ed25519_test.json', import.meta.url)
  if (!existsSync(file)) expect.fail(`the Wycheproof vectors are missing: ${file.pathname}`)
  const { testGroups } = JSON.parse(readFileSync(file, 'utf8')) as {
    testGroups: { publicKey: { pk: string }; tests: Omit<WycheproofCase, 'key'>[] }[]
  }
  return testGroups.flatMap((group) => group.tests.map((one) => ({ ...one, key: group.publicKey.pk })))
}

function hex(text: string): Uint8Array {
  return fromHex(text) ?? expect.fail(`not hex: ${text}`)
}
