import { newestCheckpoint, PortUnavailable, readEntries, rootAt, type Site } from '@khata/node'
import { checkpointSize } from './checkpoint-size.ts'
import type { History } from './history.ts'
import type { Machine } from './machine.ts'
import type { ShownLog } from './observers.ts'

/**
 * Reads a log from a site as the public is served it, from its store and from its streams, and compares all of it with
 * what was released. Damage that is found on the way is an answer that nobody is given.
 */
export async function readLog(
  history: History,
  machine: Machine,
  log: string,
  onShown: (shown: ShownLog) => void,
): Promise<void> {
  const { name, node } = machine
  if (node === undefined) return
  try {
    const shown = await readStore(history, { name, site: node.setting.site, log })
    if (shown !== undefined) onShown(shown)
    await readStream(history, { name, site: node.setting.site, log })
  } catch (error) {
    if (!(error instanceof PortUnavailable)) machine.alarmed(error)
  }
}

interface Shelf {
  readonly name: string
  readonly site: Site
  readonly log: string
}

async function readStore(history: History, { name, site, log }: Shelf): Promise<ShownLog | undefined> {
  const newest = await newestCheckpoint(site.store, log)
  if (newest === undefined) return undefined
  const entries = await readEntries(site.store, log, 0, newest.size)
  history.shown(log, newest.note, name)
  history.served(name, log, entries)
  history.hashed(name, log, { size: newest.size, root: await rootAt(site.store, log, newest.size) })
  return { note: newest.note, entries }
}

/** A server that has forgotten entries gives fewer than its newest checkpoint covers. */
async function readStream(history: History, { name, site, log }: Shelf): Promise<void> {
  const newest = await site.eventLog.newestCheckpoint(log)
  if (newest === undefined) return
  history.served(`${name}'s stream`, log, await site.eventLog.read(log, 0, checkpointSize(newest.note)))
}
