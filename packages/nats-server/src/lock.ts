import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { kill, pid } from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Runs `work` while holding a lock file that names its process. A lock whose process is gone is taken over.
 * Two takers can both remove a dead one's lock and then work at once; so `work` ends in an atomic rename, and the lock
 * only saves the second download.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await tryLock(path))) await delay(100)
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

/** Linked into place rather than created, so that a lock is never seen without its owner's number. */
async function tryLock(path: string): Promise<boolean> {
  const own = `${path}.${pid}.${randomUUID()}`
  await writeFile(own, String(pid))
  try {
    await link(own, path)
    return true
  } catch (cause) {
    if (!isExisting(cause)) throw cause
    if (!(await ownerIsAlive(path))) await rm(path, { force: true })
    return false
  } finally {
    await rm(own, { force: true })
  }
}

function isExisting(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
}

/** A lock that vanished in between was released by a living owner. */
async function ownerIsAlive(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return true
  const owner = Number(text)
  return Number.isInteger(owner) && owner > 0 && isAlive(owner)
}

/** Signal 0 asks without disturbing; a process of another user answers EPERM and is alive. */
function isAlive(owner: number): boolean {
  try {
    return kill(owner, 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
