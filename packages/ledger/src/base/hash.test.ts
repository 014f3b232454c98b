import { createHash } from 'node:crypto'
import { sha256 as portableSha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { concatBytes } from './bytes.ts'
import { installSha256, sha256, sha256Joined, sha256Tagged } from './hash.ts'
import { InvariantError } from './invariant.ts'

const nodeSha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())
const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ minLength: 70_000, maxLength: 70_100 }))

afterEach(() => installSha256(portableSha256))

describe('sha256', () => {
  it('of parts is that of their concatenation', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, fc.option(anyBytes, { nil: undefined }), (a, b, c) => {
        const third = c ?? new Uint8Array(0)
        expect(sha256Joined(a, b, c)).toEqual(nodeSha256(concatBytes(a, b, third)))
        expect(sha256Tagged(0, a)).toEqual(nodeSha256(concatBytes(Uint8Array.of(0), a)))
        expect(sha256Tagged(1, a, b)).toEqual(nodeSha256(concatBytes(Uint8Array.of(1), a, b)))
      }),
      { numRuns: 50 },
    )
  })

  it('takes a native function that gives the known answers', () => {
    let calls = 0
    installSha256((bytes) => {
      calls += 1
      return nodeSha256(bytes)
    })
    const before = calls
    expect(sha256(Uint8Array.of(1))).toEqual(portableSha256(Uint8Array.of(1)))
    expect(calls).toBe(before + 1)
  })
})

describe('installSha256', () => {
  const reused = new Uint8Array(32)
  it.each([
    ['another hash', (bytes: Uint8Array) => new Uint8Array(createHash('sha512').update(bytes).digest())],
    ['SHA-256 of something longer', (bytes: Uint8Array) => nodeSha256(concatBytes(bytes, Uint8Array.of(0)))],
    ['one wrong past a block', (bytes: Uint8Array) => nodeSha256(bytes.length === 119 ? bytes.subarray(1) : bytes)],
    ['a Buffer, whose slice shares memory', (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()],
    [
      'an answer that the next call overwrites',
      (bytes: Uint8Array) => {
        reused.set(nodeSha256(bytes))
        return reused
      },
    ],
  ])('refuses %s', (_, wrong) => {
    expect(() => installSha256(wrong)).toThrow(InvariantError)
    expect(sha256(Uint8Array.of(1))).toEqual(portableSha256(Uint8Array.of(1)))
  })
})
