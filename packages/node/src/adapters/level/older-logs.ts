import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Flushes LevelDB's log files. LevelDB's synced write flushes the log file it goes to, and with it the lazy writes
 * before it, unless the write buffer was full in between: then those lie in an older log file, which LevelDB closes
 * without flushing. A Store promises that a fsynced batch makes earlier lazy ones durable.
 */
export async function syncOlderLogs(folder: string): Promise<void> {
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'))
  if (logs.length > 1) await Promise.all(logs.map((name) => syncFile(join(folder, name))))
}

/** A log file that is gone has become a table file, which LevelDB did flush. */
async function syncFile(path: string): Promise<void> {
  try {
    await using file = await open(path, 'r')
    await file.sync()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  }
}
