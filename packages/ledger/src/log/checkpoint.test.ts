import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, utf8Decode, utf8Encode } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { InvariantError } from '../base/invariant.ts'
import { publicKeyOf } from '../signature/keys.ts'
import { sign } from '../signature/sign.ts'
import {
  type Checkpoint,
  type CheckpointTrust,
  claimedCheckpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
import { cosign, cosignatureMessage, cosignatureVerifier } from './cosignature.ts'
import { addSignature, formatNote, parseNote, type SignedNote } from './note.ts'
import { noteKey, noteVerifier } from './note-key.ts'
import { formatOrigin, parseOrigin } from './origin.ts'

const origin = formatOrigin({ domain: 'ecp.example', election: 'pk-ge-2024/drill', log: 'NA-46', generation: 1 })
const logSeed = new Uint8Array(32).fill(1)
const witnessSeed = new Uint8Array(32).fill(2)
const logKey = noteKey(origin, 'ed25519', publicKeyOf(logSeed))
const witnessKey = noteKey('witness.example/w1', 'cosignature/v1', publicKeyOf(witnessSeed))
const checkpoint: Checkpoint = { origin, size: 300, root: sha256(utf8Encode('root')), epoch: 3 }
const signed = signCheckpoint(checkpoint, logKey, (message) => sign(logSeed, message))
const trust: CheckpointTrust = { origin, log: noteVerifier(logKey), cosigners: [cosignatureVerifier(witnessKey)] }

const checkpoints = fc.record({
  origin: fc.constant(origin),
  size: fc.maxSafeNat(),
  root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  epoch: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
})

describe('a checkpoint', () => {
  it('is four lines', () => {
    expect(formatCheckpoint(checkpoint)).toBe(
      'ecp.example/khata/pk-ge-2024/drill/NA-46/1\n300\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\nepoch 3\n',
    )
  })

  it('reads back as written', () => {
    fc.assert(
      fc.property(checkpoints, (any) => {
        expect(parseCheckpoint(formatCheckpoint(any))).toEqual({ ok: true, value: any })
      }),
    )
  })

  it('opens with its log and its known cosigners', () => {
    expect(openCheckpoint(signed, trust)).toEqual({ ok: true, value: { checkpoint, cosignatures: [] } })
    expect(openCheckpoint(cosigned(), trust)).toEqual({
      ok: true,
      value: { checkpoint, cosignatures: [{ key: witnessKey, time: 1_700_000_000 }] },
    })
    const noWitnesses = openCheckpoint(cosigned(), { ...trust, cosigners: [] })
    expect(noWitnesses.ok && noWitnesses.value.cosignatures).toEqual([])
    expect(claimedCheckpoint(noteOf(signed))).toEqual({ ok: true, value: checkpoint })
  })

  it('with any byte changed, dropped or added is refused', () => {
    const note = cosigned()
    fc.assert(
      fc.property(
        fc.nat({ max: note.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(255),
        (at, change, byte) => {
          const bytes = Array.from(note)
          const variants = [bytes.with(at, bytes[at]! ^ change), bytes.toSpliced(at, 1), bytes.toSpliced(at, 0, byte)]
          for (const variant of variants) expect(saysMoreThanSigned(Uint8Array.from(variant))).toBe(false)
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([
    ['checkpoint/bad-lines', 'o\n1\n'],
    ['checkpoint/bad-lines', `${formatCheckpoint(checkpoint)}x\n`],
    ['checkpoint/bad-lines', formatCheckpoint(checkpoint).slice(0, -1)],
    ['checkpoint/bad-origin', formatCheckpoint(checkpoint).replace('khata', 'Khata')],
    ['checkpoint/bad-size', formatCheckpoint(checkpoint).replace('\n300\n', '\n0300\n')],
    ['checkpoint/bad-size', formatCheckpoint(checkpoint).replace('\n300\n', '\n9007199254740992\n')],
    ['checkpoint/bad-root', formatCheckpoint(checkpoint).replace('=\n', '\n')],
    ['checkpoint/bad-root', formatCheckpoint(checkpoint).replace('SBNJ', '')],
    ['checkpoint/bad-epoch', formatCheckpoint(checkpoint).replace('epoch 3', 'epoch 0')],
    ['checkpoint/bad-epoch', formatCheckpoint(checkpoint).replace('epoch 3', 'epoch 03')],
    ['checkpoint/bad-epoch', formatCheckpoint(checkpoint).replace('epoch 3', 'Epoch 3')],
  ])('is refused with %s', (code, text) => {
    const parsed = parseCheckpoint(text)
    expect(parsed.ok ? 'accepted' : parsed.error.code).toBe(code)
  })

  it('of another log, or signed by nobody but a cosigner, is refused', () => {
    const other = openCheckpoint(signed, { ...trust, origin: origin.replace('NA-46', 'NA-47') })
    expect(other).toEqual({ ok: false, error: { code: 'checkpoint/other-log', origin } })
    const note = noteOf(cosigned())
    const onlyCosigned = formatNote({ ...note, signatures: note.signatures.slice(1) })
    expect(openCheckpoint(onlyCosigned, trust)).toEqual({
      ok: false,
      error: { code: 'checkpoint/not-signed-by-log' },
    })
  })

  it("is not signed with a cosigner's key or under another name", () => {
    const signer = (message: Uint8Array) => sign(logSeed, message)
    expect(() => signCheckpoint(checkpoint, witnessKey, signer)).toThrow(InvariantError)
    expect(() => signCheckpoint(checkpoint, noteKey('other', 'ed25519', logKey.key), signer)).toThrow(InvariantError)
    expect(() => formatCheckpoint({ ...checkpoint, epoch: 0 })).toThrow(InvariantError)
  })
})

describe('a cosignature', () => {
  it('of the specification is over its two lines and the whole body', () => {
    const body = utf8Encode('example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n')
    const message = utf8Decode(cosignatureMessage(body, 1679315147))
    expect(message).toBe(`cosignature/v1\ntime 1679315147\n${utf8Decode(body)}`)
  })

  it('is bound to its time and to the log', () => {
    const [, line] = noteOf(cosigned()).signatures
    const later = line!.signature.with(7, line!.signature[7]! ^ 1)
    const text = utf8Encode(formatCheckpoint(checkpoint))
    const verifier = cosignatureVerifier(witnessKey)
    expect(verifier.verify(text, line!.signature)).toBe(true)
    expect(verifier.verify(text, later)).toBe(false)
    expect(verifier.verify(utf8Encode(formatCheckpoint({ ...checkpoint, size: 301 })), line!.signature)).toBe(false)
    expect(verifier.verify(text, line!.signature.subarray(0, 71))).toBe(false)
    expect(verifier.verify(text, concatBytes(new Uint8Array(8).fill(0xff), line!.signature.subarray(8)))).toBe(false)
  })

  it('replaces the earlier one of the same cosigner', () => {
    const again = withCosignature(noteOf(cosigned()), 1_700_000_060)
    const opened = openCheckpoint(formatNote(again), trust)
    expect(opened.ok && opened.value.cosignatures.map((one) => one.time)).toEqual([1_700_000_060])
  })

  it("does not pass for a log's signature, nor the other way round", () => {
    expect(() => noteVerifier(witnessKey)).toThrow(InvariantError)
    expect(() => cosignatureVerifier(logKey)).toThrow(InvariantError)
    expect(() => cosign(noteOf(signed), logKey, 0, () => new Uint8Array(64))).toThrow(InvariantError)
  })
})

describe('an origin', () => {
  it('reads back as written', () => {
    const parts = { domain: 'results.ecp.gov.pk', election: 'pk-ge-2024/live', log: 'intake-punjab', generation: 12 }
    expect(formatOrigin(parts)).toBe('results.ecp.gov.pk/khata/pk-ge-2024/live/intake-punjab/12')
    expect(parseOrigin(formatOrigin(parts))).toEqual({ ok: true, value: parts })
  })

  it.each([
    '',
    'ecp.example/khata/pk-ge-2024/live/NA-46/0',
    'ecp.example/khata/pk-ge-2024/live/NA-46/01',
    'ecp.example/khata/pk-ge-2024/live/NA-46',
    'ecp.example/khata/pk-ge-2024/test/NA-46/1',
    'ecp.example/khata/pk-ge-2024/NA-46/1',
    'ecp.example/other/pk-ge-2024/live/NA-46/1',
    'ECP.example/khata/pk-ge-2024/live/NA-46/1',
    'ecp..example/khata/pk-ge-2024/live/NA-46/1',
    'ecp.example/khata/pk-ge-2024/live/NA 46/1',
    'ecp.example/khata/pk-ge-2024/live/../1',
    'ecp.example/khata/pk-ge-2024/live/NA-46/1\n',
    `${'a'.repeat(250)}/khata/pk-ge-2024/live/NA-46/1`,
  ])('refuses %j', (text) => {
    expect(parseOrigin(text)).toEqual({ ok: false, error: { code: 'checkpoint/bad-origin' } })
  })
})

/** Whether someone who holds these bytes could show a checkpoint or a cosignature that nobody signed. */
function saysMoreThanSigned(bytes: Uint8Array): boolean {
  const opened = openCheckpoint(bytes, trust)
  if (!opened.ok) return false
  expect(opened.value.checkpoint).toEqual(checkpoint)
  return opened.value.cosignatures.some((one) => one.time !== 1_700_000_000)
}

function cosigned(): Uint8Array {
  return formatNote(withCosignature(noteOf(signed), 1_700_000_000))
}

function withCosignature(note: SignedNote, time: number): SignedNote {
  return addSignature(
    note,
    cosign(note, witnessKey, time, (message) => sign(witnessSeed, message)),
  )
}

function noteOf(bytes: Uint8Array): SignedNote {
  const note = parseNote(bytes)
  return note.ok ? note.value : expect.fail(note.error.code)
}
