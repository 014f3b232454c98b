import {
  declaredLog,
  intakeLog,
  invariant,
  logNoteKey,
  type Refusal,
  refusalAdvice,
  registerLog,
  signRefusal,
  toHex,
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

/** A refusal as the node signs it, by the key of the log that it concerns. */
export function refusalNote(setting: NodeSetting, logs: LogTable, { log, hash, refusal }: Refused): Uint8Array {
  const { trust, signer, site } = setting
  const key = logNoteKey(trust, identityOf(setting, logs, log))
  invariant(key !== undefined, 'a node signs with a usable key')
  const { code } = refusal
  const named = { election: trust.election, log: log === '' ? undefined : log, statement: hash }
  const said = { ...named, code, refusedAt: site.clock.now(), advice: refusalAdvice[code] }
  return signRefusal(said, key, (message) => signer.sign(message))
}

/** The log under whose key the node speaks: the one concerned, or else the first that it writes. */
function identityOf(setting: NodeSetting, logs: LogTable, concerned: string) {
  const { seats, hub, signer } = setting
  const log = concerned === '' ? (hub === undefined ? (seats[0] ?? registerLog) : intakeLog(hub)) : concerned
  const generation = declaredLog(logs.register, log)?.generation ?? 1
  return { log, generation, sequencerKey: toHex(signer.key) }
}
