import {
  type ExceptionKind,
  type HoldWhy,
  type LockState,
  type FormRecord,
  type NominationStatus,
  noStations,
  type OtherFormWhy,
  type SeatStatus,
} from '@khata/ledger'
import {
  CopyKind,
  decodeKeyClaim,
  decodeOrder,
  ExclusionGround,
  Form47Stage,
  ListKind,
  type Order,
  RecountGround,
  Role,
  SeatOrder,
  Stage,
  type Statement,
  StationChange,
  StationOrder,
  StationType,
  TribunalEffect,
} from '@khata/proto'
import { seatArrows, stationArrows } from './arrows.ts'

/** Whom each body is for. One that the schema gains is missing here, and the compiler says so. */
const speakers: Readonly<Record<Statement['body'], 'officer' | 'node'>> = {
  logOpened: 'node',
  writerOpened: 'node',
  registerPinned: 'node',
  statementRefused: 'node',
  modeChanged: 'node',
  verified: 'officer',
  rootOrder: 'officer',
  keyEnrolled: 'officer',
  seatFrozen: 'officer',
  physicalStationsDeclared: 'officer',
  stationsListed: 'officer',
  candidatesListed: 'officer',
  listCertified: 'officer',
  listAcknowledged: 'officer',
  candidateNominated: 'officer',
  nominationScrutinised: 'officer',
  candidateWithdrawn: 'officer',
  stationAmended: 'officer',
  candidateRetired: 'officer',
  exceptionJudged: 'officer',
  form45Submitted: 'officer',
  form45Accepted: 'officer',
  correctionRequested: 'officer',
  form45Corrected: 'officer',
  form47Issued: 'officer',
  form45Locked: 'officer',
  lockChallenged: 'officer',
  lockShown: 'officer',
  form45Rejected: 'officer',
  holdResolved: 'officer',
  paperForm45Certified: 'officer',
  form45Keyed: 'officer',
  readingResolved: 'officer',
  copyFiled: 'officer',
  form45Countersigned: 'officer',
  copySeenPosted: 'officer',
  copyNotPosted: 'officer',
  agentBarred: 'officer',
  accessRefused: 'officer',
  objectionRaised: 'officer',
  objectionDecided: 'officer',
  warningHandled: 'officer',
  imageMasked: 'officer',
  consolidationNotified: 'officer',
  noticeReceived: 'officer',
  recountRequested: 'officer',
  recountDecided: 'officer',
  recountOrdered: 'officer',
  consolidationBegun: 'officer',
  stationRecounted: 'officer',
  excludedReexamined: 'officer',
  postalCounted: 'officer',
  consolidationConcluded: 'officer',
  documentsSent: 'officer',
  documentsPublished: 'officer',
  resultGazetted: 'officer',
  lotDrawn: 'officer',
  seatOrdered: 'officer',
  stationOrdered: 'officer',
  tribunalOrdered: 'officer',
}

/** Orders of the root. A superseded generation's successor cannot be opened in this version. */
const rootOrders: Readonly<Record<Order['body'], 'given' | 'not yet played'>> = {
  electionDeclared: 'given',
  seatDeclared: 'given',
  hubDeclared: 'given',
  rootKeysChanged: 'given',
  keyRevoked: 'given',
  logSuperseded: 'not yet played',
  softwareDeclared: 'given',
  policyDeclared: 'given',
  keyEnrolled: 'given',
}

const seatStatuses = Object.keys({
  counting: 0,
  postponed: 0,
  unopposed: 0,
  withheld: 0,
  void: 0,
  repoll: 0,
  consolidating: 0,
  concluded: 0,
  gazetted: 0,
  upheld: 0,
  'another-returned': 0,
} satisfies Record<SeatStatus, 0>)

const holds = {
  'form-45/second-form': 0,
  'form-45/lock-breach': 0,
  'form-45/correction-not-asked': 0,
  'form-45/paper-differs': 0,
} satisfies Record<HoldWhy, 0>

const otherForms = Object.keys({
  superseded: 0,
  ...holds,
  'form-45/repeated': 0,
  'form-45/key-of-another-station': 0,
  'form-45/other-poll': 0,
} satisfies Record<OtherFormWhy, 0>)

const nominations = Object.keys({ nominated: 0, accepted: 0, rejected: 0, withdrawn: 0 } satisfies Record<
  NominationStatus,
  0
>)

const exceptions = Object.keys({
  'key-enrolled': 0,
  'station-added': 0,
  'station-moved': 0,
  'station-corrected': 0,
  'candidate-retired': 0,
} satisfies Record<ExceptionKind, 0>)

