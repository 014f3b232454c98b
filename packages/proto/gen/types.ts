// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.

export const ExclusionGround = {
  UNSPECIFIED: 0,
  NO_OFFICIAL_MARK: 1,
  WRITING_OR_ATTACHMENT: 2,
  NO_PRESCRIBED_MARK: 3,
  AMBIGUOUS_MARK: 4,
} as const
export type ExclusionGround = (typeof ExclusionGround)[keyof typeof ExclusionGround]

export const SignatoryRole = {
  UNSPECIFIED: 0,
  SENIOR_ASSISTANT_PRESIDING_OFFICER: 1,
  POLLING_AGENT: 2,
  OBSERVER: 3,
} as const
export type SignatoryRole = (typeof SignatoryRole)[keyof typeof SignatoryRole]

export const PositionClaim = {
  UNSPECIFIED: 0,
  AT_STATION: 1,
  ELSEWHERE: 2,
  UNKNOWN: 3,
} as const
export type PositionClaim = (typeof PositionClaim)[keyof typeof PositionClaim]

export const Channel = {
  UNSPECIFIED: 0,
  DEVICE_ONLINE: 1,
  DEVICE_QUEUED: 2,
  BY_HAND: 3,
  COURIER: 4,
} as const
export type Channel = (typeof Channel)[keyof typeof Channel]

/** A figure of Forms 45 and 46. */
export const Form45Figure = {
  UNSPECIFIED: 0,
  /** Of the candidate in `row`. */
  VALID: 1,
  TENDERED: 2,
  CHALLENGED: 3,
  TOTAL: 4,
  /** Of the ground in `row`. */
  EXCLUDED_BY_GROUND: 5,
  VALID_TOTAL: 6,
  EXCLUDED_TOTAL: 7,
  POLLED_TOTAL: 8,
  REGISTERED_TOTAL: 9,
  VOTERS_MALE: 10,
  VOTERS_FEMALE: 11,
  VOTERS_TOTAL: 12,
  BALLOTS_RECEIVED: 13,
  BALLOTS_UNISSUED: 14,
  BALLOTS_TAKEN_FROM_BOX: 15,
  BALLOTS_TENDERED: 16,
  BALLOTS_CHALLENGED: 17,
  BALLOTS_SPOILT: 18,
  BALLOTS_STRAY: 19,
  BALLOTS_CANCELLED: 20,
} as const
export type Form45Figure = (typeof Form45Figure)[keyof typeof Form45Figure]

export const Form47Stage = {
  UNSPECIFIED: 0,
  PARTIAL: 1,
  COMPLETE: 2,
} as const
export type Form47Stage = (typeof Form47Stage)[keyof typeof Form47Stage]

/** Least of a lock that a form needs before it is accepted. */
export const LockGrade = {
  UNSPECIFIED: 0,
  REMOTE: 1,
  SHOWN: 2,
} as const
export type LockGrade = (typeof LockGrade)[keyof typeof LockGrade]

export const CopyKind = {
  UNSPECIFIED: 0,
  RETURNING_OFFICER: 1,
  HQ: 2,
  AGENT: 3,
  OBSERVER: 4,
  POSTED: 5,
} as const
export type CopyKind = (typeof CopyKind)[keyof typeof CopyKind]

export const Stage = {
  UNSPECIFIED: 0,
  POLL: 1,
  COUNT: 2,
  TABULATION: 3,
  CONSOLIDATION: 4,
} as const
export type Stage = (typeof Stage)[keyof typeof Stage]

export const Assembly = {
  UNSPECIFIED: 0,
  NATIONAL: 1,
  PROVINCIAL: 2,
} as const
export type Assembly = (typeof Assembly)[keyof typeof Assembly]

export const Role = {
  UNSPECIFIED: 0,
  HQ: 1,
  PROVINCIAL_COMMISSIONER: 2,
  DISTRICT_RETURNING_OFFICER: 3,
  RETURNING_OFFICER: 4,
  ASSISTANT_RETURNING_OFFICER: 5,
  DATA_ENTRY_OPERATOR: 6,
  PRESIDING_OFFICER: 7,
  SENIOR_ASSISTANT_PRESIDING_OFFICER: 8,
  CANDIDATE: 9,
  POLLING_AGENT: 10,
  OBSERVER: 11,
} as const
export type Role = (typeof Role)[keyof typeof Role]

export const ListKind = {
  UNSPECIFIED: 0,
  FORM_28: 1,
  FORM_33: 2,
} as const
export type ListKind = (typeof ListKind)[keyof typeof ListKind]

export const StationType = {
  UNSPECIFIED: 0,
  MALE: 1,
  FEMALE: 2,
  COMBINED: 3,
} as const
export type StationType = (typeof StationType)[keyof typeof StationType]

export const StationChange = {
  UNSPECIFIED: 0,
  ADDED: 1,
  MOVED: 2,
  CORRECTED: 3,
} as const
export type StationChange = (typeof StationChange)[keyof typeof StationChange]

export const LinkMode = {
  UNSPECIFIED: 0,
  /** The hub answers. */
  ONLINE: 1,
  /** It does not; what it lacks is kept. */
  OFFLINE: 2,
  /** It does not, and what it said last came by hand. */
  COURIER: 3,
} as const
export type LinkMode = (typeof LinkMode)[keyof typeof LinkMode]

export const RecountGround = {
  UNSPECIFIED: 0,
  /** The margin is below the threshold: Elections Act 2017 s. 95(5). */
  MARGIN: 1,
  /** The ballots excluded are at least the margin. */
  EXCLUDED: 2,
  OTHER: 3,
} as const
export type RecountGround = (typeof RecountGround)[keyof typeof RecountGround]

export const SeatOrder = {
  UNSPECIFIED: 0,
  /** A candidate has died: no poll on the day. */
  POSTPONED: 1,
  UNOPPOSED: 2,
  WITHHELD: 3,
  RELEASED: 4,
  /** The poll of the whole seat is void: Elections Act 2017 s. 9. */
  VOID: 5,
  REPOLL: 6,
} as const
export type SeatOrder = (typeof SeatOrder)[keyof typeof SeatOrder]

export const StationOrder = {
  UNSPECIFIED: 0,
  POLL_STOPPED: 1,
  ADJOURNED: 2,
  BOX_LOST: 3,
  HOURS_EXTENDED: 4,
  MERGED: 5,
  VOID: 6,
  REPOLL: 7,
  /** No result will come, for the reason given. */
  CLOSED: 8,
} as const
export type StationOrder = (typeof StationOrder)[keyof typeof StationOrder]

export const TribunalEffect = {
  UNSPECIFIED: 0,
  UPHELD: 1,
  ANOTHER_RETURNED: 2,
  ELECTION_VOID: 3,
} as const
export type TribunalEffect = (typeof TribunalEffect)[keyof typeof TribunalEffect]

/** Result of the Count with its Ballot Paper Account: Elections Act 2017 s. 90. */
export interface Form45 {
  readonly station: number
  readonly counts: readonly CandidateCount[]
  readonly validTotal: number | null
  readonly excludedTotal: number | null
  readonly excludedByGround: readonly ExcludedByGround[]
  readonly polledTotal: number | null
  readonly votersMale: number | null
  readonly votersFemale: number | null
  readonly votersTotal: number | null
  readonly registeredTotal: number | null
  readonly ballots: Form46 | null
  /** Date and time written on the form, milliseconds since 1970. */
  readonly countedAt: number | null
  readonly signatories: readonly FormSignatory[]
  readonly postedOutside: boolean | null
  readonly recount: Recount | null
  readonly image: EvidenceRef | null
  readonly capture: Capture | null
  readonly channel: Channel
  /** Which poll of the station it counts: absent is the first, 2 a re-poll. */
  readonly poll: number | null
  /** Why the senior assistant presiding officer signs in the presiding officer's place. */
  readonly assistantReason: string | null
}

export interface Form45Input {
  readonly station: number
  readonly counts?: readonly CandidateCountInput[] | undefined
  readonly validTotal?: number | null | undefined
  readonly excludedTotal?: number | null | undefined
  readonly excludedByGround?: readonly ExcludedByGroundInput[] | undefined
  readonly polledTotal?: number | null | undefined
  readonly votersMale?: number | null | undefined
  readonly votersFemale?: number | null | undefined
  readonly votersTotal?: number | null | undefined
  readonly registeredTotal?: number | null | undefined
  readonly ballots?: Form46Input | null | undefined
  /** Date and time written on the form, milliseconds since 1970. */
  readonly countedAt?: number | null | undefined
  readonly signatories?: readonly FormSignatoryInput[] | undefined
  readonly postedOutside?: boolean | null | undefined
  readonly recount?: RecountInput | null | undefined
  readonly image?: EvidenceRefInput | null | undefined
  readonly capture?: CaptureInput | null | undefined
  readonly channel: Channel
  /** Which poll of the station it counts: absent is the first, 2 a re-poll. */
  readonly poll?: number | null | undefined
  /** Why the senior assistant presiding officer signs in the presiding officer's place. */
  readonly assistantReason?: string | null | undefined
}

/**
 * One row of Form 45. The column is the position in the seat's certified Form 33, or, in mode replay,
 * in the columns as collected; from 0.
 */
export interface CandidateCount {
  readonly column: number
  readonly valid: number | null
  readonly tendered: number | null
  readonly challenged: number | null
  readonly total: number | null
}

