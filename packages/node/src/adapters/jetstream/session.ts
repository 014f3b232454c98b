import { setTimeout as delay } from 'node:timers/promises'
import type { ConnectionOptions, Msg, MsgHdrs, NatsConnection } from 'nats'
import { AuthorizationError, connect, PermissionViolationError } from 'nats'
import { PortDamaged, PortUnavailable } from '../../ports.ts'
import type { NatsOptions, NatsStatus } from './options.ts'
import { clientOptions, inboxPrefixOf, redialDelayMs } from './options.ts'

export interface RequestOptions {
  readonly timeoutMs: number
  readonly headers?: MsgHdrs
}

/** What is wanted of the connection, for whoever reads why it failed. */
export interface Use {
  readonly failure: string
  /** Published to without a request: where the server forbids it, the work ends at once. */
  readonly subject?: string
}

/** Why a session cannot answer: codes at the head of PortUnavailable's message. */
export type NatsFaultCode = 'nats/closed' | 'nats/disconnected' | 'nats/forbidden' | 'nats/no-answer'

/** Different things that a server forbade one connection; past them they are told anew. */
const forbiddenToldMax = 1_000

/**
 * A connection that is dialled in the background and for ever, and says so when it is not there: nothing is
 * queued for later, so a caller never waits for a server that is down.
 */
export function connectNats(options: NatsOptions): NatsSession {
  return new NatsSession(options)
}

/** Opened by `connectNats`; shared by everything that talks to one server. */
export class NatsSession implements AsyncDisposable {
  /** Made once: a public key takes milliseconds to derive. */
  readonly inboxPrefix: string
  readonly #options: NatsOptions
  readonly #closing = new AbortController()
  readonly #inFlight = new Set<Pending>()
  readonly #listeners: ((connection: NatsConnection) => void)[] = []
  #connection: NatsConnection | undefined
  #isLive = false
  #toldOfDial = ''
  readonly #toldOfForbidden = new Set<string>()
  #live = Promise.withResolvers<NatsConnection>()
  readonly #dialling: Promise<void>

  constructor(options: NatsOptions) {
    this.#options = options
    this.inboxPrefix = inboxPrefixOf(options)
    this.#live.promise.catch(() => undefined)
    this.#dialling = this.#dialForEver()
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
      throw unavailable('nats/disconnected', `no connection to ${urlsOf(this.#options)}`)
    }
    return this.#connection
  }

  /** Asks and waits for one reply. Whatever prevents the reply is PortUnavailable: the outcome is unknown. */
  async request(subject: string, payload: Uint8Array, options: RequestOptions): Promise<Msg> {
    const { headers, timeoutMs } = options
    const settings = headers === undefined ? { timeout: timeoutMs } : { timeout: timeoutMs, headers }
    return await this.use((connection) => connection.request(subject, payload, settings), {
      failure: `no answer to ${subject}`,
    })
  }

  /** The result of the work, or PortUnavailable as soon as it fails or the connection is lost. */
  async use<T>(work: (connection: NatsConnection) => Promise<T>, { failure, subject }: Use): Promise<T> {
    const connection = this.connection()
    const lost = Promise.withResolvers<never>()
    const pending = { reject: lost.reject, subject }
    this.#inFlight.add(pending)
    try {
      return await Promise.race([work(connection), lost.promise])
    } catch (cause) {
      if (cause instanceof PortUnavailable || cause instanceof PortDamaged) throw cause
      const code = violationIn(cause) === undefined ? 'nats/no-answer' : 'nats/forbidden'
      throw unavailable(code, `${failure}: ${textOf(cause)}`, cause)
    } finally {
      this.#inFlight.delete(pending)
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
    this.#live.reject(unavailable('nats/closed', 'the session has been closed'))
  }

  async #dial(): Promise<NatsConnection | undefined> {
    try {
      return await connect(clientOptions(this.#options, this.inboxPrefix) satisfies ConnectionOptions)
    } catch (cause) {
      this.#tellOfDial({ type: cause instanceof AuthorizationError ? 'forbidden' : 'dial-failed', text: textOf(cause) })
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
      else if (status.type === 'error') this.#failed(status.error)
    }
  }

  /** A user that is removed, or a permission that is taken away, shows in a running connection. */
  #failed(error: Error): void {
    if (error instanceof AuthorizationError) return this.#tellOfDial({ type: 'forbidden', text: error.message })
    if (!(error instanceof PermissionViolationError)) return this.#tell({ type: 'error', text: error.message })
    const cause = unavailable('nats/forbidden', error.message, error)
    for (const { reject, subject } of this.#inFlight) if (subject === error.subject) reject(cause)
    this.#tellOfForbidden(error.message)
  }

  /** Told when it changes: a server that is away is dialled several times a second. */
  #tellOfDial(status: NatsStatus): void {
    if (status.text === this.#toldOfDial) return
    this.#toldOfDial = status.text
    this.#tell(status)
  }

  /** Once a connection: what is forbidden is tried again and again. */
  #tellOfForbidden(text: string): void {
    if (this.#toldOfForbidden.has(text)) return
    if (this.#toldOfForbidden.size >= forbiddenToldMax) this.#toldOfForbidden.clear()
    this.#toldOfForbidden.add(text)
    this.#tell({ type: 'forbidden', text })
  }

  #tell(status: NatsStatus): void {
    this.#options.onStatus?.(status)
  }

  #gain(connection: NatsConnection): void {
    this.#isLive = true
    this.#live.resolve(connection)
    this.#toldOfDial = ''
    this.#toldOfForbidden.clear()
    this.#tell({ type: 'connected', text: connection.getServer() })
  }

  #lose(text: string): void {
    if (!this.#isLive) return
    this.#isLive = false
    this.#live = Promise.withResolvers()
    this.#live.promise.catch(() => undefined)
    const cause = unavailable('nats/disconnected', `the connection to ${urlsOf(this.#options)} was lost`)
    for (const { reject } of this.#inFlight) reject(cause)
    this.#tell({ type: 'disconnected', text })
  }
}

interface Pending {
  readonly reject: (cause: Error) => void
  readonly subject: string | undefined
}

/** What the server said it forbids, where that is why something failed. */
export function violationIn(error: unknown): PermissionViolationError | undefined {
  if (error instanceof PermissionViolationError) return error
  return error instanceof Error && error.cause !== undefined ? violationIn(error.cause) : undefined
}

function unavailable(code: NatsFaultCode, text: string, cause?: unknown): PortUnavailable {
  return new PortUnavailable(`${code}: ${text}`, { cause })
}

function urlsOf(options: NatsOptions): string {
  return [options.url].flat().join(', ')
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
