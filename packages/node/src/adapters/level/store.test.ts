import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storeContract } from '../../contract/store.ts'
import { StoreDamaged, StoreLocked, StoreUnreachable } from './fault.ts'
import { hubSizes, openLevelStore } from './store.ts'

storeContract(
  'level',
  async () => {
    const folder = await scratchFolder()
    return { open: () => openLevelStore(folder.path), [Symbol.asyncDispose]: folder[Symbol.asyncDispose] }
  },
  test,
)

test('a store that is open elsewhere is refused with its code', async () => {
  await using folder = await scratchFolder()
  await using first = await openLevelStore(folder.path)
  await first.write([], 'fsync')
  const second = openLevelStore(folder.path)
  await expect(second).rejects.toThrow(StoreLocked)
  await expect(second).rejects.toMatchObject({ code: 'store/locked' })
})

test('a store whose table file is gone is told as damaged', async () => {
  await using folder = await scratchFolder()
  await fillTables(folder.path)
  const tables = (await readdir(folder.path)).filter((file) => file.endsWith('.ldb'))
  for (const table of tables) await rm(join(folder.path, table))
  await expect(openLevelStore(folder.path)).rejects.toThrow(StoreDamaged)
})

test('a store whose manifest is cut is told as damaged', async () => {
  await using folder = await scratchFolder()
  await fillTables(folder.path)
  const manifest = (await readdir(folder.path)).find((file) => file.startsWith('MANIFEST'))
  await truncate(join(folder.path, manifest ?? ''), 0)
  await expect(openLevelStore(folder.path)).rejects.toMatchObject({ code: 'store/damaged' })
})

test('a changed bit in a table file is told as damage, never read as another value', async () => {
  await using folder = await scratchFolder()
  await fillTables(folder.path)
  const tables = (await readdir(folder.path)).filter((file) => file.endsWith('.ldb'))
  for (const table of tables) await flipBit(join(folder.path, table), 1_000)
  await using store = await openLevelStore(folder.path)
  const keys = Array.from({ length: 40 }, (_, at) => `k${at}`)
  const reading = await Promise.allSettled(keys.map((key) => store.read([key])))
  expect(reading.filter((one) => one.status === 'rejected').length).toBeGreaterThan(0)
  for (const one of reading) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(StoreDamaged)
  const scanning = async (): Promise<void> => {
    for await (const rows of store.scan({ from: 'k', to: 'l' })) for (const [key] of rows) expect(keys).toContain(key)
  }
  await expect(scanning()).rejects.toThrow(StoreDamaged)
})

test('a folder that cannot be one is told as unreachable', async () => {
  await using folder = await scratchFolder()
  await writeFile(join(folder.path, 'file'), 'not a folder')
  await expect(openLevelStore(join(folder.path, 'file'))).rejects.toThrow(StoreUnreachable)
})

test('a write that was answered survives the sudden death of the process', async () => {
  await using folder = await scratchFolder()
  const program = `
    const { openLevelStore } = await import(${JSON.stringify(new URL('store.ts', import.meta.url).href)})
    const store = await openLevelStore(process.argv[1])
    for (let at = 0; ; at++) {
      await store.write([{ key: 'n' + String(at).padStart(6, '0'), value: new Uint8Array(500) }], at % 2 ? 'fsync' : 'lazy')
      process.stdout.write(at + '\\n')
    }`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, folder.path])
  let told = ''
  for await (const text of child.stdout) {
    told += String(text)
    if (told.split('\n').length > 300) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  const answered = told.split('\n').length - 1
  await using store = await openLevelStore(folder.path)
  const keys = Array.from({ length: answered }, (_, at) => `n${String(at).padStart(6, '0')}`)
  expect((await store.read(keys)).filter((value) => value === undefined)).toEqual([])
  expect(answered).toBeGreaterThan(299)
})

test('a store that could not write goes on by itself once it can, and has all that it acknowledged', async () => {
  await using folder = await scratchFolder()
  await using store = await openLevelStore(folder.path, { ...hubSizes, writeBufferBytes: 65_536 })
  const acknowledged: string[] = []
  const write = async (key: string): Promise<boolean> => {
    const value = crypto.getRandomValues(new Uint8Array(20_000))
    const written = store.write([{ key, value }], 'fsync').then(() => true)
    const answer = await written.catch((error: unknown) => error)
    if (answer === true) acknowledged.push(key)
    else expect(answer).toBeInstanceOf(StoreUnreachable)
    return answer === true
  }
  // Folders where LevelDB wants to make its next files, in place of a disk that is full.
  const obstacles = Array.from({ length: 200 }, (_, at) => join(folder.path, `${String(at + 5).padStart(6, '0')}.ldb`))
  for (const path of obstacles) await mkdir(path, { recursive: true }).catch(() => undefined)
  const before: boolean[] = []
  for (let at = 0; at < 40; at++) before.push(await write(`before-${at}`))
  expect(before).toContain(false)
  for (const path of obstacles) await rm(path, { recursive: true, force: true })
  for (let at = 0; at < 10; at++) expect(await write(`after-${at}`)).toBe(true)
  const held = await store.read(acknowledged)
  expect(held.filter((value) => value === undefined)).toEqual([])
})

async function flipBit(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}

async function fillTables(path: string): Promise<void> {
  await using store = await openLevelStore(path, { ...hubSizes, writeBufferBytes: 65_536 })
  for (let at = 0; at < 40; at++) {
    const value = crypto.getRandomValues(new Uint8Array(20_000))
    await store.write([{ key: `k${at}`, value }], 'fsync')
  }
}

async function scratchFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'khata-level-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
