import {
  type CheckpointTrust,
  checkpointTrustOf,
  declaredLog,
  equalBytes,
  type NoteVerifier,
  type OpenedReceipt,
  openEntry,
  openReceipt,
  openRefusal,
  refusalAdvice,
  type RegisterState,
  type SignedBytes,
} from '@khata/ledger'
import { adviceCharactersMax, detailCharactersMax } from './limits.ts'
import type { Answer } from './ports.ts'

/** Whose word a device takes at one destination: from the register that it verified, never from who answers. */
export interface DestinationTrust {
  readonly checkpoint: CheckpointTrust
  /** Keys under which the node there signs refusals. */
  readonly refusals: readonly NoteVerifier[]
}

/** The statement that an answer should be about. */
export interface Asked {
  readonly election: string
  readonly signed: SignedBytes
  readonly hashHex: string
}

/** A receipt that holds: the statement is entry `index` of the log. */
export interface BelievedReceipt {
  readonly bytes: Uint8Array
  readonly index: number
  /** Names of the hubs whose cosignature covers the entry; none on a local receipt. */
  readonly cosigners: readonly string[]
}

/** A refusal that the node signed. */
export interface BelievedRefusal {
  readonly code: string
  readonly advice: string
  /** The node's clock, milliseconds since 1970. */
  readonly refusedAt: number
  readonly note: Uint8Array
}

/** What an answer is worth. */
export type Judged =
  | { readonly type: 'receipt'; readonly receipt: BelievedReceipt }
  | { readonly type: 'refusal'; readonly refusal: BelievedRefusal }
  | { readonly type: 'not-yet' }
  | { readonly type: 'fault'; readonly fault: DeliveryFault; readonly retryAfterMs?: number }

/** Why an attempt brought nothing. It is made again. */
export interface DeliveryFault {
  readonly code: DeliveryFaultCode
  readonly detail: string
}

export type DeliveryFaultCode =
  | 'delivery/busy'
  | 'delivery/unreachable'
  | 'delivery/unintelligible'
  | 'delivery/no-trust'
  | 'delivery/receipt-not-believed'
  | 'delivery/receipt-of-other-bytes'
  | 'delivery/refusal-not-believed'
  | 'delivery/refusal-of-other-bytes'
  | 'delivery/not-kept'

/** Trust in a log as a verified register declares it; undefined where it declares none of that name. */
export function destinationTrust(register: RegisterState, log: string): DestinationTrust | undefined {
  const identity = declaredLog(register, log)
  if (identity === undefined) return undefined
  const checkpoint = checkpointTrustOf(register, identity)
  return { checkpoint, refusals: [checkpoint.log] }
}

export function judgeAnswer(answer: Answer, asked: Asked, trust: DestinationTrust | undefined): Judged {
  switch (answer.type) {
    case 'receipt':
      return trust === undefined ? untrusted : judgeReceipt(answer.bytes, asked, trust)
    case 'refusal':
      return trust === undefined ? untrusted : judgeRefusal(answer.note, asked, trust)
    case 'not-yet':
      return answer
    case 'busy':
      return {
        ...faultOf('delivery/busy', ''),
        ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
      }
    case 'unreachable':
      return faultOf('delivery/unreachable', answer.detail)
    case 'unintelligible':
      return faultOf('delivery/unintelligible', answer.detail)
  }
}

const untrusted = faultOf('delivery/no-trust', 'the register declares no such log')

function judgeReceipt(bytes: Uint8Array, { signed }: Asked, trust: DestinationTrust): Judged {
  const opened = openReceipt(bytes, trust.checkpoint)
  if (!opened.ok) return faultOf('delivery/receipt-not-believed', opened.error.code)
  const place = placeOf(opened.value, signed)
  if (place !== undefined) return place
  const cosigners = opened.value.cosignatures.map(({ key }) => key.name)
  return { type: 'receipt', receipt: { bytes, index: opened.value.index, cosigners } }
}

/** A fault unless the receipt's entry is the statement, at the place that the proof shows. */
function placeOf({ entry: bytes, index }: OpenedReceipt, signed: SignedBytes): Judged | undefined {
  const opened = openEntry(bytes)
  if (!opened.ok || opened.value.entry.index !== index) {
    return faultOf('delivery/receipt-not-believed', opened.ok ? 'entry/index' : opened.error.code)
  }
  const { statement, signature } = opened.value.entry
  const same = equalBytes(statement, signed.statement) && equalBytes(signature, signed.signature)
  return same ? undefined : faultOf('delivery/receipt-of-other-bytes', `entry ${index}`)
}

function judgeRefusal(note: Uint8Array, asked: Asked, trust: DestinationTrust): Judged {
  const opened = openRefusal(note, trust.refusals)
  if (!opened.ok) return faultOf('delivery/refusal-not-believed', opened.error.code)
  const { election, statement, code, advice, refusedAt } = opened.value
  if (election !== asked.election || statement !== asked.hashHex) {
    return faultOf('delivery/refusal-of-other-bytes', code)
  }
  return { type: 'refusal', refusal: { code, advice: adviceFor(code, advice), refusedAt, note } }
}

/** This program's own words where it knows the code: what a node writes there is not for an officer to obey. */
function adviceFor(code: string, said: string): string {
  const known: Readonly<Record<string, string>> = refusalAdvice
  return Object.hasOwn(known, code) ? (known[code] ?? '') : said.slice(0, adviceCharactersMax)
}

function faultOf(code: DeliveryFaultCode, detail: string): Judged {
  return { type: 'fault', fault: { code, detail: detail.slice(0, detailCharactersMax) } }
}