export interface CandidateCountInput {
  readonly column: number
  readonly valid?: number | null | undefined
  readonly tendered?: number | null | undefined
  readonly challenged?: number | null | undefined
  readonly total?: number | null | undefined
}

export interface ExcludedByGround {
  readonly ground: ExclusionGround
  readonly count: number
}

export interface ExcludedByGroundInput {
  readonly ground: ExclusionGround
  readonly count: number
}

/** Ballot Paper Account. */
export interface Form46 {
  readonly received: number | null
  readonly unissued: number | null
  readonly takenFromBox: number | null
  readonly tendered: number | null
  readonly challenged: number | null
  readonly spoilt: number | null
  readonly stray: number | null
  readonly cancelled: number | null
}

export interface Form46Input {
  readonly received?: number | null | undefined
  readonly unissued?: number | null | undefined
  readonly takenFromBox?: number | null | undefined
  readonly tendered?: number | null | undefined
  readonly challenged?: number | null | undefined
  readonly spoilt?: number | null | undefined
  readonly stray?: number | null | undefined
  readonly cancelled?: number | null | undefined
}

/** Who signed the paper beside the presiding officer, or the recorded reason why not. */
export interface FormSignatory {
  readonly role: SignatoryRole
  /** Form 33 serial of the agent's candidate. */
  readonly candidate: number | null
  readonly signed: boolean | null
  readonly absenceReason: string
  /** Given a copy against receipt. */
  readonly copyGiven: boolean | null
}

export interface FormSignatoryInput {
  readonly role: SignatoryRole
  /** Form 33 serial of the agent's candidate. */
  readonly candidate?: number | null | undefined
  readonly signed?: boolean | null | undefined
  readonly absenceReason: string
  /** Given a copy against receipt. */
  readonly copyGiven?: boolean | null | undefined
}

/** The presiding officer's own recount before signing: Elections Act 2017 s. 90(6). */
export interface Recount {
  readonly askedBy: string
  readonly before: readonly CandidateCount[]
}

export interface RecountInput {
  readonly askedBy: string
  readonly before?: readonly CandidateCountInput[] | undefined
}

export interface EvidenceRef {
  readonly sha256: Uint8Array
  readonly size: number
  readonly mediaType: string
}

export interface EvidenceRefInput {
  readonly sha256: Uint8Array
  readonly size: number
  readonly mediaType: string
}

/** Where and when the form was photographed: the position itself stays off the log. */
export interface Capture {
  readonly capturedAt: number | null
  readonly positionCommitment: Uint8Array
  readonly position: PositionClaim
}

export interface CaptureInput {
  readonly capturedAt?: number | null | undefined
  readonly positionCommitment: Uint8Array
  readonly position: PositionClaim
}

export interface Form45Submitted {
  readonly form: Form45 | null
}

export interface Form45SubmittedInput {
  readonly form?: Form45Input | null | undefined
}

/** The returning officer accepts a form as arithmetically error-free: Election Rules 2017 r. 84(2). */
export interface Form45Accepted {
  readonly station: number
  /** Statement hash of the form. */
  readonly form: Uint8Array
}

export interface Form45AcceptedInput {
  readonly station: number
  /** Statement hash of the form. */
  readonly form: Uint8Array
}

export interface FigureRef {
  readonly figure: Form45Figure
  /** Column of the candidate, or number of the ground; absent for a figure of the whole form. */
  readonly row: number | null
}

export interface FigureRefInput {
  readonly figure: Form45Figure
  /** Column of the candidate, or number of the ground; absent for a figure of the whole form. */
  readonly row?: number | null | undefined
}

/**
 * The returning officer asks the presiding officer himself to correct (Election Rules 2017 r. 84(3)): the only
 * unlocking of a form, limited to these figures.
 */
export interface CorrectionRequested {
  readonly station: number
  readonly form: Uint8Array
  readonly codes: readonly string[]
  readonly note: string
  /** Empty where a whole form is asked for: the one sent is not a Form 45, or cannot be read. */
  readonly figures: readonly FigureRef[]
}

export interface CorrectionRequestedInput {
  readonly station: number
  readonly form: Uint8Array
  readonly codes?: readonly string[] | undefined
  readonly note: string
  /** Empty where a whole form is asked for: the one sent is not a Form 45, or cannot be read. */
  readonly figures?: readonly FigureRefInput[] | undefined
}

/** The presiding officer corrects, signs and sends again. */
export interface Form45Corrected {
  /** Statement hash of the form that this one supersedes. */
  readonly supersedes: Uint8Array
  readonly form: Form45 | null
  readonly note: string
}

export interface Form45CorrectedInput {
  /** Statement hash of the form that this one supersedes. */
  readonly supersedes: Uint8Array
  readonly form?: Form45Input | null | undefined
  readonly note: string
}

/** The presiding officer's device locks the form that it has signed. */
export interface Form45Locked {
  readonly station: number
  readonly form: Uint8Array
}

export interface Form45LockedInput {
  readonly station: number
  readonly form: Uint8Array
}

/** The returning officer's office asks the device to show its lock: this statement's hash is the challenge. */
export interface LockChallenged {
  readonly station: number
  readonly form: Uint8Array
}

export interface LockChallengedInput {
  readonly station: number
  readonly form: Uint8Array
}

/** The device answers at the returning officer's office. */
export interface LockShown {
  readonly station: number
  readonly form: Uint8Array
  /** Statement hash of the LockChallenged that it answers. */
  readonly challenge: Uint8Array
}

export interface LockShownInput {
  readonly station: number
  readonly form: Uint8Array
  /** Statement hash of the LockChallenged that it answers. */
  readonly challenge: Uint8Array
}

/** The returning officer does not take the document for a Form 45 of the station. */
export interface Form45Rejected {
  readonly station: number
  readonly form: Uint8Array
  readonly reason: string
}

export interface Form45RejectedInput {
  readonly station: number
  readonly form: Uint8Array
  readonly reason: string
}

/** HQ orders which of a held station's forms stands, with reasons. */
export interface HoldResolved {
  readonly station: number
  readonly form: Uint8Array
  readonly reason: string
}

export interface HoldResolvedInput {
  readonly station: number
  readonly form: Uint8Array
  readonly reason: string
}

/**
 * Where there is no device: the returning officer and a second officer certify the signed paper, whose figures
 * operators then key. The second officers sign "khata/paper-form/v1\n", election, seat and station, each with a line
 * feed, the image's SHA-256 and the reason.
 */
export interface PaperForm45Certified {
  readonly station: number
  readonly image: EvidenceRef | null
  readonly reason: string
  readonly agents: readonly AgentPresence[]
  readonly secondOfficers: readonly Approval[]
}

export interface PaperForm45CertifiedInput {
  readonly station: number
  readonly image?: EvidenceRefInput | null | undefined
  readonly reason: string
  readonly agents?: readonly AgentPresenceInput[] | undefined
  readonly secondOfficers?: readonly ApprovalInput[] | undefined
}

export interface AgentPresence {
  /** Form 33 serial. */
  readonly candidate: number
  readonly present: boolean
  readonly absenceReason: string
}

export interface AgentPresenceInput {
  /** Form 33 serial. */
  readonly candidate: number
  readonly present: boolean
  readonly absenceReason: string
}

/** What a data-entry operator reads from the image or the paper, without seeing another reading. */
export interface Form45Keyed {
  /** Statement hash of the document that was read: a presiding officer's form, or PaperForm45Certified. */
  readonly document: Uint8Array
  readonly form: Form45 | null
  /** 16 bytes of the operator's session at the returning officer's office. */
  readonly session: Uint8Array
}

export interface Form45KeyedInput {
  /** Statement hash of the document that was read: a presiding officer's form, or PaperForm45Certified. */
  readonly document: Uint8Array
  readonly form?: Form45Input | null | undefined
  /** 16 bytes of the operator's session at the returning officer's office. */
  readonly session: Uint8Array
}

/** How one figure that two readings differ in was settled. */
export interface FigureResolved {
  readonly figure: FigureRef | null
  /** What the document states; absent where it states nothing. */
  readonly value: number | null
}

export interface FigureResolvedInput {
  readonly figure?: FigureRefInput | null | undefined
  /** What the document states; absent where it states nothing. */
  readonly value?: number | null | undefined
}

/** The returning officer settles what two readings of one document differ in, figure by figure. */
export interface ReadingResolved {
  readonly station: number
  readonly document: Uint8Array
  readonly figures: readonly FigureResolved[]
  readonly reason: string
}

export interface ReadingResolvedInput {
  readonly station: number
  readonly document: Uint8Array
  readonly figures?: readonly FigureResolvedInput[] | undefined
  readonly reason: string
}

/** A copy of a Form 45 as somebody holds it: a document of its own, with the way that it came. */
export interface CopyFiled {
  readonly kind: CopyKind
  readonly form: Form45 | null
  readonly image: EvidenceRef | null
  /** Offices that had it, first to last. */
  readonly custody: readonly CustodyStep[]
  readonly channel: Channel
}

export interface CopyFiledInput {
  readonly kind: CopyKind
  readonly form?: Form45Input | null | undefined
  readonly image?: EvidenceRefInput | null | undefined
  /** Offices that had it, first to last. */
  readonly custody?: readonly CustodyStepInput[] | undefined
  readonly channel: Channel
}

export interface CustodyStep {
  readonly holder: string
  readonly since: number | null
}

