import fc from 'fast-check'
import { nkeys } from 'nats'
import { describe, expect, test } from 'vitest'
import { heldLogs } from './held-logs.ts'
import { nodeConnections } from './node-connections.ts'
import { serverConfig } from './server-config.ts'
import { streamsOf } from './streams.ts'
import { parseTopology, type Topology } from './topology.ts'

const key = (): string => nkeys.createUser().getPublicKey()
const server = (name: string, port: number) => ({ name, host: '127.0.0.1', port, dataDir: `/var/lib/khata/${name}` })
const clustered = [1, 2, 3].map((at) => ({ ...server(`hq-${at}`, 4_230 + at), clusterPort: 6_220 + at }))

const operators = [{ name: 'operator', nkeys: [key()] }]
const hq = { name: 'hq', role: 'hq', nkeys: [key()], servers: [server('hq', 4_222)] }
const lahore = { name: 'lahore', role: 'province', hub: 'punjab', nkeys: [key()], servers: [server('lahore', 4_223)] }
const office = {
  name: 'ro-1',
  role: 'ro',
  province: 'punjab',
  seats: ['NA-1', 'PP-2'],
  nkeys: [key()],
  servers: [server('ro-1', 4_224)],
}
const plain = { election: 'pk-ge-2024/drill', operators, sites: [hq, lahore, office] }
const tls = { caFile: '/tls/ca.pem', certFile: '/tls/cert.pem', keyFile: '/tls/key.pem' }
const remote = { ...server('hq', 4_222), host: '10.0.0.1' }
const clusterTls = { ...tls, caFile: '/tls/hq-ca.pem' }

test('a topology is what the file says', () => {
  expect(parseTopology(plain)).toMatchObject({ ok: true, value: { ...plain, observers: [], development: false } })
})

test.each<[field: string, json: unknown]>([
  ['', undefined],
  ['', 'pk-ge-2024/drill'],
  ['election', { ...plain, election: 'pk-ge-2024' }],
  ['operators', { ...plain, operators: [] }],
  ['operators.0.nkeys.0', { ...plain, operators: [{ name: 'operator', nkeys: [`U${'A'.repeat(55)}`] }] }],
  ['operators.0.nkeys.0', withOperatorKey(nkeys.createAccount().getPublicKey())],
  ['operators.0.nkeys.0', withOperatorKey(new TextDecoder().decode(nkeys.createUser().getSeed()))],
  ['operators.0.nkeys', { ...plain, operators: [{ name: 'operator', nkeys: [key(), key(), key()] }] }],
  ['sites', { ...plain, sites: [] }],
  ['sites', { ...plain, sites: [lahore, office] }],
  ['sites.0.servers.0.port', { ...plain, sites: [{ ...hq, servers: [server('hq', 0)] }] }],
  ['sites.0.servers.0.host', { ...plain, sites: [{ ...hq, servers: [{ ...server('hq', 1), host: 'a b' }] }] }],
  ['sites.0.hub', { ...plain, sites: [{ ...hq, hub: 'hq' }] }],
  ['sites.1.hub', { ...plain, sites: [hq, { ...lahore, hub: 'hq' }] }],
  ['sites.1', { ...plain, sites: [hq, { ...hq, name: 'other', nkeys: [key()], servers: [server('o', 1)] }] }],
  ['sites.1.name', { ...plain, sites: [hq, { ...lahore, name: 'hq' }] }],
  ['sites.1.nkeys.0', { ...plain, sites: [hq, { ...lahore, nkeys: hq.nkeys }] }],
  ['sites.1.servers.0.name', { ...plain, sites: [hq, { ...lahore, servers: [server('hq', 4_223)] }] }],
  ['sites.1.servers.0.port', { ...plain, sites: [hq, { ...lahore, servers: [server('lahore', 4_222)] }] }],
  ['sites.2.province', { ...plain, sites: [hq, lahore, { ...office, province: 'sindh' }] }],
  ['sites.2.province', { ...plain, sites: [hq, lahore, { ...office, province: 'hq' }] }],
  ['sites.2.seats', { ...plain, sites: [hq, lahore, { ...office, seats: [] }] }],
  ['sites.2.seats', { ...plain, sites: [hq, lahore, { ...office, seats: ['NA-1', 'NA-1'] }] }],
  ['sites.0.servers', { ...plain, sites: [{ ...hq, servers: clustered.slice(1) }] }],
  ['sites.0.servers.0.clusterPort', { ...plain, sites: [{ ...hq, servers: clustered.slice(2) }] }],
  ['sites.0.servers.0.clusterPort', { ...plain, sites: [{ ...hq, servers: [server('a', 1), ...clustered.slice(1)] }] }],
  ['tls', { ...plain, sites: [{ ...hq, servers: [remote] }] }],
  ['sites.0.clusterTls', { ...plain, tls, sites: [{ ...hq, servers: clustered }] }],
  ['sites.0.clusterTls', { ...plain, tls, sites: [{ ...hq, clusterTls }] }],
  ['sites.0.clusterTls.caFile', { ...plain, tls, sites: [{ ...hq, servers: clustered, clusterTls: tls }] }],
  ['tsl', { ...plain, tsl: tls }],
])('a topology that is wrong in %s is refused by that name', (field, json) => {
  expect(parseTopology(json)).toMatchObject({ ok: false, error: { code: 'topology/malformed', field } })
})

