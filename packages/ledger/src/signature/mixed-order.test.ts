import { readFileSync } from 'node:fs'
import { hashes, Point, utils, verify as cofactoredVerify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { concatBytes, fromHex, toHex, utf8Encode } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { keyCases, parsePublicKey } from './keys.ts'
import { verifyStrictPortable } from './rule.ts'
import { sign } from './sign.ts'
import { signatureCases } from './verifier.ts'

/**
 * Signatures that only a mischievous key holder can make, on which libraries disagree. The file is made here, from
 * fixed seeds: `vitest run mixed-order -u` writes it. `accept` is the one rule's verdict; `cofactored` is what a
 * cofactored verifier says. This is the one place that calls such a verifier: to show that it differs.
 */
const vectorFile = new URL('../../../../test/vectors/ed25519-mixed-order.json', import.meta.url)

type Vector = {
  readonly name: string
  readonly key: string
  readonly message: string
  readonly signature: string
  readonly keyRefusal: string | null
  readonly accept: boolean
  readonly cofactored: boolean
}

hashes.sha512 = sha512
const orderL = Point.CURVE().n
const torsion8 = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')
const torsion = Array.from({ length: 8 }, (_, i) => (i === 0 ? Point.ZERO : torsion8.multiply(BigInt(i), false)))
const seed = sha256(utf8Encode('khata/vectors/ed25519-mixed-order/signer'))
const signer = utils.getExtendedPublicKey(seed)
const nonce = integerOf(sha256(utf8Encode('khata/vectors/ed25519-mixed-order/nonce'))) % orderL
const noncePoint = Point.BASE.multiply(nonce)

describe('the vectors', () => {
  it('are what this file makes', async () => {
    await expect(`${JSON.stringify(makeVectors(), undefined, 2)}\n`).toMatchFileSnapshot(vectorFile.pathname)
  })

  const vectors = readVectors()

  it.each(vectors)('$name', (vector) => {
    const key = parsePublicKey(bytesOf(vector.key))
    expect(key.ok ? null : key.error.code).toBe(vector.keyRefusal)
    const accepted = key.ok && verifyStrictPortable(key.value, bytesOf(vector.message), bytesOf(vector.signature))
    expect(accepted).toBe(vector.accept)
  })

  it('show that a cofactored verifier accepts what the rule refuses', () => {
    const honestKeyAccepted = vectors.filter((one) => one.cofactored && !one.accept && one.keyRefusal === null)
    expect(honestKeyAccepted.length).toBeGreaterThan(20)
    expect(vectors.filter((one) => !one.cofactored && one.accept)).toEqual([])
  })

  it('contain every self-test case', () => {
    const known = new Set(vectors.map((one) => [one.key, one.message, one.signature, one.accept].join()))
    for (const one of signatureCases()) {
      expect(known).toContain([toHex(one.key), toHex(one.message), toHex(one.signature), one.accept].join())
    }
    const keys = new Map(vectors.map((one) => [one.key, one.keyRefusal ?? undefined]))
    for (const one of keyCases()) expect(keys.get(toHex(one.bytes))).toBe(one.refusal)
  })
})

function makeVectors(): Vector[] {
  return [
    ...honest(),
    ...plainlyWrong(),
    ...nonceWithTorsion(),
    ...smallOrderNonce(),
    ...scalarTooLarge(),
    ...keyWithTorsion(),
    ...smallOrderKey(),
  ]
}

function honest(): Vector[] {
  return ['', 'ballot', 'x'.repeat(300)].map((text, i) => {
    const message = utf8Encode(text)
    return vectorOf(`honest signature ${i}`, signer.pointBytes, message, sign(seed, message))
  })
}

/** An adapter over a library that throws on a wrong length must answer false. */
function plainlyWrong(): Vector[] {
  const message = utf8Encode('ballot')
  const signature = sign(seed, message)
  return [
    vectorOf('honest signature of another message', signer.pointBytes, utf8Encode('ballots'), signature),
    vectorOf('honest signature without its last byte', signer.pointBytes, message, signature.slice(0, 63)),
    vectorOf(
      'honest signature and one byte more',
      signer.pointBytes,
      message,
      concatBytes(signature, Uint8Array.of(0)),
    ),
    vectorOf('no signature', signer.pointBytes, message, new Uint8Array(0)),
    vectorOf('zero signature', signer.pointBytes, message, new Uint8Array(64)),
  ]
}

/** R = r*B + T: 8*R is right, R is not. Two messages for each T, since k mod 8 varies. */
function nonceWithTorsion(): Vector[] {
  return torsion.slice(1).flatMap((t, i) =>
    [0, 1].map((n) => {
      const message = utf8Encode(`nonce plus torsion ${i + 1} ${n}`)
      return crafted(`honest key, R plus ${i + 1} times a point of order 8, message ${n}`, {
        encodedR: noncePoint.add(t).toBytes(),
        nonce,
        message,
      })
    }),
  )
}

/** R = T, r = 0: with T the identity even the cofactorless equation holds; only the check of R refuses. */
function smallOrderNonce(): Vector[] {
  return smallOrderEncodings().map((encodedR) =>
    crafted(`honest key, small-order R ${toHex(encodedR)}`, {
      encodedR,
      nonce: 0n,
      message: utf8Encode('small-order nonce'),
    }),
  )
}

function scalarTooLarge(): Vector[] {
  const message = utf8Encode('scalar')
  const signature = sign(seed, message)
  const s = integerOf(signature.subarray(32))
  return [1n, 2n, 15n].map((times) => {
    const larger = concatBytes(signature.subarray(0, 32), littleEndian(s + times * orderL))
    return vectorOf(`honest signature, S plus ${times} times L`, signer.pointBytes, message, larger)
  })
}

/** A = a*B + T: where k is a multiple of T's order even the cofactorless equation holds; only the check of A refuses. */
function keyWithTorsion(): Vector[] {
  return torsion.slice(1).flatMap((t, i) => {
    const key = signer.point.add(t).toBytes()
    return [true, false].map((multipleOf8) => {
      const encodedR = noncePoint.toBytes()
      const message = messageWhere((k) => (k % 8n === 0n) === multipleOf8, encodedR, key)
      const name = `key plus ${i + 1} times a point of order 8, k ${multipleOf8 ? '' : 'not '}a multiple of 8`
      return crafted(name, { encodedR, nonce, message, key })
    })
  })
}

/** A = T: anyone can sign for it. */
function smallOrderKey(): Vector[] {
  return smallOrderEncodings().map((key) =>
    crafted(`small-order key ${toHex(key)}`, {
      encodedR: noncePoint.toBytes(),
      nonce,
      message: utf8Encode('small-order key'),
      key,
      secret: 0n,
    }),
  )
}

/** The eight canonical encodings, then the lax ones: y not reduced, and a sign bit where x is 0. */
function smallOrderEncodings(): Uint8Array[] {
  const p = Point.CURVE().p
  const signBit = 2n ** 255n
  const lax = [1n + signBit, p - 1n + signBit, p, p + signBit, p + 1n, p + 1n + signBit]
  return [...torsion.map((point) => Uint8Array.from(point.toBytes())), ...lax.map(littleEndian)]
}

type Craft = {
  readonly encodedR: Uint8Array
  readonly nonce: bigint
  readonly message: Uint8Array
  readonly key?: Uint8Array
  readonly secret?: bigint
}

function crafted(name: string, craft: Craft): Vector {
  const { encodedR, message, key = signer.pointBytes, secret = signer.scalar } = craft
  const s = (craft.nonce + challenge(encodedR, key, message) * secret) % orderL
  return vectorOf(name, key, message, concatBytes(encodedR, littleEndian(s)))
}

function vectorOf(name: string, key: Uint8Array, message: Uint8Array, signature: Uint8Array): Vector {
  const parsed = parsePublicKey(key)
  return {
    name,
    key: toHex(key),
    message: toHex(message),
    signature: toHex(signature),
    keyRefusal: parsed.ok ? null : parsed.error.code,
    accept: parsed.ok && verifyStrictPortable(parsed.value, message, signature),
    cofactored: signature.length === 64 && cofactoredVerify(signature, message, key),
  }
}

function messageWhere(wanted: (k: bigint) => boolean, encodedR: Uint8Array, key: Uint8Array): Uint8Array {
  for (let n = 0; ; n++) {
    const message = utf8Encode(`message ${n}`)
    if (wanted(challenge(encodedR, key, message))) return message
  }
}

function challenge(encodedR: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  return integerOf(sha512(concatBytes(encodedR, key, message))) % orderL
}

function integerOf(littleEndianBytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(littleEndianBytes.toReversed())}`)
}

function littleEndian(value: bigint): Uint8Array {
  return bytesOf(value.toString(16).padStart(64, '0')).toReversed()
}

function bytesOf(hex: string): Uint8Array {
  return fromHex(hex) ?? expect.fail(`not hex: ${hex}`)
}

function readVectors(): Vector[] {
  return JSON.parse(readFileSync(vectorFile, 'utf8')) as Vector[]
}
