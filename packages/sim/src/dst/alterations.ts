import type { EventLog, LineageMarker, Put, Row, Store, VerifierPool } from '@khata/node'
import type { Alteration } from './machine.ts'

/**
 * Nodes made wrong on purpose, each by one port that does less than it promises: what the simulation must find.
 * The nodes' own code is as it is; a wrong port does to it what a wrong line in it would.
 */
export const alterations = {
  /** Every write is lazy: nothing is waited for. */
  'no-fsync': (site) => ({
    ...site,
    store: withStore(site.store, { write: (batch) => site.store.write(batch, 'lazy') }),
  }),

  /** A write is answered before it is made. */
  'store-answers-early': (site) => ({
    ...site,
    store: withStore(site.store, {
      write: async (batch, durability) => {
        void site.store.write(batch, durability).catch(() => undefined)
      },
    }),
  }),

  /** Rows are given as they lie on the disk, whatever their checksums say. */
  'checksums-ignored': (site) => {
    site.store.checksRows = false
    return site
  },

  /** A batch is written in two halves, the end of it first. */
  'torn-batches': (site) => ({
    ...site,
    store: withStore(site.store, {
      write: async (batch, durability) => {
        const middle = Math.floor(batch.length / 2)
        await site.store.write(batch.slice(middle), durability)
        await site.store.write(batch.slice(0, middle), durability)
      },
    }),
  }),

  /** Entries go to the stream whatever it holds. */
  'no-expected-size': (site) => ({
    ...site,
    eventLog: withEventLog(site.eventLog, {
      append: async (log, _expected, entries) =>
        site.eventLog.append(log, await site.eventLog.open(log), entries).then(() => ({ type: 'appended' })),
    }),
  }),

  /** An append is answered before the stream has accepted it. */
  'acknowledged-before-append': (site) => ({
    ...site,
    eventLog: withEventLog(site.eventLog, {
      append: async (log, expected, entries) => {
        void site.eventLog.append(log, expected, entries).catch(() => undefined)
        return { type: 'appended' }
      },
    }),
  }),

  /** Another's checkpoint in the subject is no reason to stop. */
  'no-expected-place': (site) => ({
    ...site,
    eventLog: withEventLog(site.eventLog, {
      append: async (log, expected, entries) => {
        const outcome = await site.eventLog.append(log, expected, entries)
        return outcome.type === 'conflict' ? { type: 'appended' } : outcome
      },
      releaseCheckpoint: async (log, note) => {
        const newest = await site.eventLog.newestCheckpoint(log)
        return site.eventLog.releaseCheckpoint(log, note, newest?.place ?? 0)
      },
    }),
  }),

  /** What the marker says is not looked at, nor what hubs and the store's own record say of its past. */
  'lineage-not-judged': (site) => ({
    ...site,
    marker: withMarker(site.marker, { read: async () => undefined }),
    store: hiding(site.store, 'l/'),
  }),

  /** The marker alone is ignored. */
  'marker-ignored': (site) => ({ ...site, marker: withMarker(site.marker, { read: async () => undefined }) }),

  /** A site with nothing on its disk begins its logs, as if it were the first. */
  'genesis-assumed': (site) => ({
    ...site,
    store: withStore(site.store, {
      read: async (keys) => {
        const rows = await site.store.read(keys)
        return rows.map((row, at) => (keys[at]?.startsWith('g/') === true ? new Uint8Array(1) : row))
      },
    }),
  }),

  /** After a start nobody remembers which statements a log holds. */
  'names-forgotten': (site) => ({ ...site, store: hiding(site.store, 'n/') }),

  /** Every signature counts as good. */
  'signatures-unchecked': (site) => ({ ...site, verifier: trusting(site.verifier, () => true) }),

  /** The first signature of each batch counts as good. */
  'one-signature-unchecked': (site) => ({ ...site, verifier: trusting(site.verifier, (at) => at === 0) }),

  /** A checkpoint is answered for before its subject has accepted it. */
  'acknowledged-before-release': (site) => ({
    ...site,
    eventLog: withEventLog(site.eventLog, {
      releaseCheckpoint: async (log, note, place) => {
        void site.eventLog.releaseCheckpoint(log, note, place).catch(() => undefined)
        return { type: 'released', place: place + 1 }
      },
    }),
  }),

  /** Of a batch, only the first entry goes to the stream. */
  'batches-cut-short': (site) => ({
    ...site,
    eventLog: withEventLog(site.eventLog, {
      append: (log, expected, entries) => site.eventLog.append(log, expected, entries.slice(0, 1)),
    }),
  }),

  /** An append whose answer was lost counts as done. */
  'lost-answer-is-success': (site) => ({
    ...site,
    eventLog: withEventLog(site.eventLog, {
      append: (log, expected, entries) =>
        site.eventLog.append(log, expected, entries).catch(() => ({ type: 'appended' })),
    }),
  }),

  /** A write that the disk refused counts as made. */
  'full-disk-ignored': (site) => ({
    ...site,
    store: withStore(site.store, {
      write: (batch, durability) => site.store.write(batch, durability).catch(() => undefined),
    }),
  }),

  /** Ranges are read forwards only: the newest row is the oldest. */
  'newest-is-oldest': (site) => ({
    ...site,
    store: withStore(site.store, { scan: (range) => site.store.scan({ ...range, reverse: false }) }),
  }),

  /** Released checkpoints are not kept beside the entries. */
  'checkpoints-not-kept': (site) => ({ ...site, store: dropping(site.store, 'c/') }),

  /** A store that was found behind is not marked as such. */
  'lineage-not-kept': (site) => ({ ...site, store: dropping(site.store, 'l/') }),

  /** Proofs of another history are thrown away. */
  'forks-not-kept': (site) => ({ ...site, store: dropping(site.store, 'x/') }),

  /** A hub that is shown another history writes over what it holds of the log. */
  'fork-overwrites-copy': (site) => ({
    ...site,
    store: withStore(site.store, {
      write: async (batch, durability) => {
        const forked = batch.find(({ key }) => key.startsWith('x/'))
        const log = forked?.key.split('/')[1]
        const rows = log === undefined ? [] : await newestEntries(site.store, log)
        const [last, before] = rows
        const over = last && before ? [{ key: last[0], value: before[1] }] : []
        await site.store.write([...batch, ...over], durability)
      },
    }),
  }),

  /** Nothing is ever marked on other media. */
  'marker-not-written': (site) => ({
    ...site,
    marker: withMarker(site.marker, { write: async () => undefined }),
  }),

  /** A hub cosigns before its copy is on the platter. */
  'hub-no-fsync': (site, { hub }) => {
    if (hub === undefined) return site
    const isReplica = (batch: readonly Put[]): boolean =>
      batch.some(({ key }) => key.startsWith('e/') && !key.startsWith('e/intake-') && !key.startsWith('e/register/'))
    return {
      ...site,
      store: withStore(site.store, {
        write: (batch, durability) => site.store.write(batch, isReplica(batch) ? 'lazy' : durability),
      }),
    }
  },
} as const satisfies Readonly<Record<string, Alteration>>

