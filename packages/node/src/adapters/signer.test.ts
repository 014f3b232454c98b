import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePublicKey, publicKeyOf, sign, verifyTriple } from '@khata/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicNkey, readNkeyFile, readOrCreateNkeyFile } from './jetstream/nkey.ts'
import { KeyFileUnfit } from './secret-file.ts'
import { openSigner, readKeyFile, readOrCreateKeyFile } from './signer.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-signer-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('signs as the law does: RFC 8032 leaves no choice', async () => {
  const seed = new Uint8Array(32).map((_, at) => at)
  const signer = await openSigner(seed)
  expect(signer.key).toEqual(Uint8Array.from(publicKeyOf(seed)))
  for (const length of [0, 1, 700, 65_535]) {
    const message = new Uint8Array(length).fill(length % 256)
    expect(signer.sign(message)).toEqual(Uint8Array.from(sign(seed, message)))
    expect(verifyTriple({ key: signer.key, message, signature: signer.sign(message) })).toBe(true)
  }
  await expect(openSigner(new Uint8Array(31))).rejects.toThrow(RangeError)
})

test('a key file is made once, for its owner only, and read again', async () => {
  const path = join(folder, 'node.key')
  const [first, second] = await Promise.all([readOrCreateKeyFile(path), readOrCreateKeyFile(path)])
  expect(second).toEqual(first)
  expect(await readOrCreateKeyFile(path)).toEqual(first)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(parsePublicKey((await openSigner(first)).key).ok).toBe(true)
  expect(await readOrCreateKeyFile(join(folder, 'other.key'))).not.toEqual(first)
})

test('a key file that others can read, or that is none, is refused and left alone', async () => {
  const path = join(folder, 'open.key')
  await readOrCreateKeyFile(path)
  await chmod(path, 0o640)
  await expect(readOrCreateKeyFile(path)).rejects.toThrow(KeyFileUnfit)
  const none = join(folder, 'none.key')
  await writeFile(none, 'not a key', { mode: 0o600 })
  await expect(readOrCreateKeyFile(none)).rejects.toThrow(KeyFileUnfit)
  await expect(readKeyFile(join(folder, 'missing.key'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('an nkey’s seed is made once, and its public part is a user’s', async () => {
  const path = join(folder, 'made.nkey')
  const seed = await readOrCreateNkeyFile(path)
  expect(await readOrCreateNkeyFile(path)).toEqual(seed)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(publicNkey(seed)).toMatch(/^U[A-Z2-7]{55}$/)
})

test('the login at a nats-server is an nkey’s seed that only its owner can read', async () => {
  const seed = `SU${'A'.repeat(56)}`
  const path = join(folder, 'nats.nkey')
  await writeFile(path, `${seed}\n`, { mode: 0o600 })
  expect(await readNkeyFile(path)).toEqual(new TextEncoder().encode(seed))
  await chmod(path, 0o644)
  await expect(readNkeyFile(path)).rejects.toThrow(KeyFileUnfit)
  const other = join(folder, 'account.nkey')
  await writeFile(other, `SA${'A'.repeat(56)}\n`, { mode: 0o600 })
  await expect(readNkeyFile(other)).rejects.toThrow(KeyFileUnfit)
})