export interface CustodyStepInput {
  readonly holder: string
  readonly since?: number | null | undefined
}

/** A polling agent's, observer's or senior assistant presiding officer's own signature on a form, or the refusal of it. */
export interface Form45Countersigned {
  readonly station: number
  readonly form: Uint8Array
  readonly refused: boolean
  readonly reason: string
  /** Whether the signer has received a copy: the receipt of Elections Act 2017 s. 90. */
  readonly copyReceived: boolean
}

export interface Form45CountersignedInput {
  readonly station: number
  readonly form: Uint8Array
  readonly refused: boolean
  readonly reason: string
  /** Whether the signer has received a copy: the receipt of Elections Act 2017 s. 90. */
  readonly copyReceived: boolean
}

export interface CopySeenPosted {
  readonly station: number
  readonly seenAt: number | null
  readonly image: EvidenceRef | null
}

export interface CopySeenPostedInput {
  readonly station: number
  readonly seenAt?: number | null | undefined
  readonly image?: EvidenceRefInput | null | undefined
}

export interface CopyNotPosted {
  readonly station: number
  readonly seenAt: number | null
  readonly note: string
}

export interface CopyNotPostedInput {
  readonly station: number
  readonly seenAt?: number | null | undefined
  readonly note: string
}

export interface AgentBarred {
  /** Absent where it was at the returning officer's office. */
  readonly station: number | null
  /** Form 33 serial of the agent's candidate. */
  readonly candidate: number | null
  readonly stage: Stage
  readonly note: string
}

export interface AgentBarredInput {
  /** Absent where it was at the returning officer's office. */
  readonly station?: number | null | undefined
  /** Form 33 serial of the agent's candidate. */
  readonly candidate?: number | null | undefined
  readonly stage: Stage
  readonly note: string
}

export interface AccessRefused {
  readonly station: number | null
  readonly stage: Stage
  readonly note: string
}

export interface AccessRefusedInput {
  readonly station?: number | null | undefined
  readonly stage: Stage
  readonly note: string
}

export interface ObjectionRaised {
  readonly station: number | null
  readonly stage: Stage
  readonly ground: string
}

export interface ObjectionRaisedInput {
  readonly station?: number | null | undefined
  readonly stage: Stage
  readonly ground: string
}

/** The officer's decision on an objection, named by its statement hash. */
export interface ObjectionDecided {
  readonly objection: Uint8Array
  readonly upheld: boolean
  readonly reason: string
}

export interface ObjectionDecidedInput {
  readonly objection: Uint8Array
  readonly upheld: boolean
  readonly reason: string
}

/** The returning officer says why a form with this warning is counted. */
export interface WarningHandled {
  readonly station: number
  readonly form: Uint8Array
  readonly code: string
  readonly reason: string
}

export interface WarningHandledInput {
  readonly station: number
  readonly form: Uint8Array
  readonly code: string
  readonly reason: string
}

/**
 * An officer of the returning officer's office names the copy of an image that may be shown to the public: national
 * identity number, thumb print and telephone are covered in it.
 */
export interface ImageMasked {
  /** SHA-256 of the image, which this log names. */
  readonly original: Uint8Array
  readonly masked: EvidenceRef | null
}

export interface ImageMaskedInput {
  /** SHA-256 of the image, which this log names. */
  readonly original: Uint8Array
  readonly masked?: EvidenceRefInput | null | undefined
}

/** The returning officer issues the provisional result: Elections Act 2017 s. 13(3), Election Rules 2017 r. 84. */
export interface Form47Issued {
  readonly stage: Form47Stage
  /** Size of the log that the form was folded from: the index this statement takes. */
  readonly size: number
  /** SHA-256 of the canonical Form 47 at that size. */
  readonly sha256: Uint8Array
  readonly awaited: readonly AwaitedStation[]
  /** Announced in the presence of candidates, agents and observers, and a copy affixed in the office: r. 84. */
  readonly announced: boolean | null
  readonly affixed: boolean | null
}

export interface Form47IssuedInput {
  readonly stage: Form47Stage
  /** Size of the log that the form was folded from: the index this statement takes. */
  readonly size: number
  /** SHA-256 of the canonical Form 47 at that size. */
  readonly sha256: Uint8Array
  readonly awaited?: readonly AwaitedStationInput[] | undefined
  /** Announced in the presence of candidates, agents and observers, and a copy affixed in the office: r. 84. */
  readonly announced?: boolean | null | undefined
  readonly affixed?: boolean | null | undefined
}

export interface AwaitedStation {
  readonly station: number
  readonly reason: string
}

export interface AwaitedStationInput {
  readonly station: number
  readonly reason: string
}

/** An order of the root: in force at the threshold of distinct approvals over the same order bytes. */
export interface RootOrder {
  /** Encoded Order; approvals sign "khata/root-order/v1\n", the election, a line feed, and these bytes. */
  readonly order: Uint8Array
  readonly approvals: readonly Approval[]
}

export interface RootOrderInput {
  /** Encoded Order; approvals sign "khata/root-order/v1\n", the election, a line feed, and these bytes. */
  readonly order: Uint8Array
  readonly approvals?: readonly ApprovalInput[] | undefined
}

export interface Approval {
  readonly key: Uint8Array
  readonly signature: Uint8Array
}

export interface ApprovalInput {
  readonly key: Uint8Array
  readonly signature: Uint8Array
}

export type Order = OrderBody

export type OrderBody =
  | { readonly body: 'electionDeclared'; readonly electionDeclared: ElectionDeclared }
  | { readonly body: 'seatDeclared'; readonly seatDeclared: SeatDeclared }
  | { readonly body: 'hubDeclared'; readonly hubDeclared: HubDeclared }
  | { readonly body: 'rootKeysChanged'; readonly rootKeysChanged: RootKeysChanged }
  | { readonly body: 'keyRevoked'; readonly keyRevoked: KeyRevoked }
  | { readonly body: 'logSuperseded'; readonly logSuperseded: LogSuperseded }
  | { readonly body: 'softwareDeclared'; readonly softwareDeclared: SoftwareDeclared }
  | { readonly body: 'policyDeclared'; readonly policyDeclared: PolicyDeclared }
  /** HQ's own officers; every other office is enrolled by them or by the returning officer. */
  | { readonly body: 'keyEnrolled'; readonly keyEnrolled: KeyEnrolled }

export type OrderInput = OrderInputBody

export type OrderInputBody =
  | { readonly body: 'electionDeclared'; readonly electionDeclared: ElectionDeclaredInput }
  | { readonly body: 'seatDeclared'; readonly seatDeclared: SeatDeclaredInput }
  | { readonly body: 'hubDeclared'; readonly hubDeclared: HubDeclaredInput }
  | { readonly body: 'rootKeysChanged'; readonly rootKeysChanged: RootKeysChangedInput }
  | { readonly body: 'keyRevoked'; readonly keyRevoked: KeyRevokedInput }
  | { readonly body: 'logSuperseded'; readonly logSuperseded: LogSupersededInput }
  | { readonly body: 'softwareDeclared'; readonly softwareDeclared: SoftwareDeclaredInput }
  | { readonly body: 'policyDeclared'; readonly policyDeclared: PolicyDeclaredInput }
  /** HQ's own officers; every other office is enrolled by them or by the returning officer. */
  | { readonly body: 'keyEnrolled'; readonly keyEnrolled: KeyEnrolledInput }

export interface ElectionDeclared {
  /** Election and mode, for example pk-ge-2024/drill. */
  readonly election: string
  readonly title: string
  /** Domain name of the operator: the first part of every checkpoint's origin. */
  readonly operatorDomain: string
  readonly rulesVersion: number
  readonly parameters: RuleParameters | null
  /** Only in mode replay: what the figures were reconstructed from. */
  readonly source: string
}

export interface ElectionDeclaredInput {
  /** Election and mode, for example pk-ge-2024/drill. */
  readonly election: string
  readonly title: string
  /** Domain name of the operator: the first part of every checkpoint's origin. */
  readonly operatorDomain: string
  readonly rulesVersion: number
  readonly parameters?: RuleParametersInput | null | undefined
  /** Only in mode replay: what the figures were reconstructed from. */
  readonly source: string
}