export type AlterationName = keyof typeof alterations

export function withStore(store: Store, part: Partial<Store>): Store {
  return {
    read: (keys) => store.read(keys),
    write: (batch, durability) => store.write(batch, durability),
    scan: (range) => store.scan(range),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    ...part,
  }
}

async function newestEntries(store: Store, log: string): Promise<readonly Row[]> {
  const range = { from: `e/${log}/`, to: `e/${log}0`, limit: 2, reverse: true }
  for await (const rows of store.scan(range)) return rows
  return []
}

function dropping(store: Store, prefix: string): Store {
  return withStore(store, {
    write: (batch, durability) =>
      store.write(
        batch.filter(({ key }) => !key.startsWith(prefix)),
        durability,
      ),
  })
}

function hiding(store: Store, prefix: string): Store {
  return withStore(store, {
    read: async (keys) => {
      const rows = await store.read(keys)
      return rows.map((row, at) => (keys[at]?.startsWith(prefix) === true ? undefined : row))
    },
    scan: (range) => (range.from.startsWith(prefix) ? nothing() : store.scan(range)),
  })
}

async function* nothing(): AsyncGenerator<never> {
  yield* []
}

function withEventLog(eventLog: EventLog, part: Partial<EventLog>): EventLog {
  return {
    open: (log) => eventLog.open(log),
    append: (log, expected, entries) => eventLog.append(log, expected, entries),
    read: (log, from, entriesMax) => eventLog.read(log, from, entriesMax),
    newestCheckpoint: (log) => eventLog.newestCheckpoint(log),
    releaseCheckpoint: (log, note, place) => eventLog.releaseCheckpoint(log, note, place),
    [Symbol.asyncDispose]: () => eventLog[Symbol.asyncDispose](),
    ...part,
  }
}

function withMarker(marker: LineageMarker | undefined, part: Partial<LineageMarker>): LineageMarker | undefined {
  if (marker === undefined) return undefined
  return { read: (log) => marker.read(log), write: (log, mark) => marker.write(log, mark), ...part }
}

function trusting(verifier: VerifierPool, isTrusted: (at: number) => boolean): VerifierPool {
  return {
    verify: async (batch) => (await verifier.verify(batch)).map((verdict, at) => verdict || isTrusted(at)),
    [Symbol.asyncDispose]: () => verifier[Symbol.asyncDispose](),
  }
}
