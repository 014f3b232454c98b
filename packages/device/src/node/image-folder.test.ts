import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keeperContract } from '../contract/image-keeper.ts'
import { ImageFolder } from './image-folder.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

keeperContract('files', async () => {
  const folder = await newFolder()
  return { open: () => ImageFolder.open(join(folder, 'images')) }
})

test('an image is for its owner alone, and nothing that a crash left half written stands for it', async () => {
  const folder = await newFolder()
  const hash = '01'.repeat(32)
  const keeper = await ImageFolder.open(folder)
  await writeFile(join(folder, `${hash}.half.tmp`), 'torn')
  expect(await keeper.read(hash)).toBeUndefined()
  await keeper.keep(hash, Uint8Array.of(1))
  expect((await readdir(folder)).toSorted()).toEqual([hash, `${hash}.half.tmp`])
  expect((await stat(join(folder, hash))).mode & 0o077).toBe(0)
})

test.each(['', '..', '../key', '01'.repeat(31)])('%j is no image', async (name) => {
  const keeper = await ImageFolder.open(await newFolder())
  await expect(keeper.read(name)).rejects.toThrow(RangeError)
  await expect(keeper.keep(name, Uint8Array.of(1))).rejects.toThrow(RangeError)
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khata-images-'))
  folders.push(folder)
  return folder
}
