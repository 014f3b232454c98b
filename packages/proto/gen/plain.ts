// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.

import type {
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
  Form45Returned,
  Form45Corrected,
  Form47Issued,
  AwaitedStation,
  StationsListed,
  Station,
  ElectoralArea,
  CandidatesListed,
  Candidate,
  CollectedColumn,
  ListCertified,
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
  RootOrder,
  Approval,
  Order,
  ElectionDeclared,
  RuleParameters,
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
  SeatFrozen,
  PushRequest,
  PushReply,
  PullRequest,
  PullReply,
} from './types.ts'
import { knownEnum, missingBody, ownBytes, ownNumber } from '../src/fault.ts'

export function plainForm45(wire: Form45): Form45 {
  return {
    station: wire.station,
    counts: wire.counts.map(plainCandidateCount),
    validTotal: wire.validTotal,
    excludedTotal: wire.excludedTotal,
    excludedByGround: wire.excludedByGround.map(plainExcludedByGround),
    polledTotal: wire.polledTotal,
    votersMale: wire.votersMale,
    votersFemale: wire.votersFemale,
    votersTotal: wire.votersTotal,
    registeredTotal: wire.registeredTotal,
    ballots: wire.ballots === null ? null : plainForm46(wire.ballots),
    countedAt: wire.countedAt,
    signatories: wire.signatories.map(plainFormSignatory),
    postedOutside: wire.postedOutside,
    recount: wire.recount === null ? null : plainRecount(wire.recount),
    image: wire.image === null ? null : plainEvidenceRef(wire.image),
    capture: wire.capture === null ? null : plainCapture(wire.capture),
    channel: knownEnum(wire.channel, 4, 'Channel'),
  }
}

export function plainCandidateCount(wire: CandidateCount): CandidateCount {
  return {
    column: wire.column,
    valid: wire.valid,
    tendered: wire.tendered,
    challenged: wire.challenged,
    total: wire.total,
  }
}

export function plainExcludedByGround(wire: ExcludedByGround): ExcludedByGround {
  return {
    ground: knownEnum(wire.ground, 4, 'ExclusionGround'),
    count: wire.count,
  }
}

export function plainForm46(wire: Form46): Form46 {
  return {
    received: wire.received,
    unissued: wire.unissued,
    takenFromBox: wire.takenFromBox,
    tendered: wire.tendered,
    challenged: wire.challenged,
    spoilt: wire.spoilt,
    stray: wire.stray,
    cancelled: wire.cancelled,
  }
}

export function plainFormSignatory(wire: FormSignatory): FormSignatory {
  return {
    role: knownEnum(wire.role, 3, 'SignatoryRole'),
    candidate: wire.candidate,
    signed: wire.signed,
    absenceReason: wire.absenceReason,
    copyGiven: wire.copyGiven,
  }
}

export function plainRecount(wire: Recount): Recount {
  return {
    askedBy: wire.askedBy,
    before: wire.before.map(plainCandidateCount),
  }
}

export function plainEvidenceRef(wire: EvidenceRef): EvidenceRef {
  return {
    sha256: ownBytes(wire.sha256),
    size: ownNumber(wire.size),
    mediaType: wire.mediaType,
  }
}

export function plainCapture(wire: Capture): Capture {
  return {
    capturedAt: wire.capturedAt,
    positionCommitment: ownBytes(wire.positionCommitment),
    position: knownEnum(wire.position, 3, 'PositionClaim'),
  }
}

export function plainForm45Submitted(wire: Form45Submitted): Form45Submitted {
  return {
    form: wire.form === null ? null : plainForm45(wire.form),
  }
}

export function plainForm45Accepted(wire: Form45Accepted): Form45Accepted {
  return {
    station: wire.station,
    form: ownBytes(wire.form),
  }
}

export function plainForm45Returned(wire: Form45Returned): Form45Returned {
  return {
    station: wire.station,
    form: ownBytes(wire.form),
    codes: wire.codes,
    note: wire.note,
  }
}

