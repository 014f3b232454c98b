import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { concatBytes, utf8Encode } from '../base/bytes.ts'
import { courierPartBytes, courierPartsMax } from '../base/limits.ts'
import { fromBase45, toBase45 } from './base45.ts'
import { isPartText, PartCollector, splitForQr } from './parts.ts'

describe('base45', () => {
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('of %j is RFC 9285’s', (text, encoded) => {
    expect(toBase45(utf8Encode(text))).toBe(encoded)
    expect(fromBase45(encoded)).toEqual(utf8Encode(text))
  })

  test.each(['GGW', ':::', 'A', 'bb8', 'ZZ'])('refuses %j', (text) => {
    expect(fromBase45(text)).toBeUndefined()
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes)
      }),
    )
  })
})

const bundle = fc.uint8Array({ minLength: 1, maxLength: 4 * courierPartBytes })

describe('a bundle in QR codes', () => {
  it('comes together from its parts in any order, some scanned twice', () => {
    const shuffled = bundle.chain((bytes) => {
      const texts = partsOf(bytes)
      return fc.record({
        bytes: fc.constant(bytes),
        texts: fc.shuffledSubarray([...texts, ...texts], { minLength: 2 * texts.length }),
      })
    })
    fc.assert(
      fc.property(shuffled, ({ bytes, texts }) => {
        expect(texts.every(isPartText)).toBe(true)
        expect(collected(texts)).toMatchObject([{ bundle: bytes, missing: [] }])
      }),
    )
  })

  it('names the parts that are still to be scanned', () => {
    const texts = partsOf(new Uint8Array(3 * courierPartBytes))
    expect(collected(texts.slice(1, 2))).toMatchObject([{ bundle: undefined, missing: [1, 3] }])
  })

  it('keeps several bundles apart', () => {
    const [one, other] = [Uint8Array.of(1), new Uint8Array(2 * courierPartBytes).fill(2)]
    const texts = [...partsOf(other), ...partsOf(one)].toReversed()
    expect(collected(texts).map(({ bundle: whole }) => whole)).toEqual([one, other])
  })

  it('takes no text of which a character is wrong', () => {
    fc.assert(
      fc.property(bundle, fc.nat(), fc.constantFrom('0', 'A', ':', 'ä', '%'), (bytes, place, other) => {
        const text = partsOf(bytes)[0] ?? ''
        const at = place % text.length
        fc.pre(text.charAt(at) !== other)
        expect(new PartCollector().add(text.slice(0, at) + other + text.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('is in the characters of a QR code’s alphanumeric mode', () => {
    fc.assert(
      fc.property(bundle, (bytes) => {
        expect(partsOf(bytes).join('')).toMatch(/^[A-Z0-9 $%*+./:-]*$/)
      }),
    )
  })

  it('has no more parts than somebody will scan', () => {
    const most = new Uint8Array(courierPartBytes * courierPartsMax)
    expect(partsOf(most)).toHaveLength(courierPartsMax)
    expect(splitForQr(concatBytes(most, Uint8Array.of(0)))).toMatchObject({
      ok: false,
      error: { code: 'courier/too-large-for-qr', bytes: most.length + 1, bytesMax: most.length },
    })
  })
})

function partsOf(bytes: Uint8Array): readonly string[] {
  const split = splitForQr(bytes)
  return split.ok ? split.value : expect.fail(split.error.code)
}

function collected(texts: readonly string[]) {
  const collector = new PartCollector()
  for (const text of texts) expect(collector.add(text)).toBe(true)
  return collector.collected
}
