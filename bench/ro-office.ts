import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { frontierRoot, rulesVersions, type SignedBytes, toHex } from '@khata/ledger'
import { type FixtureElection, fixtureElection, type FixtureSeat, type FixtureSigner } from '@khata/ledger/fixture'
import {
  connectNats,
  genesisRow,
  JetStreamEventLog,
  KhataNode,
  type Link,
  type NodeSetting,
  officeSizes,
  openImageFolder,
  openLevelStore,
  type Site,
  systemClock,
  type VerifierPool,
} from '@khata/node'
import { startNatsServer } from '@khata/nats-server'
import { FixtureLink } from './fixture-link.ts'

export interface OfficePlan {
  readonly folder: string
  readonly stations: number
  readonly candidates: number
  readonly signer: FixtureSigner
  readonly pool: VerifierPool
  /** Opens the province to which the node brings its log; without it there is none. */
  readonly province?: (election: FixtureElection) => Promise<Link>
}

/** An RO's office on real adapters (Level, JetStream with sync_interval always), its seat frozen and its night open. */
export interface RoOffice extends AsyncDisposable {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
  readonly node: KhataNode
  readonly site: Site
  /** Submits and insists on a receipt. */
  readonly submit: (signed: SignedBytes) => Promise<void>
}

export async function openRoOffice(plan: OfficePlan): Promise<RoOffice> {
  await mkdir(plan.folder, { recursive: true })
  const { signer, stations, candidates } = plan
  const election = fixtureElection({ seats: ['NA-1'], stations, candidates, signer, until: 'register' })
  const seat = election.seat('NA-1')
  const server = await startNatsServer({ name: 'bench-ro', storeDir: join(plan.folder, 'nats') })
  const store = await openLevelStore(join(plan.folder, 'data'), officeSizes)
  await store.write([{ key: genesisRow('NA-1'), value: new Uint8Array(0) }], 'fsync')
  const session = connectNats({ url: server.url, name: 'bench-ro' })
  await session.ready(AbortSignal.timeout(10_000))
  const eventLog = new JetStreamEventLog(session, election.trust.election)
  const images = await openImageFolder(join(plan.folder, 'images'))
  const site = {
    store,
    eventLog,
    images,
    verifier: plan.pool,
    clock: systemClock,
    marker: undefined,
    journal: silentJournal,
  }
  const links = await linksOf(election, plan)
  const node = await KhataNode.open(roSetting(election, seat, { site, links }), undefined)
  const office: RoOffice = {
    election,
    seat,
    node,
    site,
    submit: async ({ statement, signature }) => {
      const answer = await node.submit(statement, signature)
      if (answer.type !== 'receipt') throw new Error(`no receipt: ${JSON.stringify(answer)}`)
    },
    [Symbol.asyncDispose]: async () => {
      await node.stop()
      await session[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
      await server.stop()
    },
  }
  await prepare(office)
  return office
}

// The fixture writes the lists into its own log; the node takes the same statements, and HQ freezes the node's log.
async function prepare({ election, seat, node, submit }: RoOffice): Promise<void> {
  await until(() => node.logs.writer('NA-1')?.runner.releasedSize === 1)
  seat.open()
  seat.list()
  for (const { statement } of seat.log.entries) {
    if (!statement.ok || statement.value.signerHex === toHex(seat.sequencer.key)) continue
    await submit({ statement: statement.value.bytes, signature: statement.value.signature })
  }
  const fold = node.logs.fold('NA-1')
  if (fold?.content.kind !== 'seat') throw new Error('no log')
  const seatFrozen = { seat: 'NA-1', size: fold.size, root: frontierRoot(fold.frontier) }
  election.must(election.hq.say('', { body: 'seatFrozen', seatFrozen }))
  const { seat: state } = fold.content
  await until(() => state.frozen)
}

/** A night without end: each station's form is sent, accepted, returned, corrected, accepted, over and over. */
export function* nightOf(seat: FixtureSeat): Generator<SignedBytes> {
  const stations = Array.from({ length: seat.plan.stations }, (_, at) => at + 1)
  const forms = new Map<number, SignedBytes>()
  for (let round = 0; ; round += 1) {
    for (const station of stations) {
      const said = sendOrCorrect(seat, station, { round, form: forms.get(station) })
      forms.set(station, said)
      yield said
    }
    for (const station of stations) yield seat.ro.accept(forms.get(station) as SignedBytes, station)
    for (const station of stations) yield seat.ro.ask(forms.get(station) as SignedBytes, station)
  }
}

function sendOrCorrect(
  seat: FixtureSeat,
  station: number,
  { round, form }: { readonly round: number; readonly form: SignedBytes | undefined },
): SignedBytes {
  const votes = Array.from(
    { length: seat.plan.candidates },
    (_, column) => ((station * 31 + column * 7 + round) % 40) + 1,
  )
  return form === undefined ? seat.po(station).submit({ votes }) : seat.po(station).correct(form, { votes })
}

export const silentJournal = { info: () => undefined, alarm: () => undefined }

/** Looks until something holds; a bench that waits in vain fails. */
export async function until(holds: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(60_000)
  while (!holds()) await systemClock.sleep(5, signal)
}

async function linksOf(election: FixtureElection, { province }: OfficePlan): Promise<ReadonlyMap<string, Link>> {
  const hq: readonly [string, Link] = ['hq', new FixtureLink(election)]
  return new Map(province === undefined ? [hq] : [hq, ['punjab', await province(election)]])
}

function roSetting(
  election: FixtureElection,
  seat: FixtureSeat,
  { site, links }: { readonly site: Site; readonly links: ReadonlyMap<string, Link> },
): NodeSetting {
  return {
    name: 'bench-ro',
    role: 'ro',
    site,
    trust: election.trust,
    signer: { key: seat.sequencer.key, sign: (message) => seat.sequencer.sign(message) },
    cosign: (note) => note,
    seats: ['NA-1'],
    hub: undefined,
    links,
    code: 'bench',
    rulesVersions,
    onFailed: (error) => {
      throw error
    },
  }
}