export function plainForm45Corrected(wire: Form45Corrected): Form45Corrected {
  return {
    supersedes: ownBytes(wire.supersedes),
    form: wire.form === null ? null : plainForm45(wire.form),
    note: wire.note,
  }
}

export function plainForm47Issued(wire: Form47Issued): Form47Issued {
  return {
    stage: knownEnum(wire.stage, 2, 'Form47Stage'),
    size: ownNumber(wire.size),
    sha256: ownBytes(wire.sha256),
    awaited: wire.awaited.map(plainAwaitedStation),
  }
}

export function plainAwaitedStation(wire: AwaitedStation): AwaitedStation {
  return {
    station: wire.station,
    reason: wire.reason,
  }
}

export function plainStationsListed(wire: StationsListed): StationsListed {
  return {
    version: wire.version,
    part: wire.part,
    parts: wire.parts,
    stations: wire.stations.map(plainStation),
  }
}

export function plainStation(wire: Station): Station {
  return {
    number: wire.number,
    name: wire.name,
    type: knownEnum(wire.type, 3, 'StationType'),
    registeredMale: wire.registeredMale,
    registeredFemale: wire.registeredFemale,
    registeredTotal: wire.registeredTotal,
    boothsMale: wire.boothsMale,
    boothsFemale: wire.boothsFemale,
    physicalStation: wire.physicalStation,
    areas: wire.areas.map(plainElectoralArea),
    synthetic: wire.synthetic,
  }
}

export function plainElectoralArea(wire: ElectoralArea): ElectoralArea {
  return {
    name: wire.name,
    censusBlock: wire.censusBlock,
    urban: wire.urban,
  }
}

export function plainCandidatesListed(wire: CandidatesListed): CandidatesListed {
  return {
    version: wire.version,
    part: wire.part,
    parts: wire.parts,
    candidates: wire.candidates.map(plainCandidate),
    columns: wire.columns.map(plainCollectedColumn),
  }
}

export function plainCandidate(wire: Candidate): Candidate {
  return {
    serial: wire.serial,
    nameEn: wire.nameEn,
    nameUr: wire.nameUr,
    party: wire.party,
    symbol: wire.symbol,
    address: wire.address,
  }
}

export function plainCollectedColumn(wire: CollectedColumn): CollectedColumn {
  return {
    label: wire.label,
    serial: wire.serial,
  }
}

export function plainListCertified(wire: ListCertified): ListCertified {
  return {
    list: knownEnum(wire.list, 2, 'ListKind'),
    version: wire.version,
    parts: wire.parts,
    sha256: ownBytes(wire.sha256),
  }
}

/** As protobufjs has it: every member of the oneof readable, at most one not null. */
export interface StatementWire {
  readonly format: number
  readonly election: string
  readonly seat: string
  readonly id: Uint8Array
  readonly signer: Uint8Array
  readonly sequence: number
  readonly previous: Uint8Array
  readonly saidAt: number
  readonly logOpened: LogOpened | null
  readonly writerOpened: WriterOpened | null
  readonly registerPinned: RegisterPinned | null
  readonly statementRefused: StatementRefused | null
  readonly verified: Verified | null
  readonly rootOrder: RootOrder | null
  readonly keyEnrolled: KeyEnrolled | null
  readonly seatFrozen: SeatFrozen | null
  readonly stationsListed: StationsListed | null
  readonly candidatesListed: CandidatesListed | null
  readonly listCertified: ListCertified | null
  readonly form45Submitted: Form45Submitted | null
  readonly form45Accepted: Form45Accepted | null
  readonly form45Returned: Form45Returned | null
  readonly form45Corrected: Form45Corrected | null
  readonly form47Issued: Form47Issued | null
}

