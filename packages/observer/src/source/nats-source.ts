import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseElectionId } from '@khata/ledger'
import { decodePullReply, encodePullRequest, type PullReply, type PullRequestInput } from '@khata/proto'
import type { Msg, NatsConnection } from 'nats'
import { attemptsMax, pullEntriesMax, requestTimeoutMs, retryPauseMs } from './limits.ts'
import { isLogName, type LogSource, SourceFailed } from './log-source.ts'

/** `NA-46` of `pk-ge-2024/live` is asked for on `khata.pk-ge-2024_live.pull.NA-46`: docs/protocol.md, "Between nodes". */
export function pullSubject(election: string, log: string): string {
  return `khata.${token(election)}.pull.${token(log)}`
}

function token(name: string): string {
  return name.replaceAll('.', '__').replaceAll('/', '_')
}

/** Set by a node that cannot answer now; its text is for people. */
const errorHeader = 'Khata-Error'

/** As whom an observer logs in, where the server knows its users; and whose signature its certificate has. */
export interface NatsLogin {
  /** Holds the seed of an nkey, `SU...`. */
  readonly nkeyFile?: string
  /** PEM; with it the connection is encrypted or not made at all. */
  readonly caFile?: string
}

/** A node's pull subjects on its NATS server, by request and reply alone. */
export async function openNatsSource(servers: string, election: string, login: NatsLogin = {}): Promise<LogSource> {
  if (!parseElectionId(election).ok) throw new SourceFailed('log-source/unusable', `${election} is no election`)
  const connection = await connectTo(servers, login)
  const pull = (request: PullRequestInput) => pullFrom(connection, pullSubject(election, request.log), request)
  return {
    name: servers,
    checkpoint: async (log) => {
      const reply = isLogName(log) ? await pull({ log, from: 0, entriesMax: 0 }) : undefined
      return reply !== undefined && reply.checkpoint.length > 0 ? reply.checkpoint : undefined
    },
    entries: (log, fromIndex, size) => pullEntries(pull, log, { fromIndex, size }),
    [Symbol.asyncDispose]: () => connection.close(),
  }
}

type Pull = (request: PullRequestInput) => Promise<PullReply | undefined>

async function* pullEntries(
  pull: Pull,
  log: string,
  range: { readonly fromIndex: number; readonly size: number },
): AsyncGenerator<readonly Uint8Array[]> {
  let from = range.fromIndex
  while (isLogName(log) && from < range.size) {
    const reply = await pull({ log, from, entriesMax: Math.min(pullEntriesMax, range.size - from) })
    if (reply === undefined || reply.entries.length === 0) return
    const entries = reply.entries.slice(0, range.size - from)
    from += entries.length
    yield entries
  }
}

/** Undefined where the node refuses: it has no such log. */
async function pullFrom(
  connection: NatsConnection,
  subject: string,
  request: PullRequestInput,
): Promise<PullReply | undefined> {
  const payload = encodePullRequest(request)
  for (let attempt = 1; ; attempt++) {
    const message = await ask(connection, subject, payload)
    if (message instanceof Error) {
      if (attempt >= attemptsMax) {
        throw new SourceFailed('log-source/unreachable', `nobody answers ${subject}`, message)
      }
      await sleep(retryPauseMs * 2 ** (attempt - 1))
      continue
    }
    const reply = decodePullReply(message.data)
    if (!reply.ok) throw new SourceFailed('log-source/unusable', `${subject} answers what is no PullReply`)
    return reply.value.code === '' ? reply.value : undefined
  }
}

async function ask(connection: NatsConnection, subject: string, payload: Uint8Array): Promise<Msg | Error> {
  try {
    const message = await connection.request(subject, payload, { timeout: requestTimeoutMs })
    const error = message.headers?.get(errorHeader) ?? ''
    return error === '' ? message : new Error(`the node answers: ${error}`)
  } catch (cause) {
    return new Error('no answer', { cause })
  }
}

/** Loaded here alone, so that files and HTTP are verified without a NATS client. */
async function connectTo(servers: string, { nkeyFile, caFile }: NatsLogin): Promise<NatsConnection> {
  const { connect, nkeyAuthenticator, nkeys } = await import('nats')
  const userOf = async (file: string) => {
    const seed = new TextEncoder().encode((await readFile(file, 'utf8')).trim())
    // Answers arrive where the server's permissions let this user listen: docs/nats.md.
    const inboxPrefix = `_INBOX.${nkeys.fromSeed(seed).getPublicKey()}`
    return { authenticator: nkeyAuthenticator(seed), inboxPrefix }
  }
  try {
    return await connect({
      servers: servers.split(','),
      timeout: requestTimeoutMs,
      ...(nkeyFile !== undefined && (await userOf(nkeyFile))),
      ...(caFile !== undefined && { tls: { caFile } }),
    })
  } catch (cause) {
    throw new SourceFailed('log-source/unreachable', `no NATS server at ${servers}`, cause)
  }
}
