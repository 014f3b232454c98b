import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { concatBytes, toHex, utf8Encode } from '../base/bytes.ts'
import { InvariantError } from '../base/invariant.ts'
import { courierFalseSectionsMax, courierSectionBytesMax } from '../base/limits.ts'
import {
  type CourierKind,
  type CourierPiece,
  CourierReader,
  decodeCourierSection,
  encodeCourierSection,
  readCourierSections,
} from './section.ts'

const kind = fc.constantFrom<CourierKind>('manifest', 'frame', 'statement')
const payload = fc.uint8Array({ maxLength: 200 })
const section = fc.record({ kind, payload })
const sections = fc.array(section, { minLength: 1, maxLength: 6 })

type Made = { readonly kind: CourierKind; readonly payload: Uint8Array }

describe('a section', () => {
  it('has these bytes', () => {
    expect(toHex(encodeCourierSection('statement', utf8Encode('a form')))).toBe(
      '894b48430d0a1a0a' +
        '03' +
        '00000006' +
        '0c3a86fbd35c5d10b60a2bfa0ac787ec55d4f76ee5eb32c4f839911af00303bd' +
        '6120666f726d',
    )
  })

  it('is read as it was written, and by itself', () => {
    fc.assert(
      fc.property(section, (made) => {
        expect(decodeCourierSection(encoded(made))).toMatchObject(made)
      }),
    )
  })

  it('is refused with any byte flipped, cut off or added', () => {
    fc.assert(
      fc.property(section, fc.nat(), fc.integer({ min: 1, max: 255 }), (made, place, mask) => {
        const bytes = encoded(made)
        const at = place % bytes.length
        expect(decodeCourierSection(bytes.with(at, (bytes[at] ?? 0) ^ mask))).toBeUndefined()
        expect(decodeCourierSection(bytes.slice(0, at))).toBeUndefined()
        expect(decodeCourierSection(concatBytes(bytes, Uint8Array.of(mask)))).toBeUndefined()
      }),
    )
  })

  it('carries one message at most', () => {
    expect(() => encodeCourierSection('frame', new Uint8Array(courierSectionBytesMax + 1))).toThrow(InvariantError)
  })
})

describe('a bundle', () => {
  it('is the same pieces however it comes', () => {
    fc.assert(
      fc.property(sections, fc.integer({ min: 1, max: 97 }), (made, step) => {
        const bytes = bundle(made)
        const reader = new CourierReader()
        const pieces: CourierPiece[] = []
        for (let at = 0; at < bytes.length; at += step) pieces.push(...reader.read(bytes.slice(at, at + step)))
        pieces.push(...reader.end())
        expect(pieces).toEqual(readCourierSections(bytes))
        expect(wholeOf(bytes)).toEqual(made.map(plain))
      }),
    )
  })

  it('loses to damage the sections that it is in, and no other; and names where', () => {
    const damage = fc.array(fc.record({ place: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) }), { maxLength: 4 })
    fc.assert(
      fc.property(sections, damage, (made, flips) => {
        const bytes = bundle(made)
        const spoilt = bytes.slice()
        for (const { place, mask } of flips) {
          const at = place % bytes.length
          spoilt[at] = (spoilt[at] ?? 0) ^ mask
        }
        const expected = made.filter((_, number) => untouched(made, number, bytes, spoilt))
        expect(wholeOf(spoilt)).toEqual(expected.map(plain))
        const lost = readCourierSections(spoilt).reduce(
          (sum, piece) => sum + (piece.type === 'damage' ? piece.bytes : 0),
          0,
        )
        expect(lost).toBe(bytes.length - bundle(expected).length)
      }),
    )
  })

  it('cut off anywhere, or after what is none, gives every whole section', () => {
    fc.assert(
      fc.property(sections, fc.nat(), fc.uint8Array({ maxLength: 60 }), (made, place, junk) => {
        const bytes = bundle(made)
        const end = place % (bytes.length + 1)
        const ends = made.map((_, number) => bundle(made.slice(0, number + 1)).length)
        const whole = made.filter((_, number) => (ends[number] ?? 0) <= end)
        expect(wholeOf(concatBytes(junk, bytes.slice(0, end)))).toEqual(whole.map(plain))
      }),
    )
  })

  it('with sections repeated and in any order gives each as often as it is there', () => {
    const shuffled = sections.chain((made) => fc.array(fc.constantFrom(...made), { minLength: 1, maxLength: 12 }))
    fc.assert(
      fc.property(shuffled, (drawn) => {
        expect(wholeOf(bundle(drawn))).toEqual(drawn.map(plain))
      }),
    )
  })
})

test('a reader does not look for ever for sections that only seem to be some', () => {
  const seeming = encodeCourierSection('frame', new Uint8Array(1)).subarray(0, 45).with(10, 1)
  const trap = concatBytes(...Array.from({ length: courierFalseSectionsMax + 1 }, () => seeming))
  const whole = encodeCourierSection('statement', utf8Encode('a form'))
  expect(wholeOf(concatBytes(trap.subarray(45), new Uint8Array(70_000), whole))).toHaveLength(1)
  expect(readCourierSections(concatBytes(trap, new Uint8Array(70_000), whole))).toEqual([
    { type: 'damage', at: 0, bytes: trap.length + 70_000 + whole.length },
  ])
})

function encoded(made: Made): Uint8Array {
  return encodeCourierSection(made.kind, made.payload)
}

function bundle(made: readonly Made[]): Uint8Array {
  return concatBytes(...made.map(encoded))
}

function plain({ kind: named, payload: bytes }: Made) {
  return `${named} ${toHex(bytes)}`
}

function wholeOf(bytes: Uint8Array): readonly string[] {
  return readCourierSections(bytes).flatMap((piece) => (piece.type === 'section' ? [plain(piece)] : []))
}

function untouched(made: readonly Made[], number: number, bytes: Uint8Array, spoilt: Uint8Array): boolean {
  const from = bundle(made.slice(0, number)).length
  const to = bundle(made.slice(0, number + 1)).length
  return toHex(bytes.subarray(from, to)) === toHex(spoilt.subarray(from, to))
}
