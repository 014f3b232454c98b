import { registerLog } from '@khata/ledger'
import { inboxes, inboxPrefix } from '../adapters/jetstream/options.ts'
import type { Names } from '../adapters/jetstream/names.ts'

/** Subjects that a user may publish to and subscribe to; every other one is refused. */
export interface Permissions {
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/**
 * A site's own node at its own server: the only one that writes there. It reads its streams and asks how they stand; it
 * neither makes nor changes them.
 * @param logs those that it holds; a hub's node, which holds what comes from below, has them all.
 */
export function nodePermissions(nkey: string, names: Names, logs: readonly string[] | 'all'): Permissions {
  const streams = logs === 'all' ? ['*'] : [...logs.map(names.logStream), names.checkpointStream]
  const asked = streams.flatMap((stream) => [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.STREAM.MSG.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}`,
  ])
  if (logs === 'all') {
    return {
      publish: [names.logSubjects, names.checkpointSubjects, ...asked, `${inboxes}.>`],
      subscribe: [ownInbox(nkey), ...['push', 'pull', 'image'].map(names.linkSubjects)],
    }
  }
  const written = logs.flatMap((log) => [names.logSubject(log), names.checkpointSubject(log)])
  return { publish: [...written, ...asked], subscribe: [ownInbox(nkey)] }
}

/**
 * The node of a site below, at a hub's server: asks the hub's node about its own logs and their images, and about the
 * register, which names none.
 */
export function linkPermissions(nkey: string, names: Names, logs: readonly string[]): Permissions {
  const asked = logs.flatMap((log) => {
    const verbs = log === registerLog ? ['push', 'pull'] : ['push', 'pull', 'image']
    return verbs.map((verb) => names.linkSubject(verb, log))
  })
  return { publish: asked, subscribe: [ownInbox(nkey)] }
}

/**
 * Anybody who may read: asks the hub's node for entries, not for images, and nothing of JetStream. Its requests are
 * answered by the server itself on whatever subject they name, a stream's included, so that who may ask it may write.
 */
export function observerPermissions(nkey: string, names: Names): Permissions {
  return { publish: [names.linkSubjects('pull')], subscribe: [ownInbox(nkey)] }
}

/** An operator: makes streams, changes and removes them; publishes to none. */
export function operatorPermissions(nkey: string): Permissions {
  const verbs = ['CREATE', 'UPDATE', 'DELETE', 'INFO', 'PEER.REMOVE', 'LEADER.STEPDOWN']
  return {
    publish: [
      '$JS.API.INFO',
      '$JS.API.STREAM.NAMES',
      '$JS.API.STREAM.LIST',
      ...verbs.map((verb) => `$JS.API.STREAM.${verb}.*`),
    ],
    subscribe: [ownInbox(nkey)],
  }
}

function ownInbox(nkey: string): string {
  return `${inboxPrefix(nkey)}.>`
}
