import { parsePublicKey, sayNext, firstLink, toHex, type SignedBytes, utf8Encode, sha256 } from '@khata/ledger'
import type { StatementInputBody } from '@khata/proto'
import fc from 'fast-check'
import jsQr from 'jsqr'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { election } from '../contract/filing-node.ts'
import { formOfCount, postOf } from '../contract/figures.ts'
import { signerOf } from './key.ts'
import { prepareForm45 } from './prepare.ts'
import { type KeyLookup, readStationCopy, stationCopy, stationCopySvg, stationCopyText } from './station-copy.ts'

const signer = signerOf(sha256(utf8Encode('presiding officer')))
const enrolled: KeyLookup = (key, seat) => {
  const parsed = parsePublicKey(signer.key)
  return parsed.ok && key === toHex(signer.key) && seat === 'NA-46' ? parsed.value : undefined
}

describe('a station copy', () => {
  test.each([
    [5, 450, 14],
    [20, 780, 19],
    [46, 1_350, 26],
  ])('of %i candidates takes at most %i bytes, a QR code of version %i', (candidates, bytesMax, version) => {
    const copy = copyOf(candidates)
    expect(copy.bytes.length).toBeLessThanOrEqual(bytesMax)
    expect(copy.qrVersion).toBe(version)
  })

  test.each([5, 20, 46])('of %i candidates is read back from its pixels by another program', (candidates) => {
    const copy = copyOf(candidates)
    const scanned = scan(copy.bytes)
    expect(scanned).toEqual(copy.bytes)
    const read = readStationCopy(scanned, enrolled)
    expect(read).toMatchObject({ ok: true, value: { form: { counts: { length: candidates } } } })
  })

  test('is drawn for a terminal and as SVG', () => {
    const copy = copyOf(5)
    const lines = stationCopyText(copy).trimEnd().split('\n')
    expect(lines).toHaveLength(Math.ceil((copy.qrSide + 8) / 2))
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
    expect(stationCopySvg(copy)).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1">/)
  })

  test('with any byte changed, dropped or added is refused', () => {
    const { bytes } = copyOf(5)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const list = Array.from(bytes)
        const variants = [list.with(at, (list[at] ?? 0) ^ change), list.toSpliced(at, 1), list.toSpliced(at, 0, change)]
        for (const variant of [...variants, list.slice(0, at)]) {
          expect(readStationCopy(Uint8Array.from(variant), anyKey)).toMatchObject({ ok: false })
        }
      }),
    )
  })

  test('of a key that is not enrolled for the seat is refused', () => {
    const { bytes } = copyOf(5)
    expect(readStationCopy(bytes, () => undefined)).toMatchObject({ error: { code: 'station-copy/unknown-key' } })
  })

  test('with a signature of another key is refused', () => {
    const forged = signed(bodyOf(5), (message) => signerOf(sha256(utf8Encode('somebody'))).sign(message))
    const copy = stationCopy(forged)
    expect(copy.ok && readStationCopy(copy.value.bytes, enrolled)).toMatchObject({
      error: { code: 'station-copy/bad-signature' },
    })
  })

  test('of a statement that is no Form 45 is refused', () => {
    const accepted = signed({ body: 'form45Accepted', form45Accepted: { station: 1, form: new Uint8Array(32) } })
    const copy = stationCopy(accepted)
    expect(copy.ok && readStationCopy(copy.value.bytes, enrolled)).toMatchObject({
      error: { code: 'station-copy/not-a-form-45' },
    })
  })

  test('that one QR code cannot hold is refused with its size', () => {
    expect(stationCopy(signed(bodyOf(180)))).toMatchObject({
      error: { code: 'station-copy/too-large', bytesMax: 2_953 },
    })
  })
})

/** Trusts whatever key the copy names, as long as it is one: only the bytes themselves are in question. */
const anyKey: KeyLookup = (key) => {
  const parsed = parsePublicKey(Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
  return parsed.ok ? parsed.value : undefined
}

function copyOf(candidates: number) {
  const copy = stationCopy(signed(bodyOf(candidates)))
  if (!copy.ok) throw new Error(copy.error.code)
  return copy.value
}

function bodyOf(candidates: number): StatementInputBody {
  const prepared = prepareForm45(postOf(candidates), formOfCount(candidates), { election, now: 1_707_412_345_678 })
  if (!prepared.ok) throw new Error(prepared.error.code)
  return prepared.value.body
}

function signed(body: StatementInputBody, sign = (message: Uint8Array) => signer.sign(message)): SignedBytes {
  const id = sha256(utf8Encode('id')).slice(0, 16)
  const saying = { election, seat: 'NA-46', id, signer: signer.key, saidAt: 1_707_412_345_678, body }
  return sayNext(firstLink, saying, sign).signed
}

/** Draws the code and reads it with an implementation of other authors. */
function scan(bytes: Uint8Array): Uint8Array {
  const { data, size } = encode(Array.from(bytes), { ecc: 'L', boostEcc: false, border: 4 })
  const pixelsPerModule = 3
  const side = size * pixelsPerModule
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = data[Math.floor(y / pixelsPerModule)]?.[Math.floor(x / pixelsPerModule)]
      if (dark === true) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  const read = jsQr.default(pixels, side, side)
  if (read === null) throw new Error('the code cannot be read')
  return Uint8Array.from(read.binaryData)
}