export function plainStatement(wire: StatementWire): Statement {
  const head = {
    format: wire.format,
    election: wire.election,
    seat: wire.seat,
    id: ownBytes(wire.id),
    signer: ownBytes(wire.signer),
    sequence: ownNumber(wire.sequence),
    previous: ownBytes(wire.previous),
    saidAt: ownNumber(wire.saidAt),
  }
  if (wire.logOpened !== null) return { ...head, body: 'logOpened', logOpened: plainLogOpened(wire.logOpened) }
  if (wire.writerOpened !== null) return { ...head, body: 'writerOpened', writerOpened: plainWriterOpened(wire.writerOpened) }
  if (wire.registerPinned !== null) return { ...head, body: 'registerPinned', registerPinned: plainRegisterPinned(wire.registerPinned) }
  if (wire.statementRefused !== null) return { ...head, body: 'statementRefused', statementRefused: plainStatementRefused(wire.statementRefused) }
  if (wire.verified !== null) return { ...head, body: 'verified', verified: plainVerified(wire.verified) }
  if (wire.rootOrder !== null) return { ...head, body: 'rootOrder', rootOrder: plainRootOrder(wire.rootOrder) }
  if (wire.keyEnrolled !== null) return { ...head, body: 'keyEnrolled', keyEnrolled: plainKeyEnrolled(wire.keyEnrolled) }
  if (wire.seatFrozen !== null) return { ...head, body: 'seatFrozen', seatFrozen: plainSeatFrozen(wire.seatFrozen) }
  if (wire.stationsListed !== null) return { ...head, body: 'stationsListed', stationsListed: plainStationsListed(wire.stationsListed) }
  if (wire.candidatesListed !== null) return { ...head, body: 'candidatesListed', candidatesListed: plainCandidatesListed(wire.candidatesListed) }
  if (wire.listCertified !== null) return { ...head, body: 'listCertified', listCertified: plainListCertified(wire.listCertified) }
  if (wire.form45Submitted !== null) return { ...head, body: 'form45Submitted', form45Submitted: plainForm45Submitted(wire.form45Submitted) }
  if (wire.form45Accepted !== null) return { ...head, body: 'form45Accepted', form45Accepted: plainForm45Accepted(wire.form45Accepted) }
  if (wire.form45Returned !== null) return { ...head, body: 'form45Returned', form45Returned: plainForm45Returned(wire.form45Returned) }
  if (wire.form45Corrected !== null) return { ...head, body: 'form45Corrected', form45Corrected: plainForm45Corrected(wire.form45Corrected) }
  if (wire.form47Issued !== null) return { ...head, body: 'form47Issued', form47Issued: plainForm47Issued(wire.form47Issued) }
  return missingBody('Statement')
}

export function plainSignedStatement(wire: SignedStatement): SignedStatement {
  return {
    statement: ownBytes(wire.statement),
    signature: ownBytes(wire.signature),
  }
}

export function plainEntry(wire: Entry): Entry {
  return {
    index: ownNumber(wire.index),
    previous: ownBytes(wire.previous),
    epoch: ownNumber(wire.epoch),
    sequencedAt: ownNumber(wire.sequencedAt),
    statement: ownBytes(wire.statement),
    signature: ownBytes(wire.signature),
  }
}

export function plainLogOpened(wire: LogOpened): LogOpened {
  return {
    log: wire.log,
    generation: wire.generation,
    predecessor: wire.predecessor === null ? null : plainLogPosition(wire.predecessor),
    registerPin: wire.registerPin === null ? null : plainLogPosition(wire.registerPin),
  }
}

export function plainLogPosition(wire: LogPosition): LogPosition {
  return {
    size: ownNumber(wire.size),
    root: ownBytes(wire.root),
  }
}

export function plainWriterOpened(wire: WriterOpened): WriterOpened {
  return {
    epoch: ownNumber(wire.epoch),
    nodeKey: ownBytes(wire.nodeKey),
    size: ownNumber(wire.size),
    root: ownBytes(wire.root),
  }
}

