import type {
  CopyKind,
  EvidenceRefInput,
  FigureRefInput,
  FigureResolvedInput,
  Form45Input,
  ListKind,
  RecountGround,
  SeatOrder,
  Stage,
  StationChange,
  StationInput,
  StationOrder,
  StatementInputBody,
  TribunalEffect,
} from '@khata/proto'

type Hash = Uint8Array

/** What officers say of a seat: by station and by statement hash. Reasons are the same ones everywhere. */
export const bodies = {
  submitted: (form: Form45Input) => ({ body: 'form45Submitted', form45Submitted: { form } }),
  corrected: (supersedes: Hash, form: Form45Input) => ({
    body: 'form45Corrected',
    form45Corrected: { supersedes, form, note: 'recounted the bundles' },
  }),
  accepted: (station: number, form: Hash) => ({ body: 'form45Accepted', form45Accepted: { station, form } }),
  rejected: (station: number, form: Hash, reason = 'a Form 46') => ({
    body: 'form45Rejected',
    form45Rejected: { station, form, reason },
  }),
  /** Of the whole form unless told which figures. */
  asked: (station: number, form: Hash, figures: readonly FigureRefInput[] = []) => ({
    body: 'correctionRequested',
    correctionRequested: { station, form, codes: [], note: 'please look again', figures },
  }),
  handled: (station: number, form: Hash, code: string) => ({
    body: 'warningHandled',
    warningHandled: { station, form, code, reason: 'looked at the paper' },
  }),
  holdResolved: (station: number, form: Hash) => ({
    body: 'holdResolved',
    holdResolved: { station, form, reason: 'the other is a draft' },
  }),
  locked: (station: number, form: Hash) => ({ body: 'form45Locked', form45Locked: { station, form } }),
  challenged: (station: number, form: Hash) => ({ body: 'lockChallenged', lockChallenged: { station, form } }),
  shown: (station: number, form: Hash, challenge: Hash) => ({
    body: 'lockShown',
    lockShown: { station, form, challenge },
  }),
  keyed: (document: Hash, form: Form45Input, session: Uint8Array) => ({
    body: 'form45Keyed',
    form45Keyed: { document, form, session },
  }),
  resolved: (station: number, document: Hash, figures: readonly FigureResolvedInput[]) => ({
    body: 'readingResolved',
    readingResolved: { station, document, figures, reason: 'looked at the image' },
  }),
  copied: (kind: CopyKind, form: Form45Input) => ({
    body: 'copyFiled',
    copyFiled: { kind, form, custody: [{ holder: 'whoever files it' }], channel: 3 },
  }),
  countersigned: (station: number, form: Hash, refusal = '') => ({
    body: 'form45Countersigned',
    form45Countersigned: { station, form, refused: refusal !== '', reason: refusal, copyReceived: true },
  }),
  seenPosted: (station: number) => ({ body: 'copySeenPosted', copySeenPosted: { station } }),
  notPosted: (station: number) => ({ body: 'copyNotPosted', copyNotPosted: { station, note: 'nothing on the door' } }),
  barred: (stage: Stage, station: number) => ({
    body: 'agentBarred',
    agentBarred: { station, candidate: 1, stage, note: 'sent away' },
  }),
  accessRefused: (stage: Stage) => ({
    body: 'accessRefused',
    accessRefused: { stage, note: 'no accreditation' },
  }),
  objection: (stage: Stage, station: number) => ({
    body: 'objectionRaised',
    objectionRaised: { station, stage, ground: 'the box was not shown empty' },
  }),
  objectionDecided: (objection: Hash, upheld: boolean) => ({
    body: 'objectionDecided',
    objectionDecided: { objection, upheld, reason: 'heard both sides' },
  }),
  masked: (original: Hash, masked: EvidenceRefInput) => ({ body: 'imageMasked', imageMasked: { original, masked } }),
  stationOrder: (
    station: number,
    order: StationOrder,
    said: { readonly until?: number; readonly into?: number } = {},
  ) => ({
    body: 'stationOrdered',
    stationOrdered: { station, order, reason: 'as reported', ...said },
  }),
  seatOrder: (order: SeatOrder, candidate?: number) => ({
    body: 'seatOrdered',
    seatOrdered: { order, reason: 'as reported', ...(candidate !== undefined && { candidate }) },
  }),
  tribunal: (effect: TribunalEffect, candidate?: number) => ({
    body: 'tribunalOrdered',
    tribunalOrdered: {
      effect,
      reference: 'EP 1/2024',
      reason: 'petition decided',
      ...(candidate !== undefined && { candidate }),
    },
  }),
  notified: (at: number) => ({ body: 'consolidationNotified', consolidationNotified: { at, place: 'Town Hall' } }),
  noticeReceived: (notice: Hash) => ({ body: 'noticeReceived', noticeReceived: { notice } }),
  recountAsked: (candidate: number, ground: RecountGround, stations: readonly number[] = []) => ({
    body: 'recountRequested',
    recountRequested: { candidate, ground, stations: stations.map((station) => ({ station })), reason: 'as seen' },
  }),
  recountDecided: (request: Hash, granted: boolean) => ({
    body: 'recountDecided',
    recountDecided: { request, granted, reason: 'heard both sides' },
  }),
  recountOrdered: (stations: readonly number[]) => ({
    body: 'recountOrdered',
    recountOrdered: { stations: stations.map((station) => ({ station })), reason: 'complaint heard' },
  }),
  begun: (form47: Hash) => ({ body: 'consolidationBegun', consolidationBegun: { form47 } }),
  recounted: (form: Form45Input) => ({ body: 'stationRecounted', stationRecounted: { form } }),
  reexamined: (station: number, column: number, votes: number) => ({
    body: 'excludedReexamined',
    excludedReexamined: { station, readmitted: [{ column, votes }] },
  }),
  postal: (votes: readonly number[], rejected: number) => ({
    body: 'postalCounted',
    postalCounted: { votes: votes.map((own, column) => ({ column, votes: own })), rejected },
  }),
  lot: (first: number, second: number) => ({ body: 'lotDrawn', lotDrawn: { first, second } }),
  documentsSent: (stations: number) => ({
    body: 'documentsSent',
    documentsSent: { forms45: stations, forms46: stations },
  }),
  documentsPublished: () => ({
    body: 'documentsPublished',
    documentsPublished: { address: 'https://election.example/forms' },
  }),
  gazetted: () => ({ body: 'resultGazetted', resultGazetted: { notification: 'F. 2(1)/2024' } }),
  amended: (change: StationChange, station: StationInput) => ({
    body: 'stationAmended',
    stationAmended: { change, station, reason: 'the school has burnt down' },
  }),
  retired: (serial: number) => ({
    body: 'candidateRetired',
    candidateRetired: { serial, reason: 'retired by notice' },
  }),
  judged: (exception: Hash, ratified: boolean) => ({
    body: 'exceptionJudged',
    exceptionJudged: { exception, ratified, reason: 'looked into' },
  }),
  nominated: (nomination: number) => ({
    body: 'candidateNominated',
    candidateNominated: { nomination, nameEn: `Nominee ${nomination}`, nameUr: '', address: '', party: 'Independent' },
  }),
  scrutinised: (nomination: number, accepted: boolean) => ({
    body: 'nominationScrutinised',
    nominationScrutinised: { nomination, accepted, reason: 'heard' },
  }),
  withdrawn: (nomination: number) => ({
    body: 'candidateWithdrawn',
    candidateWithdrawn: { nomination, reason: 'in favour of another' },
  }),
  acknowledged: (list: ListKind, version: number, sha256: Hash) => ({
    body: 'listAcknowledged',
    listAcknowledged: { list, version, sha256 },
  }),
} as const satisfies Readonly<Record<string, (...said: never[]) => StatementInputBody>>
