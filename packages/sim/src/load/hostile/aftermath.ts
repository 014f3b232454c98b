import type { SignedBytes } from '@khata/ledger'
import type { Drill } from '../../drill/drill.ts'
import { logLines } from '../../drill/log-sizes.ts'
import type { RunningSite } from '../../drill/network.ts'
import type { NodeClient } from '../../officers/node-client.ts'
import { Check, type CheckTold } from '../check.ts'
import { entriesFrom, statementName } from './public-log.ts'

/** What an attack must not leave behind it: hostile entries, and nodes that are away or not the same any more. */
export class Aftermath {
  readonly #kept = new Check('hostile-entries', 'no hostile statement is an entry of any log at any node')
  readonly #once = new Check('hostile-once', 'no statement is two entries of a log')
  readonly #alive = new Check('hostile-nodes', 'every node is ready, and the same process as before')
  readonly #drill: Drill
  readonly #never = new Set<string>()
  /** Where each statement is: node, log and index. */
  readonly #places = new Map<string, Set<string>>()
  readonly #starts = new Map<string, string>()

  constructor(drill: Drill) {
    this.#drill = drill
  }

  get checks(): readonly CheckTold[] {
    return [this.#kept.told, this.#once.told, this.#alive.told]
  }

  /** Notes which processes there are. */
  async begin(): Promise<void> {
    for (const { site } of this.#drill.sites) {
      this.#starts.set(site.name, await startOf(this.#drill.client(site.name)))
    }
  }

  /** No log may come to hold this. */
  never({ statement, signature }: SignedBytes): void {
    this.#never.add(statementName({ bytes: statement, signature }))
  }

  async look(): Promise<void> {
    for (const site of this.#drill.sites) {
      this.#alive.take(await this.#siteFault(site))
      await this.#lookThrough(site)
    }
    for (const name of this.#never) {
      const places = this.#places.get(name)
      this.#kept.take(places && `a hostile statement is ${[...places].join(', ')}`)
    }
  }

  async #siteFault({ site: { name } }: RunningSite): Promise<string | undefined> {
    const client = this.#drill.client(name)
    for (const path of ['/health', '/ready']) {
      const { status } = await client.get(path)
      if (status !== 200) return `${name}: ${path} answers ${status}`
    }
    return (await startOf(client)) === this.#starts.get(name) ? undefined : `${name}: another process`
  }

  /** Every log that the site has: each hub's intake is at that hub alone. */
  async #lookThrough({ site: { name } }: RunningSite): Promise<void> {
    const client = this.#drill.client(name)
    for (const { log, size } of (await logLines(client)).values()) {
      const seen = new Set<string>()
      for (const { index, said } of await entriesFrom(client, log, 0, size)) {
        const statement = statementName(said)
        const place = `${name} ${log}/${index}`
        this.#once.take(seen.has(statement) ? `${place} was an entry before` : undefined)
        seen.add(statement)
        this.#places.set(statement, (this.#places.get(statement) ?? new Set()).add(place))
      }
    }
  }
}

/** prom-client's figure for the start of the process, in seconds since 1970. */
async function startOf(client: NodeClient): Promise<string> {
  const { bytes } = await client.get('/metrics', 'text/plain')
  return /^process_start_time_seconds (\S+)$/m.exec(new TextDecoder().decode(bytes))?.[1] ?? 'unknown'
}
