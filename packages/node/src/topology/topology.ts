import { err, ok, parseElectionId, type Result } from '@khata/ledger'
import { nkeys } from 'nats'
import * as v from 'valibot'
import { type FieldFault, filled, hubName, seatCodes, siteName, wholeNumber } from '../config-fields.ts'
import { isLoopback } from '../connection-config.ts'
import { clusterServers, nkeysPerUserMax, observersMax, operatorsMax, sitesMax } from './limits.ts'

/** Every site of an election's network, and who may log in where: docs/nats.md, "Topology". */
export type Topology = v.InferOutput<typeof topologyShape>
export type Site = Topology['sites'][number]
export type Server = Site['servers'][number]

export interface TopologyFault {
  readonly code: 'topology/malformed'
  /** By its path, `sites.3.servers.0.port`; empty where the file as a whole is meant. */
  readonly field: string
  readonly detail: string
}

const port = wholeNumber(65_535, 1)
const hostPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$|^::1$/
const userNkeys = v.pipe(
  v.array(v.pipe(v.string(), v.check(isUserNkey, 'is no public nkey of a user: U...'))),
  v.minLength(1),
  v.maxLength(nkeysPerUserMax),
)
const user = v.strictObject({ name: siteName, nkeys: userNkeys })

const certificates = { caFile: filled, certFile: filled, keyFile: filled }

const server = v.strictObject({
  name: siteName,
  host: v.pipe(v.string(), v.regex(hostPattern, 'is no host')),
  port,
  clusterPort: v.optional(port),
  dataDir: filled,
})

const everySite = {
  name: siteName,
  nkeys: userNkeys,
  servers: v.pipe(v.array(server), v.minLength(1), v.maxLength(clusterServers)),
  clusterTls: v.optional(v.strictObject(certificates)),
  fileStoreBytes: v.optional(wholeNumber(Number.MAX_SAFE_INTEGER, 1)),
}

const site = v.variant('role', [
  v.strictObject({ role: v.literal('hq'), ...everySite }),
  v.strictObject({ role: v.literal('province'), hub: hubName, ...everySite }),
  v.strictObject({ role: v.literal('ro'), province: hubName, seats: v.pipe(seatCodes, v.minLength(1)), ...everySite }),
])

const topologyShape = v.strictObject({
  election: v.pipe(
    v.string(),
    v.check((id) => parseElectionId(id).ok, 'is no election: pk-ge-2024/live'),
  ),
  development: v.optional(v.boolean(), false),
  tls: v.optional(v.strictObject({ ...certificates, verifyClients: v.optional(v.boolean(), false) })),
  operators: v.pipe(v.array(user), v.minLength(1), v.maxLength(operatorsMax)),
  observers: v.optional(v.pipe(v.array(user), v.maxLength(observersMax)), []),
  sites: v.pipe(v.array(site), v.minLength(1), v.maxLength(sitesMax)),
})

/** Reads a topology file's text: `undefined` is a text that is no JSON. */
export function parseTopology(json: unknown): Result<Topology, TopologyFault> {
  if (json === undefined) return malformed('', 'is no JSON')
  const parsed = v.safeParse(topologyShape, json)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return malformed(v.getDotPath(issue) ?? '', issue.message)
  }
  const [fault] = [...siteFaults(parsed.output), ...clashes(parsed.output), ...tlsFaults(parsed.output)]
  return fault === undefined ? ok(parsed.output) : malformed(...fault)
}

/** The name under which a site's node cosigns and is dialled as a hub; undefined for an office. */
export function hubOf(one: Site): string | undefined {
  switch (one.role) {
    case 'hq':
      return 'hq'
    case 'province':
      return one.hub
    case 'ro':
      return undefined
  }
}

/** Hubs to which a site's node brings its logs, nearest first. */
export function hubsAbove(one: Site): readonly string[] {
  switch (one.role) {
    case 'hq':
      return []
    case 'province':
      return ['hq']
    case 'ro':
      return [one.province, 'hq']
  }
}

/** `nats://10.0.0.1:4222` */
export function urlOf({ host, port: number }: Server): string {
  return `nats://${hostText(host)}:${number}`
}

