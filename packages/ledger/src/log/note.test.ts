import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../base/base64.ts'
import { utf8Decode, utf8Encode } from '../base/bytes.ts'
import { InvariantError } from '../base/invariant.ts'
import { noteBytesMax } from '../base/limits.ts'
import { publicKeyOf } from '../signature/keys.ts'
import { sign } from '../signature/sign.ts'
import { addSignature, formatNote, type NoteSignature, openNote, parseNote } from './note.ts'
import { formatNoteKey, isKeyName, noteKey, noteVerifier, parseNoteKey } from './note-key.ts'

/** The example of golang.org/x/mod/sumdb/note, which C2SP signed-note describes. */
const goKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const goNote = utf8Encode(
  'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n\n" +
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
)

const seed = new Uint8Array(32).fill(7)
const key = noteKey('example.com/log', 'ed25519', publicKeyOf(seed))
const verifier = noteVerifier(key)
const text = 'first line\n\nthird line: اردو\n'
const signature: NoteSignature = { name: key.name, keyId: key.keyId, signature: sign(seed, utf8Encode(text)) }
const note = formatNote({ text, signatures: [signature] })

describe('a signed note', () => {
  it('of another implementation is verified', () => {
    const parsed = parseNoteKey(goKey)
    const goVerifier = parsed.ok ? noteVerifier(parsed.value) : expect.fail(parsed.error.code)
    const opened = openNote(goNote, [goVerifier])
    expect(opened.ok && opened.value.verified).toHaveLength(1)
    expect(parsed.ok && formatNoteKey(parsed.value)).toBe(goKey)
  })

  it('opens to its text', () => {
    const opened = openNote(note, [verifier])
    expect(opened).toEqual({ ok: true, value: { text, verified: [{ verifier, signature: signature.signature }] } })
    expect(parseNote(note)).toEqual({ ok: true, value: { text, signatures: [signature] } })
  })

  it('with any byte changed, dropped or added is refused', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: note.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(255),
        (at, change, byte) => {
          const bytes = Array.from(note)
          expect(openNote(note.with(at, note[at]! ^ change), [verifier]).ok).toBe(false)
          expect(openNote(Uint8Array.from(bytes.toSpliced(at, 1)), [verifier]).ok).toBe(false)
          expect(openNote(Uint8Array.from(bytes.toSpliced(at, 0, byte)), [verifier]).ok).toBe(false)
          expect(openNote(note.subarray(0, at), [verifier]).ok).toBe(false)
          expect(openNote(Uint8Array.of(...note, byte), [verifier]).ok).toBe(false)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('is parsed only if it would be written so', () => {
    const fragment = fc.constantFrom(
      'a',
      '\n',
      '\n\n',
      '\u2014 a AAAAAAA=',
      '\u2014',
      ' ',
      'b+c',
      'AAAAAAAA',
      '\u00a0',
      '\r',
    )
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 10 }), (fragments) => {
        const bytes = utf8Encode(fragments.join(''))
        const parsed = parseNote(bytes)
        if (parsed.ok) expect(formatNote(parsed.value)).toEqual(bytes)
      }),
      { numRuns: 5_000 },
    )
  })

  const line = `\u2014 ${key.name} ${toBase64(new Uint8Array(68))}\n`
  it.each([
    ['note/too-long', `${'x'.repeat(noteBytesMax)}\n\n${line}`],
    ['note/control-character', `a\tb\n\n${line}`],
    ['note/control-character', `a\r\n\n${line}`],
    ['note/no-signatures', 'a\n'],
    ['note/no-signatures', 'a\n\n'],
    ['note/no-signatures', `a\n\n${line.slice(0, -1)}`],
    ['note/no-signatures', ''],
    ['note/too-many-signatures', `a\n\n${line.repeat(65)}`],
    ['note/bad-signature-line', `a\n\n- ${key.name} AAAAAAA=\n`],
    ['note/bad-signature-line', 'a\n\n\u2014 two words AAAAAAA=\n'],
    ['note/bad-signature-line', 'a\n\n\u2014 plus+name AAAAAAA=\n'],
    ['note/bad-signature-line', 'a\n\n\u2014 name\u00a0space AAAAAAA=\n'],
    ['note/bad-signature-line', 'a\n\n\u2014 name AAAAAA==\n'],
    ['note/bad-signature-line', 'a\n\n\u2014 name AAAAAAB=\n'],
    ['note/bad-signature-line', 'a\n\n\u2014  AAAAAAA=\n'],
  ])('is refused with %s', (code, malformed) => {
    const parsed = parseNote(utf8Encode(malformed))
    expect(parsed.ok ? 'accepted' : parsed.error.code).toBe(code)
  })

  it('is refused when it is not UTF-8', () => {
    expect(parseNote(Uint8Array.of(0xff, ...note))).toEqual({ ok: false, error: { code: 'note/not-utf8' } })
  })
})

