import { setTimeout as delay } from 'node:timers/promises'
import type { ConnectionOptions, Msg, MsgHdrs, NatsConnection } from 'nats'
import { connect } from 'nats'
import { PortDamaged, PortUnavailable } from '../../ports.ts'
import type { NatsOptions } from './options.ts'
import { clientOptions, redialDelayMs } from './options.ts'

export interface RequestOptions {
  readonly timeoutMs: number
  readonly headers?: MsgHdrs
}

/**
 * A connection that is dialled in the background and for ever, and says so when it is not there: nothing is
 * queued for later, so a caller never waits for a server that is down.
 */
export function connectNats(options: NatsOptions): NatsSession {
  return new NatsSession(options)
}

/** Opened by `connectNats`; shared by everything that talks to one server. */
export class NatsSession implements AsyncDisposable {
  readonly #options: NatsOptions
  readonly #closing = new AbortController()
  readonly #inFlight = new Set<(cause: Error) => void>()
  readonly #listeners: ((connection: NatsConnection) => void)[] = []
  #connection: NatsConnection | undefined
  #isLive = false
  #live = Promise.withResolvers<NatsConnection>()
  readonly #dialling: Promise<void>

  constructor(options: NatsOptions) {
    this.#options = options
    this.#live.promise.catch(() => undefined)
    this.#dialling = this.#dialForEver()
  }

  get inboxPrefix(): string | undefined {
    return this.#options.inboxPrefix
  }

  /** Resolves when the session is connected: at once when it is. Rejects when the signal aborts or the session closes. */
  async ready(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const aborted = Promise.withResolvers<never>()
    const onAbort = (): void => aborted.reject(signal.reason)
    signal.addEventListener('abort', onAbort)
    try {
      await Promise.race([this.#live.promise, aborted.promise])
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  /** The connection, where it stands now. Throws PortUnavailable where it does not. */
  connection(): NatsConnection {
    if (this.#connection === undefined || !this.#isLive) {
      throw new PortUnavailable(`nats/disconnected: no connection to ${urlsOf(this.#options)}`)
    }
    return this.#connection
  }

  /** Asks and waits for one reply. Whatever prevents the reply is PortUnavailable: the outcome is unknown. */
  async request(subject: string, payload: Uint8Array, options: RequestOptions): Promise<Msg> {
    const { headers, timeoutMs } = options
    const settings = headers === undefined ? { timeout: timeoutMs } : { timeout: timeoutMs, headers }
    return await this.use((connection) => connection.request(subject, payload, settings), `no answer to ${subject}`)
  }

  /** The result of the work, or PortUnavailable as soon as it fails or the connection is lost. */
  async use<T>(work: (connection: NatsConnection) => Promise<T>, failure: string): Promise<T> {
    const connection = this.connection()
    const lost = Promise.withResolvers<never>()
    this.#inFlight.add(lost.reject)
    try {
      return await Promise.race([work(connection), lost.promise])
    } catch (cause) {
      if (cause instanceof PortUnavailable || cause instanceof PortDamaged) throw cause
      throw new PortUnavailable(`nats/no-answer: ${failure}: ${textOf(cause)}`, { cause })
    } finally {
      this.#inFlight.delete(lost.reject)
    }
  }

  /** Calls back with every new connection, now with the present one. Subscriptions outlive reconnecting, but not it. */
  onConnection(listener: (connection: NatsConnection) => void): void {
    this.#listeners.push(listener)
    if (this.#connection !== undefined) listener(this.#connection)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort()
    await this.#connection?.close()
    await this.#dialling
  }

  async #dialForEver(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const connection = await this.#dial()
      if (connection !== undefined) await this.#follow(connection)
      await delay(redialDelayMs, undefined, { signal: this.#closing.signal }).catch(() => undefined)
    }
    this.#live.reject(new PortUnavailable('nats/closed: the session has been closed'))
  }

  async #dial(): Promise<NatsConnection | undefined> {
    try {
      return await connect(clientOptions(this.#options) satisfies ConnectionOptions)
    } catch (cause) {
      this.#options.onStatus?.({ type: 'dial-failed', text: textOf(cause) })
      return undefined
    }
  }

  async #follow(connection: NatsConnection): Promise<void> {
    this.#connection = connection
    if (this.#closing.signal.aborted) await connection.close()
    else this.#gain(connection)
    for (const listener of this.#listeners) if (!connection.isClosed()) listener(connection)
    const watched = this.#watch(connection)
    const error = await connection.closed()
    await watched
    this.#lose(error === undefined ? 'closed' : textOf(error))
    this.#connection = undefined
  }

  async #watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') this.#lose(status.server)
      else if (status.type === 'reconnect') this.#gain(connection)
      else if (status.type === 'error') this.#options.onStatus?.({ type: 'error', text: textOf(status.error) })
    }
  }

  #gain(connection: NatsConnection): void {
    this.#isLive = true
    this.#live.resolve(connection)
    this.#options.onStatus?.({ type: 'connected', text: connection.getServer() })
  }

  #lose(text: string): void {
    if (!this.#isLive) return
    this.#isLive = false
    this.#live = Promise.withResolvers()
    this.#live.promise.catch(() => undefined)
    const cause = new PortUnavailable(`nats/disconnected: the connection to ${urlsOf(this.#options)} was lost`)
    for (const reject of this.#inFlight) reject(cause)
    this.#options.onStatus?.({ type: 'disconnected', text })
  }
}

function urlsOf(options: NatsOptions): string {
  return [options.url].flat().join(', ')
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
