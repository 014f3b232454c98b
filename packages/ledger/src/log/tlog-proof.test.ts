import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, uint32be, utf8Decode, utf8Encode } from '../base/bytes.ts'
import { InvariantError } from '../base/invariant.ts'
import { publicKeyOf } from '../signature/keys.ts'
import { sign } from '../signature/sign.ts'
import { AppendedGroup } from './appended-group.ts'
import { type CheckpointTrust, signCheckpoint } from './checkpoint.ts'
import { cosign, cosignatureVerifier } from './cosignature.ts'
import { emptyFrontier } from './frontier.ts'
import { leafHash } from './merkle.ts'
import { addSignature, formatNote, parseNote } from './note.ts'
import { noteKey, noteVerifier } from './note-key.ts'
import { formatReceipt, formatTlogProof, openReceipt, parseTlogProof, type TlogProof } from './tlog-proof.ts'

const origin = 'ecp.example/khata/pk-ge-2024/drill/NA-46/1'
const logSeed = new Uint8Array(32).fill(1)
const hubSeed = new Uint8Array(32).fill(2)
const logKey = noteKey(origin, 'ed25519', publicKeyOf(logSeed))
const hubKey = noteKey('hq.example', 'cosignature/v1', publicKeyOf(hubSeed))
const trust: CheckpointTrust = { origin, log: noteVerifier(logKey), cosigners: [cosignatureVerifier(hubKey)] }

const entries = Array.from({ length: 11 }, (_, i) => concatBytes(utf8Encode('entry '), uint32be(i)))
const index = 6
const group = new AppendedGroup(emptyFrontier, entries.map(leafHash))
const checkpoint = makeCheckpoint()
const proof = { index, hashes: group.inclusion(index), checkpoint }
const receipt = formatReceipt(entries[index]!, proof)

describe('a receipt', () => {
  it('opens to the entry, its place, the checkpoint and who cosigned it', () => {
    expect(openReceipt(receipt, trust)).toEqual({
      ok: true,
      value: {
        entry: entries[index],
        index,
        checkpoint: { origin, size: entries.length, root: group.root, epoch: 1 },
        cosignatures: [{ key: hubKey, time: 1_700_000_000 }],
      },
    })
  })

  it('is the text of C2SP tlog-proof', () => {
    const [header, extra, indexLine, ...rest] = utf8Decode(receipt)!.split('\n')
    expect([header, extra, indexLine]).toEqual(['c2sp.org/tlog-proof@v1', 'extra ZW50cnkgAAAABg==', 'index 6'])
    expect(rest.slice(0, 4).every((line) => line.length === 44)).toBe(true)
    expect(rest.slice(4, 6)).toEqual(['', origin])
  })

  it('with any byte changed, dropped or added is refused, or shows the same', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: receipt.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(255),
        (at, change, byte) => {
          const bytes = Array.from(receipt)
          const variants = [bytes.with(at, bytes[at]! ^ change), bytes.toSpliced(at, 1), bytes.toSpliced(at, 0, byte)]
          for (const variant of [...variants, bytes.slice(0, at)])
            expect(showsSomethingElse(Uint8Array.from(variant))).toBe(false)
        },
      ),
      { numRuns: 80 },
    )
  })

  it('for another entry, another place or another checkpoint is refused', () => {
    const refused = (entry: Uint8Array, changed: Partial<typeof proof>) => {
      const opened = openReceipt(formatReceipt(entry, { ...proof, ...changed }), trust)
      return opened.ok ? 'accepted' : opened.error.code
    }
    expect(refused(entries[5]!, {})).toBe('proof/wrong-root')
    expect(refused(entries[index]!, { index: 5 })).toBe('proof/wrong-root')
    expect(refused(entries[index]!, { index: 11 })).toBe('proof/out-of-range')
    expect(refused(entries[index]!, { hashes: proof.hashes.slice(1) })).toBe('proof/wrong-length')
    expect(refused(entries[index]!, { checkpoint: entries[0]! })).toBe('note/control-character')
  })

  it('needs the entry', () => {
    expect(openReceipt(formatTlogProof(proof), trust)).toEqual({ ok: false, error: { code: 'proof/no-entry' } })
    expect(() => formatReceipt(new Uint8Array(0), proof)).toThrow(InvariantError)
    expect(() => formatReceipt(new Uint8Array(65_536), proof)).toThrow(InvariantError)
  })
})

