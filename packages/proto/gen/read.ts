// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.

import type {
  Channel,
  ExclusionGround,
  SignatoryRole,
  PositionClaim,
  Form47Stage,
  StationType,
  ListKind,
  Assembly,
  Role,
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
  CandidateNominated,
  NominationScrutinised,
  CandidateWithdrawn,
  CollectedColumn,
  ListAcknowledged,
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
import { WireFault } from '../src/fault.ts'
import { noBytes, type WireReader } from '../src/reader.ts'

const knownForm45: readonly number[] = [8, 18, 24, 32, 42, 48, 56, 64, 72, 80, 90, 96, 106, 112, 122, 130, 138, 144]

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
  if (tag !== 0) throw wire.unexpected(tag, knownForm45)
  return { station, counts, validTotal, excludedTotal, excludedByGround, polledTotal, votersMale, votersFemale, votersTotal, registeredTotal, ballots, countedAt, signatories, postedOutside, recount, image, capture, channel }
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

const knownForm45Returned: readonly number[] = [8, 18, 26, 34]

export function readForm45Returned(wire: WireReader): Form45Returned {
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
  if (tag !== 0) throw wire.unexpected(tag, knownForm45Returned)
  return { station, form, codes, note }
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

const knownForm47Issued: readonly number[] = [8, 16, 26, 34]

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
  if (tag !== 0) throw wire.unexpected(tag, knownForm47Issued)
  return { stage, size, sha256, awaited }
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

const knownStatement: readonly number[] = [8, 18, 26, 34, 42, 48, 58, 64, 82, 90, 98, 106, 114, 162, 170, 178, 242, 250, 258, 266, 274, 282, 290, 322, 330, 338, 346, 354]

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
      const form45Returned = readForm45Returned(wire)
      wire.leave(outer)
      wire.nothingElse(knownStatement)
      return { format, election, seat, id, signer, sequence, previous, saidAt, body: 'form45Returned', form45Returned }
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

const knownRuleParameters: readonly number[] = [8, 16, 24, 32, 40, 48, 56, 64]

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
  if (tag !== 0) throw wire.unexpected(tag, knownRuleParameters)
  return { countMax, clockSkewMsMax, pollClosedAt, form47PartialDueAt, form47CompleteDueAt, withheldAfterMs, stalePinEntriesMax, exceptionApprovalsMin }
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
