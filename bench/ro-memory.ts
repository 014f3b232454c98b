import { join } from 'node:path'
import type { SignedBytes } from '@khata/ledger'
import type { FixtureSeat } from '@khata/ledger/fixture'
import { startNatsServer } from '@khata/nats-server'
import { atMost, type Figure } from './measure.ts'
import { mostResidentMb, type NodeProcess, startNode } from './node-process.ts'
import { postAll } from './post.ts'
import { openRoOffice } from './ro-office.ts'
import type { BenchContext } from './ro-path.ts'
import { untilVerified } from './verified.ts'

const stations = 400
const candidates = 30
const memoryMbMax = 120
/** Devices that send at the same moment. */
const inFlight = 32

/**
 * The most resident memory of an office's node that writes one seat's log: while a whole night comes in over HTTP as
 * fast as it is answered, and then from a start until every entry is verified again. Its very first start, which also
 * compiles the code and keeps it, is measured and not bound.
 */
export async function benchRoMemory({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'ro-memory')
  const { election, seat, listed } = await prepare(path, { signer, pool })
  await using server = await startNatsServer({ name: 'bench-ro-memory', storeDir: join(path, 'nats') })
  const seed = seat.sequencer.secret
  const role = { role: 'ro', seats: [seat.name] } as const
  const plan = { folder: path, trust: election.trust, seed, natsUrl: server.url, role }
  const night = wavesOf(seat)
  const said = night.reduce((sum, wave) => sum + wave.length, 0)
  const firstStartMb = await mostMemory(await startNode(plan), ({ url }) => untilVerified(url, listed))
  const whileItComesInMb = await mostMemory(await startNode(plan), async ({ url }) => {
    for (const wave of night) await postAll(url, wave, inFlight)
  })
  const restartedMb = await mostMemory(await startNode(plan), ({ url }) => untilVerified(url, listed + said))
  return atMost(
    'ro-memory',
    Math.max(whileItComesInMb, restartedMb),
    { bound: memoryMbMax, unit: 'MB' },
    { firstStartMb, whileItComesInMb, restartedMb, entries: listed + said, stations, candidates },
  )
}

/** An office whose lists are frozen; its node is stopped. */
async function prepare(folder: string, { signer, pool }: Pick<BenchContext, 'signer' | 'pool'>) {
  await using office = await openRoOffice({ folder, stations, candidates, signer, pool })
  const { election, seat, node } = office
  return { election, seat, listed: node.logs.fold(seat.name)?.size ?? 0 }
}

/**
 * A night in waves that follow one another: forms, their locks, acceptances, and every fifth station's form asked back,
 * corrected, locked and accepted again.
 */
function wavesOf(seat: FixtureSeat): readonly (readonly SignedBytes[])[] {
  const all = Array.from({ length: stations }, (_, at) => at + 1)
  const wrong = all.filter((station) => station % 5 === 0)
  const forms = new Map(all.map((station) => [station, seat.po(station).submit({ votes: votesAt(station, 0) })]))
  const corrected = new Map(
    wrong.map((station) => [station, seat.po(station).correct(formOf(forms, station), { votes: votesAt(station, 1) })]),
  )
  return [
    [...forms.values()],
    all.map((station) => seat.po(station).lock(formOf(forms, station))),
    all.map((station) => seat.ro.accept(formOf(forms, station), station)),
    wrong.map((station) => seat.ro.ask(formOf(forms, station), station)),
    [...corrected.values()],
    wrong.map((station) => seat.po(station).lock(formOf(corrected, station))),
    wrong.map((station) => seat.ro.accept(formOf(corrected, station), station)),
  ]
}

function formOf(forms: ReadonlyMap<number, SignedBytes>, station: number): SignedBytes {
  const form = forms.get(station)
  if (form === undefined) throw new Error(`no form of station ${station}`)
  return form
}

function votesAt(station: number, version: number): readonly number[] {
  return Array.from({ length: candidates }, (_, column) => ((station * 31 + column * 7 + version) % 40) + 1)
}

async function mostMemory(node: NodeProcess, work: (node: NodeProcess) => Promise<void>): Promise<number> {
  await work(node)
  const most = await mostResidentMb(node.pid)
  await node.stop()
  return most
}
