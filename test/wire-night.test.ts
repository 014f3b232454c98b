import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchExchange, httpImageTransport } from '@khata/device'
import { sha256, toHex, trustJson } from '@khata/ledger'
import { fixtureElection } from '@khata/ledger/fixture'
import { jetstreamManager } from '@nats-io/jetstream'
import { connectNats, JetStreamEventLog, PortUnavailable } from '@khata/node'
import { nativeSigning } from '@khata/verifier-pool'
import { connect, nkeyAuthenticator, nkeys } from 'nats'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificates } from './support/certificates.ts'
import { checkpointOf, get, indexIn, until } from './support/client.ts'
import { Network, seatName } from './support/network.ts'
import { NodeProcess, runKhata, runObserver } from './support/node-process.ts'
import { LocalTopology, type TopologyPlan } from './support/topology.ts'

/** Of several parts between nodes. */
const image = Uint8Array.from({ length: 40_000 }, (_, at) => [0xff, 0xd8, 0xff, 0xe0][at] ?? (at >> 5) & 0xff)

/** The fixture's. */
const election = 'pk-fixture/drill'

test('a form and its image come from an office to HQ over what the topology allows, encrypted', async () => {
  await using topology = await LocalTopology.write(nightPlan)
  const signer = { ...(await nativeSigning()), verify: () => true }
  await using network = await Network.start({ stations: 2, candidates: 3, signer }, { topology })
  await network.prepareSeat()
  const form = network.election
    .seat(seatName)
    .po(1)
    .submit({
      votes: [10, 2, 3],
      fields: { image: { sha256: sha256(image), size: image.length, mediaType: 'image/jpeg' } },
    })
  const index = indexIn(await network.must(network.ro, form))
  const hash = toHex(sha256(image))
  const transport = httpImageTransport(fetchExchange({ signal: AbortSignal.timeout(60_000) }))
  const part = { offset: 0, bytes: image, isLast: true }
  expect(await transport.upload(network.ro.node.url, { image: hash, id: 'cd'.repeat(16) }, part)).toEqual({
    type: 'held',
  })
  for (const { node } of [network.hq, network.province]) {
    await until(async () => {
      const checkpoint = await checkpointOf(node.url, seatName)
      return checkpoint !== undefined && checkpoint.size > index ? true : undefined
    }, 'the form at a hub')
    const held = await until(async () => {
      const { status, bytes } = await get(node.url, `/v1/images/${hash}`)
      return status === 200 ? bytes : undefined
    }, 'the image at a hub')
    expect(held).toEqual(image)
  }
  for (const { node } of network.places) {
    expect(node.journal.filter((line) => /nats-forbidden|development-mode|link-request-failed/.test(line))).toEqual([])
  }
  await neverPlain(topology, network.hq.nats.url)
  await observed(topology, network)
})

/** An observer reads over NATS as the user that the topology names, and judges what it reads. */
async function observed(topology: LocalTopology, network: Network): Promise<void> {
  const login = ['--nkey', topology.seedFile('watch'), '--ca', join(topology.folder, 'tls', 'ca.pem')]
  const asked = ['--nats', network.hq.nats.url, '--seat', seatName, '--json', '--no-progress']
  const { code, out, err } = await runObserver('--trust', network.trustFile, ...asked, ...login)
  expect({ code, err, seat: out.includes(`"${seatName}"`) }).toEqual({ code: 0, err: '', seat: true })
  const nobody = await runObserver('--trust', network.trustFile, ...asked)
  expect(nobody).toMatchObject({ code: 3, err: expect.stringContaining('log-source/unreachable') })
}

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
  await using node = await hqNode(topology)
  const starting = await Promise.allSettled([node.start()])
  expect(starting).toMatchObject([{ status: 'rejected', reason: { message: expect.stringContaining('ended') } }])
  expect(node.journal.join('\n')).toMatch(/event-log\/stream-missing: .*khata ops nats-streams/)
  const looked = await runKhata(...argv, '--check')
  expect(looked).toMatchObject({ code: 1, err: expect.stringContaining('event-log/stream-missing: 3 of 3') })
  expect(await topology.ops(...argv.slice(1))).toContain('KHATA_pk-fixture_drill_register made')
  await node.start()
  await node.stop()
  expect(await topology.ops(...argv.slice(1), '--check')).toBe('3 streams of hq are as they must be\n')
  await alter(topology, server!.url)
  const unfit = await runKhata(...argv)
  expect(unfit).toMatchObject({ code: 1, err: expect.stringMatching(/event-log\/stream-unfit: .*max_age/) })
})

test('a node that its server does not know says so at once, and one for development at every start', async () => {
  await using topology = await LocalTopology.write({ election, sites: [{ name: 'hq', role: 'hq' }] })
  await topology.start('hq')
  await using node = await hqNode(topology, { development: true })
  const stranger = `${new TextDecoder().decode(nkeys.createUser().getSeed())}\n`
  await writeFile(join(node.folder, 'nats.nkey'), stranger)
  const starting = Promise.allSettled([node.start()])
  const alarm = (event: string) =>
    node.journal.some((line) => line.includes(`"msg":"${event}"`) && /"level":50/.test(line))
  await until(async () => (alarm('nats-forbidden') ? true : undefined), 'the alarm of a login that is refused')
  expect(alarm('development-mode')).toBe(true)
  await node.kill()
  await starting
})

/** HQ's node in a folder of its own, with the connections that the topology gives it; it may open its logs. */
async function hqNode(topology: LocalTopology, config: object = {}): Promise<NodeProcess> {
  const fixture = fixtureElection({ seats: [seatName], until: 'register' })
  const trust = { ...fixture.trust, registerKey: fixture.hubSequencer('hq').keyHex }
  await writeFile(join(topology.folder, 'trust.json'), trustJson(trust))
  const node = await NodeProcess.make({
    folder: join(topology.folder, 'hq'),
    config: { trust: '../trust.json', ...(await topology.nodeConfig('hq')), ...config },
    secret: fixture.actor('hub/hq').secret,
    cosignerSecret: fixture.actor('cosigner/hq').secret,
  })
  await topology.giveSeed('hq', node.folder)
  expect(await node.init()).toMatchObject({ code: 0, out: expect.stringContaining(topology.publicKey('hq')) })
  return node
}

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
    observers: ['watch'],
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
