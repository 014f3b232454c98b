import { join } from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { connectNats, JetStreamEventLog, PortUnavailable } from '@khata/node'
import { nativeSigning } from '@khata/verifier-pool'
import { connect, nkeyAuthenticator } from 'nats'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificates } from './support/certificates.ts'
import { checkpointOf, indexIn, until } from './support/client.ts'
import { Network, seatName } from './support/network.ts'
import { runKhata } from './support/node-process.ts'
import { LocalTopology, type TopologyPlan } from './support/topology.ts'

/** The fixture's. */
const election = 'pk-fixture/drill'

test('a form comes from an office to HQ over what the topology allows, encrypted', async () => {
  await using topology = await LocalTopology.write(nightPlan)
  const signer = { ...(await nativeSigning()), verify: () => true }
  await using network = await Network.start({ stations: 2, candidates: 3, signer }, topology)
  await network.prepareSeat()
  const form = network.election
    .seat(seatName)
    .po(1)
    .submit({ votes: [10, 2, 3] })
  const index = indexIn(await network.must(network.ro, form))
  for (const { node } of [network.hq, network.province]) {
    await until(async () => {
      const checkpoint = await checkpointOf(node.url, seatName)
      return checkpoint !== undefined && checkpoint.size > index ? true : undefined
    }, 'the form at a hub')
  }
  for (const { node } of network.places) {
    expect(node.journal.filter((line) => /nats-forbidden|development-mode|link-request-failed/.test(line))).toEqual([])
  }
  await neverPlain(topology, network.hq.nats.url)
})

/** Who does not insist on TLS, or trusts another authority, gets no connection; who trusts this one does. */
async function neverPlain(topology: LocalTopology, url: string): Promise<void> {
  const other = await makeCertificates(join(topology.folder, 'tls-of-somebody'))
  const seed = topology.keys.get('ro')!.seed
  const refusedBy = async (tls: { readonly caFile: string } | null): Promise<string> => {
    const login = { servers: url, authenticator: nkeyAuthenticator(seed), reconnect: false, tls }
    return await connect(login).then(
      (connection) => connection.close().then(() => 'nothing'),
      (error: unknown) => String(error),
    )
  }
  expect(await refusedBy({ caFile: join(topology.folder, 'tls', 'ca.pem') })).toBe('nothing')
  expect(await refusedBy({ caFile: other.caFile })).toMatch(/certificate|unable to verify/i)
  expect(await refusedBy(null)).not.toBe('nothing')
}

test('a node whose streams nobody has made stops, and names the command that makes them', async () => {
  await using topology = await LocalTopology.write({ election, sites: [{ name: 'hq', role: 'hq' }] })
  const [server] = await topology.start('hq')
  const argv = ['ops', 'nats-streams', topology.file, '--site', 'hq', '--nkey', topology.seedFile('operator')]
  await using session = connectNats({ url: server!.url, name: 'hq', seed: topology.keys.get('hq')!.seed })
  await session.ready(AbortSignal.timeout(10_000))
  await using log = new JetStreamEventLog(session, election)
  await expect(log.open('register')).rejects.toThrow(/^event-log\/stream-missing: .*khata ops nats-streams/)
  const looked = await runKhata(...argv, '--check')
  expect(looked).toMatchObject({ code: 1, err: expect.stringContaining('event-log/stream-missing: 3 of 3') })
  expect(await topology.ops(...argv.slice(1))).toContain('KHATA_pk-fixture_drill_register made')
  expect(await log.open('register')).toBe(0)
  expect(await topology.ops(...argv.slice(1), '--check')).toBe('3 streams of hq are as they must be\n')
  await alter(topology, server!.url)
  const unfit = await runKhata(...argv)
  expect(unfit).toMatchObject({ code: 1, err: expect.stringMatching(/event-log\/stream-unfit: .*max_age/) })
})

/** As an operator may, and should not. */
async function alter(topology: LocalTopology, url: string): Promise<void> {
  const seed = topology.keys.get('operator')!.seed
  const inboxPrefix = `_INBOX.${topology.publicKey('operator')}`
  const connection = await connect({ servers: url, authenticator: nkeyAuthenticator(seed), inboxPrefix })
  onTestFinished(() => connection.close())
  const manager = await jetstreamManager(connection, { checkAPI: false })
  await manager.streams.update('KHATA_pk-fixture_drill_register', { max_age: 3_600_000_000_000 })
}

test('a cluster of three servers outlives one of them, and nothing that was appended is missing', async () => {
  await using topology = await LocalTopology.write(clusterPlan)
  const servers = await topology.start('hq')
  await topology.makeStreams('hq')
  const { caFile } = certificatesIn(topology.folder)
  const seed = topology.keys.get('hq')!.seed
  await using session = connectNats({ url: servers.map(({ url }) => url), name: 'hq', seed, tls: { caFile } })
  await session.ready(AbortSignal.timeout(10_000))
  await using log = new JetStreamEventLog(session, election)
  await log.open('register')
  const entries = Array.from({ length: 60 }, (_, at) => new TextEncoder().encode(`entry ${at}`))
  const append = async (from: number, to: number): Promise<void> => {
    const outcome = await patiently(() => log.append('register', from, entries.slice(from, to)))
    expect(outcome).toEqual({ type: 'appended' })
  }
  await append(0, 1)
  await append(1, 20)
  const { place } = (await log.releaseCheckpoint('register', 'first', 0)) as { readonly place: number }
  // The one that this connection goes through.
  await servers.find(({ port }) => session.connection().getServer().endsWith(`:${port}`))!.kill()
  await append(20, 40)
  await patiently(() => log.releaseCheckpoint('register', 'second', place))
  await append(40, 60)
  expect(await patiently(() => log.read('register', 0, 100))).toEqual(entries)
  expect((await patiently(() => log.newestCheckpoint('register')))?.note).toBe('second')
  expect(await patiently(() => log.open('register'))).toBe(60)
})

/** A cluster that has lost a server answers again when it has chosen who leads. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  return await until(async () => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof PortUnavailable) return undefined
      throw error
    }
  }, 'an answer of the cluster')
}

async function nightPlan(folder: string): Promise<TopologyPlan> {
  return {
    election,
    tls: await makeCertificates(join(folder, 'tls')),
    sites: [
      { name: 'hq', role: 'hq' },
      { name: 'punjab', role: 'province', hub: 'punjab' },
      { name: 'ro', role: 'ro', province: 'punjab', seats: [seatName] },
    ],
  }
}

async function clusterPlan(folder: string): Promise<TopologyPlan> {
  return {
    election,
    tls: await makeCertificates(join(folder, 'tls')),
    clusterTls: await makeCertificates(join(folder, 'cluster-tls')),
    sites: [{ name: 'hq', role: 'hq', servers: 3 }],
  }
}

function certificatesIn(folder: string): { readonly caFile: string } {
  return { caFile: join(folder, 'tls', 'ca.pem') }
}
