/** A Form 47 as one node served it. */
export interface Form47Seen {
  readonly site: string
  readonly seat: string
  readonly generation: number
  readonly size: number
  /** Size of the register by which it was judged. */
  readonly register: number
  /** SHA-256 of the served bytes, lower-case hex. */
  readonly hash: string
}

interface Standing {
  readonly seen: Form47Seen
  readonly sites: Set<string>
}

/** Form 47 is a function of the log: at the same size any two nodes must have the same bytes. */
export class Form47Comparison {
  readonly #standing = new Map<string, Standing>()

  /** Takes one form. Answers what it differs from, undefined where it does not. */
  take(seen: Form47Seen): string | undefined {
    const { seat, generation, size, register, site, hash } = seen
    const key = `${seat} at ${size} entries (generation ${generation}, register ${register})`
    const standing = this.#standing.get(key) ?? { seen, sites: new Set() }
    this.#standing.set(key, standing)
    standing.sites.add(site)
    return standing.seen.hash === hash
      ? undefined
      : `${key}: ${hash} at ${site}, ${standing.seen.hash} at ${standing.seen.site}`
  }

  /** The most sites that were seen with one seat's Form 47 at one size. */
  sitesTogether(seat: string): number {
    const own = [...this.#standing.values()].filter(({ seen }) => seen.seat === seat)
    return Math.max(0, ...own.map(({ sites }) => sites.size))
  }

  /** Sizes at which two sites or more were seen. */
  get sizesCompared(): number {
    return [...this.#standing.values()].filter(({ sites }) => sites.size > 1).length
  }
}
