import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'
import * as bytes from './bytes.ts'
import { InvariantError } from './invariant.ts'

const anyBytes = fc.uint8Array({ maxLength: 300 })

describe('hex', () => {
  it('gives back what it was given and agrees with the runtime', () => {
    fc.assert(
      fc.property(anyBytes, (data) => {
        expect(bytes.toHex(data)).toBe(Buffer.from(data).toString('hex'))
        expect(bytes.fromHex(bytes.toHex(data))).toEqual(data)
      }),
    )
  })

  it.each(['0', '0g', 'AB', ' 00', '0x00', 'é0'])('refuses %j', (text) => {
    expect(bytes.fromHex(text)).toBeUndefined()
  })
})

describe('base64', () => {
  it('gives back what it was given and agrees with the runtime', () => {
    fc.assert(
      fc.property(anyBytes, (data) => {
        expect(toBase64(data)).toBe(Buffer.from(data).toString('base64'))
        expect(fromBase64(toBase64(data))).toEqual(data)
      }),
    )
  })

  it('accepts no second spelling of the same bytes', () => {
    const letter = fc.constantFrom(...'ABCDwxyz0189+/=-_ \n', 'é')
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const text = letters.join('')
        const decoded = fromBase64(text)
        if (decoded !== undefined) expect(toBase64(decoded)).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['A', 'AA', 'AAA', 'AA=', 'A===', '=', '====', 'AB==', 'AAB=', 'AA==AAAA', 'AA-_', ' AAAA', 'AAAA\n'])(
    'refuses %j',
    (text) => {
      expect(fromBase64(text)).toBeUndefined()
    },
  )
})

describe('UTF-8', () => {
  it('decodes only what encodes back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (data) => {
        const text = bytes.utf8Decode(data)
        if (text !== undefined) expect(bytes.utf8Encode(text)).toEqual(data)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps a byte order mark and refuses overlong, surrogate and truncated forms', () => {
    expect(bytes.utf8Decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa')
    for (const bad of [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x80], [0xff]]) {
      expect(bytes.utf8Decode(Uint8Array.from(bad))).toBeUndefined()
    }
    expect(() => bytes.utf8Encode('a\ud800')).toThrow(InvariantError)
  })
})

describe('order', () => {
  it('is the order of the runtime', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (a, b) => {
        expect(Math.sign(bytes.compareBytes(a, b))).toBe(Buffer.compare(a, b))
        expect(bytes.equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0)
        expect(bytes.equalBytes(a, a.slice())).toBe(true)
      }),
    )
  })

  it('joins in order', () => {
    fc.assert(
      fc.property(fc.array(anyBytes, { maxLength: 5 }), (parts) => {
        expect(bytes.concatBytes(...parts)).toEqual(new Uint8Array(Buffer.concat(parts)))
      }),
    )
  })
})

describe('big-endian integers', () => {
  it('read back as written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(bytes.readUint64be(bytes.uint64be(value))).toBe(value)
        expect(bytes.readUint32be(bytes.uint32be(value % 2 ** 32))).toBe(value % 2 ** 32)
        expect(bytes.readUint16be(bytes.uint16be(value % 2 ** 16))).toBe(value % 2 ** 16)
        expect(BigInt(`0x${bytes.toHex(bytes.uint64be(value))}`)).toBe(BigInt(value))
      }),
    )
  })

  it('never round', () => {
    expect(bytes.readUint64be(Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0))).toBeUndefined()
    expect(() => bytes.readUint64be(new Uint8Array(7))).toThrow(InvariantError)
    expect(() => bytes.uint16be(65_536)).toThrow(InvariantError)
    expect(() => bytes.uint32be(-1)).toThrow(InvariantError)
    expect(() => bytes.uint64be(1.5)).toThrow(InvariantError)
  })
})