describe('a tlog-proof', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const required = { index: fc.maxSafeNat(), hashes: fc.array(hash, { maxLength: 64 }), checkpoint: fc.uint8Array() }
  const proofs: fc.Arbitrary<TlogProof> = fc.oneof(
    fc.record(required),
    fc.record({ ...required, extra: fc.uint8Array({ minLength: 1 }) }),
  )

  it('reads back as written', () => {
    fc.assert(
      fc.property(proofs, (any) => {
        expect(parseTlogProof(formatTlogProof(any))).toEqual({ ok: true, value: any })
      }),
    )
  })

  it('is parsed only if it would be written so', () => {
    const line = fc.constantFrom(
      'c2sp.org/tlog-proof@v1',
      'extra AA==',
      'extra ',
      'index 0',
      'index 01',
      '',
      `${'A'.repeat(43)}=`,
      'x',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
        const bytes = utf8Encode(['c2sp.org/tlog-proof@v1', ...lines].join('\n'))
        const parsed = parseTlogProof(bytes)
        if (parsed.ok) expect(formatTlogProof(parsed.value)).toEqual(bytes)
      }),
      { numRuns: 3_000 },
    )
  })

  const head = 'c2sp.org/tlog-proof@v1\n'
  it.each([
    ['proof/too-long', 'x'.repeat(300_000)],
    ['proof/malformed', ''],
    ['proof/malformed', `${head}index 1\n`],
    ['proof/malformed', 'c2sp.org/tlog-proof@v2\nindex 1\n\nnote'],
    ['proof/bad-extra', `${head}extra \nindex 1\n\nnote`],
    ['proof/bad-extra', `${head}extra A\nindex 1\n\nnote`],
    ['proof/bad-index', `${head}extra AA==\nextra AA==\nindex 1\n\nnote`],
    ['proof/bad-index', `${head}index -1\n\nnote`],
    ['proof/bad-index', 'c2sp.org/tlog-proof@v1\n\nnote'],
    ['proof/bad-hash', `${head}index 1\nAAAA\n\nnote`],
    ['proof/bad-hash', `${head}index 1\n${`${'A'.repeat(43)}=\n`.repeat(65)}\nnote`],
  ])('is refused with %s', (code, text) => {
    const parsed = parseTlogProof(utf8Encode(text))
    expect(parsed.ok ? 'accepted' : parsed.error.code).toBe(code)
  })
})

/** A cosigner's line made unreadable loses its cosignature; nothing else may differ from what was signed. */
function showsSomethingElse(bytes: Uint8Array): boolean {
  const opened = openReceipt(bytes, trust)
  const original = openReceipt(receipt, trust)
  if (!opened.ok || !original.ok) return false
  const { cosignatures, ...shown } = opened.value
  const { cosignatures: signed, ...truth } = original.value
  expect(shown).toEqual(truth)
  return cosignatures.some((one) => !signed.some((other) => other.time === one.time))
}

function makeCheckpoint(): Uint8Array {
  const values = { origin, size: entries.length, root: group.root, epoch: 1 }
  const note = parseNote(signCheckpoint(values, logKey, (message) => sign(logSeed, message)))
  if (!note.ok) return expect.fail(note.error.code)
  const cosignature = cosign(note.value, hubKey, 1_700_000_000, (message) => sign(hubSeed, message))
  return formatNote(addSignature(note.value, cosignature))
}
