import type { NodeConnectionOptions } from 'nats'
import { nkeyAuthenticator } from 'nats'
import { publicNkey } from './nkey.ts'

export interface NatsOptions {
  /** One server, or the servers of one cluster. */
  readonly url: string | readonly string[]
  /** Shown in the server's own lists of connections. */
  readonly name: string
  /** Of the nkey with which the user logs in; a server that knows no users needs none. */
  readonly seed?: Uint8Array
  /** Without them the connection is plain: the client believes a server that says it has no TLS. */
  readonly tls?: TlsFiles
  /** Past it a dial is given up, and the next server tried. Default: that of a server nearby. */
  readonly dialMsMax?: number
  /** Told of what happens to the connection, for the log. */
  readonly onStatus?: (status: NatsStatus) => void
}

/** Paths of PEM files, read again at each dial. */
export interface TlsFiles {
  /** Who may have signed the server's certificate; nobody else may. */
  readonly caFile: string
  /** This user's own certificate, where the server asks for one. */
  readonly certFile?: string | undefined
  readonly keyFile?: string | undefined
}

export interface NatsStatus {
  /** `forbidden`: the server does not know this user, or does not let it do what it tried. */
  readonly type: 'connected' | 'disconnected' | 'dial-failed' | 'forbidden' | 'error'
  readonly text: string
}

/** Below it everybody's replies arrive, each user's under a token of its own. */
export const inboxes = '_INBOX'

export const redialDelayMs = 250
/** Spreads the return of hundreds of offices to a hub that was down. */
const redialJitterMs = 250
/** To a server in the same building. */
const dialMsMax = 5_000
/** A TLS handshake over a satellite, or a line of 2 kB/s that loses a third of what it carries. */
export const farDialMsMax = 20_000
/** A peer that is silent without closing is given up after two unanswered pings. */
const pingIntervalMs = 10_000
const pingsUnansweredMax = 2

/** @param prefix of the user's inbox: `inboxPrefixOf` these options. */
export function clientOptions(options: NatsOptions, prefix: string): NodeConnectionOptions {
  const { url, name, seed, tls } = options
  return {
    servers: [url].flat(),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: redialDelayMs,
    reconnectJitter: redialJitterMs,
    reconnectJitterTLS: redialJitterMs,
    timeout: options.dialMsMax ?? dialMsMax,
    pingInterval: pingIntervalMs,
    maxPingOut: pingsUnansweredMax,
    ignoreAuthErrorAbort: true,
    noAsyncTraces: true,
    // A server may not send its clients elsewhere.
    ignoreClusterUpdates: true,
    inboxPrefix: prefix,
    ...(seed === undefined ? {} : { authenticator: nkeyAuthenticator(seed) }),
    ...(tls === undefined ? {} : { tls: filesIn(tls) }),
  }
}

/** A user's own: under a shared one everybody who may subscribe to it reads everybody's replies. */
export function inboxPrefixOf({ seed }: Pick<NatsOptions, 'seed'>): string {
  return seed === undefined ? inboxes : inboxPrefix(publicNkey(seed))
}

/** Where a user's replies arrive, by its public nkey: what no other user may subscribe to. */
export function inboxPrefix(nkey: string): string {
  return `${inboxes}.${nkey}`
}

function filesIn({ caFile, certFile, keyFile }: TlsFiles): NonNullable<NodeConnectionOptions['tls']> {
  return { caFile, ...(certFile !== undefined && { certFile }), ...(keyFile !== undefined && { keyFile }) }
}