/** Thresholds and deadlines of one election. What is absent has no limit and its check answers "not checkable". */
export interface RuleParameters {
  /** Largest count of votes, voters or ballot papers that one field of a Form 45 or 46 may hold. */
  readonly countMax: number | null
  /** How far said_at may stand from sequenced_at before it is flagged, milliseconds. */
  readonly clockSkewMsMax: number | null
  /** Close of poll, milliseconds since 1970. */
  readonly pollClosedAt: number | null
  /** Provisional result due, partial with reasons: Elections Act 2017 s. 13(3), milliseconds since 1970. */
  readonly form47PartialDueAt: number | null
  /** Provisional result due in full: Elections Act 2017 s. 13(3) as amended 2023, milliseconds since 1970. */
  readonly form47CompleteDueAt: number | null
  /** A statement held by an intake log and absent from its constituency log for longer is withheld, milliseconds. */
  readonly withheldAfterMs: number | null
  /** A log whose register pin trails by more than this many entries is shown stale. */
  readonly stalePinEntriesMax: number | null
  /** Second officer's signatures needed for a key enrolled after the freeze. */
  readonly exceptionApprovalsMin: number | null
  /** Independent readings that a form needs to be accepted, and all forms for a complete Form 47. */
  readonly readingsAcceptedMin: number | null
  readonly readingsCompleteMin: number | null
  /** LockGrade that a form from a device needs to be accepted. */
  readonly lockGradeMin: number | null
  /** A hold is to be resolved within, milliseconds. */
  readonly holdResolvedWithinMs: number | null
  /** Forms certified on paper, of all accepted, above which the share is an alert, per mille. */
  readonly paperSharePerMilleMax: number | null
  /** How far two counts of the same thing may stand apart before it is flagged. */
  readonly votersPolled: Tolerance | null
  readonly ballotsReceived: Tolerance | null
  readonly crossPoll: Tolerance | null
  /** Turnout above which a station is flagged, per mille of registered voters. */
  readonly turnoutPerMilleMax: number | null
  /** Women's share of the votes polled below which a seat is flagged: Elections Act 2017 s. 9, per mille. */
  readonly womenSharePerMilleMin: number | null
  /** Recount on request below the lesser of a share of the votes polled and a number: Elections Act 2017 s. 95(5). */
  readonly recountMarginPerMille: number | null
  readonly recountMarginVotesNational: number | null
  readonly recountMarginVotesProvincial: number | null
  /** Whether excluded ballots of at least the margin are a ground too. */
  readonly recountExcludedAtLeastMargin: boolean | null
  /** Consolidation concluded: milliseconds after the complete Form 47, Elections Act 2017 s. 95(7). */
  readonly consolidatedWithinMs: number | null
  /** Documents to HQ: milliseconds after the consolidation, Elections Act 2017 s. 95(8). */
  readonly documentsSentWithinMs: number | null
  /** Documents published: milliseconds after close of poll, Elections Act 2017 s. 95(10). */
  readonly documentsPublishedWithinMs: number | null
  /** Tribunal's decision: milliseconds after the gazette. */
  readonly tribunalWithinMs: number | null
  /** Offices of one seat, and of one candidate at one station. */
  readonly operatorsMax: number | null
  readonly agentsPerStationMax: number | null
}

export interface RuleParametersInput {
  /** Largest count of votes, voters or ballot papers that one field of a Form 45 or 46 may hold. */
  readonly countMax?: number | null | undefined
  /** How far said_at may stand from sequenced_at before it is flagged, milliseconds. */
  readonly clockSkewMsMax?: number | null | undefined
  /** Close of poll, milliseconds since 1970. */
  readonly pollClosedAt?: number | null | undefined
  /** Provisional result due, partial with reasons: Elections Act 2017 s. 13(3), milliseconds since 1970. */
  readonly form47PartialDueAt?: number | null | undefined
  /** Provisional result due in full: Elections Act 2017 s. 13(3) as amended 2023, milliseconds since 1970. */
  readonly form47CompleteDueAt?: number | null | undefined
  /** A statement held by an intake log and absent from its constituency log for longer is withheld, milliseconds. */
  readonly withheldAfterMs?: number | null | undefined
  /** A log whose register pin trails by more than this many entries is shown stale. */
  readonly stalePinEntriesMax?: number | null | undefined
  /** Second officer's signatures needed for a key enrolled after the freeze. */
  readonly exceptionApprovalsMin?: number | null | undefined
  /** Independent readings that a form needs to be accepted, and all forms for a complete Form 47. */
  readonly readingsAcceptedMin?: number | null | undefined
  readonly readingsCompleteMin?: number | null | undefined
  /** LockGrade that a form from a device needs to be accepted. */
  readonly lockGradeMin?: number | null | undefined
  /** A hold is to be resolved within, milliseconds. */
  readonly holdResolvedWithinMs?: number | null | undefined
  /** Forms certified on paper, of all accepted, above which the share is an alert, per mille. */
  readonly paperSharePerMilleMax?: number | null | undefined
  /** How far two counts of the same thing may stand apart before it is flagged. */
  readonly votersPolled?: ToleranceInput | null | undefined
  readonly ballotsReceived?: ToleranceInput | null | undefined
  readonly crossPoll?: ToleranceInput | null | undefined
  /** Turnout above which a station is flagged, per mille of registered voters. */
  readonly turnoutPerMilleMax?: number | null | undefined
  /** Women's share of the votes polled below which a seat is flagged: Elections Act 2017 s. 9, per mille. */
  readonly womenSharePerMilleMin?: number | null | undefined
  /** Recount on request below the lesser of a share of the votes polled and a number: Elections Act 2017 s. 95(5). */
  readonly recountMarginPerMille?: number | null | undefined
  readonly recountMarginVotesNational?: number | null | undefined
  readonly recountMarginVotesProvincial?: number | null | undefined
  /** Whether excluded ballots of at least the margin are a ground too. */
  readonly recountExcludedAtLeastMargin?: boolean | null | undefined
  /** Consolidation concluded: milliseconds after the complete Form 47, Elections Act 2017 s. 95(7). */
  readonly consolidatedWithinMs?: number | null | undefined
  /** Documents to HQ: milliseconds after the consolidation, Elections Act 2017 s. 95(8). */
  readonly documentsSentWithinMs?: number | null | undefined
  /** Documents published: milliseconds after close of poll, Elections Act 2017 s. 95(10). */
  readonly documentsPublishedWithinMs?: number | null | undefined
  /** Tribunal's decision: milliseconds after the gazette. */
  readonly tribunalWithinMs?: number | null | undefined
  /** Offices of one seat, and of one candidate at one station. */
  readonly operatorsMax?: number | null | undefined
  readonly agentsPerStationMax?: number | null | undefined
}

/** Two figures within either bound count as equal; an absent bound is 0. */
export interface Tolerance {
  readonly votes: number | null
  /** Of the larger figure. */
  readonly perMille: number | null
}

export interface ToleranceInput {
  readonly votes?: number | null | undefined
  /** Of the larger figure. */
  readonly perMille?: number | null | undefined
}

export interface SeatDeclared {
  readonly seat: string
  readonly name: string
  readonly assembly: Assembly
  readonly province: string
  readonly district: string
  /** Generation of the constituency log and the key that sequences it. */
  readonly generation: number
  readonly sequencerKey: Uint8Array
}

export interface SeatDeclaredInput {
  readonly seat: string
  readonly name: string
  readonly assembly: Assembly
  readonly province: string
  readonly district: string
  /** Generation of the constituency log and the key that sequences it. */
  readonly generation: number
  readonly sequencerKey: Uint8Array
}

/** A province's or HQ's node: the key of its intake log and the key of its cosignatures. */
export interface HubDeclared {
  /** hq, or a province's code. */
  readonly hub: string
  readonly sequencerKey: Uint8Array
  readonly cosignerKey: Uint8Array
}

export interface HubDeclaredInput {
  /** hq, or a province's code. */
  readonly hub: string
  readonly sequencerKey: Uint8Array
  readonly cosignerKey: Uint8Array
}

export interface RootKeysChanged {
  readonly keys: readonly Uint8Array[]
  readonly threshold: number
}

export interface RootKeysChangedInput {
  readonly keys?: readonly Uint8Array[] | undefined
  readonly threshold: number
}

/** Binds from the cut, whatever the log has pinned. It never un-says what was said before the cut. */
export interface KeyRevoked {
  readonly key: Uint8Array
  readonly reason: string
  readonly cuts: readonly LogCut[]
}

export interface KeyRevokedInput {
  readonly key: Uint8Array
  readonly reason: string
  readonly cuts?: readonly LogCutInput[] | undefined
}

export interface LogSuperseded {
  readonly cut: LogCut | null
  readonly generation: number
  readonly sequencerKey: Uint8Array
  readonly reason: string
}

export interface LogSupersededInput {
  readonly cut?: LogCutInput | null | undefined
  readonly generation: number
  readonly sequencerKey: Uint8Array
  readonly reason: string
}

export interface LogCut {
  readonly log: string
  readonly size: number
  readonly root: Uint8Array
}

export interface LogCutInput {
  readonly log: string
  readonly size: number
  readonly root: Uint8Array
}

export interface SoftwareDeclared {
  readonly version: string
  readonly sha256: Uint8Array
}

export interface SoftwareDeclaredInput {
  readonly version: string
  readonly sha256: Uint8Array
}

/** A tlog-policy text: whose cosignatures make a quorum. */
export interface PolicyDeclared {
  readonly text: string
}

export interface PolicyDeclaredInput {
  readonly text: string
}

/**
 * A key is given to an office. The holder's own signature is over "khata/key-enrolment/v1\n" and the
 * claim's bytes, so that nobody enrols a key which its holder did not ask for.
 */
export interface KeyEnrolled {
  /** Encoded KeyClaim. */
  readonly claim: Uint8Array
  readonly holderSignature: Uint8Array
  /** SHA-256 commitment to the holder's name, salted; the name file stays off the log. */
  readonly person: Uint8Array
  /**
   * Only for a key enrolled after the freeze: why, and the second officers, who sign
   * "khata/key-exception/v1\n", the claim's bytes and the reason.
   */
  readonly reason: string
  readonly secondOfficers: readonly Approval[]
}

export interface KeyEnrolledInput {
  /** Encoded KeyClaim. */
  readonly claim: Uint8Array
  readonly holderSignature: Uint8Array
  /** SHA-256 commitment to the holder's name, salted; the name file stays off the log. */
  readonly person: Uint8Array
  /**
   * Only for a key enrolled after the freeze: why, and the second officers, who sign
   * "khata/key-exception/v1\n", the claim's bytes and the reason.
   */
  readonly reason: string
  readonly secondOfficers?: readonly ApprovalInput[] | undefined
}

