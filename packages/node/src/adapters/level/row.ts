import { crc32 } from 'node:zlib'
import { readUint32be } from '@khata/ledger'
import { StoreDamaged } from './fault.ts'

const checksumBytes = 4

/**
 * The value with its row's checksum behind it: CRC-32 of key and value, big-endian. LevelDB checks its own blocks only
 * when asked, which its binding cannot, and compaction would then give damaged rows a good block checksum.
 */
export function sealValue(key: string, value: Uint8Array): Uint8Array {
  const sealed = Buffer.allocUnsafe(value.length + checksumBytes)
  sealed.set(value)
  sealed.writeUInt32BE(checksumOf(key, value), value.length)
  return sealed
}

/** The value of a sealed one. Throws StoreDamaged when it is not what was written under this key. */
export function unsealValue(key: string, sealed: Uint8Array): Uint8Array {
  const length = sealed.length - checksumBytes
  if (length < 0) throw damaged(key)
  const value = new Uint8Array(sealed.buffer, sealed.byteOffset, length)
  if (readUint32be(sealed, length) !== checksumOf(key, value)) throw damaged(key)
  return value
}

function checksumOf(key: string, value: Uint8Array): number {
  return crc32(value, crc32(key))
}

function damaged(key: string): StoreDamaged {
  return new StoreDamaged(`store/damaged: the row ${key} is not what was written`)
}
