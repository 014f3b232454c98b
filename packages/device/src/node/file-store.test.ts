import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { storeContract } from '../contract/store.ts'
import { systemEntropy } from './system.ts'
import { FileStore } from './file-store.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

storeContract('files', async () => {
  const folder = await newFolder()
  return { open: () => FileStore.open(join(folder, 'device')) }
})

describe('a store of files', () => {
  test('overlooks what a crash left half written', async () => {
    const folder = join(await newFolder(), 'device')
    const store = await FileStore.open(folder)
    await store.append(0, Uint8Array.of(1))
    await writeFile(join(folder, '00000001.record.half.tmp'), 'torn')
    expect(await store.read()).toEqual([Uint8Array.of(1)])
    await store.append(1, Uint8Array.of(2))
    expect(await store.read()).toHaveLength(2)
  })

  test('is not read when a record is missing from its middle', async () => {
    const folder = join(await newFolder(), 'device')
    const store = await FileStore.open(folder)
    for (const index of [0, 1, 2]) await store.append(index, Uint8Array.of(index))
    await rm(join(folder, '00000001.record'))
    await expect(store.read()).rejects.toThrow('lacks 00000001.record')
  })

  test('leaves nothing behind that is not a record, and nothing for others to read', async () => {
    const folder = join(await newFolder(), 'device')
    const store = await FileStore.open(folder)
    await store.append(0, Uint8Array.of(1))
    await expect(store.append(0, Uint8Array.of(1))).rejects.toThrow('EEXIST')
    expect(await readdir(folder)).toEqual(['00000000.record'])
    expect((await stat(join(folder, '00000000.record'))).mode & 0o077).toBe(0)
    expect((await stat(folder)).mode & 0o077).toBe(0)
  })
})

describe('a key file', () => {
  test('holds the key that was made, for its owner alone', async () => {
    const path = join(await newFolder(), 'key')
    const made = await makeKeyFile(path, systemEntropy)
    const read = await readKeyFile(path)
    expect(read.ok && read.value.key).toEqual(made.key)
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  test('is never overwritten', async () => {
    const path = join(await newFolder(), 'key')
    await makeKeyFile(path, systemEntropy)
    const before = await readFile(path)
    await expect(makeKeyFile(path, systemEntropy)).rejects.toThrow('EEXIST')
    expect(await readFile(path)).toEqual(before)
  })

  test('of another length is refused', async () => {
    const path = join(await newFolder(), 'key')
    await writeFile(path, 'short')
    await chmod(path, 0o600)
    expect(await readKeyFile(path)).toMatchObject({ ok: false, error: { code: 'device/bad-key-file' } })
  })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khata-device-'))
  folders.push(folder)
  return folder
}
