import { namesOf } from '../adapters/jetstream/names.ts'
import { linkedLogs, sitesBelow } from './held-logs.ts'
import * as limits from './limits.ts'
import {
  linkPermissions,
  nodePermissions,
  observerPermissions,
  operatorPermissions,
  type Permissions,
} from './permissions.ts'
import { hostText, hubOf, type Server, type Site, type Topology } from './topology.ts'

/**
 * The whole configuration of one nats-server, in its own language: a setting a line, users with who they are. The same
 * topology gives the same bytes, and `nats-server --signal reload` takes a change of users and limits.
 */
export function serverConfig(topology: Topology, site: Site, server: Server): string {
  const settings = Object.entries(settingsOf(topology, site, server))
  return [
    `# nats-server ${server.name}, written by khata ops nats-config: change the topology, not this file.`,
    ...settings.map(([name, value]) => `${name}: ${valueText(value)}`),
    'authorization: {',
    `  timeout: ${limits.handshakeSeconds}`,
    '  users: [',
    ...usersAt(topology, site).flatMap(userLines),
    '  ]',
    '}',
    '',
  ].join('\n')
}

function settingsOf(topology: Topology, site: Site, server: Server): Readonly<Record<string, unknown>> {
  const isHub = hubOf(site) !== undefined
  const { tls } = topology
  return {
    server_name: server.name,
    host: server.host,
    port: server.port,
    pid_file: `${server.dataDir}/nats-server.pid`,
    jetstream: {
      store_dir: server.dataDir,
      // An acknowledgement means that the message is on disk.
      sync_interval: 'always',
      max_mem: limits.memoryStoreBytes,
      max_file: site.fileStoreBytes ?? (isHub ? limits.hubFileStoreBytes : limits.officeFileStoreBytes),
    },
    max_payload: limits.payloadBytesMax,
    max_control_line: limits.controlLineBytesMax,
    max_pending: limits.pendingBytesMax,
    max_connections: isHub ? limits.hubConnectionsMax : limits.officeConnectionsMax,
    max_subscriptions: limits.subscriptionsMax,
    write_deadline: `${limits.writeDeadlineSeconds}s`,
    ping_interval: `${limits.pingIntervalSeconds}s`,
    ping_max: limits.pingsUnansweredMax,
    ...(tls !== undefined && {
      tls: { ...tlsBlock(tls), ...(tls.verifyClients && { verify: true, ca_file: tls.caFile }) },
    }),
    ...(site.servers.length > 1 && { cluster: clusterOf(site, server) }),
  }
}

interface CertificateFiles {
  readonly certFile: string
  readonly keyFile: string
}

function tlsBlock({ certFile, keyFile }: CertificateFiles) {
  return { cert_file: certFile, key_file: keyFile, timeout: limits.handshakeSeconds, min_version: '1.3' }
}

function clusterOf(site: Site, server: Server) {
  const { clusterTls } = site
  const others = site.servers.filter((one) => one !== server)
  return {
    name: site.name,
    host: server.host,
    port: server.clusterPort,
    routes: others.map(({ host, clusterPort }) => `nats-route://${hostText(host)}:${clusterPort}`),
    ...(clusterTls !== undefined && { tls: { ...tlsBlock(clusterTls), verify: true, ca_file: clusterTls.caFile } }),
  }
}

interface User {
  readonly nkey: string
  /** For people. */
  readonly who: string
  readonly permissions: Permissions
}

/** Everybody who may log in at a site's servers: its own node, nodes from below, readers, operators. */
function usersAt({ election, sites, operators, observers }: Topology, site: Site): readonly User[] {
  const names = namesOf(election)
  const isHub = hubOf(site) !== undefined
  const userOf = (who: string, permissionsOf: (nkey: string) => Permissions) => (nkey: string) => ({
    nkey,
    who,
    permissions: permissionsOf(nkey),
  })
  const own = (nkey: string): Permissions => nodePermissions(nkey, names, isHub ? 'all' : linkedLogs(site))
  return [
    ...site.nkeys.map(userOf(`${site.name}: this site’s node`, own)),
    ...sitesBelow(site, sites).flatMap((below) =>
      below.nkeys.map(userOf(`${below.name}: node below`, (nkey) => linkPermissions(nkey, names, linkedLogs(below)))),
    ),
    ...(isHub ? observers : []).flatMap((observer) =>
      observer.nkeys.map(userOf(`${observer.name}: observer`, (nkey) => observerPermissions(nkey, names))),
    ),
    ...operators.flatMap((operator) => operator.nkeys.map(userOf(`${operator.name}: operator`, operatorPermissions))),
  ]
}

function userLines({ nkey, who, permissions }: User): readonly string[] {
  const { publish, subscribe } = permissions
  return [
    `    # ${who}`,
    '    {',
    `      nkey: ${JSON.stringify(nkey)}`,
    '      permissions: {',
    ...subjectLines('publish', publish),
    ...subjectLines('subscribe', subscribe),
    '      }',
    '    }',
  ]
}

function subjectLines(what: string, subjects: readonly string[]): readonly string[] {
  return [`        ${what}: [`, ...subjects.map((subject) => `          ${JSON.stringify(subject)}`), '        ]']
}

function valueText(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}
