import { invariant, logNoteKey, rulesVersions, signCheckpoint, utf8Decode } from '@khata/ledger'
import type { Actor, FixtureLog } from '@khata/ledger/fixture'
import { systemClock } from '../adapters/clock.ts'
import { groupRows } from '../replica/group.ts'
import { StatementPlaces } from '../replica/places.ts'
import { TileBuilder } from '../replica/tile-builder.ts'
import { KhataNode } from '../shell/node.ts'
import type { Site } from '../shell/site.ts'
import { rootOf, SiteBench } from './site-bench.ts'
import { type FrozenSeat, groupOf } from './writer-bench.ts'

/** A node that holds the register and the log of a seat, and writes neither: what it gives to readers. */
export async function openStoredNode(frozen: FrozenSeat): Promise<{ readonly node: KhataNode; readonly site: Site }> {
  const bench = new SiteBench(frozen)
  const site = { ...bench.site, clock: systemClock }
  const { election, seat } = frozen
  await storeLog(site, frozen, election.register, election.registerSequencer)
  await storeLog(site, frozen, seat.log, seat.sequencer)
  const node = await KhataNode.open(
    {
      name: 'stored',
      role: 'ro',
      site,
      trust: election.trust,
      signer: { key: new Uint8Array(32), sign: () => new Uint8Array(64) },
      cosign: (note) => note,
      seats: [],
      hub: undefined,
      links: new Map(),
      code: 'one',
      rulesVersions,
      onFailed: (error) => {
        throw error
      },
    },
    undefined,
  )
  return { node, site }
}

async function storeLog(site: Site, { election }: FrozenSeat, log: FixtureLog, sequencer: Actor): Promise<void> {
  const { name, entries, fold } = log
  const indexes = { tiles: new TileBuilder(name, 0, []), places: new StatementPlaces(name) }
  await site.store.write(groupRows(name, groupOf(entries), indexes), 'fsync')
  const size = await site.eventLog.open(name)
  await site.eventLog.append(
    name,
    size,
    entries.map(({ bytes }) => bytes),
  )
  const key = logNoteKey(election.trust, fold)
  invariant(key !== undefined, 'a fixture has good keys')
  const checkpoint = { origin: key.name, size: entries.length, root: rootOf(entries), epoch: fold.epoch }
  const note = signCheckpoint(checkpoint, key, (message) => sequencer.sign(message))
  await site.eventLog.releaseCheckpoint(name, utf8Decode(note) ?? '', 0)
}
