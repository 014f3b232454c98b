// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.
import type { Writer } from 'protobufjs/minimal.js'

/** A protobufjs static class. */
export type MessageClass = {
  encode(message: object, writer: Writer): Writer
}

export const khata: {
  readonly v1: {
    readonly Form45: MessageClass
    readonly CandidateCount: MessageClass
    readonly ExcludedByGround: MessageClass
    readonly Form46: MessageClass
    readonly FormSignatory: MessageClass
    readonly Recount: MessageClass
    readonly EvidenceRef: MessageClass
    readonly Capture: MessageClass
    readonly Form45Submitted: MessageClass
    readonly Form45Accepted: MessageClass
    readonly FigureRef: MessageClass
    readonly CorrectionRequested: MessageClass
    readonly Form45Corrected: MessageClass
    readonly Form45Locked: MessageClass
    readonly LockChallenged: MessageClass
    readonly LockShown: MessageClass
    readonly Form45Rejected: MessageClass
    readonly HoldResolved: MessageClass
    readonly PaperForm45Certified: MessageClass
    readonly AgentPresence: MessageClass
    readonly Form45Keyed: MessageClass
    readonly FigureResolved: MessageClass
    readonly ReadingResolved: MessageClass
    readonly CopyFiled: MessageClass
    readonly CustodyStep: MessageClass
    readonly Form45Countersigned: MessageClass
    readonly CopySeenPosted: MessageClass
    readonly CopyNotPosted: MessageClass
    readonly AgentBarred: MessageClass
    readonly AccessRefused: MessageClass
    readonly ObjectionRaised: MessageClass
    readonly ObjectionDecided: MessageClass
    readonly WarningHandled: MessageClass
    readonly ImageMasked: MessageClass
    readonly Form47Issued: MessageClass
    readonly AwaitedStation: MessageClass
    readonly RootOrder: MessageClass
    readonly Approval: MessageClass
    readonly Order: MessageClass
    readonly ElectionDeclared: MessageClass
    readonly RuleParameters: MessageClass
    readonly Tolerance: MessageClass
    readonly SeatDeclared: MessageClass
    readonly HubDeclared: MessageClass
    readonly RootKeysChanged: MessageClass
    readonly KeyRevoked: MessageClass
    readonly LogSuperseded: MessageClass
    readonly LogCut: MessageClass
    readonly SoftwareDeclared: MessageClass
    readonly PolicyDeclared: MessageClass
    readonly KeyEnrolled: MessageClass
    readonly KeyClaim: MessageClass
    readonly PhysicalStationsDeclared: MessageClass
    readonly PhysicalStation: MessageClass
    readonly SeatFrozen: MessageClass
    readonly StationsListed: MessageClass
    readonly Station: MessageClass
    readonly ElectoralArea: MessageClass
    readonly CandidatesListed: MessageClass
    readonly Candidate: MessageClass
    readonly CandidateNominated: MessageClass
    readonly NominationScrutinised: MessageClass
    readonly CandidateWithdrawn: MessageClass
    readonly CollectedColumn: MessageClass
    readonly ListAcknowledged: MessageClass
    readonly ListCertified: MessageClass
    readonly StationAmended: MessageClass
    readonly CandidateRetired: MessageClass
    readonly ExceptionJudged: MessageClass
    readonly Statement: MessageClass
    readonly SignedStatement: MessageClass
    readonly Entry: MessageClass
    readonly LogOpened: MessageClass
    readonly LogPosition: MessageClass
    readonly WriterOpened: MessageClass
    readonly RegisterPinned: MessageClass
    readonly StatementRefused: MessageClass
    readonly Verified: MessageClass
    readonly FormHash: MessageClass
    readonly ConsolidationNotified: MessageClass
    readonly NoticeReceived: MessageClass
    readonly StationRef: MessageClass
    readonly RecountRequested: MessageClass
    readonly RecountDecided: MessageClass
    readonly RecountOrdered: MessageClass
    readonly ConsolidationBegun: MessageClass
    readonly StationRecounted: MessageClass
    readonly ExcludedReexamined: MessageClass
    readonly VotesAdded: MessageClass
    readonly PostalCounted: MessageClass
    readonly ConsolidationConcluded: MessageClass
    readonly DocumentsSent: MessageClass
    readonly DocumentsPublished: MessageClass
    readonly ResultGazetted: MessageClass
    readonly LotDrawn: MessageClass
    readonly SeatOrdered: MessageClass
    readonly StationOrdered: MessageClass
    readonly TribunalOrdered: MessageClass
    readonly PushRequest: MessageClass
    readonly PushReply: MessageClass
    readonly PullRequest: MessageClass
    readonly PullReply: MessageClass
    readonly ImageRequest: MessageClass
    readonly ImageReply: MessageClass
    readonly ImageOffset: MessageClass
    readonly ImagePart: MessageClass
  }
}