export interface KeyClaim {
  readonly election: string
  /** Empty for an office of the whole election. */
  readonly seat: string
  /** Stable name of the office, for example ro, aro, po/118, sapo/118, agent/118/3. */
  readonly office: string
  readonly role: Role
  /** Station number for a presiding officer, assistant or polling agent. */
  readonly station: number | null
  /** Form 33 serial for a candidate or a polling agent. */
  readonly candidate: number | null
  readonly key: Uint8Array
}

export interface KeyClaimInput {
  readonly election: string
  /** Empty for an office of the whole election. */
  readonly seat: string
  /** Stable name of the office, for example ro, aro, po/118, sapo/118, agent/118/3. */
  readonly office: string
  readonly role: Role
  /** Station number for a presiding officer, assistant or polling agent. */
  readonly station?: number | null | undefined
  /** Form 33 serial for a candidate or a polling agent. */
  readonly candidate?: number | null | undefined
  readonly key: Uint8Array
}

/** Buildings in which polls are held: the id links the National and the Provincial Assembly's numbers of one. */
export interface PhysicalStationsDeclared {
  readonly stations: readonly PhysicalStation[]
}

export interface PhysicalStationsDeclaredInput {
  readonly stations?: readonly PhysicalStationInput[] | undefined
}

export interface PhysicalStation {
  readonly id: string
  readonly name: string
  readonly district: string
}

export interface PhysicalStationInput {
  readonly id: string
  readonly name: string
  readonly district: string
}

/** HQ freezes a seat: stations, candidates, officers and keys as they stand at this size of its log. */
export interface SeatFrozen {
  readonly seat: string
  readonly size: number
  readonly root: Uint8Array
}

export interface SeatFrozenInput {
  readonly seat: string
  readonly size: number
  readonly root: Uint8Array
}

/** One part of a version of Form 28: a seat's list is longer than one entry may be. */
export interface StationsListed {
  readonly version: number
  /** From 1 to parts. */
  readonly part: number
  readonly parts: number
  readonly stations: readonly Station[]
}

export interface StationsListedInput {
  readonly version: number
  /** From 1 to parts. */
  readonly part: number
  readonly parts: number
  readonly stations?: readonly StationInput[] | undefined
}

export interface Station {
  readonly number: number
  readonly name: string
  readonly type: StationType
  readonly registeredMale: number | null
  readonly registeredFemale: number | null
  readonly registeredTotal: number | null
  readonly boothsMale: number | null
  readonly boothsFemale: number | null
  /** Links the National and the Provincial Assembly's numbers of one building: an id of the register, where it has any. */
  readonly physicalStation: string
  readonly areas: readonly ElectoralArea[]
  /** Only in mode replay: what this row stands for when it is no polling station. */
  readonly synthetic: string
}

export interface StationInput {
  readonly number: number
  readonly name: string
  readonly type: StationType
  readonly registeredMale?: number | null | undefined
  readonly registeredFemale?: number | null | undefined
  readonly registeredTotal?: number | null | undefined
  readonly boothsMale?: number | null | undefined
  readonly boothsFemale?: number | null | undefined
  /** Links the National and the Provincial Assembly's numbers of one building: an id of the register, where it has any. */
  readonly physicalStation: string
  readonly areas?: readonly ElectoralAreaInput[] | undefined
  /** Only in mode replay: what this row stands for when it is no polling station. */
  readonly synthetic: string
}

export interface ElectoralArea {
  readonly name: string
  readonly censusBlock: string
  readonly urban: boolean
}

export interface ElectoralAreaInput {
  readonly name: string
  readonly censusBlock: string
  readonly urban: boolean
}

/** A version of Form 33. */
export interface CandidatesListed {
  readonly version: number
  readonly part: number
  readonly parts: number
  readonly candidates: readonly Candidate[]
  /** Only in mode replay: the columns as the source has them. */
  readonly columns: readonly CollectedColumn[]
}

export interface CandidatesListedInput {
  readonly version: number
  readonly part: number
  readonly parts: number
  readonly candidates?: readonly CandidateInput[] | undefined
  /** Only in mode replay: the columns as the source has them. */
  readonly columns?: readonly CollectedColumnInput[] | undefined
}

export interface Candidate {
  readonly serial: number
  readonly nameEn: string
  readonly nameUr: string
  readonly party: string
  readonly symbol: string
  readonly address: string
  /** Number of the candidate's nomination paper; absent where the log holds no nominations. */
  readonly nomination: number | null
}

export interface CandidateInput {
  readonly serial: number
  readonly nameEn: string
  readonly nameUr: string
  readonly party: string
  readonly symbol: string
  readonly address: string
  /** Number of the candidate's nomination paper; absent where the log holds no nominations. */
  readonly nomination?: number | null | undefined
}

/** A nomination paper filed with the returning officer. */
export interface CandidateNominated {
  /** Number of the paper in this seat, from 1. */
  readonly nomination: number
  readonly nameEn: string
  readonly nameUr: string
  readonly address: string
  readonly party: string
}

export interface CandidateNominatedInput {
  /** Number of the paper in this seat, from 1. */
  readonly nomination: number
  readonly nameEn: string
  readonly nameUr: string
  readonly address: string
  readonly party: string
}

/** The returning officer's decision at the scrutiny (Elections Act 2017 s. 62), or a tribunal's on appeal. */
export interface NominationScrutinised {
  readonly nomination: number
  readonly accepted: boolean
  /** Why it was rejected, or on whose appeal another decision stands. */
  readonly reason: string
}

export interface NominationScrutinisedInput {
  readonly nomination: number
  readonly accepted: boolean
  /** Why it was rejected, or on whose appeal another decision stands. */
  readonly reason: string
}

/** A validly nominated candidate withdraws before Form 33. */
export interface CandidateWithdrawn {
  readonly nomination: number
  readonly reason: string
}

export interface CandidateWithdrawnInput {
  readonly nomination: number
  readonly reason: string
}

export interface CollectedColumn {
  readonly label: string
  /** The Form 33 serial, only where exactly one candidate matches. */
  readonly serial: number | null
}

export interface CollectedColumnInput {
  readonly label: string
  /** The Form 33 serial, only where exactly one candidate matches. */
  readonly serial?: number | null | undefined
}

/** Whoever the list was sent up to has it, whole and as it was certified. */
export interface ListAcknowledged {
  readonly list: ListKind
  readonly version: number
  /** As in ListCertified. */
  readonly sha256: Uint8Array
}

export interface ListAcknowledgedInput {
  readonly list: ListKind
  readonly version: number
  /** As in ListCertified. */
  readonly sha256: Uint8Array
}

/** The returning officer certifies a version of a list. */
export interface ListCertified {
  readonly list: ListKind
  readonly version: number
  readonly parts: number
  /** SHA-256 over the statement hashes of the parts, in order. */
  readonly sha256: Uint8Array
}

export interface ListCertifiedInput {
  readonly list: ListKind
  readonly version: number
  readonly parts: number
  /** SHA-256 over the statement hashes of the parts, in order. */
  readonly sha256: Uint8Array
}

/** A change of Form 28 after the freeze: an exception, with its reason, shown as such. */
export interface StationAmended {
  readonly change: StationChange
  /** The station as it is from now on. */
  readonly station: Station | null
  readonly reason: string
}

export interface StationAmendedInput {
  readonly change: StationChange
  /** The station as it is from now on. */
  readonly station?: StationInput | null | undefined
  readonly reason: string
}

/** A contesting candidate retires after Form 33: the column stays, and its candidate is not returned. */
export interface CandidateRetired {
  readonly serial: number
  readonly reason: string
}

export interface CandidateRetiredInput {
  readonly serial: number
  readonly reason: string
}

/** HQ judges an exception after the freeze: a key enrolled or a list amended by the statement of this hash. */
export interface ExceptionJudged {
  readonly exception: Uint8Array
  readonly ratified: boolean
  readonly reason: string
}

export interface ExceptionJudgedInput {
  readonly exception: Uint8Array
  readonly ratified: boolean
  readonly reason: string
}

/** What one actor says, signed by that actor's own key over "khata/statement/v1\n" and these bytes. */
export type Statement = {
  /** Always 1. */
  readonly format: number
  /** Election and mode, for example pk-ge-2024/live. */
  readonly election: string
  /** The seat it is about, for example NA-46; empty when it is about the whole election. */
  readonly seat: string
  /** 16 bytes chosen by the actor: the idempotency key. */
  readonly id: Uint8Array
  /** The actor's 32-byte Ed25519 public key. */
  readonly signer: Uint8Array
  /** The actor's own counter for that seat, from 1. */
  readonly sequence: number
  /** Statement hash of the actor's previous statement for that seat; 32 zero bytes at sequence 1. */
  readonly previous: Uint8Array
  /** The actor's clock, milliseconds since 1970: a claim, never trusted for order. */
  readonly saidAt: number
} & StatementBody

