import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { imageStoreContract } from '../contract/image-store.ts'
import { type ImageStore, PortUnavailable } from '../ports.ts'
import { openImageFolder } from './image-folder.ts'

imageStoreContract(
  'folder',
  async () => {
    const path = await mkdtemp(join(tmpdir(), 'khata-images-'))
    return {
      open: () => openImageFolder(join(path, 'images')),
      [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
    }
  },
  test,
)

const hash = 'ab'.repeat(32)
const draft = `${hash}.one`

describe('a folder of images', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'khata-images-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  test('names each file by its hash, for its owner alone, and sets aside beside', async () => {
    const store = await openImageFolder(folder)
    await store.append(draft, Uint8Array.of(1))
    await store.keep(draft, hash)
    expect(await readdir(join(folder, 'images'))).toEqual(['ab'])
    expect(await readdir(join(folder, 'images', 'ab'))).toEqual([hash])
    expect((await stat(join(folder, 'images', 'ab', hash))).mode & 0o077).toBe(0)
    await store.setAside(hash)
    expect(await readdir(join(folder, 'aside'))).toEqual([`${hash}.1`])
    expect(await readdir(join(folder, 'drafts'))).toEqual([])
  })

  test('writes over what a try that failed has left behind a draft’s end', async () => {
    const store = await openImageFolder(folder)
    await store.append(draft, Uint8Array.of(1, 2))
    await writeFile(join(folder, 'drafts', draft), Uint8Array.of(9, 9), { flag: 'a' })
    await store.append(draft, Uint8Array.of(3))
    expect(await store.readDraft(draft)).toEqual(Uint8Array.of(1, 2, 3))
  })

  test('holds no longer what somebody has taken away', async () => {
    const store = await openImageFolder(folder)
    await store.append(draft, Uint8Array.of(1))
    await store.keep(draft, hash)
    await rm(join(folder, 'images', 'ab', hash))
    expect(await store.read(hash)).toBeUndefined()
    expect(store.images.has(hash)).toBe(false)
  })

  test.each([
    ['added to', (store: ImageStore) => store.append(draft, Uint8Array.of(2))],
    ['read', (store: ImageStore) => store.readDraft(draft)],
    ['kept', (store: ImageStore) => store.keep(draft, hash)],
  ])('a draft that somebody has taken away cannot be %s, and begins anew', async (_, use) => {
    const store = await openImageFolder(folder)
    await store.append(draft, Uint8Array.of(1))
    await rm(join(folder, 'drafts', draft))
    await expect(use(store)).rejects.toThrow(PortUnavailable)
    expect([store.drafts.size, store.images.size]).toEqual([0, 0])
    await store.append(draft, Uint8Array.of(1))
    expect(await store.readDraft(draft)).toEqual(Uint8Array.of(1))
  })

  test('that cannot be written says so, and the draft is as long as before', async () => {
    const store = await openImageFolder(folder)
    await store.append(draft, Uint8Array.of(1))
    const path = join(folder, 'images', 'ab')
    await writeFile(path, 'in the way')
    await expect(store.keep(draft, hash)).rejects.toThrow(PortUnavailable)
    expect([[...store.drafts], store.images.size]).toEqual([[[draft, 1]], 0])
    await rm(path)
    await store.keep(draft, hash)
    expect(await store.read(hash)).toEqual(Uint8Array.of(1))
  })
})
