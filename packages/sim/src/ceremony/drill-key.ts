import { type KeyHex, sha256, toHex, utf8Encode } from '@khata/ledger'
import { nativeKey } from '@khata/verifier-pool'
import { sodium } from './native.ts'
import { type PrivateRecord, privateRecord } from './private-record.ts'

/** A key of a rehearsal. Anyone who knows the seed's text has it: it proves nothing about anybody. */
export interface DrillKey {
  readonly key: Uint8Array
  readonly keyHex: KeyHex
  readonly sign: (message: Uint8Array) => Uint8Array
  /** Who would hold it. */
  readonly holder: PrivateRecord
}

/** The same seed and name give the same key on every machine. */
export function drillKey(seed: string, name: string): DrillKey {
  const { key, sign } = nativeKey(sodium, drillSecret(seed, name))
  return {
    key,
    keyHex: toHex(key),
    sign,
    get holder() {
      return privateRecord(seed, name)
    },
  }
}

/** The 32-byte seed of RFC 8032 section 5.1.5, as a key file holds it. */
export function drillSecret(seed: string, name: string): Uint8Array {
  return sha256(utf8Encode(`khata/drill-key/v1\n${seed}\n${name}`))
}