describe('signatures of others', () => {
  const stranger: NoteSignature = { name: key.name, keyId: key.keyId ^ 1, signature: new Uint8Array(64) }

  it('are ignored, whatever they share with a known key', () => {
    const opened = openNote(formatNote({ text, signatures: [stranger, stranger, signature] }), [verifier])
    expect(opened.ok && opened.value.verified).toHaveLength(1)
  })

  it('alone are not enough', () => {
    const opened = openNote(formatNote({ text, signatures: [stranger] }), [verifier])
    expect(opened).toEqual({ ok: false, error: { code: 'note/no-known-signature' } })
  })

  it('that claim to be a known key spoil the note', () => {
    const wrong = { ...signature, signature: new Uint8Array(64) }
    const refused = (...signatures: NoteSignature[]) => {
      const opened = openNote(formatNote({ text, signatures }), [verifier])
      return opened.ok ? 'accepted' : opened.error.code
    }
    expect(refused(wrong)).toBe('note/wrong-signature')
    expect(refused(signature, wrong)).toBe('note/repeated-signature')
    expect(refused(signature, signature)).toBe('note/repeated-signature')
  })

  it('by one key replace each other', () => {
    const once = addSignature(
      { text, signatures: [stranger, { ...signature, signature: new Uint8Array(64) }] },
      signature,
    )
    expect(once.signatures).toEqual([stranger, signature])
  })
})

describe('a verifier key', () => {
  const vkey = formatNoteKey(key)

  it('reads back as written, in both types', () => {
    for (const type of ['ed25519', 'cosignature/v1'] as const) {
      const typed = noteKey('example.com/w', type, key.key)
      expect(parseNoteKey(formatNoteKey(typed))).toEqual({ ok: true, value: typed })
    }
  })

  it('with any character changed, dropped or added is refused or is another key', () => {
    fc.assert(
      fc.property(fc.nat({ max: vkey.length - 1 }), fc.constantFrom(...'aA0+/= \n'.split('')), (at, letter) => {
        const characters = vkey.split('')
        for (const changed of [
          characters.with(at, letter),
          characters.toSpliced(at, 1),
          characters.toSpliced(at, 0, letter),
        ]) {
          const parsed = parseNoteKey(changed.join(''))
          expect(parsed.ok && changed.join('') !== vkey).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['note-key/malformed', 'name+00000000'],
    ['note-key/malformed', vkey.slice(0, -4)],
    ['note-key/unknown-type', vkey.replace('+A', '+C')],
    ['note-key/wrong-id', vkey.replace(/\+......../, '+00000000')],
    ['note-key/bad-key', `name+00000000+${toBase64(new Uint8Array(33).fill(1, 0, 2))}`],
  ])('is refused with %s', (code, malformed) => {
    const parsed = parseNoteKey(malformed)
    expect(parsed.ok ? 'accepted' : parsed.error.code).toBe(code)
  })

  it('has a name without spaces and plus', () => {
    const good = ['a', 'example.com/a', 'حلقہ', 'x'.repeat(255)]
    const bad = ['', 'a b', 'a+b', 'a\u2003b', 'a\u0085b', 'a\nb', 'a\u0001', '\ud800', 'x'.repeat(256)]
    expect(good.filter((name) => !isKeyName(name))).toEqual([])
    expect(bad.filter(isKeyName)).toEqual([])
    expect(() => noteKey('a b', 'ed25519', key.key)).toThrow(InvariantError)
    expect(utf8Decode(note)).toContain(key.name)
  })
})
