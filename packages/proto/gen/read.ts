// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.

import type {
  Channel,
  ExclusionGround,
  SignatoryRole,
  PositionClaim,
  Form45Figure,
  CopyKind,
  Stage,
  Form47Stage,
  Assembly,
  Role,
  StationType,
  ListKind,
  StationChange,
  LinkMode,
  RecountGround,
  SeatOrder,
  StationOrder,
  TribunalEffect,
  Form45,
  CandidateCount,
  ExcludedByGround,
  Form46,
  FormSignatory,
  Recount,
  EvidenceRef,
  Capture,
  Form45Submitted,
  Form45Accepted,
  FigureRef,
  CorrectionRequested,
  Form45Corrected,
  Form45Locked,
  LockChallenged,
  LockShown,
  Form45Rejected,
  HoldResolved,
  PaperForm45Certified,
  AgentPresence,
  Form45Keyed,
  FigureResolved,
  ReadingResolved,
  CopyFiled,
  CustodyStep,
  Form45Countersigned,
  CopySeenPosted,
  CopyNotPosted,
  AgentBarred,
  AccessRefused,
  ObjectionRaised,
  ObjectionDecided,
  WarningHandled,
  ImageMasked,
  Form47Issued,
  AwaitedStation,
  RootOrder,
  Approval,
  Order,
  ElectionDeclared,
  RuleParameters,
  Tolerance,
  SeatDeclared,
  HubDeclared,
  RootKeysChanged,
  KeyRevoked,
  LogSuperseded,
  LogCut,
  SoftwareDeclared,
  PolicyDeclared,
  KeyEnrolled,
  KeyClaim,
  PhysicalStationsDeclared,
  PhysicalStation,
  SeatFrozen,
  StationsListed,
  Station,
  ElectoralArea,
  CandidatesListed,
  Candidate,
  CandidateNominated,
  NominationScrutinised,
  CandidateWithdrawn,
  CollectedColumn,
  ListAcknowledged,
  ListCertified,
  StationAmended,
  CandidateRetired,
  ExceptionJudged,
  Statement,
  SignedStatement,
  Entry,
  LogOpened,
  LogPosition,
  WriterOpened,
  RegisterPinned,
  StatementRefused,
  Verified,
  FormHash,
  ModeChanged,
  ConsolidationNotified,
  NoticeReceived,
  StationRef,
  RecountRequested,
  RecountDecided,
  RecountOrdered,
  ConsolidationBegun,
  StationRecounted,
  ExcludedReexamined,
  VotesAdded,
  PostalCounted,
  ConsolidationConcluded,
  DocumentsSent,
  DocumentsPublished,
  ResultGazetted,
  LotDrawn,
  SeatOrdered,
  StationOrdered,
  TribunalOrdered,
  PushRequest,
  PushReply,
  PullRequest,
  PullReply,
  PartRequest,
  PartReply,
  ImageRequest,
  ImageReply,
  ImageOffset,
  ImagePart,
} from './types.ts'
import { WireFault } from '../src/fault.ts'
import { noBytes, type WireReader } from '../src/reader.ts'

const knownForm45: readonly number[] = [8, 18, 24, 32, 42, 48, 56, 64, 72, 80, 90, 96, 106, 112, 122, 130, 138, 144, 152, 162]