export function plainRegisterPinned(wire: RegisterPinned): RegisterPinned {
  return {
    size: ownNumber(wire.size),
    root: ownBytes(wire.root),
  }
}

export function plainStatementRefused(wire: StatementRefused): StatementRefused {
  return {
    hash: ownBytes(wire.hash),
    code: wire.code,
  }
}

export function plainVerified(wire: Verified): Verified {
  return {
    log: wire.log,
    size: ownNumber(wire.size),
    root: ownBytes(wire.root),
    forms: wire.forms.map(plainFormHash),
  }
}

export function plainFormHash(wire: FormHash): FormHash {
  return {
    form: wire.form,
    sha256: ownBytes(wire.sha256),
  }
}

export function plainRootOrder(wire: RootOrder): RootOrder {
  return {
    order: ownBytes(wire.order),
    approvals: wire.approvals.map(plainApproval),
  }
}

export function plainApproval(wire: Approval): Approval {
  return {
    key: ownBytes(wire.key),
    signature: ownBytes(wire.signature),
  }
}

/** As protobufjs has it: every member of the oneof readable, at most one not null. */
export interface OrderWire {
  readonly electionDeclared: ElectionDeclared | null
  readonly seatDeclared: SeatDeclared | null
  readonly hubDeclared: HubDeclared | null
  readonly rootKeysChanged: RootKeysChanged | null
  readonly keyRevoked: KeyRevoked | null
  readonly logSuperseded: LogSuperseded | null
  readonly softwareDeclared: SoftwareDeclared | null
  readonly policyDeclared: PolicyDeclared | null
  readonly keyEnrolled: KeyEnrolled | null
}

export function plainOrder(wire: OrderWire): Order {
  const head = {

  }
  if (wire.electionDeclared !== null) return { ...head, body: 'electionDeclared', electionDeclared: plainElectionDeclared(wire.electionDeclared) }
  if (wire.seatDeclared !== null) return { ...head, body: 'seatDeclared', seatDeclared: plainSeatDeclared(wire.seatDeclared) }
  if (wire.hubDeclared !== null) return { ...head, body: 'hubDeclared', hubDeclared: plainHubDeclared(wire.hubDeclared) }
  if (wire.rootKeysChanged !== null) return { ...head, body: 'rootKeysChanged', rootKeysChanged: plainRootKeysChanged(wire.rootKeysChanged) }
  if (wire.keyRevoked !== null) return { ...head, body: 'keyRevoked', keyRevoked: plainKeyRevoked(wire.keyRevoked) }
  if (wire.logSuperseded !== null) return { ...head, body: 'logSuperseded', logSuperseded: plainLogSuperseded(wire.logSuperseded) }
  if (wire.softwareDeclared !== null) return { ...head, body: 'softwareDeclared', softwareDeclared: plainSoftwareDeclared(wire.softwareDeclared) }
  if (wire.policyDeclared !== null) return { ...head, body: 'policyDeclared', policyDeclared: plainPolicyDeclared(wire.policyDeclared) }
  if (wire.keyEnrolled !== null) return { ...head, body: 'keyEnrolled', keyEnrolled: plainKeyEnrolled(wire.keyEnrolled) }
  return missingBody('Order')
}

export function plainElectionDeclared(wire: ElectionDeclared): ElectionDeclared {
  return {
    election: wire.election,
    title: wire.title,
    operatorDomain: wire.operatorDomain,
    rulesVersion: wire.rulesVersion,
    parameters: wire.parameters === null ? null : plainRuleParameters(wire.parameters),
    source: wire.source,
  }
}

