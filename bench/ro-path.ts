import { join } from 'node:path'
import { type OpenedStatement, openStatement, type SignedBytes, signatureClaims } from '@khata/ledger'
import type { FixtureSigner } from '@khata/ledger/fixture'
import { groupEntriesMax } from '@khata/node'
import type { ThreadedVerifierPool } from '@khata/verifier-pool'
import { atLeast, atMost, type Figure, groupsOf, median, perSecond, take, withConcurrency } from './measure.ts'
import { nightOf, openRoOffice, type RoOffice } from './ro-office.ts'

/**
 * Submissions under way at once: so many that groups come near the 500 in which the parts are measured alone, and below
 * the number of stations, so that a station's acts never overtake each other.
 */
const submissionsInFlight = 1_900
const stations = 2_000
const candidates = 20
const statementsMeasured = 75_000
const rounds = 5
/** Before the first round: until the runtime has compiled what runs often. */
const statementsWarmUp = 12_000

export interface BenchContext {
  readonly folder: string
  readonly signer: FixtureSigner
  readonly pool: ThreadedVerifierPool
}

/** The RO's full path against its two parts, each alone on the same statements in the same run. */
export async function benchRoPath({ folder, signer, pool }: BenchContext): Promise<Figure> {
  await using office = await openRoOffice({ folder: join(folder, 'ro-path'), stations, candidates, signer, pool })
  const night = nightOf(office.seat)
  await submitAll(office, take(night, statementsWarmUp))
  const ratios: { readonly path: number; readonly verify: number; readonly publish: number; readonly ratio: number }[] =
    []
  for (let round = 0; round < rounds; round += 1) {
    const statements = take(night, statementsMeasured / rounds)
    const verify = await perSecond(statements.length, () => verifyAlone(pool, statements))
    const publish = await perSecond(statements.length, () => publishAlone(office, statements, `BENCH-${round}`))
    const path = await perSecond(statements.length, () => submitAll(office, statements))
    ratios.push({ path, verify, publish, ratio: path * (1 / verify + 1 / publish) })
  }
  const value = median(ratios.map(({ ratio }) => ratio))
  const typical = ratios.find(({ ratio }) => ratio === value) ?? { path: 0, verify: 0, publish: 0 }
  return atLeast('ro-path', value, 0.6, { path: typical.path, verify: typical.verify, publish: typical.publish })
}

/** Processor time per entry late in a long log against early in it. */
export async function benchGrowth(
  context: BenchContext,
  sizes: { readonly early: number; readonly late: number },
): Promise<Figure> {
  const { folder, signer, pool } = context
  await using office = await openRoOffice({ folder: join(folder, 'growth'), stations, candidates, signer, pool })
  const night = nightOf(office.seat)
  const window = Math.floor(sizes.early / 2)
  await submitAll(office, take(night, sizes.early - window))
  const early = await cpuPerEntry(office, take(night, 2 * window))
  while (sizeOf(office) < sizes.late - window)
    await submitAll(office, take(night, Math.min(10_000, sizes.late - window - sizeOf(office))))
  const late = await cpuPerEntry(office, take(night, 2 * window))
  return atMost(
    'cost-per-entry',
    late / early,
    { bound: 1.1 },
    { earlyUs: early, lateUs: late, earlyAt: sizes.early, lateAt: sizes.late },
  )
}

export async function submitAll(office: RoOffice, statements: readonly SignedBytes[]): Promise<void> {
  await withConcurrency(statements, submissionsInFlight, (signed) => office.submit(signed))
}

async function cpuPerEntry(office: RoOffice, statements: readonly SignedBytes[]): Promise<number> {
  const before = process.cpuUsage()
  await submitAll(office, statements)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / statements.length
}

function sizeOf({ node }: RoOffice): number {
  return node.logs.fold('NA-1')?.size ?? 0
}

async function verifyAlone(pool: ThreadedVerifierPool, statements: readonly SignedBytes[]): Promise<void> {
  const triples = statements.map((signed) => signatureClaims(opened(signed))).flat()
  const batches = groupsOf(triples, groupEntriesMax)
  await withConcurrency(batches, 4, (batch) => pool.verify(batch))
}

async function publishAlone({ site }: RoOffice, statements: readonly SignedBytes[], log: string): Promise<void> {
  await site.eventLog.open(log)
  let size = 0
  for (const group of groupsOf(statements, groupEntriesMax)) {
    await site.eventLog.append(
      log,
      size,
      group.map(({ statement }) => statement),
    )
    size += group.length
  }
}

function opened({ statement, signature }: SignedBytes): OpenedStatement {
  const result = openStatement(statement, signature)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
