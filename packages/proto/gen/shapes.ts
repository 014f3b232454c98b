// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.
import type { MessageShape } from '../src/shape.ts'

export const shapes = {
  Form45: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'counts', kind: 'message', presence: 'repeated', of: 'CandidateCount' },
      { name: 'validTotal', kind: 'uint32', presence: 'optional' },
      { name: 'excludedTotal', kind: 'uint32', presence: 'optional' },
      { name: 'excludedByGround', kind: 'message', presence: 'repeated', of: 'ExcludedByGround' },
      { name: 'polledTotal', kind: 'uint32', presence: 'optional' },
      { name: 'votersMale', kind: 'uint32', presence: 'optional' },
      { name: 'votersFemale', kind: 'uint32', presence: 'optional' },
      { name: 'votersTotal', kind: 'uint32', presence: 'optional' },
      { name: 'registeredTotal', kind: 'uint32', presence: 'optional' },
      { name: 'ballots', kind: 'message', presence: 'optional', of: 'Form46' },
      { name: 'countedAt', kind: 'uint64', presence: 'optional' },
      { name: 'signatories', kind: 'message', presence: 'repeated', of: 'FormSignatory' },
      { name: 'postedOutside', kind: 'bool', presence: 'optional' },
      { name: 'recount', kind: 'message', presence: 'optional', of: 'Recount' },
      { name: 'image', kind: 'message', presence: 'optional', of: 'EvidenceRef' },
      { name: 'capture', kind: 'message', presence: 'optional', of: 'Capture' },
      { name: 'channel', kind: 'enum', presence: 'always', last: 4 },
      { name: 'poll', kind: 'uint32', presence: 'optional' },
      { name: 'assistantReason', kind: 'string', presence: 'optional' },
    ],
    body: [],
  },
  CandidateCount: {
    fields: [
      { name: 'column', kind: 'uint32', presence: 'always' },
      { name: 'valid', kind: 'uint32', presence: 'optional' },
      { name: 'tendered', kind: 'uint32', presence: 'optional' },
      { name: 'challenged', kind: 'uint32', presence: 'optional' },
      { name: 'total', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  ExcludedByGround: {
    fields: [
      { name: 'ground', kind: 'enum', presence: 'always', last: 4 },
      { name: 'count', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  Form46: {
    fields: [
      { name: 'received', kind: 'uint32', presence: 'optional' },
      { name: 'unissued', kind: 'uint32', presence: 'optional' },
      { name: 'takenFromBox', kind: 'uint32', presence: 'optional' },
      { name: 'tendered', kind: 'uint32', presence: 'optional' },
      { name: 'challenged', kind: 'uint32', presence: 'optional' },
      { name: 'spoilt', kind: 'uint32', presence: 'optional' },
      { name: 'stray', kind: 'uint32', presence: 'optional' },
      { name: 'cancelled', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  FormSignatory: {
    fields: [
      { name: 'role', kind: 'enum', presence: 'always', last: 3 },
      { name: 'candidate', kind: 'uint32', presence: 'optional' },
      { name: 'signed', kind: 'bool', presence: 'optional' },
      { name: 'absenceReason', kind: 'string', presence: 'always' },
      { name: 'copyGiven', kind: 'bool', presence: 'optional' },
    ],
    body: [],
  },
  Recount: {
    fields: [
      { name: 'askedBy', kind: 'string', presence: 'always' },
      { name: 'before', kind: 'message', presence: 'repeated', of: 'CandidateCount' },
    ],
    body: [],
  },
  EvidenceRef: {
    fields: [
      { name: 'sha256', kind: 'bytes', presence: 'always' },
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'mediaType', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  Capture: {
    fields: [
      { name: 'capturedAt', kind: 'uint64', presence: 'optional' },
      { name: 'positionCommitment', kind: 'bytes', presence: 'always' },
      { name: 'position', kind: 'enum', presence: 'always', last: 3 },
    ],
    body: [],
  },
  Form45Submitted: {
    fields: [
      { name: 'form', kind: 'message', presence: 'optional', of: 'Form45' },
    ],
    body: [],
  },
  Form45Accepted: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  FigureRef: {
    fields: [
      { name: 'figure', kind: 'enum', presence: 'always', last: 20 },
      { name: 'row', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  CorrectionRequested: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
      { name: 'codes', kind: 'string', presence: 'repeated' },
      { name: 'note', kind: 'string', presence: 'always' },
      { name: 'figures', kind: 'message', presence: 'repeated', of: 'FigureRef' },
    ],
    body: [],
  },
  Form45Corrected: {
    fields: [
      { name: 'supersedes', kind: 'bytes', presence: 'always' },
      { name: 'form', kind: 'message', presence: 'optional', of: 'Form45' },
      { name: 'note', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  Form45Locked: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  LockChallenged: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  LockShown: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
      { name: 'challenge', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  Form45Rejected: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  HoldResolved: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  PaperForm45Certified: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'image', kind: 'message', presence: 'optional', of: 'EvidenceRef' },
      { name: 'reason', kind: 'string', presence: 'always' },
      { name: 'agents', kind: 'message', presence: 'repeated', of: 'AgentPresence' },
      { name: 'secondOfficers', kind: 'message', presence: 'repeated', of: 'Approval' },
    ],
    body: [],
  },
  AgentPresence: {
    fields: [
      { name: 'candidate', kind: 'uint32', presence: 'always' },
      { name: 'present', kind: 'bool', presence: 'always' },
      { name: 'absenceReason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  Form45Keyed: {
    fields: [
      { name: 'document', kind: 'bytes', presence: 'always' },
      { name: 'form', kind: 'message', presence: 'optional', of: 'Form45' },
      { name: 'session', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  FigureResolved: {
    fields: [
      { name: 'figure', kind: 'message', presence: 'optional', of: 'FigureRef' },
      { name: 'value', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  ReadingResolved: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'document', kind: 'bytes', presence: 'always' },
      { name: 'figures', kind: 'message', presence: 'repeated', of: 'FigureResolved' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  CopyFiled: {
    fields: [
      { name: 'kind', kind: 'enum', presence: 'always', last: 5 },
      { name: 'form', kind: 'message', presence: 'optional', of: 'Form45' },
      { name: 'image', kind: 'message', presence: 'optional', of: 'EvidenceRef' },
      { name: 'custody', kind: 'message', presence: 'repeated', of: 'CustodyStep' },
      { name: 'channel', kind: 'enum', presence: 'always', last: 4 },
    ],
    body: [],
  },
  CustodyStep: {
    fields: [
      { name: 'holder', kind: 'string', presence: 'always' },
      { name: 'since', kind: 'uint64', presence: 'optional' },
    ],
    body: [],
  },
  Form45Countersigned: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
      { name: 'refused', kind: 'bool', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
      { name: 'copyReceived', kind: 'bool', presence: 'always' },
    ],
    body: [],
  },
  CopySeenPosted: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'seenAt', kind: 'uint64', presence: 'optional' },
      { name: 'image', kind: 'message', presence: 'optional', of: 'EvidenceRef' },
    ],
    body: [],
  },
  CopyNotPosted: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'seenAt', kind: 'uint64', presence: 'optional' },
      { name: 'note', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  AgentBarred: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'optional' },
      { name: 'candidate', kind: 'uint32', presence: 'optional' },
      { name: 'stage', kind: 'enum', presence: 'always', last: 4 },
      { name: 'note', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  AccessRefused: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'optional' },
      { name: 'stage', kind: 'enum', presence: 'always', last: 4 },
      { name: 'note', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ObjectionRaised: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'optional' },
      { name: 'stage', kind: 'enum', presence: 'always', last: 4 },
      { name: 'ground', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ObjectionDecided: {
    fields: [
      { name: 'objection', kind: 'bytes', presence: 'always' },
      { name: 'upheld', kind: 'bool', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  WarningHandled: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'form', kind: 'bytes', presence: 'always' },
      { name: 'code', kind: 'string', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ImageMasked: {
    fields: [
      { name: 'original', kind: 'bytes', presence: 'always' },
      { name: 'masked', kind: 'message', presence: 'optional', of: 'EvidenceRef' },
    ],
    body: [],
  },
  Form47Issued: {
    fields: [
      { name: 'stage', kind: 'enum', presence: 'always', last: 2 },
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'sha256', kind: 'bytes', presence: 'always' },
      { name: 'awaited', kind: 'message', presence: 'repeated', of: 'AwaitedStation' },
      { name: 'announced', kind: 'bool', presence: 'optional' },
      { name: 'affixed', kind: 'bool', presence: 'optional' },
    ],
    body: [],
  },
  AwaitedStation: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  RootOrder: {
    fields: [
      { name: 'order', kind: 'bytes', presence: 'always' },
      { name: 'approvals', kind: 'message', presence: 'repeated', of: 'Approval' },
    ],
    body: [],
  },
  Approval: {
    fields: [
      { name: 'key', kind: 'bytes', presence: 'always' },
      { name: 'signature', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  Order: {
    fields: [],
    body: [
      { name: 'electionDeclared', kind: 'message', presence: 'optional', of: 'ElectionDeclared' },
      { name: 'seatDeclared', kind: 'message', presence: 'optional', of: 'SeatDeclared' },
      { name: 'hubDeclared', kind: 'message', presence: 'optional', of: 'HubDeclared' },
      { name: 'rootKeysChanged', kind: 'message', presence: 'optional', of: 'RootKeysChanged' },
      { name: 'keyRevoked', kind: 'message', presence: 'optional', of: 'KeyRevoked' },
      { name: 'logSuperseded', kind: 'message', presence: 'optional', of: 'LogSuperseded' },
      { name: 'softwareDeclared', kind: 'message', presence: 'optional', of: 'SoftwareDeclared' },
      { name: 'policyDeclared', kind: 'message', presence: 'optional', of: 'PolicyDeclared' },
      { name: 'keyEnrolled', kind: 'message', presence: 'optional', of: 'KeyEnrolled' },
    ],
  },
  ElectionDeclared: {
    fields: [
      { name: 'election', kind: 'string', presence: 'always' },
      { name: 'title', kind: 'string', presence: 'always' },
      { name: 'operatorDomain', kind: 'string', presence: 'always' },
      { name: 'rulesVersion', kind: 'uint32', presence: 'always' },
      { name: 'parameters', kind: 'message', presence: 'optional', of: 'RuleParameters' },
      { name: 'source', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  RuleParameters: {
    fields: [
      { name: 'countMax', kind: 'uint32', presence: 'optional' },
      { name: 'clockSkewMsMax', kind: 'uint64', presence: 'optional' },
      { name: 'pollClosedAt', kind: 'uint64', presence: 'optional' },
      { name: 'form47PartialDueAt', kind: 'uint64', presence: 'optional' },
      { name: 'form47CompleteDueAt', kind: 'uint64', presence: 'optional' },
      { name: 'withheldAfterMs', kind: 'uint64', presence: 'optional' },
      { name: 'stalePinEntriesMax', kind: 'uint32', presence: 'optional' },
      { name: 'exceptionApprovalsMin', kind: 'uint32', presence: 'optional' },
      { name: 'readingsAcceptedMin', kind: 'uint32', presence: 'optional' },
      { name: 'readingsCompleteMin', kind: 'uint32', presence: 'optional' },
      { name: 'lockGradeMin', kind: 'uint32', presence: 'optional' },
      { name: 'holdResolvedWithinMs', kind: 'uint64', presence: 'optional' },
      { name: 'paperSharePerMilleMax', kind: 'uint32', presence: 'optional' },
      { name: 'votersPolled', kind: 'message', presence: 'optional', of: 'Tolerance' },
      { name: 'ballotsReceived', kind: 'message', presence: 'optional', of: 'Tolerance' },
      { name: 'crossPoll', kind: 'message', presence: 'optional', of: 'Tolerance' },
      { name: 'turnoutPerMilleMax', kind: 'uint32', presence: 'optional' },
      { name: 'womenSharePerMilleMin', kind: 'uint32', presence: 'optional' },
      { name: 'recountMarginPerMille', kind: 'uint32', presence: 'optional' },
      { name: 'recountMarginVotesNational', kind: 'uint32', presence: 'optional' },
      { name: 'recountMarginVotesProvincial', kind: 'uint32', presence: 'optional' },
      { name: 'recountExcludedAtLeastMargin', kind: 'bool', presence: 'optional' },
      { name: 'consolidatedWithinMs', kind: 'uint64', presence: 'optional' },
      { name: 'documentsSentWithinMs', kind: 'uint64', presence: 'optional' },
      { name: 'documentsPublishedWithinMs', kind: 'uint64', presence: 'optional' },
      { name: 'tribunalWithinMs', kind: 'uint64', presence: 'optional' },
      { name: 'operatorsMax', kind: 'uint32', presence: 'optional' },
      { name: 'agentsPerStationMax', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  Tolerance: {
    fields: [
      { name: 'votes', kind: 'uint32', presence: 'optional' },
      { name: 'perMille', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  SeatDeclared: {
    fields: [
      { name: 'seat', kind: 'string', presence: 'always' },
      { name: 'name', kind: 'string', presence: 'always' },
      { name: 'assembly', kind: 'enum', presence: 'always', last: 2 },
      { name: 'province', kind: 'string', presence: 'always' },
      { name: 'district', kind: 'string', presence: 'always' },
      { name: 'generation', kind: 'uint32', presence: 'always' },
      { name: 'sequencerKey', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  HubDeclared: {
    fields: [
      { name: 'hub', kind: 'string', presence: 'always' },
      { name: 'sequencerKey', kind: 'bytes', presence: 'always' },
      { name: 'cosignerKey', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  RootKeysChanged: {
    fields: [
      { name: 'keys', kind: 'bytes', presence: 'repeated' },
      { name: 'threshold', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  KeyRevoked: {
    fields: [
      { name: 'key', kind: 'bytes', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
      { name: 'cuts', kind: 'message', presence: 'repeated', of: 'LogCut' },
    ],
    body: [],
  },
  LogSuperseded: {
    fields: [
      { name: 'cut', kind: 'message', presence: 'optional', of: 'LogCut' },
      { name: 'generation', kind: 'uint32', presence: 'always' },
      { name: 'sequencerKey', kind: 'bytes', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  LogCut: {
    fields: [
      { name: 'log', kind: 'string', presence: 'always' },
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'root', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  SoftwareDeclared: {
    fields: [
      { name: 'version', kind: 'string', presence: 'always' },
      { name: 'sha256', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  PolicyDeclared: {
    fields: [
      { name: 'text', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  KeyEnrolled: {
    fields: [
      { name: 'claim', kind: 'bytes', presence: 'always' },
      { name: 'holderSignature', kind: 'bytes', presence: 'always' },
      { name: 'person', kind: 'bytes', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
      { name: 'secondOfficers', kind: 'message', presence: 'repeated', of: 'Approval' },
    ],
    body: [],
  },
  KeyClaim: {
    fields: [
      { name: 'election', kind: 'string', presence: 'always' },
      { name: 'seat', kind: 'string', presence: 'always' },
      { name: 'office', kind: 'string', presence: 'always' },
      { name: 'role', kind: 'enum', presence: 'always', last: 11 },
      { name: 'station', kind: 'uint32', presence: 'optional' },
      { name: 'candidate', kind: 'uint32', presence: 'optional' },
      { name: 'key', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  PhysicalStationsDeclared: {
    fields: [
      { name: 'stations', kind: 'message', presence: 'repeated', of: 'PhysicalStation' },
    ],
    body: [],
  },
  PhysicalStation: {
    fields: [
      { name: 'id', kind: 'string', presence: 'always' },
      { name: 'name', kind: 'string', presence: 'always' },
      { name: 'district', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  SeatFrozen: {
    fields: [
      { name: 'seat', kind: 'string', presence: 'always' },
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'root', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  StationsListed: {
    fields: [
      { name: 'version', kind: 'uint32', presence: 'always' },
      { name: 'part', kind: 'uint32', presence: 'always' },
      { name: 'parts', kind: 'uint32', presence: 'always' },
      { name: 'stations', kind: 'message', presence: 'repeated', of: 'Station' },
    ],
    body: [],
  },
  Station: {
    fields: [
      { name: 'number', kind: 'uint32', presence: 'always' },
      { name: 'name', kind: 'string', presence: 'always' },
      { name: 'type', kind: 'enum', presence: 'always', last: 3 },
      { name: 'registeredMale', kind: 'uint32', presence: 'optional' },
      { name: 'registeredFemale', kind: 'uint32', presence: 'optional' },
      { name: 'registeredTotal', kind: 'uint32', presence: 'optional' },
      { name: 'boothsMale', kind: 'uint32', presence: 'optional' },
      { name: 'boothsFemale', kind: 'uint32', presence: 'optional' },
      { name: 'physicalStation', kind: 'string', presence: 'always' },
      { name: 'areas', kind: 'message', presence: 'repeated', of: 'ElectoralArea' },
      { name: 'synthetic', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ElectoralArea: {
    fields: [
      { name: 'name', kind: 'string', presence: 'always' },
      { name: 'censusBlock', kind: 'string', presence: 'always' },
      { name: 'urban', kind: 'bool', presence: 'always' },
    ],
    body: [],
  },
  CandidatesListed: {
    fields: [
      { name: 'version', kind: 'uint32', presence: 'always' },
      { name: 'part', kind: 'uint32', presence: 'always' },
      { name: 'parts', kind: 'uint32', presence: 'always' },
      { name: 'candidates', kind: 'message', presence: 'repeated', of: 'Candidate' },
      { name: 'columns', kind: 'message', presence: 'repeated', of: 'CollectedColumn' },
    ],
    body: [],
  },
  Candidate: {
    fields: [
      { name: 'serial', kind: 'uint32', presence: 'always' },
      { name: 'nameEn', kind: 'string', presence: 'always' },
      { name: 'nameUr', kind: 'string', presence: 'always' },
      { name: 'party', kind: 'string', presence: 'always' },
      { name: 'symbol', kind: 'string', presence: 'always' },
      { name: 'address', kind: 'string', presence: 'always' },
      { name: 'nomination', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  CandidateNominated: {
    fields: [
      { name: 'nomination', kind: 'uint32', presence: 'always' },
      { name: 'nameEn', kind: 'string', presence: 'always' },
      { name: 'nameUr', kind: 'string', presence: 'always' },
      { name: 'address', kind: 'string', presence: 'always' },
      { name: 'party', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  NominationScrutinised: {
    fields: [
      { name: 'nomination', kind: 'uint32', presence: 'always' },
      { name: 'accepted', kind: 'bool', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  CandidateWithdrawn: {
    fields: [
      { name: 'nomination', kind: 'uint32', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  CollectedColumn: {
    fields: [
      { name: 'label', kind: 'string', presence: 'always' },
      { name: 'serial', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  ListAcknowledged: {
    fields: [
      { name: 'list', kind: 'enum', presence: 'always', last: 2 },
      { name: 'version', kind: 'uint32', presence: 'always' },
      { name: 'sha256', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  ListCertified: {
    fields: [
      { name: 'list', kind: 'enum', presence: 'always', last: 2 },
      { name: 'version', kind: 'uint32', presence: 'always' },
      { name: 'parts', kind: 'uint32', presence: 'always' },
      { name: 'sha256', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  StationAmended: {
    fields: [
      { name: 'change', kind: 'enum', presence: 'always', last: 3 },
      { name: 'station', kind: 'message', presence: 'optional', of: 'Station' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  CandidateRetired: {
    fields: [
      { name: 'serial', kind: 'uint32', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ExceptionJudged: {
    fields: [
      { name: 'exception', kind: 'bytes', presence: 'always' },
      { name: 'ratified', kind: 'bool', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  Statement: {
    fields: [
      { name: 'format', kind: 'uint32', presence: 'always' },
      { name: 'election', kind: 'string', presence: 'always' },
      { name: 'seat', kind: 'string', presence: 'always' },
      { name: 'id', kind: 'bytes', presence: 'always' },
      { name: 'signer', kind: 'bytes', presence: 'always' },
      { name: 'sequence', kind: 'uint64', presence: 'always' },
      { name: 'previous', kind: 'bytes', presence: 'always' },
      { name: 'saidAt', kind: 'uint64', presence: 'always' },
    ],
    body: [
      { name: 'logOpened', kind: 'message', presence: 'optional', of: 'LogOpened' },
      { name: 'writerOpened', kind: 'message', presence: 'optional', of: 'WriterOpened' },
      { name: 'registerPinned', kind: 'message', presence: 'optional', of: 'RegisterPinned' },
      { name: 'statementRefused', kind: 'message', presence: 'optional', of: 'StatementRefused' },
      { name: 'verified', kind: 'message', presence: 'optional', of: 'Verified' },
      { name: 'modeChanged', kind: 'message', presence: 'optional', of: 'ModeChanged' },
      { name: 'rootOrder', kind: 'message', presence: 'optional', of: 'RootOrder' },
      { name: 'keyEnrolled', kind: 'message', presence: 'optional', of: 'KeyEnrolled' },
      { name: 'seatFrozen', kind: 'message', presence: 'optional', of: 'SeatFrozen' },
      { name: 'physicalStationsDeclared', kind: 'message', presence: 'optional', of: 'PhysicalStationsDeclared' },
      { name: 'stationsListed', kind: 'message', presence: 'optional', of: 'StationsListed' },
      { name: 'candidatesListed', kind: 'message', presence: 'optional', of: 'CandidatesListed' },
      { name: 'listCertified', kind: 'message', presence: 'optional', of: 'ListCertified' },
      { name: 'listAcknowledged', kind: 'message', presence: 'optional', of: 'ListAcknowledged' },
      { name: 'candidateNominated', kind: 'message', presence: 'optional', of: 'CandidateNominated' },
      { name: 'nominationScrutinised', kind: 'message', presence: 'optional', of: 'NominationScrutinised' },
      { name: 'candidateWithdrawn', kind: 'message', presence: 'optional', of: 'CandidateWithdrawn' },
      { name: 'stationAmended', kind: 'message', presence: 'optional', of: 'StationAmended' },
      { name: 'candidateRetired', kind: 'message', presence: 'optional', of: 'CandidateRetired' },
      { name: 'exceptionJudged', kind: 'message', presence: 'optional', of: 'ExceptionJudged' },
      { name: 'form45Submitted', kind: 'message', presence: 'optional', of: 'Form45Submitted' },
      { name: 'form45Accepted', kind: 'message', presence: 'optional', of: 'Form45Accepted' },
      { name: 'correctionRequested', kind: 'message', presence: 'optional', of: 'CorrectionRequested' },
      { name: 'form45Corrected', kind: 'message', presence: 'optional', of: 'Form45Corrected' },
      { name: 'form47Issued', kind: 'message', presence: 'optional', of: 'Form47Issued' },
      { name: 'form45Locked', kind: 'message', presence: 'optional', of: 'Form45Locked' },
      { name: 'lockChallenged', kind: 'message', presence: 'optional', of: 'LockChallenged' },
      { name: 'lockShown', kind: 'message', presence: 'optional', of: 'LockShown' },
      { name: 'form45Rejected', kind: 'message', presence: 'optional', of: 'Form45Rejected' },
      { name: 'holdResolved', kind: 'message', presence: 'optional', of: 'HoldResolved' },
      { name: 'paperForm45Certified', kind: 'message', presence: 'optional', of: 'PaperForm45Certified' },
      { name: 'form45Keyed', kind: 'message', presence: 'optional', of: 'Form45Keyed' },
      { name: 'readingResolved', kind: 'message', presence: 'optional', of: 'ReadingResolved' },
      { name: 'copyFiled', kind: 'message', presence: 'optional', of: 'CopyFiled' },
      { name: 'form45Countersigned', kind: 'message', presence: 'optional', of: 'Form45Countersigned' },
      { name: 'copySeenPosted', kind: 'message', presence: 'optional', of: 'CopySeenPosted' },
      { name: 'copyNotPosted', kind: 'message', presence: 'optional', of: 'CopyNotPosted' },
      { name: 'agentBarred', kind: 'message', presence: 'optional', of: 'AgentBarred' },
      { name: 'accessRefused', kind: 'message', presence: 'optional', of: 'AccessRefused' },
      { name: 'objectionRaised', kind: 'message', presence: 'optional', of: 'ObjectionRaised' },
      { name: 'objectionDecided', kind: 'message', presence: 'optional', of: 'ObjectionDecided' },
      { name: 'warningHandled', kind: 'message', presence: 'optional', of: 'WarningHandled' },
      { name: 'imageMasked', kind: 'message', presence: 'optional', of: 'ImageMasked' },
      { name: 'consolidationNotified', kind: 'message', presence: 'optional', of: 'ConsolidationNotified' },
      { name: 'noticeReceived', kind: 'message', presence: 'optional', of: 'NoticeReceived' },
      { name: 'recountRequested', kind: 'message', presence: 'optional', of: 'RecountRequested' },
      { name: 'recountDecided', kind: 'message', presence: 'optional', of: 'RecountDecided' },
      { name: 'recountOrdered', kind: 'message', presence: 'optional', of: 'RecountOrdered' },
      { name: 'consolidationBegun', kind: 'message', presence: 'optional', of: 'ConsolidationBegun' },
      { name: 'stationRecounted', kind: 'message', presence: 'optional', of: 'StationRecounted' },
      { name: 'excludedReexamined', kind: 'message', presence: 'optional', of: 'ExcludedReexamined' },
      { name: 'postalCounted', kind: 'message', presence: 'optional', of: 'PostalCounted' },
      { name: 'consolidationConcluded', kind: 'message', presence: 'optional', of: 'ConsolidationConcluded' },
      { name: 'documentsSent', kind: 'message', presence: 'optional', of: 'DocumentsSent' },
      { name: 'documentsPublished', kind: 'message', presence: 'optional', of: 'DocumentsPublished' },
      { name: 'resultGazetted', kind: 'message', presence: 'optional', of: 'ResultGazetted' },
      { name: 'lotDrawn', kind: 'message', presence: 'optional', of: 'LotDrawn' },
      { name: 'seatOrdered', kind: 'message', presence: 'optional', of: 'SeatOrdered' },
      { name: 'stationOrdered', kind: 'message', presence: 'optional', of: 'StationOrdered' },
      { name: 'tribunalOrdered', kind: 'message', presence: 'optional', of: 'TribunalOrdered' },
    ],
  },
  SignedStatement: {
    fields: [
      { name: 'statement', kind: 'bytes', presence: 'always' },
      { name: 'signature', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  Entry: {
    fields: [
      { name: 'index', kind: 'uint64', presence: 'always' },
      { name: 'previous', kind: 'bytes', presence: 'always' },
      { name: 'epoch', kind: 'uint64', presence: 'always' },
      { name: 'sequencedAt', kind: 'uint64', presence: 'always' },
      { name: 'statement', kind: 'bytes', presence: 'always' },
      { name: 'signature', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  LogOpened: {
    fields: [
      { name: 'log', kind: 'string', presence: 'always' },
      { name: 'generation', kind: 'uint32', presence: 'always' },
      { name: 'predecessor', kind: 'message', presence: 'optional', of: 'LogPosition' },
      { name: 'registerPin', kind: 'message', presence: 'optional', of: 'LogPosition' },
    ],
    body: [],
  },
  LogPosition: {
    fields: [
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'root', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  WriterOpened: {
    fields: [
      { name: 'epoch', kind: 'uint64', presence: 'always' },
      { name: 'nodeKey', kind: 'bytes', presence: 'always' },
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'root', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  RegisterPinned: {
    fields: [
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'root', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  StatementRefused: {
    fields: [
      { name: 'hash', kind: 'bytes', presence: 'always' },
      { name: 'code', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  Verified: {
    fields: [
      { name: 'log', kind: 'string', presence: 'always' },
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'root', kind: 'bytes', presence: 'always' },
      { name: 'forms', kind: 'message', presence: 'repeated', of: 'FormHash' },
    ],
    body: [],
  },
  FormHash: {
    fields: [
      { name: 'form', kind: 'string', presence: 'always' },
      { name: 'sha256', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  ModeChanged: {
    fields: [
      { name: 'mode', kind: 'enum', presence: 'always', last: 3 },
      { name: 'hub', kind: 'string', presence: 'always' },
      { name: 'since', kind: 'uint64', presence: 'always' },
    ],
    body: [],
  },
  ConsolidationNotified: {
    fields: [
      { name: 'at', kind: 'uint64', presence: 'always' },
      { name: 'place', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  NoticeReceived: {
    fields: [
      { name: 'notice', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  StationRef: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  RecountRequested: {
    fields: [
      { name: 'candidate', kind: 'uint32', presence: 'always' },
      { name: 'ground', kind: 'enum', presence: 'always', last: 3 },
      { name: 'stations', kind: 'message', presence: 'repeated', of: 'StationRef' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  RecountDecided: {
    fields: [
      { name: 'request', kind: 'bytes', presence: 'always' },
      { name: 'granted', kind: 'bool', presence: 'always' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  RecountOrdered: {
    fields: [
      { name: 'stations', kind: 'message', presence: 'repeated', of: 'StationRef' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ConsolidationBegun: {
    fields: [
      { name: 'form47', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  StationRecounted: {
    fields: [
      { name: 'form', kind: 'message', presence: 'optional', of: 'Form45' },
    ],
    body: [],
  },
  ExcludedReexamined: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'readmitted', kind: 'message', presence: 'repeated', of: 'VotesAdded' },
    ],
    body: [],
  },
  VotesAdded: {
    fields: [
      { name: 'column', kind: 'uint32', presence: 'always' },
      { name: 'votes', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  PostalCounted: {
    fields: [
      { name: 'votes', kind: 'message', presence: 'repeated', of: 'VotesAdded' },
      { name: 'rejected', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  ConsolidationConcluded: {
    fields: [
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'form48Sha256', kind: 'bytes', presence: 'always' },
      { name: 'form49Sha256', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  DocumentsSent: {
    fields: [
      { name: 'forms45', kind: 'uint32', presence: 'always' },
      { name: 'forms46', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  DocumentsPublished: {
    fields: [
      { name: 'address', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ResultGazetted: {
    fields: [
      { name: 'notification', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  LotDrawn: {
    fields: [
      { name: 'first', kind: 'uint32', presence: 'always' },
      { name: 'second', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  SeatOrdered: {
    fields: [
      { name: 'order', kind: 'enum', presence: 'always', last: 6 },
      { name: 'reason', kind: 'string', presence: 'always' },
      { name: 'candidate', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  StationOrdered: {
    fields: [
      { name: 'station', kind: 'uint32', presence: 'always' },
      { name: 'order', kind: 'enum', presence: 'always', last: 8 },
      { name: 'reason', kind: 'string', presence: 'always' },
      { name: 'until', kind: 'uint64', presence: 'optional' },
      { name: 'into', kind: 'uint32', presence: 'optional' },
    ],
    body: [],
  },
  TribunalOrdered: {
    fields: [
      { name: 'effect', kind: 'enum', presence: 'always', last: 3 },
      { name: 'reference', kind: 'string', presence: 'always' },
      { name: 'candidate', kind: 'uint32', presence: 'optional' },
      { name: 'reason', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  PushRequest: {
    fields: [
      { name: 'log', kind: 'string', presence: 'always' },
      { name: 'from', kind: 'uint64', presence: 'always' },
      { name: 'entries', kind: 'bytes', presence: 'repeated' },
      { name: 'checkpoint', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  PushReply: {
    fields: [
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'checkpoint', kind: 'bytes', presence: 'always' },
      { name: 'code', kind: 'string', presence: 'always' },
      { name: 'retryAfterMs', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  PullRequest: {
    fields: [
      { name: 'log', kind: 'string', presence: 'always' },
      { name: 'from', kind: 'uint64', presence: 'always' },
      { name: 'entriesMax', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  PullReply: {
    fields: [
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'entries', kind: 'bytes', presence: 'repeated' },
      { name: 'checkpoint', kind: 'bytes', presence: 'always' },
      { name: 'code', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  PartRequest: {
    fields: [
      { name: 'id', kind: 'bytes', presence: 'always' },
      { name: 'total', kind: 'uint32', presence: 'always' },
      { name: 'offset', kind: 'uint32', presence: 'always' },
      { name: 'part', kind: 'bytes', presence: 'always' },
      { name: 'answerFrom', kind: 'uint32', presence: 'always' },
      { name: 'answerBytesMax', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  PartReply: {
    fields: [
      { name: 'held', kind: 'uint32', presence: 'always' },
      { name: 'answerTotal', kind: 'uint32', presence: 'always' },
      { name: 'answer', kind: 'bytes', presence: 'always' },
      { name: 'code', kind: 'string', presence: 'always' },
    ],
    body: [],
  },
  ImageRequest: {
    fields: [
      { name: 'log', kind: 'string', presence: 'always' },
      { name: 'wanted', kind: 'bytes', presence: 'repeated' },
      { name: 'part', kind: 'message', presence: 'optional', of: 'ImagePart' },
      { name: 'asked', kind: 'message', presence: 'optional', of: 'ImageOffset' },
      { name: 'after', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
  ImageReply: {
    fields: [
      { name: 'wanted', kind: 'message', presence: 'repeated', of: 'ImageOffset' },
      { name: 'held', kind: 'bytes', presence: 'repeated' },
      { name: 'part', kind: 'message', presence: 'optional', of: 'ImagePart' },
      { name: 'code', kind: 'string', presence: 'always' },
      { name: 'retryAfterMs', kind: 'uint32', presence: 'always' },
    ],
    body: [],
  },
  ImageOffset: {
    fields: [
      { name: 'sha256', kind: 'bytes', presence: 'always' },
      { name: 'offset', kind: 'uint64', presence: 'always' },
    ],
    body: [],
  },
  ImagePart: {
    fields: [
      { name: 'sha256', kind: 'bytes', presence: 'always' },
      { name: 'size', kind: 'uint64', presence: 'always' },
      { name: 'offset', kind: 'uint64', presence: 'always' },
      { name: 'bytes', kind: 'bytes', presence: 'always' },
    ],
    body: [],
  },
} as const satisfies { readonly [name: string]: MessageShape }
