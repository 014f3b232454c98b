import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A seed that once showed a fault, and what it was. */
export interface FoundSeed {
  readonly seed: number
  readonly note: string
}

const folder = fileURLToPath(new URL('../../../../test/seeds/', import.meta.url))

export function foundSeeds(): readonly FoundSeed[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.flatMap((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as readonly FoundSeed[])
}
