import { canonicalBytes, equalBytes, type Form47, sha256, toHex } from '@khata/ledger'
import type { Drill } from '../drill/drill.ts'
import { forSites } from '../drill/network.ts'
import type { Observed, ObservedSeat } from '../drill/observer.ts'
import { DrillError } from '../officers/drill-error.ts'
import type { NodeClient } from '../officers/node-client.ts'
import { differences, type Expected } from './expected.ts'

/** One seat's Form 47 as four parties have it. */
export interface SeatProof {
  readonly seat: string
  readonly name: string
  readonly size: number
  /** SHA-256 of the returning officer's bytes. */
  readonly hash: string
  readonly stations: Form47['stations']
  readonly notCounted: Form47['notCounted']
  /** The sum over all columns. */
  readonly votes: number
  /** Who has other bytes than the returning officer. */
  readonly differsAt: readonly string[]
  readonly observer: ObservedSeat | undefined
  /** What does not add up to the plan's or the files' sums. */
  readonly figures: readonly string[]
  readonly holds: boolean
}

/** Compares each seat's Form 47 at RO, province, HQ and observer, and with the sums worked out beside. */
export async function proveSeats(drill: Drill, observed: Observed, expected: Expected): Promise<readonly SeatProof[]> {
  return await forSites(drill.plan.seats, async ({ seat, name, province }) => {
    const own = await form47At(drill.client(drill.roSite(seat).site.name), seat)
    const differsAt: string[] = []
    for (const site of [province, 'hq']) {
      const other = await form47At(drill.client(site), seat)
      if (!equalBytes(own.bytes, other.bytes)) differsAt.push(site)
    }
    const observer = observed.seats.get(seat)
    if (observer?.hash !== own.hash) differsAt.push('observer')
    const sums = expected.get(seat)
    const figures = sums === undefined ? ['no sums to compare with'] : differences(own.form, sums)
    const holds = differsAt.length === 0 && figures.length === 0 && observer?.status === 'verified'
    const { log, stations, notCounted, candidates } = own.form
    const votes = candidates.reduce((sum, candidate) => sum + (candidate.votes ?? 0), 0)
    const found = { stations, notCounted, votes, differsAt, observer, figures, holds }
    return { seat, name, size: log.size, hash: own.hash, ...found }
  })
}

async function form47At(client: NodeClient, seat: string) {
  const { status, bytes } = await client.get(`/v1/seats/${seat}/form47`)
  if (status !== 200) throw new DrillError('drill/refused', `Form 47 of ${seat} at ${client.url}: status ${status}`)
  const form = JSON.parse(new TextDecoder().decode(bytes)) as Form47
  if (!equalBytes(canonicalBytes(form), bytes))
    throw new DrillError('drill/refused', `Form 47 of ${seat}: not canonical`)
  return { form, bytes, hash: toHex(sha256(bytes)) }
}
