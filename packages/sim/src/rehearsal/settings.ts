import type { Drawn } from '../election/conditions.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** What a form needs before it is counted: `lock_grade_min` and `readings_accepted_min` of the rule parameters. */
export interface Gates {
  readonly lock: 'remote' | 'shown'
  readonly readings: 1 | 2
}

export const ALL_GATES: readonly Gates[] = [
  { lock: 'remote', readings: 1 },
  { lock: 'remote', readings: 2 },
  { lock: 'shown', readings: 1 },
  { lock: 'shown', readings: 2 },
]

/** The people of one returning officer's office, and how long each thing takes them. */
export interface Office {
  readonly operators: number
  /** One form keyed blind from its image or paper, by somebody fresh. */
  readonly keying: Drawn
  /** Share of forms keyed with a figure wrong, by somebody fresh. */
  readonly keyingErrorShare: number
  /** After so long at the keys every hour adds this share to the time and to the errors. */
  readonly freshMs: number
  readonly fatiguePerHour: number
  readonly breakAfterMs: number
  readonly breakMs: number
  /** Officers served at the door at once, and the time with one: the bags, the paper, the lock shown. */
  readonly doorDesks: number
  readonly door: Drawn
  /** The returning officer's own look at a form, a difference settled with an operator, and a request written. */
  readonly deciding: Drawn
  readonly settling: Drawn
  readonly asking: Drawn
  /** A substitute's key enrolled, with the office's own check of who he is. */
  readonly enrolling: Drawn
  /** From the request to the corrected form: by device from where the officer is, at the desk, or by coming back. */
  readonly correctingByDevice: Drawn
  readonly correctingAtDesk: Drawn
  readonly comingBack: Drawn
}

/** Four operators an office in 2024; about three minutes a form to begin with. The rest are assumptions. */
export const OFFICE: Office = {
  operators: 4,
  keying: { medianMs: 3 * MINUTE_MS, sigma: 0.3 },
  keyingErrorShare: 0.01,
  freshMs: 4 * HOUR_MS,
  fatiguePerHour: 0.05,
  breakAfterMs: 3 * HOUR_MS,
  breakMs: 15 * MINUTE_MS,
  doorDesks: 2,
  door: { medianMs: 4 * MINUTE_MS, sigma: 0.5 },
  deciding: { medianMs: 45 * SECOND_MS, sigma: 0.5 },
  settling: { medianMs: 3 * MINUTE_MS, sigma: 0.4 },
  enrolling: { medianMs: 6 * MINUTE_MS, sigma: 0.5 },
  asking: { medianMs: 2 * MINUTE_MS, sigma: 0.4 },
  correctingByDevice: { medianMs: 20 * MINUTE_MS, sigma: 0.6 },
  correctingAtDesk: { medianMs: 12 * MINUTE_MS, sigma: 0.4 },
  comingBack: { medianMs: 90 * MINUTE_MS, sigma: 0.5 },
}

/**
 * Recounts before the consolidation: in 2018 one in 21 NA and 33 PA of the 248 seats with a margin below 5 %. How long a
 * station takes, and how many teams an office has, are assumptions.
 */
export const RECOUNT = {
  askedShare: (21 + 33) / 248,
  station: { medianMs: 40 * MINUTE_MS, sigma: 0.4 },
  teams: 8,
} as const
