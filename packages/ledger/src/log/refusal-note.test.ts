import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../base/base64.ts'
import { toHex, utf8Decode, utf8Encode } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { InvariantError } from '../base/invariant.ts'
import { refusalAdvice } from '../event/refusal.ts'
import { publicKeyOf } from '../signature/keys.ts'
import { sign } from '../signature/sign.ts'
import { formatNote } from './note.ts'
import { noteKey, noteVerifier } from './note-key.ts'
import { openRefusal, type RefusalNote, signRefusal } from './refusal-note.ts'

const seed = new Uint8Array(32).fill(1)
const key = noteKey('ecp.example/khata/pk-ge-2024/drill/NA-46/1', 'ed25519', publicKeyOf(seed))
const verifiers = [noteVerifier(key)]
const refusal: RefusalNote = {
  election: 'pk-ge-2024/drill',
  log: 'NA-46',
  statement: toHex(sha256(utf8Encode('a form'))),
  code: 'statement/unknown-key',
  refusedAt: 1_707_400_000_000,
  advice: refusalAdvice['statement/unknown-key'],
}

describe('a refusal', () => {
  it('is seven lines', () => {
    expect(utf8Decode(signed(refusal))?.split('\n\n')[0]?.split('\n')).toEqual([
      'khata/refusal/v1',
      'pk-ge-2024/drill',
      'NA-46',
      toBase64(sha256(utf8Encode('a form'))),
      'statement/unknown-key',
      '1707400000000',
      'Have the key enrolled by the returning officer with a second officer.',
    ])
  })

  it('reads as it was written', () => {
    const refusals = fc.record({
      election: fc.constantFrom('pk-ge-2024/drill', 'pk-ge-2018/replay'),
      log: fc.constantFrom('NA-46', 'intake-hq', undefined),
      statement: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex),
      code: fc.constantFrom(...Object.keys(refusalAdvice), 'later/code'),
      refusedAt: fc.maxSafeNat(),
      advice: fc.constantFrom(...Object.values(refusalAdvice), ''),
    })
    fc.assert(
      fc.property(refusals, (one) => {
        expect(openRefusal(signed(one), verifiers)).toEqual({ ok: true, value: one })
      }),
      { numRuns: 30 },
    )
  })

  it.each<[string, (lines: string[]) => readonly string[]]>([
    ['of another version', (lines) => lines.with(0, 'khata/refusal/v2')],
    ['of a hash that is none', (lines) => lines.with(3, '!')],
    ['of a shorter hash', (lines) => lines.with(3, 'AAAA')],
    ['with a code that is none', (lines) => lines.with(4, 'Stop sending')],
    ['at no time', (lines) => lines.with(5, '')],
    ['at a time with a leading zero', (lines) => lines.with(5, '01')],
    ['at a time beyond all numbers', (lines) => lines.with(5, '9007199254740992')],
    ['without its advice', (lines) => lines.toSpliced(6, 1)],
    ['with a line more', (lines) => lines.toSpliced(6, 0, 'more')],
  ])('%s is none', (_, change) => {
    const lines = (utf8Decode(signed(refusal)) ?? '').split('\n\n')[0]?.split('\n') ?? []
    const text = `${change(lines).join('\n')}\n`
    const note = formatNote({ text, signatures: [{ ...key, signature: sign(seed, utf8Encode(text)) }] })
    expect(openRefusal(note, verifiers)).toEqual({ ok: false, error: { code: 'note/no-refusal' } })
  })

  it('of nobody known is not believed', () => {
    const other = noteVerifier(noteKey(key.name, 'ed25519', publicKeyOf(new Uint8Array(32).fill(2))))
    expect(openRefusal(signed(refusal), [other])).toMatchObject({ error: { code: 'note/no-known-signature' } })
  })

  it('that could not be read again is never signed', () => {
    expect(() => signed({ ...refusal, advice: 'two\nlines' })).toThrow(InvariantError)
    expect(() => signed({ ...refusal, statement: 'no hash' })).toThrow(InvariantError)
  })
})

function signed(one: RefusalNote): Uint8Array {
  return signRefusal(one, key, (message) => sign(seed, message))
}
