import {
  declaredLog,
  formatNote,
  fromHex,
  intakeLog,
  invariant,
  logNoteKey,
  type Refusal,
  refusalAdvice,
  registerLog,
  toBase64,
  toHex,
  utf8Encode,
} from '@khata/ledger'
import type { LogTable } from './log-table.ts'
import type { NodeSetting } from './node-setting.ts'

/** What was refused, as the refusal's note names it. */
export interface Refused {
  /** Log that it concerns; empty where there is none of the name that the statement gave. */
  readonly log: string
  /** Statement hash, lower-case hex; of the received bytes where they are no statement. */
  readonly hash: string
  readonly refusal: Refusal
}

/**
 * A refusal as the node signs it: a C2SP signed note, by the key of the log that it concerns, so that the refused
 * can show it to others. docs/protocol.md, "Refusals".
 */
export function refusalNote(setting: NodeSetting, logs: LogTable, { log, hash, refusal }: Refused): Uint8Array {
  const { trust, signer, site } = setting
  const hashBytes = fromHex(hash)
  const key = logNoteKey(trust, identityOf(setting, logs, log))
  invariant(hashBytes !== undefined && key !== undefined, 'a node signs about bytes it has seen, with a usable key')
  const named = [trust.election, log === '' ? '-' : log, toBase64(hashBytes), refusal.code, site.clock.now()]
  const text = `khata/refusal/v1\n${named.join('\n')}\n${refusalAdvice[refusal.code]}\n`
  const signature = signer.sign(utf8Encode(text))
  return formatNote({ text, signatures: [{ name: key.name, keyId: key.keyId, signature }] })
}

/** The log under whose key the node speaks: the one concerned, or else the first that it writes. */
function identityOf(setting: NodeSetting, logs: LogTable, concerned: string) {
  const { seats, hub, signer } = setting
  const log = concerned === '' ? (hub === undefined ? (seats[0] ?? registerLog) : intakeLog(hub)) : concerned
  const generation = declaredLog(logs.register, log)?.generation ?? 1
  return { log, generation, sequencerKey: toHex(signer.key) }
}
