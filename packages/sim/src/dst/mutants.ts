import { type AlterationName, alterations } from './alterations.ts'
import { type Outcome, runNight } from './night.ts'
import { patches } from './patches.ts'

export type MutantName = AlterationName | keyof typeof patches

/** Within how many seeds, from 1 on, a node that is wrong on purpose must be found. */
export const foundWithin: Readonly<Record<MutantName, number>> = {
  'no-fsync': 10,
  'store-answers-early': 10,
  'checksums-ignored': 60,
  'torn-batches': 60,
  'full-disk-ignored': 20,
  'newest-is-oldest': 10,
  'no-expected-size': 10,
  'acknowledged-before-append': 10,
  'batches-cut-short': 10,
  'lost-answer-is-success': 10,
  'acknowledged-before-release': 10,
  'no-expected-place': 80,
  'checkpoints-not-kept': 10,
  'lineage-not-judged': 20,
  'lineage-not-kept': 40,
  'marker-ignored': 20,
  'marker-not-written': 40,
  'genesis-assumed': 80,
  'names-forgotten': 10,
  'signatures-unchecked': 10,
  'one-signature-unchecked': 10,
  'hub-no-fsync': 100,
  'stale-pin-accepted': 10,
  'device-never-resubmits': 10,
  'device-believes-local': 10,
  'device-sends-before-sync': 10,
  'revoked-key-taken': 10,
  'second-form-stands': 20,
  'own-clock-proves': 10,
  'forks-not-kept': 20,
  'cross-check-blind': 20,
  'snapshot-code-ignored': 10,
  'unknown-rules-judged': 10,
  'fork-overwrites-copy': 20,
  'observer-forgets': 20,
  'manifest-believed': 20,
  'parked-frames-forgotten': 60,
  'acknowledged-uncosigned': 40,
  'images-unchecked': 20,
  'images-before-entries': 10,
  'images-given-unread': 10,
}

/** One night of nodes that are wrong in this way. */
export async function runMutant(seed: number, name: MutantName, only?: ReadonlySet<number>): Promise<Outcome> {
  if (isAlteration(name)) return runNight(seed, alterations[name], only)
  const takeOut = patches[name]()
  try {
    return await runNight(seed, undefined, only)
  } finally {
    takeOut()
  }
}

function isAlteration(name: MutantName): name is AlterationName {
  return name in alterations
}

/** The first seed whose night shows what is wrong; undefined where none of so many does. */
export async function firstFound(name: MutantName, seeds: number): Promise<number | undefined> {
  for (let seed = 1; seed <= seeds; seed++) {
    const { violation } = await runMutant(seed, name)
    if (violation !== undefined) return seed
  }
  return undefined
}

/** Tries each and prints a table of the seeds that it took. Returns how many were not found within their bounds. */
export async function tryMutants(print: (line: string) => void, bounds = Object.entries(foundWithin)): Promise<number> {
  let missed = 0
  print(`${'mutant'.padEnd(nameWidth)} found at  within`)
  for (const [name, seeds] of bounds) {
    const found = await firstFound(name as MutantName, seeds)
    if (found === undefined) missed += 1
    print(`${name.padEnd(nameWidth)} ${String(found ?? 'NOT').padStart(8)} ${String(seeds).padStart(7)}`)
  }
  print(`${bounds.length} mutants, ${missed} not found`)
  return missed
}

const nameWidth = Math.max(...Object.keys(foundWithin).map(({ length }) => length))