export function hostText(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function isUserNkey(text: string): boolean {
  try {
    return text.startsWith('U') && nkeys.fromPublic(text).getPublicKey() === text
  } catch {
    return false
  }
}

/** What may occur once only, over the whole file. */
function clashes({ sites, operators, observers }: Topology): readonly FieldFault[] {
  const users = [
    ...operators.map((it, at) => [`operators.${at}`, it] as const),
    ...observers.map((it, at) => [`observers.${at}`, it] as const),
    ...sites.map((it, at) => [`sites.${at}`, it] as const),
  ]
  const servers = sites.flatMap((it, at) => it.servers.map((one, nth) => [`sites.${at}.servers.${nth}`, one] as const))
  const ports = servers.flatMap(([field, { host, port: number, clusterPort }]) => [
    [`${field}.port`, `${host}:${number}`] as const,
    ...(clusterPort === undefined ? [] : [[`${field}.clusterPort`, `${host}:${clusterPort}`] as const]),
  ])
  return [
    ...twice(users.map(([field, it]) => [`${field}.name`, it.name])),
    ...twice(users.flatMap(([field, it]) => it.nkeys.map((key, nth) => [`${field}.nkeys.${nth}`, key] as const))),
    ...twice(servers.map(([field, it]) => [`${field}.name`, it.name])),
    ...twice(ports),
    ...twice(sites.flatMap((it, at) => (it.role === 'ro' ? it.seats.map((seat) => [`sites.${at}.seats`, seat]) : []))),
    ...twice(sites.flatMap((it, at) => (hubOf(it) === undefined ? [] : [[`sites.${at}`, `hub ${hubOf(it)}`]]))),
  ]
}

function twice(named: readonly (readonly string[])[]): readonly FieldFault[] {
  const seen = new Set<string>()
  return named.flatMap(([field = '', text = '']) => {
    if (seen.has(text)) return [[field, `${text} occurs twice`] as const]
    seen.add(text)
    return []
  })
}

function siteFaults({ sites }: Topology): readonly FieldFault[] {
  const hubs = new Set(sites.map(hubOf))
  const faults: FieldFault[] = hubs.has('hq') ? [] : [['sites', 'there is no HQ']]
  for (const [at, one] of sites.entries()) {
    const field = `sites.${at}`
    if (one.role === 'province' && one.hub === 'hq') faults.push([`${field}.hub`, 'a province’s hub is not called hq'])
    if (one.role === 'ro' && (one.province === 'hq' || !hubs.has(one.province)))
      faults.push([`${field}.province`, `there is no province ${one.province}`])
    if (one.servers.length === 2) faults.push([`${field}.servers`, 'one server, or three: two agree on nothing alone'])
    for (const [nth, { clusterPort }] of one.servers.entries()) {
      if ((clusterPort !== undefined) !== one.servers.length > 1)
        faults.push([`${field}.servers.${nth}.clusterPort`, 'goes with three servers, and each of them has one'])
    }
  }
  return faults
}

/** A route's certificate makes a member of the cluster: its authority signs nothing else, or every office could join HQ. */
function tlsFaults({ sites, tls, development }: Topology): readonly FieldFault[] {
  return sites.flatMap((one, at): readonly FieldFault[] => {
    const isRemote = one.servers.some((it) => !isLoopback(urlOf(it)))
    if (tls === undefined && isRemote && !development)
      return [['tls', `${one.name} is reached from other machines: give tls, or say "development": true`]]
    const isCluster = one.servers.length > 1
    if ((tls !== undefined && isCluster) !== (one.clusterTls !== undefined))
      return [
        [`sites.${at}.clusterTls`, 'goes with tls and three servers: its authority signs this cluster’s servers alone'],
      ]
    if (tls !== undefined && one.clusterTls?.caFile === tls.caFile)
      return [
        [`sites.${at}.clusterTls.caFile`, 'is tls.caFile: whoever that authority signs for could join the cluster'],
      ]
    return []
  })
}

function malformed(field: string, detail: string): Result<never, TopologyFault> {
  return err({ code: 'topology/malformed', field, detail })
}
