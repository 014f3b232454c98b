import type { JetStreamManager, StreamConfig, StreamInfo } from '@nats-io/jetstream'
import { JetStreamApiError, jetstreamManager } from '@nats-io/jetstream'
import { entryBytesMax } from '@khata/ledger'
import type { NatsConnection } from 'nats'
import { PortDamaged } from '../../ports.ts'
import { copyOf } from '../bytes.ts'
import { type NatsSession, violationIn } from './session.ts'

/** The server or the stream is not what Khata needs; an operator must act. The node does not start on it. */
export class StreamUnfit extends Error {
  override readonly name = 'StreamUnfit'
  readonly code: 'event-log/server-too-old' | 'event-log/stream-missing' | 'event-log/stream-unfit'

  constructor(code: StreamUnfit['code'], text: string) {
    super(`${code}: ${text}`)
    this.code = code
  }
}

/** The first version whose atomic batches keep what they promise. */
const serverVersionMin = [2, 12, 3] as const

/** Headers of a batch and the subject, which the server counts into a message's size. */
const messageOverheadBytesMax = 2_048
const apiTimeoutMs = 5_000
const streamNotFoundCode = 10_059

export interface StreamWish {
  readonly name: string
  readonly subject: string
  /** Servers that hold it; a node takes what it finds. */
  readonly replicas?: number
}

/**
 * The stream as the server has it, created where there is none.
 * Throws StreamUnfit when it is not configured as it must be, PortDamaged when it has lost messages.
 */
export async function ensureStream(session: NatsSession, wish: StreamWish): Promise<StreamInfo> {
  requireVersion(session.connection())
  const found = (await findStream(session, wish)) ?? (await addStream(session, wish))
  requireWhole(found)
  return found
}

/** The stream as the server has it; undefined where there is none. Throws StreamUnfit when it is not as it must be. */
export async function findStream(session: NatsSession, wish: StreamWish): Promise<StreamInfo | undefined> {
  const found = await session.use((connection) => infoOf(connection, wish.name), { failure: `stream ${wish.name}` })
  if (found !== undefined) requireConfig(wish, found.config)
  return found
}

/** Makes the stream. Throws StreamUnfit where that is for operators alone. */
export async function addStream(session: NatsSession, wish: StreamWish): Promise<StreamInfo> {
  const { name, subject, replicas } = wish
  const config = {
    ...fixedConfig,
    name,
    subjects: [subject],
    ...(replicas !== undefined && { num_replicas: replicas }),
  }
  try {
    const made = await session.use(async (connection) => (await managerOf(connection)).streams.add(config), {
      failure: `making stream ${name}`,
    })
    requireConfig(wish, made.config)
    return made
  } catch (cause) {
    if (violationIn(cause) === undefined) throw cause
    const advice = 'an operator makes it: khata ops nats-streams TOPOLOGY --site SITE --nkey FILE'
    throw new StreamUnfit(
      'event-log/stream-missing',
      `there is no stream ${name}, and this user may not make it; ${advice}`,
    )
  }
}

/** One message, from the stream's leader: another replica of it may be behind. Undefined where there is none. */
export async function readFromLeader(
  session: NatsSession,
  stream: string,
  wanted: { readonly seq: number } | { readonly last_by_subj: string },
): Promise<LedMessage | undefined> {
  const found = await session.use(
    async (connection) => (await managerOf(connection)).streams.getMessage(stream, wanted),
    {
      failure: `reading ${stream}`,
    },
  )
  return found === null ? undefined : { payload: copyOf(found.data), sequence: found.seq }
}

export interface LedMessage {
  readonly payload: Uint8Array
  readonly sequence: number
}

export async function streamSize(session: NatsSession, stream: string): Promise<number> {
  const found = await session.use(
    async (connection) => {
      const api = await managerOf(connection)
      return await api.streams.info(stream)
    },
    { failure: `stream ${stream}` },
  )
  requireWhole(found)
  return found.state.last_seq
}

/** After each reconnect the server may be another one. */
export function requireVersion(connection: NatsConnection): void {
  const version = connection.info?.version ?? '0.0.0'
  if (!isVersionAtLeast(version, serverVersionMin)) {
    const least = serverVersionMin.join('.')
    throw new StreamUnfit('event-log/server-too-old', `nats-server ${version}, at least ${least} is needed`)
  }
}

export function isVersionAtLeast(version: string, least: readonly number[]): boolean {
  const parts = (version.split('-')[0] ?? '').split('.').map(Number)
  const at = least.findIndex((part, place) => part !== parts[place])
  if (at === -1) return !version.includes('-')
  return (parts[at] ?? 0) > (least[at] ?? 0)
}

async function infoOf(connection: NatsConnection, name: string): Promise<StreamInfo | undefined> {
  const api = await managerOf(connection)
  try {
    return await api.streams.info(name)
  } catch (cause) {
    if (!(cause instanceof JetStreamApiError) || cause.code !== streamNotFoundCode) throw cause
    return undefined
  }
}

async function managerOf(connection: NatsConnection): Promise<JetStreamManager> {
  return await jetstreamManager(connection, { checkAPI: false, timeout: apiTimeoutMs })
}

/** Nothing is ever deleted: no limit takes a message away, and the server refuses to delete or purge. */
const fixedConfig = {
  retention: 'limits',
  storage: 'file',
  discard: 'new',
  max_msgs: -1,
  max_bytes: -1,
  max_age: 0,
  max_msgs_per_subject: -1,
  max_msg_size: entryBytesMax + messageOverheadBytesMax,
  deny_delete: true,
  deny_purge: true,
  allow_rollup_hdrs: false,
  allow_atomic: true,
  allow_direct: true,
} as const satisfies Partial<StreamConfig>

/** Servers before 2.12 leave out what they do not know, without a word. */
function requireConfig(wish: StreamWish, config: StreamConfig): void {
  const wanted = Object.entries(fixedConfig).filter(([name]) => name !== 'max_msg_size')
  const held: Readonly<Record<string, unknown>> = { ...config }
  const wrong = wanted.filter(([name, value]) => (held[name] ?? false) !== value).map(([name]) => name)
  if (wish.replicas !== undefined && config.num_replicas !== wish.replicas) wrong.push('num_replicas')
  if (config.subjects.length !== 1 || config.subjects[0] !== wish.subject) wrong.push('subjects')
  if (config.max_msg_size !== -1 && config.max_msg_size < fixedConfig.max_msg_size) wrong.push('max_msg_size')
  // `async` acknowledges before the fsync, whatever sync_interval says.
  if (config.persist_mode === 'async') wrong.push('persist_mode')
  if (wrong.length > 0) {
    throw new StreamUnfit('event-log/stream-unfit', `stream ${wish.name} has another ${wrong.join(', ')}`)
  }
}

function requireWhole(found: StreamInfo): void {
  const { messages, first_seq: first, last_seq: last } = found.state
  if (messages !== last || first > 1) {
    throw new PortDamaged(
      `event-log/hole: stream ${found.config.name} holds ${messages} of ${last} messages, from ${first} on`,
    )
  }
}