export function plainRuleParameters(wire: RuleParameters): RuleParameters {
  return {
    countMax: wire.countMax,
    clockSkewMsMax: wire.clockSkewMsMax,
    pollClosedAt: wire.pollClosedAt,
    form47PartialDueAt: wire.form47PartialDueAt,
    form47CompleteDueAt: wire.form47CompleteDueAt,
    withheldAfterMs: wire.withheldAfterMs,
    stalePinEntriesMax: wire.stalePinEntriesMax,
    exceptionApprovalsMin: wire.exceptionApprovalsMin,
  }
}

export function plainSeatDeclared(wire: SeatDeclared): SeatDeclared {
  return {
    seat: wire.seat,
    name: wire.name,
    assembly: knownEnum(wire.assembly, 2, 'Assembly'),
    province: wire.province,
    district: wire.district,
    generation: wire.generation,
    sequencerKey: ownBytes(wire.sequencerKey),
  }
}

export function plainHubDeclared(wire: HubDeclared): HubDeclared {
  return {
    hub: wire.hub,
    sequencerKey: ownBytes(wire.sequencerKey),
    cosignerKey: ownBytes(wire.cosignerKey),
  }
}

export function plainRootKeysChanged(wire: RootKeysChanged): RootKeysChanged {
  return {
    keys: wire.keys,
    threshold: wire.threshold,
  }
}

export function plainKeyRevoked(wire: KeyRevoked): KeyRevoked {
  return {
    key: ownBytes(wire.key),
    reason: wire.reason,
    cuts: wire.cuts.map(plainLogCut),
  }
}

export function plainLogSuperseded(wire: LogSuperseded): LogSuperseded {
  return {
    cut: wire.cut === null ? null : plainLogCut(wire.cut),
    generation: wire.generation,
    sequencerKey: ownBytes(wire.sequencerKey),
    reason: wire.reason,
  }
}

export function plainLogCut(wire: LogCut): LogCut {
  return {
    log: wire.log,
    size: ownNumber(wire.size),
    root: ownBytes(wire.root),
  }
}

export function plainSoftwareDeclared(wire: SoftwareDeclared): SoftwareDeclared {
  return {
    version: wire.version,
    sha256: ownBytes(wire.sha256),
  }
}

export function plainPolicyDeclared(wire: PolicyDeclared): PolicyDeclared {
  return {
    text: wire.text,
  }
}

export function plainKeyEnrolled(wire: KeyEnrolled): KeyEnrolled {
  return {
    claim: ownBytes(wire.claim),
    holderSignature: ownBytes(wire.holderSignature),
    person: ownBytes(wire.person),
    reason: wire.reason,
    secondOfficers: wire.secondOfficers.map(plainApproval),
  }
}

export function plainKeyClaim(wire: KeyClaim): KeyClaim {
  return {
    election: wire.election,
    seat: wire.seat,
    office: wire.office,
    role: knownEnum(wire.role, 11, 'Role'),
    station: wire.station,
    candidate: wire.candidate,
    key: ownBytes(wire.key),
  }
}

export function plainSeatFrozen(wire: SeatFrozen): SeatFrozen {
  return {
    seat: wire.seat,
    size: ownNumber(wire.size),
    root: ownBytes(wire.root),
  }
}

export function plainPushRequest(wire: PushRequest): PushRequest {
  return {
    log: wire.log,
    from: ownNumber(wire.from),
    entries: wire.entries,
    checkpoint: ownBytes(wire.checkpoint),
  }
}

export function plainPushReply(wire: PushReply): PushReply {
  return {
    size: ownNumber(wire.size),
    checkpoint: ownBytes(wire.checkpoint),
    code: wire.code,
    retryAfterMs: wire.retryAfterMs,
  }
}

export function plainPullRequest(wire: PullRequest): PullRequest {
  return {
    log: wire.log,
    from: ownNumber(wire.from),
    entriesMax: wire.entriesMax,
  }
}

export function plainPullReply(wire: PullReply): PullReply {
  return {
    size: ownNumber(wire.size),
    entries: wire.entries,
    checkpoint: ownBytes(wire.checkpoint),
    code: wire.code,
  }
}
