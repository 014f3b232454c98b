import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8Decode, utf8Encode } from '../base/bytes.ts'
import { InvariantError } from '../base/invariant.ts'
import { courierSpansMax } from '../base/limits.ts'
import { formatNote } from '../log/note.ts'
import { noteKey, noteVerifier } from '../log/note-key.ts'
import { publicKeyOf } from '../signature/keys.ts'
import { sign } from '../signature/sign.ts'
import { type CourierManifest, openManifest, signManifest } from './manifest.ts'

const seed = new Uint8Array(32).fill(1)
const key = noteKey('ecp.example/khata/pk-ge-2024/drill/NA-46/1', 'ed25519', publicKeyOf(seed))
const verifiers = [noteVerifier(key)]
const manifest: CourierManifest = {
  election: 'pk-ge-2024/drill',
  packer: 'NA-46',
  addressee: 'hq',
  packedAt: 1_707_400_000_000,
  spans: [
    { log: 'NA-46', from: 12, to: 1_200 },
    { log: 'PK-1', from: 7, to: 7 },
  ],
}

describe('a manifest', () => {
  it('is a line for each fact and each log', () => {
    expect(utf8Decode(signed(manifest))?.split('\n\n')[0]?.split('\n')).toEqual([
      'khata/courier/v1',
      'pk-ge-2024/drill',
      'NA-46',
      'hq',
      '1707400000000',
      'NA-46 12 1200',
      'PK-1 7 7',
    ])
  })

  it('is read as it was written', () => {
    const spans = fc.array(
      fc.record({ log: fc.constantFrom('NA-1', 'intake-hq', 'register'), from: fc.nat(), more: fc.nat() }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(spans, fc.nat(), (drawn, packedAt) => {
        const made = {
          ...manifest,
          packedAt,
          spans: drawn.map(({ log, from, more }) => ({ log, from, to: from + more })),
        }
        expect(openManifest(signed(made), verifiers)).toEqual({ ok: true, value: made })
      }),
    )
  })

  it('is refused with any byte changed', () => {
    const note = signed(manifest)
    for (const at of note.keys()) {
      const opened = openManifest(note.with(at, (note[at] ?? 0) ^ 1), verifiers)
      expect(opened.ok && opened.value).toBe(false)
    }
  })

  it.each([
    ['another tag', (text: string) => text.replace('courier', 'refusal')],
    ['entries that end before they begin', (text: string) => text.replace('12 1200', '12 11')],
    ['a number spelt otherwise', (text: string) => text.replace('12 1200', '012 1200')],
    ['a name that is none', (text: string) => text.replace('\nhq\n', '\n../hq\n')],
    ['more of a line', (text: string) => text.replace('7 7', '7 7 7')],
    ['too many lines', (text: string) => text + 'NA-1 0 1\n'.repeat(courierSpansMax)],
  ])('is refused with %s, whoever signed it', (_, change) => {
    const text = change(utf8Decode(signed(manifest))?.split('\n\n')[0] + '\n')
    const signatures = [{ name: key.name, keyId: key.keyId, signature: sign(seed, utf8Encode(text)) }]
    expect(openManifest(formatNote({ text, signatures }), verifiers)).toMatchObject({
      ok: false,
      error: { code: 'courier/bad-manifest' },
    })
  })

  it('is not made of what cannot be read again', () => {
    expect(() => signed({ ...manifest, packer: 'NA 46' })).toThrow(InvariantError)
  })
})

function signed(made: CourierManifest): Uint8Array {
  return signManifest(made, key, (message) => sign(seed, message))
}