test('servers on other machines may be plain in development alone, and their nodes then say so', () => {
  const json = { ...plain, development: true, sites: [{ ...hq, servers: [remote] }] }
  const parsed = parsedOf(json)
  expect(nodeConnections(parsed, parsed.sites[0]!)).toMatchObject({ development: true })
  expect(nodeConnections(parsedOf(plain), parsedOf(plain).sites[0]!)).not.toHaveProperty('development')
})

describe('a site holds', () => {
  test.each([
    [0, ['register', 'intake-hq', 'intake-punjab', 'NA-1', 'PP-2']],
    [1, ['register', 'intake-punjab', 'NA-1', 'PP-2']],
    [2, ['register', 'NA-1', 'PP-2']],
  ])('site %i: %j', (at, logs) => {
    const topology = parsedOf(plain)
    const site = topology.sites[at]!
    expect(heldLogs(site, topology).toSorted()).toEqual(logs.toSorted())
    expect(streamsOf(topology, site).map(({ name }) => name)).toContain('KHATA_pk-ge-2024_drill_CHECKPOINTS')
    expect(streamsOf(topology, site)).toHaveLength(logs.length + 1)
  })

  test('each stream on every server of its cluster', () => {
    const topology = parsedOf({ ...plain, sites: [{ ...hq, servers: clustered }] })
    expect(new Set(streamsOf(topology, topology.sites[0]!).map(({ replicas }) => replicas))).toEqual(new Set([3]))
  })
})

test('a node’s connections are to its own servers and to the hubs above it, nearest first', () => {
  const topology = parsedOf({ ...plain, tls, sites: [{ ...hq, servers: clustered, clusterTls }, lahore, office] })
  const connection = { nkeyFile: 'nats.nkey', tls: { caFile: '/tls/ca.pem' } }
  const urls = [4_231, 4_232, 4_233].map((port) => `nats://127.0.0.1:${port}`)
  expect(nodeConnections(topology, topology.sites[2]!)).toEqual({
    role: 'ro',
    name: 'ro-1',
    seats: ['NA-1', 'PP-2'],
    nats: { url: 'nats://127.0.0.1:4224', ...connection },
    upstreams: [
      { hub: 'punjab', url: 'nats://127.0.0.1:4223', ...connection },
      { hub: 'hq', url: urls, ...connection },
    ],
  })
})

test('a server’s configuration depends on the topology’s sites, not on how often or by whom it is written', () => {
  const topology = parsedOf(plain)
  const texts = (from: Topology) => from.sites.map((site) => serverConfig(from, site, site.servers[0]!))
  expect(texts(parsedOf(plain))).toEqual(texts(topology))
  expect(new Set(texts(topology)).size).toBe(3)
})

test('an office is named at its own server and its hubs, with its own seats and the register alone', () => {
  const seat = fc.stringMatching(/^(NA|PP)-[1-9]$/)
  fc.assert(
    fc.property(fc.uniqueArray(seat, { minLength: 2, maxLength: 8 }), (seats) => {
      const [own, ...others] = seats
      const second = { ...office, name: 'ro-2', nkeys: [key()], seats: others, servers: [server('ro-2', 4_225)] }
      const topology = parsedOf({ ...plain, sites: [hq, lahore, { ...office, seats: [own] }, second] })
      for (const site of topology.sites.slice(0, 2)) {
        const text = serverConfig(topology, site, site.servers[0]!)
        const [block = ''] = text.split('# ro-1: node below').slice(1)
        const asked = [...block.split('# ')[0]!.matchAll(/"khata\..*\.(.+)"/g)].map(([, log]) => log)
        expect(new Set(asked)).toEqual(new Set(['register', own]))
      }
    }),
  )
})

function withOperatorKey(nkey: string): object {
  return { ...plain, operators: [{ name: 'operator', nkeys: [nkey] }] }
}

function parsedOf(json: unknown): Topology {
  const parsed = parseTopology(json)
  if (!parsed.ok) throw new Error(`${parsed.error.field}: ${parsed.error.detail}`)
  return parsed.value
}
