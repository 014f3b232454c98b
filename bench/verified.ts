import { systemClock } from '@khata/node'

/** Past it the node has stopped working: one slow core takes a third of it. */
const verifiedWithinMs = 900_000

/** Until a node has verified so many entries again after its start. */
export async function untilVerified(url: string, entries: number): Promise<void> {
  const signal = AbortSignal.timeout(verifiedWithinMs)
  while ((await scrubbedEntries(url)) < entries) await systemClock.sleep(500, signal)
}

async function scrubbedEntries(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const logs = [...metrics.matchAll(/^khata_scrubbed_entries\{.*\} (\d+)$/gm)]
  return logs.reduce((sum, [, verified]) => sum + Number(verified), 0)
}
