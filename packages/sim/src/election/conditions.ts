const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A span of the night, milliseconds after the close of poll. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** What lies between a signed form and the returning officer's office on one night. */
export interface Conditions {
  readonly title: string
  /** When phones have a network, where there is a signal at all. */
  readonly network: readonly Span[]
  /** Share of buildings with a signal while there is a network, and of officers whose device never sends. */
  readonly signalShare: number
  readonly noDeviceShare: number
  /** Share of officers in whose place another one had to act on the day; the register does not know that one's key. */
  readonly substituteShare: number
  /** Share of districts that are cut off for a while, when that begins, and how long it lasts. */
  readonly outages: { readonly share: number; readonly lasts: Drawn } & Span
  /** From the last signature to leaving: copies given, the result posted, bags sealed. */
  readonly packing: Drawn
  /** By road to the first returning officer's office, and from there to the second. */
  readonly road: Drawn
  readonly betweenOffices: Drawn
  /** Officers who come hours later than the others. */
  readonly late: { readonly share: number } & Span
  /** Forms in whose place another, different one is sent some time after: each holds its station. */
  readonly replaced: { readonly share: number; readonly after: Drawn }
}

/** Drawn log-normally: half of all take longer than the median. */
export interface Drawn {
  readonly medianMs: number
  readonly sigma: number
}

const ALL_NIGHT: Span = { fromMs: 0, toMs: 96 * HOUR_MS }

/**
 * Assumptions, fitted to what is known. 2024: mobile networks were cut all day and night, none of 859 returning officers
 * (by another count four) had every station by 02:00, nine hours after the close, most had by 10:00, and some officers
 * came eight to ten hours late with all documents.
 */
const CUT: Conditions = {
  title: '2024: the mobile network is cut all night, officers come by road',
  network: [],
  signalShare: 0,
  noDeviceShare: 0.03,
  substituteShare: 0.01,
  outages: { share: 0.1, fromMs: 0, toMs: 12 * HOUR_MS, lasts: { medianMs: 2 * HOUR_MS, sigma: 0.8 } },
  packing: { medianMs: 45 * MINUTE_MS, sigma: 0.4 },
  road: { medianMs: 100 * MINUTE_MS, sigma: 0.65 },
  betweenOffices: { medianMs: 20 * MINUTE_MS, sigma: 0.5 },
  late: { share: 0.03, fromMs: 8 * HOUR_MS, toMs: 15 * HOUR_MS },
  replaced: { share: 0, after: { medianMs: 2 * HOUR_MS, sigma: 1 } },
}

/** Nights to rehearse, by name. The demo plays the first. */
export const CONDITIONS = {
  'cut-2024': CUT,
  open: {
    ...CUT,
    title: 'The network holds all night; nine buildings in ten have a signal',
    network: [ALL_NIGHT],
    signalShare: 0.9,
  },
  // The flow stopped at 23:47, five hours and 47 minutes after that year's close, with about half of the stations in.
  'stopped-2018': {
    ...CUT,
    title: '2018: nothing comes electronically from 23:47 on',
    network: [{ fromMs: 0, toMs: 5 * HOUR_MS + 47 * MINUTE_MS }],
    signalShare: 0.55,
  },
  // Nigeria 2023: half of the result sheets came more than 54 hours after the close, and 51,101 of 206,430 images
  // replaced an earlier one.
  'late-tail': {
    ...CUT,
    title: 'A tail as Nigeria’s in 2023: half of all come after more than two days',
    late: { share: 0.6, fromMs: 40 * HOUR_MS, toMs: 90 * HOUR_MS },
    replaced: { ...CUT.replaced, share: 51_101 / 206_430 },
  },
} as const satisfies Readonly<Record<string, Conditions>>

export type ConditionsName = keyof typeof CONDITIONS
