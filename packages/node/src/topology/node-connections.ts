import { hubOf, hubsAbove, type Site, type Topology, urlOf } from './topology.ts'

/** Fields of a node's configuration that follow from where it stands; paths of keys are relative to its own folder. */
export function nodeConnections(topology: Topology, site: Site): object {
  const { sites, tls, development } = topology
  const hub = hubOf(site)
  const to = (one: Site): object => ({
    url: addressOf(one),
    nkeyFile,
    ...(tls !== undefined && { tls: { caFile: tls.caFile, ...(tls.verifyClients && ownCertificate) } }),
  })
  const upstreams = hubsAbove(site).flatMap((above) =>
    sites.filter((one) => hubOf(one) === above).map((one) => ({ hub: above, ...to(one) })),
  )
  return {
    role: site.role,
    name: site.name,
    ...(hub !== undefined && { hub }),
    ...(site.role === 'ro' && { seats: site.seats }),
    nats: to(site),
    upstreams,
    ...(development && { development }),
  }
}

const nkeyFile = 'nats.nkey'
const ownCertificate = { certFile: 'nats.pem', keyFile: 'nats.key' }

function addressOf({ servers }: Site): string | readonly string[] {
  const [first, ...others] = servers.map(urlOf)
  return first !== undefined && others.length === 0 ? first : servers.map(urlOf)
}
