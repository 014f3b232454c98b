import assert from 'node:assert/strict'
import type { ImageStore } from '../ports.ts'
import type { Case, RegisterTest } from './case.ts'
import { registerCases, requirePlain } from './case.ts'

/** A place where images live while the store is opened again and again. */
export interface ImageStorePlace extends AsyncDisposable {
  open(): Promise<ImageStore>
}

/** What every ImageStore keeps. `test` is the test framework's own. */
export function imageStoreContract(name: string, place: () => Promise<ImageStorePlace>, test: RegisterTest): void {
  registerCases(name, cases, place, test)
}

const cases: Readonly<Record<string, Case<ImageStorePlace>>> = {
  'begins empty': beginsEmpty,
  'adds to a draft part by part, and knows it after opening again': addsToDrafts,
  'makes a draft an image, and knows it after opening again': keepsImages,
  'keeps drafts of one image apart, and drops one': keepsDraftsApart,
  'holds no longer what was set aside, and takes it again, as often as that happens': setsAside,
  'shares no memory with its callers': sharesNothing,
  'takes a name that is none for a bug': refusesNames,
}

const hash = 'ab'.repeat(32)
const draft = `${hash}.one`

async function beginsEmpty(place: ImageStorePlace): Promise<void> {
  const store = await place.open()
  assert.deepEqual([store.images.size, store.drafts.size], [0, 0])
  assert.equal(await store.read(hash), undefined)
  assert.deepEqual(await store.readDraft(draft), new Uint8Array(0))
  await store.drop(draft)
  await store.setAside(hash)
  assert.deepEqual([store.images.size, store.drafts.size], [0, 0])
}

async function addsToDrafts(place: ImageStorePlace): Promise<void> {
  const store = await place.open()
  for (const part of [[1, 2, 3], [4], []]) await store.append(draft, Uint8Array.from(part))
  for (const opened of [store, await place.open()]) {
    assert.deepEqual([...opened.drafts], [[draft, 4]])
    assert.deepEqual(requirePlain(await opened.readDraft(draft)), Uint8Array.of(1, 2, 3, 4))
  }
  const opened = await place.open()
  await opened.append(draft, Uint8Array.of(5))
  assert.deepEqual(await opened.readDraft(draft), Uint8Array.of(1, 2, 3, 4, 5))
}

async function keepsImages(place: ImageStorePlace): Promise<void> {
  const store = await place.open()
  await store.append(draft, Uint8Array.of(1, 2, 3))
  await store.keep(draft, hash)
  for (const opened of [store, await place.open()]) {
    assert.deepEqual([...opened.images], [[hash, 3]])
    assert.equal(opened.drafts.size, 0)
    assert.deepEqual(requirePlain((await opened.read(hash)) ?? new Uint8Array(0)), Uint8Array.of(1, 2, 3))
  }
}

async function keepsDraftsApart(place: ImageStorePlace): Promise<void> {
  const store = await place.open()
  const other = `${hash}.other`
  await store.append(draft, Uint8Array.of(1))
  await store.append(other, Uint8Array.of(2, 2))
  await store.drop(draft)
  for (const opened of [store, await place.open()]) assert.deepEqual([...opened.drafts], [[other, 2]])
  await store.append(draft, Uint8Array.of(3))
  assert.deepEqual(await store.readDraft(draft), Uint8Array.of(3))
}

async function setsAside(place: ImageStorePlace): Promise<void> {
  for (const byte of [1, 2, 3]) {
    const store = await place.open()
    await store.append(draft, Uint8Array.of(byte))
    await store.keep(draft, hash)
    assert.deepEqual(await store.read(hash), Uint8Array.of(byte))
    await store.setAside(hash)
    for (const opened of [store, await place.open()]) {
      assert.equal(opened.images.has(hash), false)
      assert.equal(await opened.read(hash), undefined)
    }
  }
}

async function sharesNothing(place: ImageStorePlace): Promise<void> {
  const store = await place.open()
  const part = Uint8Array.of(1, 2)
  await store.append(draft, part)
  part.fill(9)
  requirePlain(await store.readDraft(draft)).fill(9)
  await store.keep(draft, hash)
  requirePlain((await store.read(hash)) ?? new Uint8Array(0)).fill(9)
  assert.deepEqual(await store.read(hash), Uint8Array.of(1, 2))
}

async function refusesNames(place: ImageStorePlace): Promise<void> {
  const store = await place.open()
  const bytes = Uint8Array.of(1)
  for (const name of ['', '..', '../../etc/passwd', hash.toUpperCase(), hash.slice(1), `${hash}/`, `${hash}\0`]) {
    await assert.rejects(store.read(name), RangeError)
    await assert.rejects(store.setAside(name), RangeError)
    await assert.rejects(store.keep(draft, name), RangeError)
  }
  for (const name of ['', '..', hash, `${hash}.`, `${hash}../x`, `${hash}.a/b`, `${hash}.${'a'.repeat(81)}`]) {
    await assert.rejects(store.append(name, bytes), RangeError)
    await assert.rejects(store.readDraft(name), RangeError)
    await assert.rejects(store.drop(name), RangeError)
    await assert.rejects(store.keep(name, hash), RangeError)
  }
}