export function readForm45(wire: WireReader): Form45 {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  const counts: CandidateCount[] = []
  while (tag === 18) {
    const outer = wire.enter()
    counts.push(readCandidateCount(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let validTotal: number | null = null
  if (tag === 24) {
    validTotal = wire.uint32(0)
    tag = wire.tag()
  }
  let excludedTotal: number | null = null
  if (tag === 32) {
    excludedTotal = wire.uint32(0)
    tag = wire.tag()
  }
  const excludedByGround: ExcludedByGround[] = []
  while (tag === 42) {
    const outer = wire.enter()
    excludedByGround.push(readExcludedByGround(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let polledTotal: number | null = null
  if (tag === 48) {
    polledTotal = wire.uint32(0)
    tag = wire.tag()
  }
  let votersMale: number | null = null
  if (tag === 56) {
    votersMale = wire.uint32(0)
    tag = wire.tag()
  }
  let votersFemale: number | null = null
  if (tag === 64) {
    votersFemale = wire.uint32(0)
    tag = wire.tag()
  }
  let votersTotal: number | null = null
  if (tag === 72) {
    votersTotal = wire.uint32(0)
    tag = wire.tag()
  }
  let registeredTotal: number | null = null
  if (tag === 80) {
    registeredTotal = wire.uint32(0)
    tag = wire.tag()
  }
  let ballots: Form46 | null = null
  if (tag === 90) {
    const outer = wire.enter()
    ballots = readForm46(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let countedAt: number | null = null
  if (tag === 96) {
    countedAt = wire.uint64(0)
    tag = wire.tag()
  }
  const signatories: FormSignatory[] = []
  while (tag === 106) {
    const outer = wire.enter()
    signatories.push(readFormSignatory(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let postedOutside: boolean | null = null
  if (tag === 112) {
    postedOutside = wire.bool(0)
    tag = wire.tag()
  }
  let recount: Recount | null = null
  if (tag === 122) {
    const outer = wire.enter()
    recount = readRecount(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let image: EvidenceRef | null = null
  if (tag === 130) {
    const outer = wire.enter()
    image = readEvidenceRef(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let capture: Capture | null = null
  if (tag === 138) {
    const outer = wire.enter()
    capture = readCapture(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let channel: Channel = 0
  if (tag === 144) {
    channel = wire.enumeration<Channel>(1, 4, 'Channel')
    tag = wire.tag()
  }
  let poll: number | null = null
  if (tag === 152) {
    poll = wire.uint32(0)
    tag = wire.tag()
  }
  let assistantReason: string | null = null
  if (tag === 162) {
    assistantReason = wire.string(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45)
  return { station, counts, validTotal, excludedTotal, excludedByGround, polledTotal, votersMale, votersFemale, votersTotal, registeredTotal, ballots, countedAt, signatories, postedOutside, recount, image, capture, channel, poll, assistantReason }
}

const knownCandidateCount: readonly number[] = [8, 16, 24, 32, 40]

export function readCandidateCount(wire: WireReader): CandidateCount {
  let tag = wire.tag()
  let column: number = 0
  if (tag === 8) {
    column = wire.uint32(1)
    tag = wire.tag()
  }
  let valid: number | null = null
  if (tag === 16) {
    valid = wire.uint32(0)
    tag = wire.tag()
  }
  let tendered: number | null = null
  if (tag === 24) {
    tendered = wire.uint32(0)
    tag = wire.tag()
  }
  let challenged: number | null = null
  if (tag === 32) {
    challenged = wire.uint32(0)
    tag = wire.tag()
  }
  let total: number | null = null
  if (tag === 40) {
    total = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCandidateCount)
  return { column, valid, tendered, challenged, total }
}

const knownExcludedByGround: readonly number[] = [8, 16]

export function readExcludedByGround(wire: WireReader): ExcludedByGround {
  let tag = wire.tag()
  let ground: ExclusionGround = 0
  if (tag === 8) {
    ground = wire.enumeration<ExclusionGround>(1, 4, 'ExclusionGround')
    tag = wire.tag()
  }
  let count: number = 0
  if (tag === 16) {
    count = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownExcludedByGround)
  return { ground, count }
}

const knownForm46: readonly number[] = [8, 16, 24, 32, 40, 48, 56, 64]

export function readForm46(wire: WireReader): Form46 {
  let tag = wire.tag()
  let received: number | null = null
  if (tag === 8) {
    received = wire.uint32(0)
    tag = wire.tag()
  }
  let unissued: number | null = null
  if (tag === 16) {
    unissued = wire.uint32(0)
    tag = wire.tag()
  }
  let takenFromBox: number | null = null
  if (tag === 24) {
    takenFromBox = wire.uint32(0)
    tag = wire.tag()
  }
  let tendered: number | null = null
  if (tag === 32) {
    tendered = wire.uint32(0)
    tag = wire.tag()
  }
  let challenged: number | null = null
  if (tag === 40) {
    challenged = wire.uint32(0)
    tag = wire.tag()
  }
  let spoilt: number | null = null
  if (tag === 48) {
    spoilt = wire.uint32(0)
    tag = wire.tag()
  }
  let stray: number | null = null
  if (tag === 56) {
    stray = wire.uint32(0)
    tag = wire.tag()
  }
  let cancelled: number | null = null
  if (tag === 64) {
    cancelled = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm46)
  return { received, unissued, takenFromBox, tendered, challenged, spoilt, stray, cancelled }
}

const knownFormSignatory: readonly number[] = [8, 16, 24, 34, 40]

export function readFormSignatory(wire: WireReader): FormSignatory {
  let tag = wire.tag()
  let role: SignatoryRole = 0
  if (tag === 8) {
    role = wire.enumeration<SignatoryRole>(1, 3, 'SignatoryRole')
    tag = wire.tag()
  }
  let candidate: number | null = null
  if (tag === 16) {
    candidate = wire.uint32(0)
    tag = wire.tag()
  }
  let signed: boolean | null = null
  if (tag === 24) {
    signed = wire.bool(0)
    tag = wire.tag()
  }
  let absenceReason: string = ''
  if (tag === 34) {
    absenceReason = wire.string(1)
    tag = wire.tag()
  }
  let copyGiven: boolean | null = null
  if (tag === 40) {
    copyGiven = wire.bool(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownFormSignatory)
  return { role, candidate, signed, absenceReason, copyGiven }
}

const knownRecount: readonly number[] = [10, 18]

export function readRecount(wire: WireReader): Recount {
  let tag = wire.tag()
  let askedBy: string = ''
  if (tag === 10) {
    askedBy = wire.string(1)
    tag = wire.tag()
  }
  const before: CandidateCount[] = []
  while (tag === 18) {
    const outer = wire.enter()
    before.push(readCandidateCount(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRecount)
  return { askedBy, before }
}

const knownEvidenceRef: readonly number[] = [10, 16, 26]

export function readEvidenceRef(wire: WireReader): EvidenceRef {
  let tag = wire.tag()
  let sha256: Uint8Array = noBytes
  if (tag === 10) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  let size: number = 0
  if (tag === 16) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let mediaType: string = ''
  if (tag === 26) {
    mediaType = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownEvidenceRef)
  return { sha256, size, mediaType }
}

const knownCapture: readonly number[] = [8, 18, 24]

export function readCapture(wire: WireReader): Capture {
  let tag = wire.tag()
  let capturedAt: number | null = null
  if (tag === 8) {
    capturedAt = wire.uint64(0)
    tag = wire.tag()
  }
  let positionCommitment: Uint8Array = noBytes
  if (tag === 18) {
    positionCommitment = wire.bytes(1)
    tag = wire.tag()
  }
  let position: PositionClaim = 0
  if (tag === 24) {
    position = wire.enumeration<PositionClaim>(1, 3, 'PositionClaim')
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCapture)
  return { capturedAt, positionCommitment, position }
}

const knownForm45Submitted: readonly number[] = [10]

export function readForm45Submitted(wire: WireReader): Form45Submitted {
  let tag = wire.tag()
  let form: Form45 | null = null
  if (tag === 10) {
    const outer = wire.enter()
    form = readForm45(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Submitted)
  return { form }
}

const knownForm45Accepted: readonly number[] = [8, 18]

export function readForm45Accepted(wire: WireReader): Form45Accepted {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Accepted)
  return { station, form }
}

const knownFigureRef: readonly number[] = [8, 16]

export function readFigureRef(wire: WireReader): FigureRef {
  let tag = wire.tag()
  let figure: Form45Figure = 0
  if (tag === 8) {
    figure = wire.enumeration<Form45Figure>(1, 20, 'Form45Figure')
    tag = wire.tag()
  }
  let row: number | null = null
  if (tag === 16) {
    row = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownFigureRef)
  return { figure, row }
}

const knownCorrectionRequested: readonly number[] = [8, 18, 26, 34, 42]

export function readCorrectionRequested(wire: WireReader): CorrectionRequested {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  const codes: string[] = []
  while (tag === 26) {
    codes.push(wire.string(0))
    tag = wire.tag()
  }
  let note: string = ''
  if (tag === 34) {
    note = wire.string(1)
    tag = wire.tag()
  }
  const figures: FigureRef[] = []
  while (tag === 42) {
    const outer = wire.enter()
    figures.push(readFigureRef(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCorrectionRequested)
  return { station, form, codes, note, figures }
}

const knownForm45Corrected: readonly number[] = [10, 18, 26]

export function readForm45Corrected(wire: WireReader): Form45Corrected {
  let tag = wire.tag()
  let supersedes: Uint8Array = noBytes
  if (tag === 10) {
    supersedes = wire.bytes(1)
    tag = wire.tag()
  }
  let form: Form45 | null = null
  if (tag === 18) {
    const outer = wire.enter()
    form = readForm45(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let note: string = ''
  if (tag === 26) {
    note = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Corrected)
  return { supersedes, form, note }
}

const knownForm45Locked: readonly number[] = [8, 18]

export function readForm45Locked(wire: WireReader): Form45Locked {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Locked)
  return { station, form }
}

const knownLockChallenged: readonly number[] = [8, 18]

export function readLockChallenged(wire: WireReader): LockChallenged {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownLockChallenged)
  return { station, form }
}

const knownLockShown: readonly number[] = [8, 18, 26]

export function readLockShown(wire: WireReader): LockShown {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  let challenge: Uint8Array = noBytes
  if (tag === 26) {
    challenge = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownLockShown)
  return { station, form, challenge }
}

const knownForm45Rejected: readonly number[] = [8, 18, 26]

export function readForm45Rejected(wire: WireReader): Form45Rejected {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Rejected)
  return { station, form, reason }
}

const knownHoldResolved: readonly number[] = [8, 18, 26]

export function readHoldResolved(wire: WireReader): HoldResolved {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownHoldResolved)
  return { station, form, reason }
}

const knownPaperForm45Certified: readonly number[] = [8, 18, 26, 34, 42]

export function readPaperForm45Certified(wire: WireReader): PaperForm45Certified {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let image: EvidenceRef | null = null
  if (tag === 18) {
    const outer = wire.enter()
    image = readEvidenceRef(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  const agents: AgentPresence[] = []
  while (tag === 34) {
    const outer = wire.enter()
    agents.push(readAgentPresence(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  const secondOfficers: Approval[] = []
  while (tag === 42) {
    const outer = wire.enter()
    secondOfficers.push(readApproval(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPaperForm45Certified)
  return { station, image, reason, agents, secondOfficers }
}

const knownAgentPresence: readonly number[] = [8, 16, 26]

export function readAgentPresence(wire: WireReader): AgentPresence {
  let tag = wire.tag()
  let candidate: number = 0
  if (tag === 8) {
    candidate = wire.uint32(1)
    tag = wire.tag()
  }
  let present: boolean = false
  if (tag === 16) {
    present = wire.bool(1)
    tag = wire.tag()
  }
  let absenceReason: string = ''
  if (tag === 26) {
    absenceReason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownAgentPresence)
  return { candidate, present, absenceReason }
}

const knownForm45Keyed: readonly number[] = [10, 18, 26]

export function readForm45Keyed(wire: WireReader): Form45Keyed {
  let tag = wire.tag()
  let document: Uint8Array = noBytes
  if (tag === 10) {
    document = wire.bytes(1)
    tag = wire.tag()
  }
  let form: Form45 | null = null
  if (tag === 18) {
    const outer = wire.enter()
    form = readForm45(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let session: Uint8Array = noBytes
  if (tag === 26) {
    session = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Keyed)
  return { document, form, session }
}

const knownFigureResolved: readonly number[] = [10, 16]

export function readFigureResolved(wire: WireReader): FigureResolved {
  let tag = wire.tag()
  let figure: FigureRef | null = null
  if (tag === 10) {
    const outer = wire.enter()
    figure = readFigureRef(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let value: number | null = null
  if (tag === 16) {
    value = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownFigureResolved)
  return { figure, value }
}

const knownReadingResolved: readonly number[] = [8, 18, 26, 34]

export function readReadingResolved(wire: WireReader): ReadingResolved {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let document: Uint8Array = noBytes
  if (tag === 18) {
    document = wire.bytes(1)
    tag = wire.tag()
  }
  const figures: FigureResolved[] = []
  while (tag === 26) {
    const outer = wire.enter()
    figures.push(readFigureResolved(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 34) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownReadingResolved)
  return { station, document, figures, reason }
}

const knownCopyFiled: readonly number[] = [8, 18, 26, 34, 40]

export function readCopyFiled(wire: WireReader): CopyFiled {
  let tag = wire.tag()
  let kind: CopyKind = 0
  if (tag === 8) {
    kind = wire.enumeration<CopyKind>(1, 5, 'CopyKind')
    tag = wire.tag()
  }
  let form: Form45 | null = null
  if (tag === 18) {
    const outer = wire.enter()
    form = readForm45(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let image: EvidenceRef | null = null
  if (tag === 26) {
    const outer = wire.enter()
    image = readEvidenceRef(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  const custody: CustodyStep[] = []
  while (tag === 34) {
    const outer = wire.enter()
    custody.push(readCustodyStep(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let channel: Channel = 0
  if (tag === 40) {
    channel = wire.enumeration<Channel>(1, 4, 'Channel')
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCopyFiled)
  return { kind, form, image, custody, channel }
}

const knownCustodyStep: readonly number[] = [10, 16]

export function readCustodyStep(wire: WireReader): CustodyStep {
  let tag = wire.tag()
  let holder: string = ''
  if (tag === 10) {
    holder = wire.string(1)
    tag = wire.tag()
  }
  let since: number | null = null
  if (tag === 16) {
    since = wire.uint64(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCustodyStep)
  return { holder, since }
}

const knownForm45Countersigned: readonly number[] = [8, 18, 24, 34, 40]

export function readForm45Countersigned(wire: WireReader): Form45Countersigned {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  let refused: boolean = false
  if (tag === 24) {
    refused = wire.bool(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 34) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  let copyReceived: boolean = false
  if (tag === 40) {
    copyReceived = wire.bool(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Countersigned)
  return { station, form, refused, reason, copyReceived }
}

const knownCopySeenPosted: readonly number[] = [8, 16, 26]

export function readCopySeenPosted(wire: WireReader): CopySeenPosted {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let seenAt: number | null = null
  if (tag === 16) {
    seenAt = wire.uint64(0)
    tag = wire.tag()
  }
  let image: EvidenceRef | null = null
  if (tag === 26) {
    const outer = wire.enter()
    image = readEvidenceRef(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCopySeenPosted)
  return { station, seenAt, image }
}

const knownCopyNotPosted: readonly number[] = [8, 16, 26]

export function readCopyNotPosted(wire: WireReader): CopyNotPosted {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let seenAt: number | null = null
  if (tag === 16) {
    seenAt = wire.uint64(0)
    tag = wire.tag()
  }
  let note: string = ''
  if (tag === 26) {
    note = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCopyNotPosted)
  return { station, seenAt, note }
}

const knownAgentBarred: readonly number[] = [8, 16, 24, 34]

export function readAgentBarred(wire: WireReader): AgentBarred {
  let tag = wire.tag()
  let station: number | null = null
  if (tag === 8) {
    station = wire.uint32(0)
    tag = wire.tag()
  }
  let candidate: number | null = null
  if (tag === 16) {
    candidate = wire.uint32(0)
    tag = wire.tag()
  }
  let stage: Stage = 0
  if (tag === 24) {
    stage = wire.enumeration<Stage>(1, 4, 'Stage')
    tag = wire.tag()
  }
  let note: string = ''
  if (tag === 34) {
    note = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownAgentBarred)
  return { station, candidate, stage, note }
}

const knownAccessRefused: readonly number[] = [8, 16, 26]

export function readAccessRefused(wire: WireReader): AccessRefused {
  let tag = wire.tag()
  let station: number | null = null
  if (tag === 8) {
    station = wire.uint32(0)
    tag = wire.tag()
  }
  let stage: Stage = 0
  if (tag === 16) {
    stage = wire.enumeration<Stage>(1, 4, 'Stage')
    tag = wire.tag()
  }
  let note: string = ''
  if (tag === 26) {
    note = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownAccessRefused)
  return { station, stage, note }
}

const knownObjectionRaised: readonly number[] = [8, 16, 26]

export function readObjectionRaised(wire: WireReader): ObjectionRaised {
  let tag = wire.tag()
  let station: number | null = null
  if (tag === 8) {
    station = wire.uint32(0)
    tag = wire.tag()
  }
  let stage: Stage = 0
  if (tag === 16) {
    stage = wire.enumeration<Stage>(1, 4, 'Stage')
    tag = wire.tag()
  }
  let ground: string = ''
  if (tag === 26) {
    ground = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownObjectionRaised)
  return { station, stage, ground }
}

const knownObjectionDecided: readonly number[] = [10, 16, 26]

export function readObjectionDecided(wire: WireReader): ObjectionDecided {
  let tag = wire.tag()
  let objection: Uint8Array = noBytes
  if (tag === 10) {
    objection = wire.bytes(1)
    tag = wire.tag()
  }
  let upheld: boolean = false
  if (tag === 16) {
    upheld = wire.bool(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownObjectionDecided)
  return { objection, upheld, reason }
}

const knownWarningHandled: readonly number[] = [8, 18, 26, 34]

export function readWarningHandled(wire: WireReader): WarningHandled {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let form: Uint8Array = noBytes
  if (tag === 18) {
    form = wire.bytes(1)
    tag = wire.tag()
  }
  let code: string = ''
  if (tag === 26) {
    code = wire.string(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 34) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownWarningHandled)
  return { station, form, code, reason }
}

const knownImageMasked: readonly number[] = [10, 18]

export function readImageMasked(wire: WireReader): ImageMasked {
  let tag = wire.tag()
  let original: Uint8Array = noBytes
  if (tag === 10) {
    original = wire.bytes(1)
    tag = wire.tag()
  }
  let masked: EvidenceRef | null = null
  if (tag === 18) {
    const outer = wire.enter()
    masked = readEvidenceRef(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownImageMasked)
  return { original, masked }
}

const knownForm47Issued: readonly number[] = [8, 16, 26, 34, 40, 48]

export function readForm47Issued(wire: WireReader): Form47Issued {
  let tag = wire.tag()
  let stage: Form47Stage = 0
  if (tag === 8) {
    stage = wire.enumeration<Form47Stage>(1, 2, 'Form47Stage')
    tag = wire.tag()
  }
  let size: number = 0
  if (tag === 16) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let sha256: Uint8Array = noBytes
  if (tag === 26) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  const awaited: AwaitedStation[] = []
  while (tag === 34) {
    const outer = wire.enter()
    awaited.push(readAwaitedStation(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let announced: boolean | null = null
  if (tag === 40) {
    announced = wire.bool(0)
    tag = wire.tag()
  }
  let affixed: boolean | null = null
  if (tag === 48) {
    affixed = wire.bool(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownForm47Issued)
  return { stage, size, sha256, awaited, announced, affixed }
}

const knownAwaitedStation: readonly number[] = [8, 18]

export function readAwaitedStation(wire: WireReader): AwaitedStation {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 18) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownAwaitedStation)
  return { station, reason }
}

const knownRootOrder: readonly number[] = [10, 18]

export function readRootOrder(wire: WireReader): RootOrder {
  let tag = wire.tag()
  let order: Uint8Array = noBytes
  if (tag === 10) {
    order = wire.bytes(1)
    tag = wire.tag()
  }
  const approvals: Approval[] = []
  while (tag === 18) {
    const outer = wire.enter()
    approvals.push(readApproval(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRootOrder)
  return { order, approvals }
}

const knownApproval: readonly number[] = [10, 18]

export function readApproval(wire: WireReader): Approval {
  let tag = wire.tag()
  let key: Uint8Array = noBytes
  if (tag === 10) {
    key = wire.bytes(1)
    tag = wire.tag()
  }
  let signature: Uint8Array = noBytes
  if (tag === 18) {
    signature = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownApproval)
  return { key, signature }
}

const knownOrder: readonly number[] = [10, 18, 26, 34, 42, 50, 58, 66, 74]

export function readOrder(wire: WireReader): Order {
  const tag = wire.tag()
  switch (tag) {
    case 10: {
      const outer = wire.enter()
      const electionDeclared = readElectionDeclared(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'electionDeclared', electionDeclared }
    }
    case 18: {
      const outer = wire.enter()
      const seatDeclared = readSeatDeclared(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'seatDeclared', seatDeclared }
    }
    case 26: {
      const outer = wire.enter()
      const hubDeclared = readHubDeclared(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'hubDeclared', hubDeclared }
    }
    case 34: {
      const outer = wire.enter()
      const rootKeysChanged = readRootKeysChanged(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'rootKeysChanged', rootKeysChanged }
    }
    case 42: {
      const outer = wire.enter()
      const keyRevoked = readKeyRevoked(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'keyRevoked', keyRevoked }
    }
    case 50: {
      const outer = wire.enter()
      const logSuperseded = readLogSuperseded(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'logSuperseded', logSuperseded }
    }
    case 58: {
      const outer = wire.enter()
      const softwareDeclared = readSoftwareDeclared(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'softwareDeclared', softwareDeclared }
    }
    case 66: {
      const outer = wire.enter()
      const policyDeclared = readPolicyDeclared(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'policyDeclared', policyDeclared }
    }
    case 74: {
      const outer = wire.enter()
      const keyEnrolled = readKeyEnrolled(wire)
      wire.leave(outer)
      wire.nothingElse(knownOrder)
      return { body: 'keyEnrolled', keyEnrolled }
    }
    case 0:
      throw new WireFault('wire/no-body', 'Order has no body')
    default:
      throw wire.unexpected(tag, knownOrder)
  }
}

const knownElectionDeclared: readonly number[] = [10, 18, 26, 32, 42, 50]

export function readElectionDeclared(wire: WireReader): ElectionDeclared {
  let tag = wire.tag()
  let election: string = ''
  if (tag === 10) {
    election = wire.string(1)
    tag = wire.tag()
  }
  let title: string = ''
  if (tag === 18) {
    title = wire.string(1)
    tag = wire.tag()
  }
  let operatorDomain: string = ''
  if (tag === 26) {
    operatorDomain = wire.string(1)
    tag = wire.tag()
  }
  let rulesVersion: number = 0
  if (tag === 32) {
    rulesVersion = wire.uint32(1)
    tag = wire.tag()
  }
  let parameters: RuleParameters | null = null
  if (tag === 42) {
    const outer = wire.enter()
    parameters = readRuleParameters(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let source: string = ''
  if (tag === 50) {
    source = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownElectionDeclared)
  return { election, title, operatorDomain, rulesVersion, parameters, source }
}

const knownRuleParameters: readonly number[] = [8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 114, 122, 130, 136, 144, 152, 160, 168, 176, 184, 192, 200, 208, 216, 224]

export function readRuleParameters(wire: WireReader): RuleParameters {
  let tag = wire.tag()
  let countMax: number | null = null
  if (tag === 8) {
    countMax = wire.uint32(0)
    tag = wire.tag()
  }
  let clockSkewMsMax: number | null = null
  if (tag === 16) {
    clockSkewMsMax = wire.uint64(0)
    tag = wire.tag()
  }
  let pollClosedAt: number | null = null
  if (tag === 24) {
    pollClosedAt = wire.uint64(0)
    tag = wire.tag()
  }
  let form47PartialDueAt: number | null = null
  if (tag === 32) {
    form47PartialDueAt = wire.uint64(0)
    tag = wire.tag()
  }
  let form47CompleteDueAt: number | null = null
  if (tag === 40) {
    form47CompleteDueAt = wire.uint64(0)
    tag = wire.tag()
  }
  let withheldAfterMs: number | null = null
  if (tag === 48) {
    withheldAfterMs = wire.uint64(0)
    tag = wire.tag()
  }
  let stalePinEntriesMax: number | null = null
  if (tag === 56) {
    stalePinEntriesMax = wire.uint32(0)
    tag = wire.tag()
  }
  let exceptionApprovalsMin: number | null = null
  if (tag === 64) {
    exceptionApprovalsMin = wire.uint32(0)
    tag = wire.tag()
  }
  let readingsAcceptedMin: number | null = null
  if (tag === 72) {
    readingsAcceptedMin = wire.uint32(0)
    tag = wire.tag()
  }
  let readingsCompleteMin: number | null = null
  if (tag === 80) {
    readingsCompleteMin = wire.uint32(0)
    tag = wire.tag()
  }
  let lockGradeMin: number | null = null
  if (tag === 88) {
    lockGradeMin = wire.uint32(0)
    tag = wire.tag()
  }
  let holdResolvedWithinMs: number | null = null
  if (tag === 96) {
    holdResolvedWithinMs = wire.uint64(0)
    tag = wire.tag()
  }
  let paperSharePerMilleMax: number | null = null
  if (tag === 104) {
    paperSharePerMilleMax = wire.uint32(0)
    tag = wire.tag()
  }
  let votersPolled: Tolerance | null = null
  if (tag === 114) {
    const outer = wire.enter()
    votersPolled = readTolerance(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let ballotsReceived: Tolerance | null = null
  if (tag === 122) {
    const outer = wire.enter()
    ballotsReceived = readTolerance(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let crossPoll: Tolerance | null = null
  if (tag === 130) {
    const outer = wire.enter()
    crossPoll = readTolerance(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let turnoutPerMilleMax: number | null = null
  if (tag === 136) {
    turnoutPerMilleMax = wire.uint32(0)
    tag = wire.tag()
  }
  let womenSharePerMilleMin: number | null = null
  if (tag === 144) {
    womenSharePerMilleMin = wire.uint32(0)
    tag = wire.tag()
  }
  let recountMarginPerMille: number | null = null
  if (tag === 152) {
    recountMarginPerMille = wire.uint32(0)
    tag = wire.tag()
  }
  let recountMarginVotesNational: number | null = null
  if (tag === 160) {
    recountMarginVotesNational = wire.uint32(0)
    tag = wire.tag()
  }
  let recountMarginVotesProvincial: number | null = null
  if (tag === 168) {
    recountMarginVotesProvincial = wire.uint32(0)
    tag = wire.tag()
  }
  let recountExcludedAtLeastMargin: boolean | null = null
  if (tag === 176) {
    recountExcludedAtLeastMargin = wire.bool(0)
    tag = wire.tag()
  }
  let consolidatedWithinMs: number | null = null
  if (tag === 184) {
    consolidatedWithinMs = wire.uint64(0)
    tag = wire.tag()
  }
  let documentsSentWithinMs: number | null = null
  if (tag === 192) {
    documentsSentWithinMs = wire.uint64(0)
    tag = wire.tag()
  }
  let documentsPublishedWithinMs: number | null = null
  if (tag === 200) {
    documentsPublishedWithinMs = wire.uint64(0)
    tag = wire.tag()
  }
  let tribunalWithinMs: number | null = null
  if (tag === 208) {
    tribunalWithinMs = wire.uint64(0)
    tag = wire.tag()
  }
  let operatorsMax: number | null = null
  if (tag === 216) {
    operatorsMax = wire.uint32(0)
    tag = wire.tag()
  }
  let agentsPerStationMax: number | null = null
  if (tag === 224) {
    agentsPerStationMax = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRuleParameters)
  return { countMax, clockSkewMsMax, pollClosedAt, form47PartialDueAt, form47CompleteDueAt, withheldAfterMs, stalePinEntriesMax, exceptionApprovalsMin, readingsAcceptedMin, readingsCompleteMin, lockGradeMin, holdResolvedWithinMs, paperSharePerMilleMax, votersPolled, ballotsReceived, crossPoll, turnoutPerMilleMax, womenSharePerMilleMin, recountMarginPerMille, recountMarginVotesNational, recountMarginVotesProvincial, recountExcludedAtLeastMargin, consolidatedWithinMs, documentsSentWithinMs, documentsPublishedWithinMs, tribunalWithinMs, operatorsMax, agentsPerStationMax }
}

const knownTolerance: readonly number[] = [8, 16]

export function readTolerance(wire: WireReader): Tolerance {
  let tag = wire.tag()
  let votes: number | null = null
  if (tag === 8) {
    votes = wire.uint32(0)
    tag = wire.tag()
  }
  let perMille: number | null = null
  if (tag === 16) {
    perMille = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownTolerance)
  return { votes, perMille }
}

const knownSeatDeclared: readonly number[] = [10, 18, 24, 34, 42, 48, 58]

export function readSeatDeclared(wire: WireReader): SeatDeclared {
  let tag = wire.tag()
  let seat: string = ''
  if (tag === 10) {
    seat = wire.string(1)
    tag = wire.tag()
  }
  let name: string = ''
  if (tag === 18) {
    name = wire.string(1)
    tag = wire.tag()
  }
  let assembly: Assembly = 0
  if (tag === 24) {
    assembly = wire.enumeration<Assembly>(1, 2, 'Assembly')
    tag = wire.tag()
  }
  let province: string = ''
  if (tag === 34) {
    province = wire.string(1)
    tag = wire.tag()
  }
  let district: string = ''
  if (tag === 42) {
    district = wire.string(1)
    tag = wire.tag()
  }
  let generation: number = 0
  if (tag === 48) {
    generation = wire.uint32(1)
    tag = wire.tag()
  }
  let sequencerKey: Uint8Array = noBytes
  if (tag === 58) {
    sequencerKey = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownSeatDeclared)
  return { seat, name, assembly, province, district, generation, sequencerKey }
}

const knownHubDeclared: readonly number[] = [10, 18, 26]

export function readHubDeclared(wire: WireReader): HubDeclared {
  let tag = wire.tag()
  let hub: string = ''
  if (tag === 10) {
    hub = wire.string(1)
    tag = wire.tag()
  }
  let sequencerKey: Uint8Array = noBytes
  if (tag === 18) {
    sequencerKey = wire.bytes(1)
    tag = wire.tag()
  }
  let cosignerKey: Uint8Array = noBytes
  if (tag === 26) {
    cosignerKey = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownHubDeclared)
  return { hub, sequencerKey, cosignerKey }
}

const knownRootKeysChanged: readonly number[] = [10, 16]

export function readRootKeysChanged(wire: WireReader): RootKeysChanged {
  let tag = wire.tag()
  const keys: Uint8Array[] = []
  while (tag === 10) {
    keys.push(wire.bytes(0))
    tag = wire.tag()
  }
  let threshold: number = 0
  if (tag === 16) {
    threshold = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRootKeysChanged)
  return { keys, threshold }
}

const knownKeyRevoked: readonly number[] = [10, 18, 26]

export function readKeyRevoked(wire: WireReader): KeyRevoked {
  let tag = wire.tag()
  let key: Uint8Array = noBytes
  if (tag === 10) {
    key = wire.bytes(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 18) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  const cuts: LogCut[] = []
  while (tag === 26) {
    const outer = wire.enter()
    cuts.push(readLogCut(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownKeyRevoked)
  return { key, reason, cuts }
}

const knownLogSuperseded: readonly number[] = [10, 16, 26, 34]

export function readLogSuperseded(wire: WireReader): LogSuperseded {
  let tag = wire.tag()
  let cut: LogCut | null = null
  if (tag === 10) {
    const outer = wire.enter()
    cut = readLogCut(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let generation: number = 0
  if (tag === 16) {
    generation = wire.uint32(1)
    tag = wire.tag()
  }
  let sequencerKey: Uint8Array = noBytes
  if (tag === 26) {
    sequencerKey = wire.bytes(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 34) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownLogSuperseded)
  return { cut, generation, sequencerKey, reason }
}

const knownLogCut: readonly number[] = [10, 16, 26]

export function readLogCut(wire: WireReader): LogCut {
  let tag = wire.tag()
  let log: string = ''
  if (tag === 10) {
    log = wire.string(1)
    tag = wire.tag()
  }
  let size: number = 0
  if (tag === 16) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let root: Uint8Array = noBytes
  if (tag === 26) {
    root = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownLogCut)
  return { log, size, root }
}

const knownSoftwareDeclared: readonly number[] = [10, 18]

export function readSoftwareDeclared(wire: WireReader): SoftwareDeclared {
  let tag = wire.tag()
  let version: string = ''
  if (tag === 10) {
    version = wire.string(1)
    tag = wire.tag()
  }
  let sha256: Uint8Array = noBytes
  if (tag === 18) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownSoftwareDeclared)
  return { version, sha256 }
}

const knownPolicyDeclared: readonly number[] = [10]

export function readPolicyDeclared(wire: WireReader): PolicyDeclared {
  let tag = wire.tag()
  let text: string = ''
  if (tag === 10) {
    text = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPolicyDeclared)
  return { text }
}

const knownKeyEnrolled: readonly number[] = [10, 18, 26, 34, 42]

export function readKeyEnrolled(wire: WireReader): KeyEnrolled {
  let tag = wire.tag()
  let claim: Uint8Array = noBytes
  if (tag === 10) {
    claim = wire.bytes(1)
    tag = wire.tag()
  }
  let holderSignature: Uint8Array = noBytes
  if (tag === 18) {
    holderSignature = wire.bytes(1)
    tag = wire.tag()
  }
  let person: Uint8Array = noBytes
  if (tag === 26) {
    person = wire.bytes(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 34) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  const secondOfficers: Approval[] = []
  while (tag === 42) {
    const outer = wire.enter()
    secondOfficers.push(readApproval(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownKeyEnrolled)
  return { claim, holderSignature, person, reason, secondOfficers }
}

const knownKeyClaim: readonly number[] = [10, 18, 26, 32, 40, 48, 58]

export function readKeyClaim(wire: WireReader): KeyClaim {
  let tag = wire.tag()
  let election: string = ''
  if (tag === 10) {
    election = wire.string(1)
    tag = wire.tag()
  }
  let seat: string = ''
  if (tag === 18) {
    seat = wire.string(1)
    tag = wire.tag()
  }
  let office: string = ''
  if (tag === 26) {
    office = wire.string(1)
    tag = wire.tag()
  }
  let role: Role = 0
  if (tag === 32) {
    role = wire.enumeration<Role>(1, 11, 'Role')
    tag = wire.tag()
  }
  let station: number | null = null
  if (tag === 40) {
    station = wire.uint32(0)
    tag = wire.tag()
  }
  let candidate: number | null = null
  if (tag === 48) {
    candidate = wire.uint32(0)
    tag = wire.tag()
  }
  let key: Uint8Array = noBytes
  if (tag === 58) {
    key = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownKeyClaim)
  return { election, seat, office, role, station, candidate, key }
}

const knownPhysicalStationsDeclared: readonly number[] = [10]

export function readPhysicalStationsDeclared(wire: WireReader): PhysicalStationsDeclared {
  let tag = wire.tag()
  const stations: PhysicalStation[] = []
  while (tag === 10) {
    const outer = wire.enter()
    stations.push(readPhysicalStation(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPhysicalStationsDeclared)
  return { stations }
}

const knownPhysicalStation: readonly number[] = [10, 18, 26]

export function readPhysicalStation(wire: WireReader): PhysicalStation {
  let tag = wire.tag()
  let id: string = ''
  if (tag === 10) {
    id = wire.string(1)
    tag = wire.tag()
  }
  let name: string = ''
  if (tag === 18) {
    name = wire.string(1)
    tag = wire.tag()
  }
  let district: string = ''
  if (tag === 26) {
    district = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPhysicalStation)
  return { id, name, district }
}

const knownSeatFrozen: readonly number[] = [10, 16, 26]

export function readSeatFrozen(wire: WireReader): SeatFrozen {
  let tag = wire.tag()
  let seat: string = ''
  if (tag === 10) {
    seat = wire.string(1)
    tag = wire.tag()
  }
  let size: number = 0
  if (tag === 16) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let root: Uint8Array = noBytes
  if (tag === 26) {
    root = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownSeatFrozen)
  return { seat, size, root }
}

const knownStationsListed: readonly number[] = [8, 16, 24, 34]

export function readStationsListed(wire: WireReader): StationsListed {
  let tag = wire.tag()
  let version: number = 0
  if (tag === 8) {
    version = wire.uint32(1)
    tag = wire.tag()
  }
  let part: number = 0
  if (tag === 16) {
    part = wire.uint32(1)
    tag = wire.tag()
  }
  let parts: number = 0
  if (tag === 24) {
    parts = wire.uint32(1)
    tag = wire.tag()
  }
  const stations: Station[] = []
  while (tag === 34) {
    const outer = wire.enter()
    stations.push(readStation(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownStationsListed)
  return { version, part, parts, stations }
}

const knownStation: readonly number[] = [8, 18, 24, 32, 40, 48, 56, 64, 74, 82, 90]

export function readStation(wire: WireReader): Station {
  let tag = wire.tag()
  let number: number = 0
  if (tag === 8) {
    number = wire.uint32(1)
    tag = wire.tag()
  }
  let name: string = ''
  if (tag === 18) {
    name = wire.string(1)
    tag = wire.tag()
  }
  let type: StationType = 0
  if (tag === 24) {
    type = wire.enumeration<StationType>(1, 3, 'StationType')
    tag = wire.tag()
  }
  let registeredMale: number | null = null
  if (tag === 32) {
    registeredMale = wire.uint32(0)
    tag = wire.tag()
  }
  let registeredFemale: number | null = null
  if (tag === 40) {
    registeredFemale = wire.uint32(0)
    tag = wire.tag()
  }
  let registeredTotal: number | null = null
  if (tag === 48) {
    registeredTotal = wire.uint32(0)
    tag = wire.tag()
  }
  let boothsMale: number | null = null
  if (tag === 56) {
    boothsMale = wire.uint32(0)
    tag = wire.tag()
  }
  let boothsFemale: number | null = null
  if (tag === 64) {
    boothsFemale = wire.uint32(0)
    tag = wire.tag()
  }
  let physicalStation: string = ''
  if (tag === 74) {
    physicalStation = wire.string(1)
    tag = wire.tag()
  }
  const areas: ElectoralArea[] = []
  while (tag === 82) {
    const outer = wire.enter()
    areas.push(readElectoralArea(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let synthetic: string = ''
  if (tag === 90) {
    synthetic = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownStation)
  return { number, name, type, registeredMale, registeredFemale, registeredTotal, boothsMale, boothsFemale, physicalStation, areas, synthetic }
}

const knownElectoralArea: readonly number[] = [10, 18, 24]

export function readElectoralArea(wire: WireReader): ElectoralArea {
  let tag = wire.tag()
  let name: string = ''
  if (tag === 10) {
    name = wire.string(1)
    tag = wire.tag()
  }
  let censusBlock: string = ''
  if (tag === 18) {
    censusBlock = wire.string(1)
    tag = wire.tag()
  }
  let urban: boolean = false
  if (tag === 24) {
    urban = wire.bool(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownElectoralArea)
  return { name, censusBlock, urban }
}

const knownCandidatesListed: readonly number[] = [8, 16, 24, 34, 42]

export function readCandidatesListed(wire: WireReader): CandidatesListed {
  let tag = wire.tag()
  let version: number = 0
  if (tag === 8) {
    version = wire.uint32(1)
    tag = wire.tag()
  }
  let part: number = 0
  if (tag === 16) {
    part = wire.uint32(1)
    tag = wire.tag()
  }
  let parts: number = 0
  if (tag === 24) {
    parts = wire.uint32(1)
    tag = wire.tag()
  }
  const candidates: Candidate[] = []
  while (tag === 34) {
    const outer = wire.enter()
    candidates.push(readCandidate(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  const columns: CollectedColumn[] = []
  while (tag === 42) {
    const outer = wire.enter()
    columns.push(readCollectedColumn(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCandidatesListed)
  return { version, part, parts, candidates, columns }
}

const knownCandidate: readonly number[] = [8, 18, 26, 34, 42, 50, 56]

export function readCandidate(wire: WireReader): Candidate {
  let tag = wire.tag()
  let serial: number = 0
  if (tag === 8) {
    serial = wire.uint32(1)
    tag = wire.tag()
  }
  let nameEn: string = ''
  if (tag === 18) {
    nameEn = wire.string(1)
    tag = wire.tag()
  }
  let nameUr: string = ''
  if (tag === 26) {
    nameUr = wire.string(1)
    tag = wire.tag()
  }
  let party: string = ''
  if (tag === 34) {
    party = wire.string(1)
    tag = wire.tag()
  }
  let symbol: string = ''
  if (tag === 42) {
    symbol = wire.string(1)
    tag = wire.tag()
  }
  let address: string = ''
  if (tag === 50) {
    address = wire.string(1)
    tag = wire.tag()
  }
  let nomination: number | null = null
  if (tag === 56) {
    nomination = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCandidate)
  return { serial, nameEn, nameUr, party, symbol, address, nomination }
}

const knownCandidateNominated: readonly number[] = [8, 18, 26, 34, 42]

export function readCandidateNominated(wire: WireReader): CandidateNominated {
  let tag = wire.tag()
  let nomination: number = 0
  if (tag === 8) {
    nomination = wire.uint32(1)
    tag = wire.tag()
  }
  let nameEn: string = ''
  if (tag === 18) {
    nameEn = wire.string(1)
    tag = wire.tag()
  }
  let nameUr: string = ''
  if (tag === 26) {
    nameUr = wire.string(1)
    tag = wire.tag()
  }
  let address: string = ''
  if (tag === 34) {
    address = wire.string(1)
    tag = wire.tag()
  }
  let party: string = ''
  if (tag === 42) {
    party = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCandidateNominated)
  return { nomination, nameEn, nameUr, address, party }
}

const knownNominationScrutinised: readonly number[] = [8, 16, 26]

export function readNominationScrutinised(wire: WireReader): NominationScrutinised {
  let tag = wire.tag()
  let nomination: number = 0
  if (tag === 8) {
    nomination = wire.uint32(1)
    tag = wire.tag()
  }
  let accepted: boolean = false
  if (tag === 16) {
    accepted = wire.bool(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownNominationScrutinised)
  return { nomination, accepted, reason }
}

const knownCandidateWithdrawn: readonly number[] = [8, 18]

export function readCandidateWithdrawn(wire: WireReader): CandidateWithdrawn {
  let tag = wire.tag()
  let nomination: number = 0
  if (tag === 8) {
    nomination = wire.uint32(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 18) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCandidateWithdrawn)
  return { nomination, reason }
}

const knownCollectedColumn: readonly number[] = [10, 16]

export function readCollectedColumn(wire: WireReader): CollectedColumn {
  let tag = wire.tag()
  let label: string = ''
  if (tag === 10) {
    label = wire.string(1)
    tag = wire.tag()
  }
  let serial: number | null = null
  if (tag === 16) {
    serial = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCollectedColumn)
  return { label, serial }
}

const knownListAcknowledged: readonly number[] = [8, 16, 26]

export function readListAcknowledged(wire: WireReader): ListAcknowledged {
  let tag = wire.tag()
  let list: ListKind = 0
  if (tag === 8) {
    list = wire.enumeration<ListKind>(1, 2, 'ListKind')
    tag = wire.tag()
  }
  let version: number = 0
  if (tag === 16) {
    version = wire.uint32(1)
    tag = wire.tag()
  }
  let sha256: Uint8Array = noBytes
  if (tag === 26) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownListAcknowledged)
  return { list, version, sha256 }
}

const knownListCertified: readonly number[] = [8, 16, 24, 34]

export function readListCertified(wire: WireReader): ListCertified {
  let tag = wire.tag()
  let list: ListKind = 0
  if (tag === 8) {
    list = wire.enumeration<ListKind>(1, 2, 'ListKind')
    tag = wire.tag()
  }
  let version: number = 0
  if (tag === 16) {
    version = wire.uint32(1)
    tag = wire.tag()
  }
  let parts: number = 0
  if (tag === 24) {
    parts = wire.uint32(1)
    tag = wire.tag()
  }
  let sha256: Uint8Array = noBytes
  if (tag === 34) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownListCertified)
  return { list, version, parts, sha256 }
}

const knownStationAmended: readonly number[] = [8, 18, 26]

export function readStationAmended(wire: WireReader): StationAmended {
  let tag = wire.tag()
  let change: StationChange = 0
  if (tag === 8) {
    change = wire.enumeration<StationChange>(1, 3, 'StationChange')
    tag = wire.tag()
  }
  let station: Station | null = null
  if (tag === 18) {
    const outer = wire.enter()
    station = readStation(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownStationAmended)
  return { change, station, reason }
}

const knownCandidateRetired: readonly number[] = [8, 18]

export function readCandidateRetired(wire: WireReader): CandidateRetired {
  let tag = wire.tag()
  let serial: number = 0
  if (tag === 8) {
    serial = wire.uint32(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 18) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownCandidateRetired)
  return { serial, reason }
}

const knownExceptionJudged: readonly number[] = [10, 16, 26]

export function readExceptionJudged(wire: WireReader): ExceptionJudged {
  let tag = wire.tag()
  let exception: Uint8Array = noBytes
  if (tag === 10) {
    exception = wire.bytes(1)
    tag = wire.tag()
  }
  let ratified: boolean = false
  if (tag === 16) {
    ratified = wire.bool(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownExceptionJudged)
  return { exception, ratified, reason }
}

const knownStatement: readonly number[] = [8, 18, 26, 34, 42, 48, 58, 64, 82, 90, 98, 106, 114, 122, 162, 170, 178, 186, 242, 250, 258, 266, 274, 282, 290, 298, 306, 314, 322, 330, 338, 346, 354, 362, 370, 378, 386, 394, 402, 410, 418, 426, 434, 442, 450, 458, 466, 474, 482, 490, 498, 562, 570, 578, 586, 594, 602, 610, 618, 626, 634, 642, 650, 658, 666, 674, 682, 690]

export function readStatement(wire: WireReader): Statement {
  let tag = wire.tag()
  let format: number = 0
  if (tag === 8) {
    format = wire.uint32(1)
    tag = wire.tag()
  }
  let election: string = ''
  if (tag === 18) {
    election = wire.string(1)
    tag = wire.tag()
  }
  let seat: string = ''
  if (tag === 26) {
    seat = wire.string(1)
    tag = wire.tag()
  }
  let id: Uint8Array = noBytes
  if (tag === 34) {
    id = wire.bytes(1)
    tag = wire.tag()
  }
  let signer: Uint8Array = noBytes
  if (tag === 42) {
    signer = wire.bytes(1)
    tag = wire.tag()
  }
  let sequence: number = 0
  if (tag === 48) {
    sequence = wire.uint64(1)
    tag = wire.tag()
  }
  let previous: Uint8Array = noBytes
  if (tag === 58) {
    previous = wire.bytes(1)
    tag = wire.tag()
  }
  let saidAt: number = 0
  if (tag === 64) {
    saidAt = wire.uint64(1)
    tag = wire.tag()
  }
  switch (tag) {
    case 82: {
      const outer = wire.enter()
      const logOpened = readLogOpened(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'logOpened', logOpened }
    }
    case 90: {
      const outer = wire.enter()
      const writerOpened = readWriterOpened(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'writerOpened', writerOpened }
    }
    case 98: {
      const outer = wire.enter()
      const registerPinned = readRegisterPinned(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'registerPinned', registerPinned }
    }
    case 106: {
      const outer = wire.enter()
      const statementRefused = readStatementRefused(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'statementRefused', statementRefused }
    }
    case 114: {
      const outer = wire.enter()
      const verified = readVerified(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'verified', verified }
    }
    case 122: {
      const outer = wire.enter()
      const modeChanged = readModeChanged(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'modeChanged', modeChanged }
    }
    case 162: {
      const outer = wire.enter()
      const rootOrder = readRootOrder(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'rootOrder', rootOrder }
    }
    case 170: {
      const outer = wire.enter()
      const keyEnrolled = readKeyEnrolled(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'keyEnrolled', keyEnrolled }
    }
    case 178: {
      const outer = wire.enter()
      const seatFrozen = readSeatFrozen(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'seatFrozen', seatFrozen }
    }
    case 186: {
      const outer = wire.enter()
      const physicalStationsDeclared = readPhysicalStationsDeclared(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'physicalStationsDeclared', physicalStationsDeclared }
    }
    case 242: {
      const outer = wire.enter()
      const stationsListed = readStationsListed(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'stationsListed', stationsListed }
    }
    case 250: {
      const outer = wire.enter()
      const candidatesListed = readCandidatesListed(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'candidatesListed', candidatesListed }
    }
    case 258: {
      const outer = wire.enter()
      const listCertified = readListCertified(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'listCertified', listCertified }
    }
    case 266: {
      const outer = wire.enter()
      const listAcknowledged = readListAcknowledged(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'listAcknowledged', listAcknowledged }
    }
    case 274: {
      const outer = wire.enter()
      const candidateNominated = readCandidateNominated(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'candidateNominated', candidateNominated }
    }
    case 282: {
      const outer = wire.enter()
      const nominationScrutinised = readNominationScrutinised(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'nominationScrutinised', nominationScrutinised }
    }
    case 290: {
      const outer = wire.enter()
      const candidateWithdrawn = readCandidateWithdrawn(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'candidateWithdrawn', candidateWithdrawn }
    }
    case 298: {
      const outer = wire.enter()
      const stationAmended = readStationAmended(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'stationAmended', stationAmended }
    }
    case 306: {
      const outer = wire.enter()
      const candidateRetired = readCandidateRetired(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'candidateRetired', candidateRetired }
    }
    case 314: {
      const outer = wire.enter()
      const exceptionJudged = readExceptionJudged(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'exceptionJudged', exceptionJudged }
    }
    case 322: {
      const outer = wire.enter()
      const form45Submitted = readForm45Submitted(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Submitted', form45Submitted }
    }
    case 330: {
      const outer = wire.enter()
      const form45Accepted = readForm45Accepted(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Accepted', form45Accepted }
    }
    case 338: {
      const outer = wire.enter()
      const correctionRequested = readCorrectionRequested(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'correctionRequested', correctionRequested }
    }
    case 346: {
      const outer = wire.enter()
      const form45Corrected = readForm45Corrected(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Corrected', form45Corrected }
    }
    case 354: {
      const outer = wire.enter()
      const form47Issued = readForm47Issued(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form47Issued', form47Issued }
    }
    case 362: {
      const outer = wire.enter()
      const form45Locked = readForm45Locked(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Locked', form45Locked }
    }
    case 370: {
      const outer = wire.enter()
      const lockChallenged = readLockChallenged(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'lockChallenged', lockChallenged }
    }
    case 378: {
      const outer = wire.enter()
      const lockShown = readLockShown(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'lockShown', lockShown }
    }
    case 386: {
      const outer = wire.enter()
      const form45Rejected = readForm45Rejected(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Rejected', form45Rejected }
    }
    case 394: {
      const outer = wire.enter()
      const holdResolved = readHoldResolved(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'holdResolved', holdResolved }
    }
    case 402: {
      const outer = wire.enter()
      const paperForm45Certified = readPaperForm45Certified(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'paperForm45Certified', paperForm45Certified }
    }
    case 410: {
      const outer = wire.enter()
      const form45Keyed = readForm45Keyed(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Keyed', form45Keyed }
    }
    case 418: {
      const outer = wire.enter()
      const readingResolved = readReadingResolved(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'readingResolved', readingResolved }
    }
    case 426: {
      const outer = wire.enter()
      const copyFiled = readCopyFiled(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'copyFiled', copyFiled }
    }
    case 434: {
      const outer = wire.enter()
      const form45Countersigned = readForm45Countersigned(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Countersigned', form45Countersigned }
    }
    case 442: {
      const outer = wire.enter()
      const copySeenPosted = readCopySeenPosted(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'copySeenPosted', copySeenPosted }
    }
    case 450: {
      const outer = wire.enter()
      const copyNotPosted = readCopyNotPosted(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'copyNotPosted', copyNotPosted }
    }
    case 458: {
      const outer = wire.enter()
      const agentBarred = readAgentBarred(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'agentBarred', agentBarred }
    }
    case 466: {
      const outer = wire.enter()
      const accessRefused = readAccessRefused(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'accessRefused', accessRefused }
    }
    case 474: {
      const outer = wire.enter()
      const objectionRaised = readObjectionRaised(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'objectionRaised', objectionRaised }
    }
    case 482: {
      const outer = wire.enter()
      const objectionDecided = readObjectionDecided(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'objectionDecided', objectionDecided }
    }
    case 490: {
      const outer = wire.enter()
      const warningHandled = readWarningHandled(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'warningHandled', warningHandled }
    }
    case 498: {
      const outer = wire.enter()
      const imageMasked = readImageMasked(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'imageMasked', imageMasked }
    }
    case 562: {
      const outer = wire.enter()
      const consolidationNotified = readConsolidationNotified(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'consolidationNotified', consolidationNotified }
    }
    case 570: {
      const outer = wire.enter()
      const noticeReceived = readNoticeReceived(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'noticeReceived', noticeReceived }
    }
    case 578: {
      const outer = wire.enter()
      const recountRequested = readRecountRequested(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'recountRequested', recountRequested }
    }
    case 586: {
      const outer = wire.enter()
      const recountDecided = readRecountDecided(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'recountDecided', recountDecided }
    }
    case 594: {
      const outer = wire.enter()
      const recountOrdered = readRecountOrdered(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'recountOrdered', recountOrdered }
    }
    case 602: {
      const outer = wire.enter()
      const consolidationBegun = readConsolidationBegun(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'consolidationBegun', consolidationBegun }
    }
    case 610: {
      const outer = wire.enter()
      const stationRecounted = readStationRecounted(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'stationRecounted', stationRecounted }
    }
    case 618: {
      const outer = wire.enter()
      const excludedReexamined = readExcludedReexamined(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'excludedReexamined', excludedReexamined }
    }
    case 626: {
      const outer = wire.enter()
      const postalCounted = readPostalCounted(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'postalCounted', postalCounted }
    }
    case 634: {
      const outer = wire.enter()
      const consolidationConcluded = readConsolidationConcluded(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'consolidationConcluded', consolidationConcluded }
    }
    case 642: {
      const outer = wire.enter()
      const documentsSent = readDocumentsSent(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'documentsSent', documentsSent }
    }
    case 650: {
      const outer = wire.enter()
      const documentsPublished = readDocumentsPublished(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'documentsPublished', documentsPublished }
    }
    case 658: {
      const outer = wire.enter()
      const resultGazetted = readResultGazetted(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'resultGazetted', resultGazetted }
    }
    case 666: {
      const outer = wire.enter()
      const lotDrawn = readLotDrawn(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'lotDrawn', lotDrawn }
    }
    case 674: {
      const outer = wire.enter()
      const seatOrdered = readSeatOrdered(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'seatOrdered', seatOrdered }
    }
    case 682: {
      const outer = wire.enter()
      const stationOrdered = readStationOrdered(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'stationOrdered', stationOrdered }
    }
    case 690: {
      const outer = wire.enter()
      const tribunalOrdered = readTribunalOrdered(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'tribunalOrdered', tribunalOrdered }
    }
    case 0:
      throw new WireFault('wire/no-body', 'Statement has no body')
    default:
      throw wire.unexpected(tag, knownStatement)
  }
}

const knownSignedStatement: readonly number[] = [10, 18]

export function readSignedStatement(wire: WireReader): SignedStatement {
  let tag = wire.tag()
  let statement: Uint8Array = noBytes
  if (tag === 10) {
    statement = wire.bytes(1)
    tag = wire.tag()
  }
  let signature: Uint8Array = noBytes
  if (tag === 18) {
    signature = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownSignedStatement)
  return { statement, signature }
}

const knownEntry: readonly number[] = [8, 18, 24, 32, 42, 50]

export function readEntry(wire: WireReader): Entry {
  let tag = wire.tag()
  let index: number = 0
  if (tag === 8) {
    index = wire.uint64(1)
    tag = wire.tag()
  }
  let previous: Uint8Array = noBytes
  if (tag === 18) {
    previous = wire.bytes(1)
    tag = wire.tag()
  }
  let epoch: number = 0
  if (tag === 24) {
    epoch = wire.uint64(1)
    tag = wire.tag()
  }
  let sequencedAt: number = 0
  if (tag === 32) {
    sequencedAt = wire.uint64(1)
    tag = wire.tag()
  }
  let statement: Uint8Array = noBytes
  if (tag === 42) {
    statement = wire.bytes(1)
    tag = wire.tag()
  }
  let signature: Uint8Array = noBytes
  if (tag === 50) {
    signature = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownEntry)
  return { index, previous, epoch, sequencedAt, statement, signature }
}

const knownLogOpened: readonly number[] = [10, 16, 26, 34]

export function readLogOpened(wire: WireReader): LogOpened {
  let tag = wire.tag()
  let log: string = ''
  if (tag === 10) {
    log = wire.string(1)
    tag = wire.tag()
  }
  let generation: number = 0
  if (tag === 16) {
    generation = wire.uint32(1)
    tag = wire.tag()
  }
  let predecessor: LogPosition | null = null
  if (tag === 26) {
    const outer = wire.enter()
    predecessor = readLogPosition(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let registerPin: LogPosition | null = null
  if (tag === 34) {
    const outer = wire.enter()
    registerPin = readLogPosition(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownLogOpened)
  return { log, generation, predecessor, registerPin }
}

const knownLogPosition: readonly number[] = [8, 18]

export function readLogPosition(wire: WireReader): LogPosition {
  let tag = wire.tag()
  let size: number = 0
  if (tag === 8) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let root: Uint8Array = noBytes
  if (tag === 18) {
    root = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownLogPosition)
  return { size, root }
}

const knownWriterOpened: readonly number[] = [8, 18, 24, 34]

export function readWriterOpened(wire: WireReader): WriterOpened {
  let tag = wire.tag()
  let epoch: number = 0
  if (tag === 8) {
    epoch = wire.uint64(1)
    tag = wire.tag()
  }
  let nodeKey: Uint8Array = noBytes
  if (tag === 18) {
    nodeKey = wire.bytes(1)
    tag = wire.tag()
  }
  let size: number = 0
  if (tag === 24) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let root: Uint8Array = noBytes
  if (tag === 34) {
    root = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownWriterOpened)
  return { epoch, nodeKey, size, root }
}

const knownRegisterPinned: readonly number[] = [8, 18]

export function readRegisterPinned(wire: WireReader): RegisterPinned {
  let tag = wire.tag()
  let size: number = 0
  if (tag === 8) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let root: Uint8Array = noBytes
  if (tag === 18) {
    root = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRegisterPinned)
  return { size, root }
}

const knownStatementRefused: readonly number[] = [10, 18]

export function readStatementRefused(wire: WireReader): StatementRefused {
  let tag = wire.tag()
  let hash: Uint8Array = noBytes
  if (tag === 10) {
    hash = wire.bytes(1)
    tag = wire.tag()
  }
  let code: string = ''
  if (tag === 18) {
    code = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownStatementRefused)
  return { hash, code }
}

const knownVerified: readonly number[] = [10, 16, 26, 34]

export function readVerified(wire: WireReader): Verified {
  let tag = wire.tag()
  let log: string = ''
  if (tag === 10) {
    log = wire.string(1)
    tag = wire.tag()
  }
  let size: number = 0
  if (tag === 16) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let root: Uint8Array = noBytes
  if (tag === 26) {
    root = wire.bytes(1)
    tag = wire.tag()
  }
  const forms: FormHash[] = []
  while (tag === 34) {
    const outer = wire.enter()
    forms.push(readFormHash(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownVerified)
  return { log, size, root, forms }
}

const knownFormHash: readonly number[] = [10, 18]

export function readFormHash(wire: WireReader): FormHash {
  let tag = wire.tag()
  let form: string = ''
  if (tag === 10) {
    form = wire.string(1)
    tag = wire.tag()
  }
  let sha256: Uint8Array = noBytes
  if (tag === 18) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownFormHash)
  return { form, sha256 }
}

const knownModeChanged: readonly number[] = [8, 18, 24]

export function readModeChanged(wire: WireReader): ModeChanged {
  let tag = wire.tag()
  let mode: LinkMode = 0
  if (tag === 8) {
    mode = wire.enumeration<LinkMode>(1, 3, 'LinkMode')
    tag = wire.tag()
  }
  let hub: string = ''
  if (tag === 18) {
    hub = wire.string(1)
    tag = wire.tag()
  }
  let since: number = 0
  if (tag === 24) {
    since = wire.uint64(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownModeChanged)
  return { mode, hub, since }
}

const knownConsolidationNotified: readonly number[] = [8, 18]

export function readConsolidationNotified(wire: WireReader): ConsolidationNotified {
  let tag = wire.tag()
  let at: number = 0
  if (tag === 8) {
    at = wire.uint64(1)
    tag = wire.tag()
  }
  let place: string = ''
  if (tag === 18) {
    place = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownConsolidationNotified)
  return { at, place }
}

const knownNoticeReceived: readonly number[] = [10]

export function readNoticeReceived(wire: WireReader): NoticeReceived {
  let tag = wire.tag()
  let notice: Uint8Array = noBytes
  if (tag === 10) {
    notice = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownNoticeReceived)
  return { notice }
}

const knownStationRef: readonly number[] = [8]

export function readStationRef(wire: WireReader): StationRef {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownStationRef)
  return { station }
}

const knownRecountRequested: readonly number[] = [8, 16, 26, 34]

export function readRecountRequested(wire: WireReader): RecountRequested {
  let tag = wire.tag()
  let candidate: number = 0
  if (tag === 8) {
    candidate = wire.uint32(1)
    tag = wire.tag()
  }
  let ground: RecountGround = 0
  if (tag === 16) {
    ground = wire.enumeration<RecountGround>(1, 3, 'RecountGround')
    tag = wire.tag()
  }
  const stations: StationRef[] = []
  while (tag === 26) {
    const outer = wire.enter()
    stations.push(readStationRef(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 34) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRecountRequested)
  return { candidate, ground, stations, reason }
}

const knownRecountDecided: readonly number[] = [10, 16, 26]

export function readRecountDecided(wire: WireReader): RecountDecided {
  let tag = wire.tag()
  let request: Uint8Array = noBytes
  if (tag === 10) {
    request = wire.bytes(1)
    tag = wire.tag()
  }
  let granted: boolean = false
  if (tag === 16) {
    granted = wire.bool(1)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRecountDecided)
  return { request, granted, reason }
}

const knownRecountOrdered: readonly number[] = [10, 18]

export function readRecountOrdered(wire: WireReader): RecountOrdered {
  let tag = wire.tag()
  const stations: StationRef[] = []
  while (tag === 10) {
    const outer = wire.enter()
    stations.push(readStationRef(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 18) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownRecountOrdered)
  return { stations, reason }
}

const knownConsolidationBegun: readonly number[] = [10]

export function readConsolidationBegun(wire: WireReader): ConsolidationBegun {
  let tag = wire.tag()
  let form47: Uint8Array = noBytes
  if (tag === 10) {
    form47 = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownConsolidationBegun)
  return { form47 }
}

const knownStationRecounted: readonly number[] = [10]

export function readStationRecounted(wire: WireReader): StationRecounted {
  let tag = wire.tag()
  let form: Form45 | null = null
  if (tag === 10) {
    const outer = wire.enter()
    form = readForm45(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownStationRecounted)
  return { form }
}

const knownExcludedReexamined: readonly number[] = [8, 18]

export function readExcludedReexamined(wire: WireReader): ExcludedReexamined {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  const readmitted: VotesAdded[] = []
  while (tag === 18) {
    const outer = wire.enter()
    readmitted.push(readVotesAdded(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownExcludedReexamined)
  return { station, readmitted }
}

const knownVotesAdded: readonly number[] = [8, 16]

export function readVotesAdded(wire: WireReader): VotesAdded {
  let tag = wire.tag()
  let column: number = 0
  if (tag === 8) {
    column = wire.uint32(1)
    tag = wire.tag()
  }
  let votes: number = 0
  if (tag === 16) {
    votes = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownVotesAdded)
  return { column, votes }
}

const knownPostalCounted: readonly number[] = [10, 16]

export function readPostalCounted(wire: WireReader): PostalCounted {
  let tag = wire.tag()
  const votes: VotesAdded[] = []
  while (tag === 10) {
    const outer = wire.enter()
    votes.push(readVotesAdded(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  let rejected: number = 0
  if (tag === 16) {
    rejected = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPostalCounted)
  return { votes, rejected }
}

const knownConsolidationConcluded: readonly number[] = [8, 18, 26]

export function readConsolidationConcluded(wire: WireReader): ConsolidationConcluded {
  let tag = wire.tag()
  let size: number = 0
  if (tag === 8) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let form48Sha256: Uint8Array = noBytes
  if (tag === 18) {
    form48Sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  let form49Sha256: Uint8Array = noBytes
  if (tag === 26) {
    form49Sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownConsolidationConcluded)
  return { size, form48Sha256, form49Sha256 }
}

const knownDocumentsSent: readonly number[] = [8, 16]

export function readDocumentsSent(wire: WireReader): DocumentsSent {
  let tag = wire.tag()
  let forms45: number = 0
  if (tag === 8) {
    forms45 = wire.uint32(1)
    tag = wire.tag()
  }
  let forms46: number = 0
  if (tag === 16) {
    forms46 = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownDocumentsSent)
  return { forms45, forms46 }
}

const knownDocumentsPublished: readonly number[] = [10]

export function readDocumentsPublished(wire: WireReader): DocumentsPublished {
  let tag = wire.tag()
  let address: string = ''
  if (tag === 10) {
    address = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownDocumentsPublished)
  return { address }
}

const knownResultGazetted: readonly number[] = [10]

export function readResultGazetted(wire: WireReader): ResultGazetted {
  let tag = wire.tag()
  let notification: string = ''
  if (tag === 10) {
    notification = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownResultGazetted)
  return { notification }
}

const knownLotDrawn: readonly number[] = [8, 16]

export function readLotDrawn(wire: WireReader): LotDrawn {
  let tag = wire.tag()
  let first: number = 0
  if (tag === 8) {
    first = wire.uint32(1)
    tag = wire.tag()
  }
  let second: number = 0
  if (tag === 16) {
    second = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownLotDrawn)
  return { first, second }
}

const knownSeatOrdered: readonly number[] = [8, 18, 24]

export function readSeatOrdered(wire: WireReader): SeatOrdered {
  let tag = wire.tag()
  let order: SeatOrder = 0
  if (tag === 8) {
    order = wire.enumeration<SeatOrder>(1, 6, 'SeatOrder')
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 18) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  let candidate: number | null = null
  if (tag === 24) {
    candidate = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownSeatOrdered)
  return { order, reason, candidate }
}

const knownStationOrdered: readonly number[] = [8, 16, 26, 32, 40]

export function readStationOrdered(wire: WireReader): StationOrdered {
  let tag = wire.tag()
  let station: number = 0
  if (tag === 8) {
    station = wire.uint32(1)
    tag = wire.tag()
  }
  let order: StationOrder = 0
  if (tag === 16) {
    order = wire.enumeration<StationOrder>(1, 8, 'StationOrder')
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 26) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  let until: number | null = null
  if (tag === 32) {
    until = wire.uint64(0)
    tag = wire.tag()
  }
  let into: number | null = null
  if (tag === 40) {
    into = wire.uint32(0)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownStationOrdered)
  return { station, order, reason, until, into }
}

const knownTribunalOrdered: readonly number[] = [8, 18, 24, 34]

export function readTribunalOrdered(wire: WireReader): TribunalOrdered {
  let tag = wire.tag()
  let effect: TribunalEffect = 0
  if (tag === 8) {
    effect = wire.enumeration<TribunalEffect>(1, 3, 'TribunalEffect')
    tag = wire.tag()
  }
  let reference: string = ''
  if (tag === 18) {
    reference = wire.string(1)
    tag = wire.tag()
  }
  let candidate: number | null = null
  if (tag === 24) {
    candidate = wire.uint32(0)
    tag = wire.tag()
  }
  let reason: string = ''
  if (tag === 34) {
    reason = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownTribunalOrdered)
  return { effect, reference, candidate, reason }
}

const knownPushRequest: readonly number[] = [10, 16, 26, 34]

export function readPushRequest(wire: WireReader): PushRequest {
  let tag = wire.tag()
  let log: string = ''
  if (tag === 10) {
    log = wire.string(1)
    tag = wire.tag()
  }
  let from: number = 0
  if (tag === 16) {
    from = wire.uint64(1)
    tag = wire.tag()
  }
  const entries: Uint8Array[] = []
  while (tag === 26) {
    entries.push(wire.bytes(0))
    tag = wire.tag()
  }
  let checkpoint: Uint8Array = noBytes
  if (tag === 34) {
    checkpoint = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPushRequest)
  return { log, from, entries, checkpoint }
}

const knownPushReply: readonly number[] = [8, 18, 26, 32]

export function readPushReply(wire: WireReader): PushReply {
  let tag = wire.tag()
  let size: number = 0
  if (tag === 8) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let checkpoint: Uint8Array = noBytes
  if (tag === 18) {
    checkpoint = wire.bytes(1)
    tag = wire.tag()
  }
  let code: string = ''
  if (tag === 26) {
    code = wire.string(1)
    tag = wire.tag()
  }
  let retryAfterMs: number = 0
  if (tag === 32) {
    retryAfterMs = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPushReply)
  return { size, checkpoint, code, retryAfterMs }
}

const knownPullRequest: readonly number[] = [10, 16, 24]

export function readPullRequest(wire: WireReader): PullRequest {
  let tag = wire.tag()
  let log: string = ''
  if (tag === 10) {
    log = wire.string(1)
    tag = wire.tag()
  }
  let from: number = 0
  if (tag === 16) {
    from = wire.uint64(1)
    tag = wire.tag()
  }
  let entriesMax: number = 0
  if (tag === 24) {
    entriesMax = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPullRequest)
  return { log, from, entriesMax }
}

const knownPullReply: readonly number[] = [8, 18, 26, 34]

export function readPullReply(wire: WireReader): PullReply {
  let tag = wire.tag()
  let size: number = 0
  if (tag === 8) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  const entries: Uint8Array[] = []
  while (tag === 18) {
    entries.push(wire.bytes(0))
    tag = wire.tag()
  }
  let checkpoint: Uint8Array = noBytes
  if (tag === 26) {
    checkpoint = wire.bytes(1)
    tag = wire.tag()
  }
  let code: string = ''
  if (tag === 34) {
    code = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPullReply)
  return { size, entries, checkpoint, code }
}

const knownPartRequest: readonly number[] = [10, 16, 24, 34, 40, 48]

export function readPartRequest(wire: WireReader): PartRequest {
  let tag = wire.tag()
  let id: Uint8Array = noBytes
  if (tag === 10) {
    id = wire.bytes(1)
    tag = wire.tag()
  }
  let total: number = 0
  if (tag === 16) {
    total = wire.uint32(1)
    tag = wire.tag()
  }
  let offset: number = 0
  if (tag === 24) {
    offset = wire.uint32(1)
    tag = wire.tag()
  }
  let part: Uint8Array = noBytes
  if (tag === 34) {
    part = wire.bytes(1)
    tag = wire.tag()
  }
  let answerFrom: number = 0
  if (tag === 40) {
    answerFrom = wire.uint32(1)
    tag = wire.tag()
  }
  let answerBytesMax: number = 0
  if (tag === 48) {
    answerBytesMax = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPartRequest)
  return { id, total, offset, part, answerFrom, answerBytesMax }
}

const knownPartReply: readonly number[] = [8, 16, 26, 34]

export function readPartReply(wire: WireReader): PartReply {
  let tag = wire.tag()
  let held: number = 0
  if (tag === 8) {
    held = wire.uint32(1)
    tag = wire.tag()
  }
  let answerTotal: number = 0
  if (tag === 16) {
    answerTotal = wire.uint32(1)
    tag = wire.tag()
  }
  let answer: Uint8Array = noBytes
  if (tag === 26) {
    answer = wire.bytes(1)
    tag = wire.tag()
  }
  let code: string = ''
  if (tag === 34) {
    code = wire.string(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownPartReply)
  return { held, answerTotal, answer, code }
}

const knownImageRequest: readonly number[] = [10, 18, 26, 34, 42]

export function readImageRequest(wire: WireReader): ImageRequest {
  let tag = wire.tag()
  let log: string = ''
  if (tag === 10) {
    log = wire.string(1)
    tag = wire.tag()
  }
  const wanted: Uint8Array[] = []
  while (tag === 18) {
    wanted.push(wire.bytes(0))
    tag = wire.tag()
  }
  let part: ImagePart | null = null
  if (tag === 26) {
    const outer = wire.enter()
    part = readImagePart(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let asked: ImageOffset | null = null
  if (tag === 34) {
    const outer = wire.enter()
    asked = readImageOffset(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let after: Uint8Array = noBytes
  if (tag === 42) {
    after = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownImageRequest)
  return { log, wanted, part, asked, after }
}

const knownImageReply: readonly number[] = [10, 18, 26, 34, 40]

export function readImageReply(wire: WireReader): ImageReply {
  let tag = wire.tag()
  const wanted: ImageOffset[] = []
  while (tag === 10) {
    const outer = wire.enter()
    wanted.push(readImageOffset(wire))
    wire.leave(outer)
    tag = wire.tag()
  }
  const held: Uint8Array[] = []
  while (tag === 18) {
    held.push(wire.bytes(0))
    tag = wire.tag()
  }
  let part: ImagePart | null = null
  if (tag === 26) {
    const outer = wire.enter()
    part = readImagePart(wire)
    wire.leave(outer)
    tag = wire.tag()
  }
  let code: string = ''
  if (tag === 34) {
    code = wire.string(1)
    tag = wire.tag()
  }
  let retryAfterMs: number = 0
  if (tag === 40) {
    retryAfterMs = wire.uint32(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownImageReply)
  return { wanted, held, part, code, retryAfterMs }
}

const knownImageOffset: readonly number[] = [10, 16]

export function readImageOffset(wire: WireReader): ImageOffset {
  let tag = wire.tag()
  let sha256: Uint8Array = noBytes
  if (tag === 10) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  let offset: number = 0
  if (tag === 16) {
    offset = wire.uint64(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownImageOffset)
  return { sha256, offset }
}

const knownImagePart: readonly number[] = [10, 16, 24, 34]

export function readImagePart(wire: WireReader): ImagePart {
  let tag = wire.tag()
  let sha256: Uint8Array = noBytes
  if (tag === 10) {
    sha256 = wire.bytes(1)
    tag = wire.tag()
  }
  let size: number = 0
  if (tag === 16) {
    size = wire.uint64(1)
    tag = wire.tag()
  }
  let offset: number = 0
  if (tag === 24) {
    offset = wire.uint64(1)
    tag = wire.tag()
  }
  let bytes: Uint8Array = noBytes
  if (tag === 34) {
    bytes = wire.bytes(1)
    tag = wire.tag()
  }
  if (tag !== 0) throw wire.unexpected(tag, knownImagePart)
  return { sha256, size, offset, bytes }
}