export type StatementBody =
  | { readonly body: 'logOpened'; readonly logOpened: LogOpened }
  | { readonly body: 'writerOpened'; readonly writerOpened: WriterOpened }
  | { readonly body: 'registerPinned'; readonly registerPinned: RegisterPinned }
  | { readonly body: 'statementRefused'; readonly statementRefused: StatementRefused }
  | { readonly body: 'verified'; readonly verified: Verified }
  | { readonly body: 'modeChanged'; readonly modeChanged: ModeChanged }
  | { readonly body: 'rootOrder'; readonly rootOrder: RootOrder }
  | { readonly body: 'keyEnrolled'; readonly keyEnrolled: KeyEnrolled }
  | { readonly body: 'seatFrozen'; readonly seatFrozen: SeatFrozen }
  | { readonly body: 'physicalStationsDeclared'; readonly physicalStationsDeclared: PhysicalStationsDeclared }
  | { readonly body: 'stationsListed'; readonly stationsListed: StationsListed }
  | { readonly body: 'candidatesListed'; readonly candidatesListed: CandidatesListed }
  | { readonly body: 'listCertified'; readonly listCertified: ListCertified }
  | { readonly body: 'listAcknowledged'; readonly listAcknowledged: ListAcknowledged }
  | { readonly body: 'candidateNominated'; readonly candidateNominated: CandidateNominated }
  | { readonly body: 'nominationScrutinised'; readonly nominationScrutinised: NominationScrutinised }
  | { readonly body: 'candidateWithdrawn'; readonly candidateWithdrawn: CandidateWithdrawn }
  | { readonly body: 'stationAmended'; readonly stationAmended: StationAmended }
  | { readonly body: 'candidateRetired'; readonly candidateRetired: CandidateRetired }
  | { readonly body: 'exceptionJudged'; readonly exceptionJudged: ExceptionJudged }
  | { readonly body: 'form45Submitted'; readonly form45Submitted: Form45Submitted }
  | { readonly body: 'form45Accepted'; readonly form45Accepted: Form45Accepted }
  | { readonly body: 'correctionRequested'; readonly correctionRequested: CorrectionRequested }
  | { readonly body: 'form45Corrected'; readonly form45Corrected: Form45Corrected }
  | { readonly body: 'form47Issued'; readonly form47Issued: Form47Issued }
  | { readonly body: 'form45Locked'; readonly form45Locked: Form45Locked }
  | { readonly body: 'lockChallenged'; readonly lockChallenged: LockChallenged }
  | { readonly body: 'lockShown'; readonly lockShown: LockShown }
  | { readonly body: 'form45Rejected'; readonly form45Rejected: Form45Rejected }
  | { readonly body: 'holdResolved'; readonly holdResolved: HoldResolved }
  | { readonly body: 'paperForm45Certified'; readonly paperForm45Certified: PaperForm45Certified }
  | { readonly body: 'form45Keyed'; readonly form45Keyed: Form45Keyed }
  | { readonly body: 'readingResolved'; readonly readingResolved: ReadingResolved }
  | { readonly body: 'copyFiled'; readonly copyFiled: CopyFiled }
  | { readonly body: 'form45Countersigned'; readonly form45Countersigned: Form45Countersigned }
  | { readonly body: 'copySeenPosted'; readonly copySeenPosted: CopySeenPosted }
  | { readonly body: 'copyNotPosted'; readonly copyNotPosted: CopyNotPosted }
  | { readonly body: 'agentBarred'; readonly agentBarred: AgentBarred }
  | { readonly body: 'accessRefused'; readonly accessRefused: AccessRefused }
  | { readonly body: 'objectionRaised'; readonly objectionRaised: ObjectionRaised }
  | { readonly body: 'objectionDecided'; readonly objectionDecided: ObjectionDecided }
  | { readonly body: 'warningHandled'; readonly warningHandled: WarningHandled }
  | { readonly body: 'imageMasked'; readonly imageMasked: ImageMasked }
  | { readonly body: 'consolidationNotified'; readonly consolidationNotified: ConsolidationNotified }
  | { readonly body: 'noticeReceived'; readonly noticeReceived: NoticeReceived }
  | { readonly body: 'recountRequested'; readonly recountRequested: RecountRequested }
  | { readonly body: 'recountDecided'; readonly recountDecided: RecountDecided }
  | { readonly body: 'recountOrdered'; readonly recountOrdered: RecountOrdered }
  | { readonly body: 'consolidationBegun'; readonly consolidationBegun: ConsolidationBegun }
  | { readonly body: 'stationRecounted'; readonly stationRecounted: StationRecounted }
  | { readonly body: 'excludedReexamined'; readonly excludedReexamined: ExcludedReexamined }
  | { readonly body: 'postalCounted'; readonly postalCounted: PostalCounted }
  | { readonly body: 'consolidationConcluded'; readonly consolidationConcluded: ConsolidationConcluded }
  | { readonly body: 'documentsSent'; readonly documentsSent: DocumentsSent }
  | { readonly body: 'documentsPublished'; readonly documentsPublished: DocumentsPublished }
  | { readonly body: 'resultGazetted'; readonly resultGazetted: ResultGazetted }
  | { readonly body: 'lotDrawn'; readonly lotDrawn: LotDrawn }
  | { readonly body: 'seatOrdered'; readonly seatOrdered: SeatOrdered }
  | { readonly body: 'stationOrdered'; readonly stationOrdered: StationOrdered }
  | { readonly body: 'tribunalOrdered'; readonly tribunalOrdered: TribunalOrdered }

export type StatementInput = {
  /** Always 1. */
  readonly format: number
  /** Election and mode, for example pk-ge-2024/live. */
  readonly election: string
  /** The seat it is about, for example NA-46; empty when it is about the whole election. */
  readonly seat: string
  /** 16 bytes chosen by the actor: the idempotency key. */
  readonly id: Uint8Array
  /** The actor's 32-byte Ed25519 public key. */
  readonly signer: Uint8Array
  /** The actor's own counter for that seat, from 1. */
  readonly sequence: number
  /** Statement hash of the actor's previous statement for that seat; 32 zero bytes at sequence 1. */
  readonly previous: Uint8Array
  /** The actor's clock, milliseconds since 1970: a claim, never trusted for order. */
  readonly saidAt: number
} & StatementInputBody

export type StatementInputBody =
  | { readonly body: 'logOpened'; readonly logOpened: LogOpenedInput }
  | { readonly body: 'writerOpened'; readonly writerOpened: WriterOpenedInput }
  | { readonly body: 'registerPinned'; readonly registerPinned: RegisterPinnedInput }
  | { readonly body: 'statementRefused'; readonly statementRefused: StatementRefusedInput }
  | { readonly body: 'verified'; readonly verified: VerifiedInput }
  | { readonly body: 'modeChanged'; readonly modeChanged: ModeChangedInput }
  | { readonly body: 'rootOrder'; readonly rootOrder: RootOrderInput }
  | { readonly body: 'keyEnrolled'; readonly keyEnrolled: KeyEnrolledInput }
  | { readonly body: 'seatFrozen'; readonly seatFrozen: SeatFrozenInput }
  | { readonly body: 'physicalStationsDeclared'; readonly physicalStationsDeclared: PhysicalStationsDeclaredInput }
  | { readonly body: 'stationsListed'; readonly stationsListed: StationsListedInput }
  | { readonly body: 'candidatesListed'; readonly candidatesListed: CandidatesListedInput }
  | { readonly body: 'listCertified'; readonly listCertified: ListCertifiedInput }
  | { readonly body: 'listAcknowledged'; readonly listAcknowledged: ListAcknowledgedInput }
  | { readonly body: 'candidateNominated'; readonly candidateNominated: CandidateNominatedInput }
  | { readonly body: 'nominationScrutinised'; readonly nominationScrutinised: NominationScrutinisedInput }
  | { readonly body: 'candidateWithdrawn'; readonly candidateWithdrawn: CandidateWithdrawnInput }
  | { readonly body: 'stationAmended'; readonly stationAmended: StationAmendedInput }
  | { readonly body: 'candidateRetired'; readonly candidateRetired: CandidateRetiredInput }
  | { readonly body: 'exceptionJudged'; readonly exceptionJudged: ExceptionJudgedInput }
  | { readonly body: 'form45Submitted'; readonly form45Submitted: Form45SubmittedInput }
  | { readonly body: 'form45Accepted'; readonly form45Accepted: Form45AcceptedInput }
  | { readonly body: 'correctionRequested'; readonly correctionRequested: CorrectionRequestedInput }
  | { readonly body: 'form45Corrected'; readonly form45Corrected: Form45CorrectedInput }
  | { readonly body: 'form47Issued'; readonly form47Issued: Form47IssuedInput }
  | { readonly body: 'form45Locked'; readonly form45Locked: Form45LockedInput }
  | { readonly body: 'lockChallenged'; readonly lockChallenged: LockChallengedInput }
  | { readonly body: 'lockShown'; readonly lockShown: LockShownInput }
  | { readonly body: 'form45Rejected'; readonly form45Rejected: Form45RejectedInput }
  | { readonly body: 'holdResolved'; readonly holdResolved: HoldResolvedInput }
  | { readonly body: 'paperForm45Certified'; readonly paperForm45Certified: PaperForm45CertifiedInput }
  | { readonly body: 'form45Keyed'; readonly form45Keyed: Form45KeyedInput }
  | { readonly body: 'readingResolved'; readonly readingResolved: ReadingResolvedInput }
  | { readonly body: 'copyFiled'; readonly copyFiled: CopyFiledInput }
  | { readonly body: 'form45Countersigned'; readonly form45Countersigned: Form45CountersignedInput }
  | { readonly body: 'copySeenPosted'; readonly copySeenPosted: CopySeenPostedInput }
  | { readonly body: 'copyNotPosted'; readonly copyNotPosted: CopyNotPostedInput }
  | { readonly body: 'agentBarred'; readonly agentBarred: AgentBarredInput }
  | { readonly body: 'accessRefused'; readonly accessRefused: AccessRefusedInput }
  | { readonly body: 'objectionRaised'; readonly objectionRaised: ObjectionRaisedInput }
  | { readonly body: 'objectionDecided'; readonly objectionDecided: ObjectionDecidedInput }
  | { readonly body: 'warningHandled'; readonly warningHandled: WarningHandledInput }
  | { readonly body: 'imageMasked'; readonly imageMasked: ImageMaskedInput }
  | { readonly body: 'consolidationNotified'; readonly consolidationNotified: ConsolidationNotifiedInput }
  | { readonly body: 'noticeReceived'; readonly noticeReceived: NoticeReceivedInput }
  | { readonly body: 'recountRequested'; readonly recountRequested: RecountRequestedInput }
  | { readonly body: 'recountDecided'; readonly recountDecided: RecountDecidedInput }
  | { readonly body: 'recountOrdered'; readonly recountOrdered: RecountOrderedInput }
  | { readonly body: 'consolidationBegun'; readonly consolidationBegun: ConsolidationBegunInput }
  | { readonly body: 'stationRecounted'; readonly stationRecounted: StationRecountedInput }
  | { readonly body: 'excludedReexamined'; readonly excludedReexamined: ExcludedReexaminedInput }
  | { readonly body: 'postalCounted'; readonly postalCounted: PostalCountedInput }
  | { readonly body: 'consolidationConcluded'; readonly consolidationConcluded: ConsolidationConcludedInput }
  | { readonly body: 'documentsSent'; readonly documentsSent: DocumentsSentInput }
  | { readonly body: 'documentsPublished'; readonly documentsPublished: DocumentsPublishedInput }
  | { readonly body: 'resultGazetted'; readonly resultGazetted: ResultGazettedInput }
  | { readonly body: 'lotDrawn'; readonly lotDrawn: LotDrawnInput }
  | { readonly body: 'seatOrdered'; readonly seatOrdered: SeatOrderedInput }
  | { readonly body: 'stationOrdered'; readonly stationOrdered: StationOrderedInput }
  | { readonly body: 'tribunalOrdered'; readonly tribunalOrdered: TribunalOrderedInput }

