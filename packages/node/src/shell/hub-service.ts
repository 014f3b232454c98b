import {
  addSignature,
  cosign,
  cosignerNoteKey,
  formatNote,
  invariant,
  type NoteKey,
  parseNote,
  type Trust,
} from '@khata/ledger'
import {
  decodePullRequest,
  decodePushRequest,
  encodePullReply,
  encodePushReply,
  type PushReplyInput,
} from '@khata/proto'
import { type Clock, PortUnavailable, type Signer, type Store } from '../ports.ts'
import { cosignedRow } from '../replica/rows.ts'
import type { FollowerRunner, ReceiveAnswer } from './follower-runner.ts'
import { newestCheckpoint, readFrame } from './reading.ts'
import { encodeCosigned } from './receipts.ts'

/** What a hub answers others from. */
export interface HubContext {
  readonly store: Store
  /** The replica of a log that someone else writes; undefined for a log that the register does not declare. */
  readonly followerOf: (log: string) => Promise<FollowerRunner | undefined>
  /** Whether this program has the rules by which logs beside the register are judged. */
  readonly knowsRules: () => boolean
  /** This hub's name, where it cosigns what it holds. */
  readonly hub: string | undefined
}

const emptyPushReply = { size: 0, checkpoint: new Uint8Array(0), code: '', retryAfterMs: 0 }
const emptyPullReply = { size: 0, entries: [], checkpoint: new Uint8Array(0), code: '' }

/** Milliseconds after which a pusher comes again when the replica is busy with another frame. */
const busyRetryMs = 50

/** Milliseconds after which a pusher comes again to a hub that is behind in the register, and has brought it. */
const behindRetryMs = 500

/**
 * Takes a frame that another node pushes; the answer says what is durable here now.
 * @param asked the log that the request was addressed to: who may push it was decided by that.
 */
export async function answerPush(context: HubContext, asked: string, payload: Uint8Array): Promise<Uint8Array> {
  const request = decodePushRequest(payload)
  if (!request.ok) return encodePushReply({ ...emptyPushReply, code: request.error.code })
  const { log, from, entries, checkpoint } = request.value
  if (log !== asked) return encodePushReply({ ...emptyPushReply, code: 'link/other-log' })
  const follower = await context.followerOf(log)
  if (follower === undefined) {
    const code = context.knowsRules() ? 'push/unknown-log' : 'rules/unknown-version'
    return encodePushReply({ ...emptyPushReply, code, retryAfterMs: behindRetryMs })
  }
  const answer = await follower.receive({ from, entries, note: checkpoint })
  if (answer.type === 'held') await keepCosigned(context, log, answer)
  return encodePushReply(await pushReply(context, follower, answer))
}

/** Gives entries of a log, with the checkpoint that covers exactly them. */
export async function answerPull({ store }: HubContext, asked: string, payload: Uint8Array): Promise<Uint8Array> {
  const request = decodePullRequest(payload)
  if (!request.ok) return encodePullReply({ ...emptyPullReply, code: request.error.code })
  const { log, from, entriesMax } = request.value
  if (log !== asked) return encodePullReply({ ...emptyPullReply, code: 'link/other-log' })
  const newest = await newestCheckpoint(store, log)
  if (newest === undefined) return encodePullReply(emptyPullReply)
  const frame = entriesMax === 0 || from >= newest.size ? undefined : await readFrame(store, log, from)
  if (frame === undefined) return encodePullReply({ ...emptyPullReply, size: newest.size, checkpoint: newest.note })
  return encodePullReply({ ...emptyPullReply, size: newest.size, entries: frame.entries, checkpoint: frame.note })
}

/** How a hub cosigns: only what is about to be durable here, under a key of its own. */
export function cosigner(
  trust: Trust,
  hub: string,
  { signer, clock }: { readonly signer: Signer; readonly clock: Clock },
): (note: Uint8Array) => Uint8Array {
  const key: NoteKey | undefined = cosignerNoteKey(trust, hub, signer.key)
  invariant(key !== undefined, 'a cosigner has a usable key')
  return (note) => {
    const parsed = parseNote(note)
    invariant(parsed.ok, 'only verified notes are cosigned')
    const signature = cosign(parsed.value, key, Math.floor(clock.now() / 1000), (message) => signer.sign(message))
    return formatNote(addSignature(parsed.value, signature))
  }
}

/** A hub keeps what it has cosigned, for receipts. */
export async function keepCosigned(
  { store, hub }: Pick<HubContext, 'store' | 'hub'>,
  log: string,
  held: { readonly size: number; readonly note: Uint8Array },
): Promise<void> {
  if (hub !== undefined) await store.write([{ key: cosignedRow(log, hub), value: encodeCosigned(held) }], 'lazy')
}

async function pushReply(
  { store }: HubContext,
  follower: FollowerRunner,
  answer: ReceiveAnswer,
): Promise<PushReplyInput> {
  switch (answer.type) {
    case 'held':
      return { ...emptyPushReply, size: answer.size, checkpoint: answer.note }
    case 'elsewhere': {
      const newest = await newestCheckpoint(store, follower.fold.log)
      return { ...emptyPushReply, size: answer.size, ...(newest !== undefined && { checkpoint: newest.note }) }
    }
    case 'busy':
      return { ...emptyPushReply, size: follower.size, retryAfterMs: busyRetryMs }
    case 'register-behind':
      return {
        ...emptyPushReply,
        size: follower.size,
        code: 'frame/register-behind',
        retryAfterMs: behindRetryMs,
      }
    case 'refused':
      return { ...emptyPushReply, size: follower.size, code: answer.code }
    case 'halted':
      throw new PortUnavailable(`${follower.fold.log} has stopped, and is opened again`)
  }
}
