import { destinationTrust } from '@khata/device'
import { equalBytes, intakeLog } from '@khata/ledger'
import type { Drill } from '../../drill/drill.ts'
import type { RunningSite } from '../../drill/network.ts'
import { judgeGiven } from '../receipt-fault.ts'
import { type PublicEntry, statementName } from './public-log.ts'

/** Judges what nodes answer to true statements that somebody else sends once more. */
export class Replays {
  readonly #drill: Drill
  /** Entries that replays were receipted with, by log and statement. */
  readonly #entries = new Map<string, Uint8Array>()

  constructor(drill: Drill) {
    this.#drill = drill
  }

  /** The log that takes the statement at a site; undefined where it has to be refused. */
  logAt({ site }: RunningSite, { log }: PublicEntry): string | undefined {
    if (!this.#drill.seatsAt(site.name).some(({ seat }) => seat === log)) return undefined
    return site.role === 'ro' ? log : intakeLog(site.hub)
  }

  /** What is wrong with a receipt: it must prove the one entry that the log has of these bytes. */
  fault(log: string, { bytes, index, said, log: ownLog }: PublicEntry, receipt: Uint8Array): string | undefined {
    const trust = destinationTrust(this.#drill.register, log)?.checkpoint
    if (trust === undefined) return `${log}: nobody can verify a receipt of it`
    const judged = judgeGiven({ bytes: receipt, signed: { statement: said.bytes, signature: said.signature }, trust })
    if (judged.fault !== undefined) return `${log}: ${judged.fault}`
    const name = `${log} ${statementName(said)}`
    const first = this.#entries.get(name) ?? (log === ownLog ? bytes : judged.entry)
    this.#entries.set(name, first)
    return equalBytes(first, judged.entry) ? undefined : `${ownLog}/${index} became entry ${judged.index} of ${log} too`
  }
}
