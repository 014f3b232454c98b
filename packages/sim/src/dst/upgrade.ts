import { deserialize, serialize } from 'node:v8'
import { rulesVersions, sha256, toHex } from '@khata/ledger'
import type { Put, Site } from '@khata/node'
import type { Seeded } from '../election/seeded.ts'
import { withStore } from './alterations.ts'
import type { Deed, Grounds } from './part.ts'
import { anyOf } from './whom.ts'

/** A version of the node's program. */
export interface Software {
  /** What its snapshots are bound to: another version folds anew. */
  readonly code: string
  /** Rules that it can judge by. */
  readonly rulesVersions: readonly number[]
}

export const oldSoftware: Software = { code: 'old', rulesVersions }
const newSoftware: Software = { code: 'new', rulesVersions }
const foreignSoftware: Software = { code: 'foreign', rulesVersions: [] }

/** One machine is stopped in good order and comes back as a newer program; the others still run the old one. */
export function upgrade(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  return {
    words: `${name} comes back as a newer program`,
    act: (grounds) => machine(grounds).install(newSoftware),
  }
}

/** Every machine, one after another. */
export function upgradeAll(chance: Seeded): Deed {
  const stepMs = chance.integer(0, 5_000)
  return {
    words: `every machine comes back as a newer program, one every ${stepMs} ms`,
    act: ({ world, machines }) => {
      for (const [at, machine] of machines.entries()) world.later(at * stepMs, () => machine.install(newSoftware))
    },
  }
}

/** A program is installed that does not have the rules of this election, and after a while the right one. */
export function wrongProgram(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const ms = chance.integer(1_000, 15_000)
  return {
    words: `${name} runs a program without the rules of this election for ${ms} ms`,
    act: (grounds: Grounds) => {
      const victim = machine(grounds)
      victim.install(foreignSoftware)
      grounds.world.later(ms, () => victim.install(newSoftware))
    },
  }
}

/** A site as a program of this version uses it: a snapshot that another version wrote means something else to it. */
export function readBy({ code }: Software, site: Site): Site {
  const { store } = site
  return {
    ...site,
    store: withStore(store, {
      read: async (keys) => {
        const rows = await store.read(keys)
        return rows.map((row, at) => (row !== undefined && isSnapshot(keys[at]) ? readSnapshot(row, code) : row))
      },
      write: (batch, durability) =>
        store.write(
          batch.map((put) => writtenBy(put, code)),
          durability,
        ),
    }),
  }
}

function isSnapshot(key: string | undefined): boolean {
  return key?.startsWith('s/') === true
}

function writtenBy(put: Put, writer: string): Put {
  if (put.value === undefined || !isSnapshot(put.key)) return put
  return { key: put.key, value: serialize({ ...(deserialize(put.value) as object), writer }) }
}

/** As whole as it was written; the fold in it is what another version's layout reads as. */
function readSnapshot(row: Uint8Array, reader: string): Uint8Array {
  const snapshot = deserialize(row) as { readonly writer: string; readonly fold: Uint8Array }
  if (snapshot.writer === reader) return row
  const fold = deserialize(snapshot.fold) as object
  const misread = serialize({ ...fold, voids: [{ index: 0, refusal: { code: 'misread', about: {} } }] })
  return serialize({ ...snapshot, fold: misread, sha256: toHex(sha256(misread)) })
}
