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
    readonly Form45Returned: MessageClass
    readonly Form45Corrected: MessageClass
    readonly Form47Issued: MessageClass
    readonly AwaitedStation: MessageClass
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
    readonly RootOrder: MessageClass
    readonly Approval: MessageClass
    readonly Order: MessageClass
    readonly ElectionDeclared: MessageClass
    readonly RuleParameters: MessageClass
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
    readonly SeatFrozen: MessageClass
    readonly PushRequest: MessageClass
    readonly PushReply: MessageClass
    readonly PullRequest: MessageClass
    readonly PullReply: MessageClass
  }
}