/** What is to be reached at least once, by what it is a state or a choice of. */
export const WANTED = {
  body: namesOf(speakers).filter((name) => speakers[name as Statement['body']] === 'officer'),
  'order of the root': namesOf(rootOrders).filter((name) => rootOrders[name as Order['body']] === 'given'),
  seat: seatStatuses,
  station: namesOf(noStations),
  'arrow of a seat': seatArrows,
  'arrow of a station': stationArrows,
  'form present': Object.keys({ device: 0, paper: 0, recount: 0 } satisfies Record<FormRecord['basis'], 0>),
  'form kept beside': otherForms,
  hold: namesOf(holds),
  lock: Object.keys({ none: 0, remote: 0, shown: 0 } satisfies Record<LockState, 0>),
  readings: ['unread', 'agree', 'open'],
  copies: ['undisputed', 'disputed'],
  nomination: nominations,
  list: ['draft', 'certified', 'acknowledged', 'frozen', 'amended'],
  exception: exceptions,
  judgement: ['open', 'ratified', 'refused'],
  objection: ['open', 'upheld', 'overruled'],
  consolidation: ['notified', 'begun', 'outstanding', 'concluded'],
  'order of a station': choicesOf(StationOrder),
  'order of a seat': choicesOf(SeatOrder),
  'effect of a judgement': choicesOf(TribunalEffect),
  'change of a station': choicesOf(StationChange),
  'kind of copy': choicesOf(CopyKind),
  'ground of a recount': choicesOf(RecountGround),
  stage: choicesOf(Stage),
  'stage of Form 47': choicesOf(Form47Stage),
  'list certified': choicesOf(ListKind),
  'type of station': [...choicesOf(StationType), 'UNSPECIFIED'],
  'ground of exclusion': choicesOf(ExclusionGround),
  role: choicesOf(Role),
} as const satisfies Readonly<Record<string, readonly string[]>>

type Wanted = keyof typeof WANTED

/** What was found to be reached. */
export class Reached {
  readonly #found = new Map<Wanted, Set<string>>()

  note(what: Wanted, name: string): void {
    const found = this.#found.get(what) ?? new Set()
    this.#found.set(what, found.add(name))
  }

  /** Of everything that is wanted, what is there and what is not. */
  *told(): Generator<{ readonly name: string; readonly isThere: boolean }> {
    for (const [what, names] of Object.entries(WANTED) as [Wanted, readonly string[]][]) {
      for (const name of names) yield { name: `${what}: ${name}`, isThere: this.#found.get(what)?.has(name) === true }
    }
  }

  /** What a statement says, by its body and by what it chooses. */
  noteStatement(statement: Statement): void {
    this.note('body', statement.body)
    for (const [what, name] of chosenIn(statement)) this.note(what, name)
  }
}

function chosenIn(statement: Statement): readonly (readonly [Wanted, string])[] {
  switch (statement.body) {
    case 'rootOrder': {
      const order = decodeOrder(statement.rootOrder.order)
      if (!order.ok) return []
      const { value } = order
      return [
        ['order of the root', value.body],
        ...(value.body === 'keyEnrolled' ? roleIn(value.keyEnrolled.claim) : []),
      ]
    }
    case 'keyEnrolled':
      return roleIn(statement.keyEnrolled.claim)
    case 'stationsListed':
      return statement.stationsListed.stations.map(({ type }) => ['type of station', nameIn(StationType, type)])
    case 'form45Submitted':
      return (statement.form45Submitted.form?.excludedByGround ?? []).map(({ ground }) => [
        'ground of exclusion',
        nameIn(ExclusionGround, ground),
      ])
    case 'stationOrdered':
      return [['order of a station', nameIn(StationOrder, statement.stationOrdered.order)]]
    case 'seatOrdered':
      return [['order of a seat', nameIn(SeatOrder, statement.seatOrdered.order)]]
    case 'tribunalOrdered':
      return [['effect of a judgement', nameIn(TribunalEffect, statement.tribunalOrdered.effect)]]
    case 'stationAmended':
      return [['change of a station', nameIn(StationChange, statement.stationAmended.change)]]
    case 'copyFiled':
      return [['kind of copy', nameIn(CopyKind, statement.copyFiled.kind)]]
    case 'recountRequested':
      return [['ground of a recount', nameIn(RecountGround, statement.recountRequested.ground)]]
    case 'form47Issued':
      return [['stage of Form 47', nameIn(Form47Stage, statement.form47Issued.stage)]]
    case 'listCertified':
      return [['list certified', nameIn(ListKind, statement.listCertified.list)]]
    case 'agentBarred':
      return [['stage', nameIn(Stage, statement.agentBarred.stage)]]
    case 'accessRefused':
      return [['stage', nameIn(Stage, statement.accessRefused.stage)]]
    case 'objectionRaised':
      return [['stage', nameIn(Stage, statement.objectionRaised.stage)]]
    default:
      return []
  }
}

function roleIn(claim: Uint8Array): readonly (readonly [Wanted, string])[] {
  const decoded = decodeKeyClaim(claim)
  return decoded.ok ? [['role', nameIn(Role, decoded.value.role)]] : []
}

function choicesOf(choices: Readonly<Record<string, number>>): readonly string[] {
  return namesOf(choices).filter((name) => name !== 'UNSPECIFIED')
}

function nameIn(choices: Readonly<Record<string, number>>, value: number): string {
  return namesOf(choices).find((name) => choices[name] === value) ?? ''
}

function namesOf(names: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(names)
}
