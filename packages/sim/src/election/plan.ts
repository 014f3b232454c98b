/**
 * An election as plain data: what exists before the first signature. A drill is generated, a replay is reconstructed
 * from published figures. What is unknown is absent, never 0.
 */
export interface ElectionPlan {
  /** Election id without its mode, e.g. `pk-ge-2024`. */
  readonly election: string
  readonly mode: 'drill' | 'replay'
  readonly title: string
  /** Replay only: what the figures were reconstructed from. */
  readonly source?: string
  /** Close of poll, milliseconds since 1970. */
  readonly closeOfPollMs?: number
  readonly provinces: readonly ProvincePlan[]
  readonly seats: readonly SeatPlan[]
  /** Replay only: what the reconstruction found odd in its source and kept. */
  readonly notes?: readonly PlanNote[]
}

export type ProvinceCode = 'punjab' | 'sindh' | 'kp' | 'balochistan' | 'islamabad'

export interface ProvincePlan {
  readonly code: ProvinceCode
  readonly name: string
}

export interface SeatPlan {
  /** e.g. `NA-46` */
  readonly seat: string
  readonly name: string
  readonly assembly: 'NA' | 'PA'
  readonly province: ProvinceCode
  readonly district: string
  readonly candidates: readonly CandidatePlan[]
  /** Where the candidates' serials come from; only `form-33` serials are official. */
  readonly serials?: 'form-33' | 'order-of-file' | 'generated'
  /** Replay only: the vote columns under the labels they were collected with. */
  readonly columns?: readonly CollectedColumn[]
  readonly stations: readonly StationPlan[]
}

export interface CandidatePlan {
  readonly serial: number
  readonly nameEn: string
  readonly nameUr?: string
  readonly party: string
  readonly symbol?: string
  readonly address?: string
}

export interface CollectedColumn {
  readonly label: string
  /** The Form 33 serial, present only where exactly one candidate of the seat matches; absent is `unmatched`. */
  readonly serial?: number
}

export interface StationPlan {
  readonly number: number
  readonly name: string
  readonly type: 'male' | 'female' | 'combined' | 'unknown'
  /** One building's id: it links the NA and the PA number of one polling station. */
  readonly physicalStation?: string
  readonly registeredMale?: number
  readonly registeredFemale?: number
  readonly registeredTotal?: number
  readonly boothsMale?: number
  readonly boothsFemale?: number
  readonly lat?: number
  readonly lon?: number
  /** What the presiding officer will sign; absent means that the form is awaited. */
  readonly figures?: Form45Figures
  /** Says why this station, or its number, is not one of a Form 28. */
  readonly synthetic?: string
}

/** Form 45 with the figures of its Form 46. */
export interface Form45Figures {
  /** One per candidate, or per collected column where the seat has columns. */
  readonly votes: readonly CellFigures[]
  readonly validTotal?: number
  readonly excluded?: number
  readonly polled?: number
  readonly votersMale?: number
  readonly votersFemale?: number
  readonly votersTotal?: number
  readonly ballots?: BallotPaperAccount
  /** Polling agents named on the form. */
  readonly agents?: readonly AgentOnForm[]
  /** The time written on the form, milliseconds since 1970. */
  readonly countedAt?: number
  /** The generator's own label of a deliberate defect; no node is ever shown it. */
  readonly defect?: string
}

export interface CellFigures {
  /** Index into the seat's columns, or into its candidates where it has no columns. */
  readonly column: number
  readonly valid?: number
  readonly tendered?: number
  readonly challenged?: number
  readonly total?: number
}

/** Elections Act 2017 s. 90(12): signed, or the reason why not. */
export interface AgentOnForm {
  /** Form 33 serial. */
  readonly candidate: number
  readonly signed: boolean
  /** Empty where the agent signed. */
  readonly absenceReason: string
  readonly copyGiven: boolean
}

/** Form 46, every figure in ballot papers. */
export interface BallotPaperAccount {
  readonly received: number
  readonly unissued: number
  readonly takenFromBox: number
  readonly tendered: number
  readonly challenged: number
  readonly spoilt: number
  readonly stray: number
  readonly cancelled: number
}

export type PlanNoteCode =
  | 'source/serial-missing'
  | 'source/list-unusable'
  | 'source/all-zero'
  | 'source/header-line'
  | 'source/number-suspect'
  | 'source/unnumbered'
  | 'source/polled-mismatch'
  | 'source/registered-zero'
  | 'source/sum-mismatch'

/** Something odd in the source, kept as it is and said aloud. */
export interface PlanNote {
  readonly code: PlanNoteCode
  readonly seat: string
  readonly stations?: readonly number[]
  /** Line of the source file, 1 being its header. */
  readonly line?: number
  readonly detail: string
}

export const PROVINCES: readonly ProvincePlan[] = [
  { code: 'punjab', name: 'Punjab' },
  { code: 'sindh', name: 'Sindh' },
  { code: 'kp', name: 'Khyber Pakhtunkhwa' },
  { code: 'balochistan', name: 'Balochistan' },
  { code: 'islamabad', name: 'Islamabad Capital Territory' },
]
