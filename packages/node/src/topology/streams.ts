import { namesOf } from '../adapters/jetstream/names.ts'
import type { StreamWish } from '../adapters/jetstream/streams.ts'
import { heldLogs } from './held-logs.ts'
import type { Site, Topology } from './topology.ts'

/** The streams of a site: one for each log that it holds, one for all checkpoints; on every server of a cluster. */
export function streamsOf(topology: Topology, site: Site): readonly StreamWish[] {
  const names = namesOf(topology.election)
  const replicas = site.servers.length
  const { checkpointStream, checkpointSubjects } = names
  return [
    { name: checkpointStream, subject: checkpointSubjects, replicas },
    ...heldLogs(site, topology).map((log) => ({
      name: names.logStream(log),
      subject: names.logSubject(log),
      replicas,
    })),
  ]
}