/** A statement's exact bytes with the signature over them: what travels, and what a station copy carries. */
export interface SignedStatement {
  readonly statement: Uint8Array
  readonly signature: Uint8Array
}

export interface SignedStatementInput {
  readonly statement: Uint8Array
  readonly signature: Uint8Array
}

/** A statement given its place in a log. */
export interface Entry {
  readonly index: number
  /** Leaf hash of entry index - 1; 32 zero bytes at index 0. */
  readonly previous: Uint8Array
  /** Epoch of the writer, from 1. */
  readonly epoch: number
  /** The sequencer's clock, milliseconds since 1970. */
  readonly sequencedAt: number
  readonly statement: Uint8Array
  readonly signature: Uint8Array
}

export interface EntryInput {
  readonly index: number
  /** Leaf hash of entry index - 1; 32 zero bytes at index 0. */
  readonly previous: Uint8Array
  /** Epoch of the writer, from 1. */
  readonly epoch: number
  /** The sequencer's clock, milliseconds since 1970. */
  readonly sequencedAt: number
  readonly statement: Uint8Array
  readonly signature: Uint8Array
}

/** Entry 0 of every log, signed by its sequencer. */
export interface LogOpened {
  /** Name of the log: a seat (NA-46), register, intake-hq, intake-punjab, national. */
  readonly log: string
  readonly generation: number
  /** Where the predecessor generation ended; absent in generation 1. */
  readonly predecessor: LogPosition | null
  /** The register as the sequencer knew it; absent in the register itself. */
  readonly registerPin: LogPosition | null
}

export interface LogOpenedInput {
  /** Name of the log: a seat (NA-46), register, intake-hq, intake-punjab, national. */
  readonly log: string
  readonly generation: number
  /** Where the predecessor generation ended; absent in generation 1. */
  readonly predecessor?: LogPositionInput | null | undefined
  /** The register as the sequencer knew it; absent in the register itself. */
  readonly registerPin?: LogPositionInput | null | undefined
}

export interface LogPosition {
  readonly size: number
  readonly root: Uint8Array
}

export interface LogPositionInput {
  readonly size: number
  readonly root: Uint8Array
}

/** A writer takes the log: appended with the expected last sequence, so that two writers can never both go on. */
export interface WriterOpened {
  readonly epoch: number
  readonly nodeKey: Uint8Array
  readonly size: number
  readonly root: Uint8Array
}

export interface WriterOpenedInput {
  readonly epoch: number
  readonly nodeKey: Uint8Array
  readonly size: number
  readonly root: Uint8Array
}

/** Moves the log's view of the register forward, never back. */
export interface RegisterPinned {
  readonly size: number
  readonly root: Uint8Array
}

export interface RegisterPinnedInput {
  readonly size: number
  readonly root: Uint8Array
}

/** An authentic statement was not admitted. */
export interface StatementRefused {
  readonly hash: Uint8Array
  readonly code: string
}

export interface StatementRefusedInput {
  readonly hash: Uint8Array
  readonly code: string
}

/** A node recomputed the law up to this size and found these forms. */
export interface Verified {
  readonly log: string
  readonly size: number
  readonly root: Uint8Array
  readonly forms: readonly FormHash[]
}

export interface VerifiedInput {
  readonly log: string
  readonly size: number
  readonly root: Uint8Array
  readonly forms?: readonly FormHashInput[] | undefined
}

export interface FormHash {
  /** form-47, form-48 or form-49. */
  readonly form: string
  readonly sha256: Uint8Array
}

export interface FormHashInput {
  /** form-47, form-48 or form-49. */
  readonly form: string
  readonly sha256: Uint8Array
}

/** How what this log's node says has come to a hub since then: for people, and of no effect on any figure. */
export interface ModeChanged {
  readonly mode: LinkMode
  /** hq, or a province's code. */
  readonly hub: string
  /** The node's clock, milliseconds since 1970: a claim. */
  readonly since: number
}

export interface ModeChangedInput {
  readonly mode: LinkMode
  /** hq, or a province's code. */
  readonly hub: string
  /** The node's clock, milliseconds since 1970: a claim. */
  readonly since: number
}

/** Written notice of day, time and place of the consolidation: Elections Act 2017 s. 95(1). */
export interface ConsolidationNotified {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly place: string
}

export interface ConsolidationNotifiedInput {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly place: string
}

/** A candidate or agent has the notice whose statement has this hash. */
export interface NoticeReceived {
  readonly notice: Uint8Array
}

export interface NoticeReceivedInput {
  readonly notice: Uint8Array
}

export interface StationRef {
  readonly station: number
}

export interface StationRefInput {
  readonly station: number
}

export interface RecountRequested {
  /** Form 33 serial of the candidate who asks. */
  readonly candidate: number
  readonly ground: RecountGround
  /** Empty for every station. */
  readonly stations: readonly StationRef[]
  readonly reason: string
}

export interface RecountRequestedInput {
  /** Form 33 serial of the candidate who asks. */
  readonly candidate: number
  readonly ground: RecountGround
  /** Empty for every station. */
  readonly stations?: readonly StationRefInput[] | undefined
  readonly reason: string
}

/** The returning officer's decision on the request of this statement hash. */
export interface RecountDecided {
  readonly request: Uint8Array
  readonly granted: boolean
  readonly reason: string
}

export interface RecountDecidedInput {
  readonly request: Uint8Array
  readonly granted: boolean
  readonly reason: string
}

/** HQ directs a recount before the consolidation is concluded, with reasons: Elections Act 2017 s. 95(6). */
export interface RecountOrdered {
  /** Empty for every station. */
  readonly stations: readonly StationRef[]
  readonly reason: string
}

export interface RecountOrderedInput {
  /** Empty for every station. */
  readonly stations?: readonly StationRefInput[] | undefined
  readonly reason: string
}

/** The returning officer begins the consolidation from the complete Form 47 issued by the statement of this hash. */
export interface ConsolidationBegun {
  readonly form47: Uint8Array
}

export interface ConsolidationBegunInput {
  readonly form47: Uint8Array
}

/** A station's ballots counted again: the figures take the place of its Form 45 in Forms 48 and 49. */
export interface StationRecounted {
  readonly form: Form45 | null
}

export interface StationRecountedInput {
  readonly form?: Form45Input | null | undefined
}

/** Ballots that the presiding officer excluded are examined again, and those excluded wrongly counted: s. 95(2). */
export interface ExcludedReexamined {
  readonly station: number
  /** Votes added to each candidate. */
  readonly readmitted: readonly VotesAdded[]
}

export interface ExcludedReexaminedInput {
  readonly station: number
  /** Votes added to each candidate. */
  readonly readmitted?: readonly VotesAddedInput[] | undefined
}

export interface VotesAdded {
  readonly column: number
  readonly votes: number
}

export interface VotesAddedInput {
  readonly column: number
  readonly votes: number
}

