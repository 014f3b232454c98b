import type { NodeConnectionOptions } from 'nats'
import { nkeyAuthenticator, usernamePasswordAuthenticator } from 'nats'

export interface NatsOptions {
  /** One server, or the servers of one cluster. */
  readonly url: string | readonly string[]
  /** Shown in the server's own lists of connections. */
  readonly name: string
  /** The user's own: under a shared one everybody who may subscribe to it reads everybody's replies. */
  readonly inboxPrefix?: string
  readonly login?: NatsLogin
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string }
  /** Told of what happens to the connection, for the log. */
  readonly onStatus?: (status: NatsStatus) => void
}

export type NatsLogin =
  | { readonly type: 'nkey'; readonly seed: Uint8Array }
  | { readonly type: 'password'; readonly user: string; readonly password: string }

export interface NatsStatus {
  readonly type: 'connected' | 'disconnected' | 'dial-failed' | 'error'
  readonly text: string
}

/** Below it everybody's replies arrive, each user's under a token of its own. */
export const inboxes = '_INBOX'

export const redialDelayMs = 250
/** Spreads the return of hundreds of offices to a hub that was down. */
const redialJitterMs = 250
const connectTimeoutMs = 5_000
/** A peer that is silent without closing is given up after two unanswered pings. */
const pingIntervalMs = 10_000
const pingsUnansweredMax = 2

export function clientOptions(options: NatsOptions): NodeConnectionOptions {
  const { url, name, inboxPrefix, login, tls } = options
  return {
    servers: [url].flat(),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: redialDelayMs,
    reconnectJitter: redialJitterMs,
    reconnectJitterTLS: redialJitterMs,
    timeout: connectTimeoutMs,
    pingInterval: pingIntervalMs,
    maxPingOut: pingsUnansweredMax,
    ignoreAuthErrorAbort: true,
    noAsyncTraces: true,
    ...(inboxPrefix === undefined ? {} : { inboxPrefix }),
    ...(login === undefined ? {} : { authenticator: authenticatorOf(login) }),
    ...(tls === undefined ? {} : { tls }),
  }
}

function authenticatorOf(login: NatsLogin): NonNullable<NodeConnectionOptions['authenticator']> {
  return login.type === 'nkey'
    ? nkeyAuthenticator(login.seed)
    : usernamePasswordAuthenticator(login.user, login.password)
}
