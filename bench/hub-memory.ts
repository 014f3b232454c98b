import { join } from 'node:path'
import { registerSize } from '@khata/ledger'
import type { FixtureElection, FixtureSeat } from '@khata/ledger/fixture'
import { startNatsServer } from '@khata/nats-server'
import type { Link } from '@khata/node'
import { decodePushReply, encodePushRequest } from '@khata/proto'
import { frameOf } from './fixture-link.ts'
import { openHub } from './hub.ts'
import { atMost, type Figure } from './measure.ts'
import { count, freeze, nationOf, seatNames } from './nation.ts'
import { mostResidentMb, type NodePlan, startNode } from './node-process.ts'
import { until } from './ro-office.ts'
import type { BenchContext } from './ro-path.ts'
import { untilVerified } from './verified.ts'

/** The general election of 2024: 90,675 stations. */
const stations = 105
const memoryMbMax = 600

/**
 * The most resident memory of one hub's node that holds every seat's log of a whole night (lists and keys, and for each
 * station a form and its acceptance), from its start until all of them are verified again: once where the start folds
 * them anew, as after an upgrade, and once where it reads snapshots.
 */
export async function benchHubMemory({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'hub')
  const election = nationOf(stations, signer)
  await using server = await startNatsServer({ name: 'bench-hub', storeDir: join(path, 'nats') })
  const entries = await fillHub({ election, path, natsUrl: server.url, pool })
  const seed = election.hubSequencer('punjab').secret
  const cosignerSeed = election.actor('cosigner/punjab').secret
  const role = { role: 'province', hub: 'punjab' } as const
  const plan = { folder: path, trust: election.trust, seed, cosignerSeed, natsUrl: server.url, role }
  const foldedMb = await mostMemory(plan, entries)
  const snapshotsMb = await mostMemory(plan, entries)
  return atMost(
    'hub-memory',
    Math.max(foldedMb, snapshotsMb),
    { bound: memoryMbMax, unit: 'MB' },
    { foldedMb, snapshotsMb, entries, logs: seatNames.length },
  )
}

interface Filling {
  readonly election: FixtureElection
  readonly path: string
  readonly natsUrl: string
  readonly pool: BenchContext['pool']
}

/** Pushes every seat's log through the hub's own door, frame by frame. Returns the number of entries. */
async function fillHub({ election, path, natsUrl, pool }: Filling): Promise<number> {
  await using hub = await openHub({ election, folder: path, natsUrl, pool })
  let entries = 0
  for (const name of seatNames) freeze(election.seat(name))
  await until(() => registerSize(hub.node.register) === election.register.fold.size)
  for (const name of seatNames) {
    const seat = election.seat(name)
    count(seat)
    entries += seat.log.entries.length
    await pushSeat(election, seat, hub.link)
    seat.log.entries.splice(0)
  }
  return entries
}

async function pushSeat(election: FixtureElection, seat: FixtureSeat, link: Link): Promise<void> {
  const { log, sequencer, name } = seat
  for (let from = 0; from < log.entries.length; ) {
    const frame = frameOf(election, log, { sequencer, from })
    const reply = decodePushReply(await link.request('push', name, encodePushRequest({ log: name, from, ...frame })))
    if (!reply.ok || reply.value.code !== '' || reply.value.size <= from)
      throw new Error(`push refused: ${JSON.stringify(reply)}`)
    from = reply.value.size
  }
}

/** The most that a node has taken when it has verified all entries again. */
async function mostMemory(plan: NodePlan, entries: number): Promise<number> {
  const node = await startNode(plan)
  await untilVerified(node.url, entries)
  const most = await mostResidentMb(node.pid)
  await node.stop()
  return most
}
