import {
  concatBytes,
  err,
  fromBase64,
  type HashHex,
  invariant,
  type KeyHex,
  ok,
  type Result,
  sha256,
  toBase64,
  toHex,
  utf8Decode,
  utf8Encode,
} from '@khata/ledger'
import type { BelievedReceipt, BelievedRefusal } from './judge.ts'

/** What the device keeps. One record of a statement carries the chain too: they can never disagree. */
export type DeviceRecord =
  | { readonly type: 'opened'; readonly format: typeof recordFormat; readonly election: string; readonly key: KeyHex }
  /** An encoded SignedStatement. */
  | { readonly type: 'said'; readonly signed: Uint8Array }
  /** An image that lies in the keeper, by its SHA-256 in hex. */
  | { readonly type: 'image'; readonly image: HashHex; readonly secret: Uint8Array }
  | (DeliveryRecord & { readonly type: 'receipt'; readonly receipt: BelievedReceipt })
  | (DeliveryRecord & { readonly type: 'refusal'; readonly refusal: BelievedRefusal })

export interface DeliveryRecord {
  readonly statement: HashHex
  /** Name of the destination. */
  readonly destination: string
}

export const recordFormat = 'khata-device/v1'

/** A record sealed to all before it: a changed, lost, repeated or moved one is found when the store is read. */
export interface SealedRecord {
  readonly bytes: Uint8Array
  readonly seal: Uint8Array
}

/** Seal in front of the first record. */
export const firstSeal: Uint8Array = sha256(utf8Encode(`${recordFormat}\n`))

/** `<seal in hex> <JSON>`: the seal is SHA-256 over the seal before and the JSON. */
export function sealRecord(record: DeviceRecord, before: Uint8Array): SealedRecord {
  const json = utf8Encode(JSON.stringify(record, bytesToText))
  const seal = sha256(concatBytes(before, json))
  return { bytes: concatBytes(utf8Encode(`${toHex(seal)} `), json), seal }
}

export function openRecord(
  bytes: Uint8Array,
  before: Uint8Array,
): Result<SealedRecord & { readonly record: DeviceRecord }, 'seal broken'> {
  const json = bytes.slice(sealCharacters + 1)
  const seal = sha256(concatBytes(before, json))
  if (utf8Decode(bytes.subarray(0, sealCharacters + 1)) !== `${toHex(seal)} `) return err('seal broken')
  return ok({ bytes, seal, record: parseSealed(json) })
}

const sealCharacters = 64

/** What bears a whole seal was written by this program. */
function parseSealed(json: Uint8Array): DeviceRecord {
  const text = utf8Decode(json)
  invariant(text !== undefined, 'a sealed record is text')
  return JSON.parse(text, textToBytes) as DeviceRecord
}

function bytesToText(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: toBase64(value) } : value
}

function textToBytes(_: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'base64' in value
  return isBytes && typeof value.base64 === 'string' ? fromBase64(value.base64) : value
}
