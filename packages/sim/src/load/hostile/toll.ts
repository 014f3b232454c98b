import { answerText } from './verdict.ts'
import type { Exchange } from './wire.ts'

export const HOSTILE_KINDS = {
  flood: 'requests of a flood',
  garbage: 'garbage',
  oversized: 'oversized bodies',
  slow: 'slow connections',
  forged: 'forged statements',
  replay: 'replays',
} as const

export type HostileKind = keyof typeof HOSTILE_KINDS

/** How many of a kind were sent, and how often each answer came. */
export interface HostileTold {
  readonly kind: HostileKind
  readonly sent: number
  /** By status and code; `ended` where the node ended the connection without an answer. */
  readonly answers: Readonly<Record<string, number>>
}

/** Counts what was sent and how it was answered. */
export class Toll {
  readonly #sent = new Map<HostileKind, number>()
  readonly #answers = new Map<HostileKind, Map<string, number>>()

  /** @param sent requests on that connection. */
  take(kind: HostileKind, { answers, ended }: Exchange, sent = 1): void {
    this.#sent.set(kind, (this.#sent.get(kind) ?? 0) + sent)
    const counts = this.#answers.get(kind) ?? new Map<string, number>()
    this.#answers.set(kind, counts)
    const unanswered = Array.from({ length: Math.max(0, sent - answers.length) }, () => (ended ? 'ended' : 'none'))
    for (const text of [...answers.map(answerText), ...unanswered]) counts.set(text, (counts.get(text) ?? 0) + 1)
  }

  get told(): readonly HostileTold[] {
    return (Object.keys(HOSTILE_KINDS) as HostileKind[]).map((kind) => ({
      kind,
      sent: this.#sent.get(kind) ?? 0,
      answers: Object.fromEntries([...(this.#answers.get(kind) ?? [])].toSorted(([, a], [, b]) => b - a)),
    }))
  }
}