/** Postal ballots of the seat: Elections Act 2017 s. 95(3); those rejected apart, s. 95(4). */
export interface PostalCounted {
  readonly votes: readonly VotesAdded[]
  readonly rejected: number
}

export interface PostalCountedInput {
  readonly votes?: readonly VotesAddedInput[] | undefined
  readonly rejected: number
}

/** The returning officer signs Forms 48 and 49 of the log at this size. */
export interface ConsolidationConcluded {
  readonly size: number
  readonly form48Sha256: Uint8Array
  readonly form49Sha256: Uint8Array
}

export interface ConsolidationConcludedInput {
  readonly size: number
  readonly form48Sha256: Uint8Array
  readonly form49Sha256: Uint8Array
}

/** The signed Forms 48 and 49 have gone to HQ with all Forms 45 and 46: Elections Act 2017 s. 95(8). */
export interface DocumentsSent {
  readonly forms45: number
  readonly forms46: number
}

export interface DocumentsSentInput {
  readonly forms45: number
  readonly forms46: number
}

/** HQ has published the documents: Elections Act 2017 s. 95(10). */
export interface DocumentsPublished {
  readonly address: string
}

export interface DocumentsPublishedInput {
  readonly address: string
}

export interface ResultGazetted {
  readonly notification: string
}

export interface ResultGazettedInput {
  readonly notification: string
}

/** Equality of votes: both are returned, each for half the term, the first named serves first: Elections Act 2017 s. 97. */
export interface LotDrawn {
  readonly first: number
  readonly second: number
}

export interface LotDrawnInput {
  readonly first: number
  readonly second: number
}

/** What HQ, or where the law says so the returning officer, orders of a seat. */
export interface SeatOrdered {
  readonly order: SeatOrder
  readonly reason: string
  /** Form 33 serial of who is returned unopposed. */
  readonly candidate: number | null
}

export interface SeatOrderedInput {
  readonly order: SeatOrder
  readonly reason: string
  /** Form 33 serial of who is returned unopposed. */
  readonly candidate?: number | null | undefined
}

export interface StationOrdered {
  readonly station: number
  readonly order: StationOrder
  readonly reason: string
  /** Hours extended: close of poll here, milliseconds since 1970. */
  readonly until: number | null
  /** Merged: the station that votes there too. */
  readonly into: number | null
}

export interface StationOrderedInput {
  readonly station: number
  readonly order: StationOrder
  readonly reason: string
  /** Hours extended: close of poll here, milliseconds since 1970. */
  readonly until?: number | null | undefined
  /** Merged: the station that votes there too. */
  readonly into?: number | null | undefined
}

/** An election tribunal's or court's order, as HQ records it. */
export interface TribunalOrdered {
  readonly effect: TribunalEffect
  readonly reference: string
  /** Form 33 serial of who is returned instead. */
  readonly candidate: number | null
  readonly reason: string
}

export interface TribunalOrderedInput {
  readonly effect: TribunalEffect
  readonly reference: string
  /** Form 33 serial of who is returned instead. */
  readonly candidate?: number | null | undefined
  readonly reason: string
}

/** Entries from index `from` on, with the newest checkpoint the sender holds. */
export interface PushRequest {
  readonly log: string
  readonly from: number
  readonly entries: readonly Uint8Array[]
  /** A signed note, as text. */
  readonly checkpoint: Uint8Array
}

export interface PushRequestInput {
  readonly log: string
  readonly from: number
  readonly entries?: readonly Uint8Array[] | undefined
  /** A signed note, as text. */
  readonly checkpoint: Uint8Array
}

export interface PushReply {
  /** Entries the receiver now holds durably: the next push starts here. */
  readonly size: number
  /** The receiver's newest checkpoint of this log with its own cosignature, as text; empty when it has none. */
  readonly checkpoint: Uint8Array
  /** A refusal's code, or empty. */
  readonly code: string
  /** Not before this many milliseconds from now, when the receiver is busy. */
  readonly retryAfterMs: number
}

export interface PushReplyInput {
  /** Entries the receiver now holds durably: the next push starts here. */
  readonly size: number
  /** The receiver's newest checkpoint of this log with its own cosignature, as text; empty when it has none. */
  readonly checkpoint: Uint8Array
  /** A refusal's code, or empty. */
  readonly code: string
  /** Not before this many milliseconds from now, when the receiver is busy. */
  readonly retryAfterMs: number
}

/** Asks for entries from index `from` on, at most `entries_max`; 0 asks for the checkpoint alone. */
export interface PullRequest {
  readonly log: string
  readonly from: number
  readonly entriesMax: number
}

export interface PullRequestInput {
  readonly log: string
  readonly from: number
  readonly entriesMax: number
}

export interface PullReply {
  readonly size: number
  readonly entries: readonly Uint8Array[]
  readonly checkpoint: Uint8Array
  readonly code: string
}

export interface PullReplyInput {
  readonly size: number
  readonly entries?: readonly Uint8Array[] | undefined
  readonly checkpoint: Uint8Array
  readonly code: string
}

/**
 * A piece of a request on a slow link, and which piece of its answer is wanted. It stands behind a zero byte, with
 * which no message begins, in the request's own place.
 */
export interface PartRequest {
  /** 16 bytes of the sender's choice: the same in all pieces of one request, and in no other. */
  readonly id: Uint8Array
  /** Length of the whole request, compressed with Brotli. */
  readonly total: number
  readonly offset: number
  readonly part: Uint8Array
  /** Bytes of the compressed answer: from here on, at most so many. */
  readonly answerFrom: number
  readonly answerBytesMax: number
}

export interface PartRequestInput {
  /** 16 bytes of the sender's choice: the same in all pieces of one request, and in no other. */
  readonly id: Uint8Array
  /** Length of the whole request, compressed with Brotli. */
  readonly total: number
  readonly offset: number
  readonly part: Uint8Array
  /** Bytes of the compressed answer: from here on, at most so many. */
  readonly answerFrom: number
  readonly answerBytesMax: number
}

export interface PartReply {
  /** Bytes of the request that are held, from its beginning on: the next piece starts here. */
  readonly held: number
  /** Length of the whole answer, compressed with Brotli; 0 while the request is not whole. */
  readonly answerTotal: number
  readonly answer: Uint8Array
  /** A refusal's code, or empty. */
  readonly code: string
}

export interface PartReplyInput {
  /** Bytes of the request that are held, from its beginning on: the next piece starts here. */
  readonly held: number
  /** Length of the whole answer, compressed with Brotli; 0 while the request is not whole. */
  readonly answerTotal: number
  readonly answer: Uint8Array
  /** A refusal's code, or empty. */
  readonly code: string
}

/**
 * What two nodes tell each other of a seat's images, in parts: what the sender lacks, a part that the other lacks, or
 * the question for a part. An image is believed when its bytes have the SHA-256 that the log names.
 */
export interface ImageRequest {
  readonly log: string
  /** Of the images that the log names, SHA-256s of what the sender lacks. */
  readonly wanted: readonly Uint8Array[]
  /** A part for the receiver. */
  readonly part: ImagePart | null
  /** Asks for the bytes from this offset on. */
  readonly asked: ImageOffset | null
  /** Wanted images are told after this SHA-256, in byte order; empty for the first. */
  readonly after: Uint8Array
}

export interface ImageRequestInput {
  readonly log: string
  /** Of the images that the log names, SHA-256s of what the sender lacks. */
  readonly wanted?: readonly Uint8Array[] | undefined
  /** A part for the receiver. */
  readonly part?: ImagePartInput | null | undefined
  /** Asks for the bytes from this offset on. */
  readonly asked?: ImageOffsetInput | null | undefined
  /** Wanted images are told after this SHA-256, in byte order; empty for the first. */
  readonly after: Uint8Array
}

export interface ImageReply {
  /** What the receiver lacks, with how much of it it holds: of all that the log names, or of the image of the part. */
  readonly wanted: readonly ImageOffset[]
  /** Of what the sender lacks, SHA-256s of what the receiver holds. */
  readonly held: readonly Uint8Array[]
  /** What was asked for; absent where the receiver does not hold it. */
  readonly part: ImagePart | null
  /** A refusal's code, or empty. */
  readonly code: string
  /** Not before this many milliseconds from now, when the receiver is busy. */
  readonly retryAfterMs: number
}

export interface ImageReplyInput {
  /** What the receiver lacks, with how much of it it holds: of all that the log names, or of the image of the part. */
  readonly wanted?: readonly ImageOffsetInput[] | undefined
  /** Of what the sender lacks, SHA-256s of what the receiver holds. */
  readonly held?: readonly Uint8Array[] | undefined
  /** What was asked for; absent where the receiver does not hold it. */
  readonly part?: ImagePartInput | null | undefined
  /** A refusal's code, or empty. */
  readonly code: string
  /** Not before this many milliseconds from now, when the receiver is busy. */
  readonly retryAfterMs: number
}

export interface ImageOffset {
  readonly sha256: Uint8Array
  readonly offset: number
}

export interface ImageOffsetInput {
  readonly sha256: Uint8Array
  readonly offset: number
}

export interface ImagePart {
  readonly sha256: Uint8Array
  /** Of the whole image. */
  readonly size: number
  readonly offset: number
  readonly bytes: Uint8Array
}

export interface ImagePartInput {
  readonly sha256: Uint8Array
  /** Of the whole image. */
  readonly size: number
  readonly offset: number
  readonly bytes: Uint8Array
}
