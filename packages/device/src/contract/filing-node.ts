import {
  AppendedGroup,
  addSignature,
  type CheckpointTrust,
  cosign,
  cosignatureVerifier,
  emptyFrontier,
  formatNote,
  formatReceipt,
  hashBytes,
  leafHash,
  makeEntry,
  noteKey,
  noteVerifier,
  openStatement,
  parseNote,
  publicKeyOf,
  sha256,
  sign,
  signCheckpoint,
  toBase64,
  toHex,
  utf8Encode,
} from '@khata/ledger'
import { decodeSignedStatement } from '@khata/proto'
import type { DestinationTrust } from '../core/judge.ts'

export const election = 'pk-ge-2024/drill'

/** A node's log for tests of the device: files what it is given and answers as docs/protocol.md says. */
export class FilingNode {
  readonly log: string
  readonly trust: DestinationTrust
  readonly #secret: Uint8Array
  readonly #hubSecret: Uint8Array
  readonly #entries: { readonly bytes: Uint8Array; readonly hashHex: string; readonly idHex: string }[] = []

  /** What an entry says of its own place, where a test wants it wrong. */
  indexShift = 0

  constructor(log: string, seed = log) {
    this.log = log
    this.#secret = sha256(utf8Encode(`sequencer of ${seed}`))
    this.#hubSecret = sha256(utf8Encode('cosigner of hq'))
    const checkpoint: CheckpointTrust = {
      origin: this.#origin,
      log: noteVerifier(this.#key),
      cosigners: [cosignatureVerifier(this.#hubKey)],
    }
    this.trust = { checkpoint, refusals: [checkpoint.log] }
  }

  /** Statement hashes in the order of the log. */
  get filed(): readonly string[] {
    return this.#entries.map(({ hashHex }) => hashHex)
  }

  /** Files a statement once, and answers with its receipt. */
  submit(signed: Uint8Array, { cosigned = false } = {}): Uint8Array {
    const opened = opener(signed)
    const known = this.#entries.findIndex(({ hashHex }) => hashHex === opened.hashHex)
    return this.#receipt(known >= 0 ? known : this.#append(opened), cosigned)
  }

  receipt(idHex: string, { cosigned = true } = {}): Uint8Array | undefined {
    const index = this.#entries.findIndex((entry) => entry.idHex === idHex)
    return index < 0 ? undefined : this.#receipt(index, cosigned)
  }

  /** A refusal signed by this node. */
  refuse(
    signed: Uint8Array,
    code: string,
    changed: Partial<Record<'election' | 'hash' | 'text', string>> = {},
  ): Uint8Array {
    const hash = changed.hash ?? toBase64(opener(signed).hash)
    const lines = [
      'khata/refusal/v1',
      changed.election ?? election,
      this.log,
      hash,
      code,
      '1707400000000',
      'Look again.',
    ]
    const text = changed.text ?? `${lines.join('\n')}\n`
    const { name, keyId } = this.#key
    return formatNote({ text, signatures: [{ name, keyId, signature: sign(this.#secret, utf8Encode(text)) }] })
  }

  get #origin(): string {
    return `ecp.example/khata/${election}/${this.log}/1`
  }

  get #key() {
    return noteKey(this.#origin, 'ed25519', publicKeyOf(this.#secret))
  }

  get #hubKey() {
    return noteKey(`ecp.example/khata/${election}/cosigner-hq`, 'cosignature/v1', publicKeyOf(this.#hubSecret))
  }

  #append(statement: ReturnType<typeof opener>): number {
    const index = this.#entries.length
    const last = this.#entries.at(-1)
    const previous = last === undefined ? new Uint8Array(hashBytes) : leafHash(last.bytes)
    const { bytes } = makeEntry(statement, {
      index: index + this.indexShift,
      previous,
      epoch: 1,
      sequencedAt: 1_707_400_000_000,
    })
    this.#entries.push({ bytes, hashHex: statement.hashHex, idHex: statement.idHex })
    return index
  }

  #receipt(index: number, cosigned: boolean): Uint8Array {
    const leaves = this.#entries.map(({ bytes }) => leafHash(bytes))
    const group = new AppendedGroup(emptyFrontier, leaves)
    const checkpoint = this.#checkpoint(group.root, leaves.length, cosigned)
    const entry = this.#entries[index]
    if (entry === undefined) throw new Error(`no entry ${index}`)
    return formatReceipt(entry.bytes, { index, hashes: group.inclusion(index), checkpoint })
  }

  #checkpoint(root: Uint8Array, size: number, cosigned: boolean): Uint8Array {
    const signed = signCheckpoint({ origin: this.#origin, size, root, epoch: 1 }, this.#key, (message) =>
      sign(this.#secret, message),
    )
    const note = parseNote(signed)
    if (!note.ok || !cosigned) return signed
    const time = 1_707_400_001
    return formatNote(
      addSignature(
        note.value,
        cosign(note.value, this.#hubKey, time, (it) => sign(this.#hubSecret, it)),
      ),
    )
  }
}

/** A statement's id, lower-case hex. */
export function idOf(signed: Uint8Array): string {
  return toHex(opener(signed).statement.id)
}

function opener(signed: Uint8Array) {
  const decoded = decodeSignedStatement(signed)
  if (!decoded.ok) throw new Error(decoded.error.detail)
  const opened = openStatement(decoded.value.statement, decoded.value.signature)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}
