// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.
import type { Reader, Writer } from 'protobufjs/minimal.js'
import type {
  StatementWire,
  OrderWire,
} from './plain.ts'
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

/** A protobufjs static class; what is absent from the wire reads as the default from its prototype. */
export type MessageClass<Wire> = {
  encode(message: object, writer: Writer): Writer
  decode(reader: Reader): Wire
}

export const khata: {
  readonly v1: {
    readonly Form45: MessageClass<Form45>
    readonly CandidateCount: MessageClass<CandidateCount>
    readonly ExcludedByGround: MessageClass<ExcludedByGround>
    readonly Form46: MessageClass<Form46>
    readonly FormSignatory: MessageClass<FormSignatory>
    readonly Recount: MessageClass<Recount>
    readonly EvidenceRef: MessageClass<EvidenceRef>
    readonly Capture: MessageClass<Capture>
    readonly Form45Submitted: MessageClass<Form45Submitted>
    readonly Form45Accepted: MessageClass<Form45Accepted>
    readonly Form45Returned: MessageClass<Form45Returned>
    readonly Form45Corrected: MessageClass<Form45Corrected>
    readonly Form47Issued: MessageClass<Form47Issued>
    readonly AwaitedStation: MessageClass<AwaitedStation>
    readonly StationsListed: MessageClass<StationsListed>
    readonly Station: MessageClass<Station>
    readonly ElectoralArea: MessageClass<ElectoralArea>
    readonly CandidatesListed: MessageClass<CandidatesListed>
    readonly Candidate: MessageClass<Candidate>
    readonly CollectedColumn: MessageClass<CollectedColumn>
    readonly ListCertified: MessageClass<ListCertified>
    readonly Statement: MessageClass<StatementWire>
    readonly SignedStatement: MessageClass<SignedStatement>
    readonly Entry: MessageClass<Entry>
    readonly LogOpened: MessageClass<LogOpened>
    readonly LogPosition: MessageClass<LogPosition>
    readonly WriterOpened: MessageClass<WriterOpened>
    readonly RegisterPinned: MessageClass<RegisterPinned>
    readonly StatementRefused: MessageClass<StatementRefused>
    readonly Verified: MessageClass<Verified>
    readonly FormHash: MessageClass<FormHash>
    readonly RootOrder: MessageClass<RootOrder>
    readonly Approval: MessageClass<Approval>
    readonly Order: MessageClass<OrderWire>
    readonly ElectionDeclared: MessageClass<ElectionDeclared>
    readonly RuleParameters: MessageClass<RuleParameters>
    readonly SeatDeclared: MessageClass<SeatDeclared>
    readonly HubDeclared: MessageClass<HubDeclared>
    readonly RootKeysChanged: MessageClass<RootKeysChanged>
    readonly KeyRevoked: MessageClass<KeyRevoked>
    readonly LogSuperseded: MessageClass<LogSuperseded>
    readonly LogCut: MessageClass<LogCut>
    readonly SoftwareDeclared: MessageClass<SoftwareDeclared>
    readonly PolicyDeclared: MessageClass<PolicyDeclared>
    readonly KeyEnrolled: MessageClass<KeyEnrolled>
    readonly KeyClaim: MessageClass<KeyClaim>
    readonly SeatFrozen: MessageClass<SeatFrozen>
    readonly PushRequest: MessageClass<PushRequest>
    readonly PushReply: MessageClass<PushReply>
    readonly PullRequest: MessageClass<PullRequest>
    readonly PullReply: MessageClass<PullReply>
  }
}
