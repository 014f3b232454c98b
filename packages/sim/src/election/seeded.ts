import { randomGamma, randomNormal } from 'd3-random'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that arrives as data: the same seed and stream give the same draws in the same order. */
export interface Seeded {
  /** In [0, 1). */
  uniform(): number
  /** Both ends included. */
  integer(from: number, to: number): number
  normal(mean: number, sd: number): number
  /** Gamma by its mean and standard deviation, never negative. */
  gamma(mean: number, sd: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  shuffled<T>(list: readonly T[]): T[]
}

/**
 * Streams of one seed do not overlap: each lies 2^64 draws beyond the one before. Stream 0 jumps once as well: the state
 * made from a small seed is nearly all ones or zeros, and so are its first draws.
 */
export function seeded(seed: number, stream: number): Seeded {
  return seededFrom(seed, stream)()
}

/** The streams of a seed from this one on, one after another. */
export function seededFrom(seed: number, stream: number): () => Seeded {
  const generator = xoroshiro128plus(seed)
  for (let jumped = 0; jumped < stream; jumped += 1) generator.jump()
  return () => {
    generator.jump()
    return drawing(generator.clone())
  }
}

function drawing(generator: JumpableRandomGenerator): Seeded {
  const uniform = (): number => uniformFloat64(generator)
  const integer = (from: number, to: number): number => uniformInt(generator, from, to)
  const unitNormal = randomNormal.source(uniform)(0, 1)
  const gamma = randomGamma.source(uniform)
  return {
    uniform,
    integer,
    normal: (mean, sd) => mean + sd * unitNormal(),
    gamma: (mean, sd) => gamma((mean / sd) ** 2, sd ** 2 / mean)(),
    pick: (list) => list[integer(0, list.length - 1)] ?? list[0],
    shuffled: (list) => shuffled(list, integer),
  }
}

export function clamped(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function shuffled<T>(list: readonly T[], integer: (from: number, to: number) => number): T[] {
  const keyed = list.map((item) => ({ item, key: integer(0, 0x7fffffff) }))
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item)
}
