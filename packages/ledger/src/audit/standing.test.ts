import { LinkMode, Role, type Statement, type StatementInputBody } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { invariant } from '../base/invariant.ts'
import {
  type Actor,
  begin,
  conclude,
  countAll,
  type FixtureElection,
  type FixtureLog,
  type FixtureSeat,
  fixtureElection,
  form45Of,
  markingSigner,
} from '../fixture/index.ts'

type Body = Statement['body']

const watchers = [Role.CANDIDATE, Role.POLLING_AGENT, Role.OBSERVER]

/** Who may say what, as the law has it: in the seat's own log, and in the register. Everything else is refused. */
const mayInSeat: Readonly<Record<Body, readonly Role[]>> = {
  logOpened: [],
  writerOpened: [],
  registerPinned: [],
  statementRefused: [],
  modeChanged: [],
  verified: [Role.HQ, Role.PROVINCIAL_COMMISSIONER],
  rootOrder: [],
  keyEnrolled: [Role.RETURNING_OFFICER],
  seatFrozen: [],
  physicalStationsDeclared: [],
  stationsListed: [Role.RETURNING_OFFICER],
  candidatesListed: [Role.RETURNING_OFFICER],
  candidateNominated: [Role.RETURNING_OFFICER],
  nominationScrutinised: [Role.RETURNING_OFFICER],
  candidateWithdrawn: [Role.RETURNING_OFFICER],
  listAcknowledged: [Role.HQ, Role.PROVINCIAL_COMMISSIONER],
  listCertified: [Role.RETURNING_OFFICER],
  form45Submitted: [Role.PRESIDING_OFFICER, Role.SENIOR_ASSISTANT_PRESIDING_OFFICER],
  form45Accepted: [Role.RETURNING_OFFICER],
  correctionRequested: [Role.RETURNING_OFFICER],
  form45Rejected: [Role.RETURNING_OFFICER],
  holdResolved: [Role.HQ],
  warningHandled: [Role.RETURNING_OFFICER],
  form45Locked: [Role.PRESIDING_OFFICER, Role.SENIOR_ASSISTANT_PRESIDING_OFFICER],
  lockChallenged: [Role.RETURNING_OFFICER, Role.ASSISTANT_RETURNING_OFFICER, Role.DATA_ENTRY_OPERATOR],
  lockShown: [Role.PRESIDING_OFFICER, Role.SENIOR_ASSISTANT_PRESIDING_OFFICER],
  paperForm45Certified: [Role.RETURNING_OFFICER],
  form45Keyed: [Role.DATA_ENTRY_OPERATOR],
  readingResolved: [Role.RETURNING_OFFICER, Role.ASSISTANT_RETURNING_OFFICER],
  stationAmended: [Role.RETURNING_OFFICER],
  candidateRetired: [Role.RETURNING_OFFICER],
  exceptionJudged: [Role.HQ, Role.PROVINCIAL_COMMISSIONER],
  copyFiled: [
    Role.HQ,
    Role.PROVINCIAL_COMMISSIONER,
    Role.DISTRICT_RETURNING_OFFICER,
    Role.RETURNING_OFFICER,
    ...watchers,
  ],
  form45Countersigned: [Role.SENIOR_ASSISTANT_PRESIDING_OFFICER, ...watchers],
  copySeenPosted: watchers,
  copyNotPosted: watchers,
  agentBarred: watchers,
  accessRefused: watchers,
  objectionRaised: watchers,
  objectionDecided: [Role.RETURNING_OFFICER, Role.PRESIDING_OFFICER],
  consolidationNotified: [Role.RETURNING_OFFICER],
  noticeReceived: [Role.CANDIDATE, Role.POLLING_AGENT],
  recountRequested: [Role.CANDIDATE, Role.POLLING_AGENT],
  recountDecided: [Role.RETURNING_OFFICER],
  recountOrdered: [Role.HQ],
  consolidationBegun: [Role.RETURNING_OFFICER],
  stationRecounted: [Role.RETURNING_OFFICER],
  excludedReexamined: [Role.RETURNING_OFFICER],
  postalCounted: [Role.RETURNING_OFFICER],
  consolidationConcluded: [Role.RETURNING_OFFICER],
  documentsSent: [Role.RETURNING_OFFICER],
  documentsPublished: [Role.HQ],
  resultGazetted: [Role.HQ],
  lotDrawn: [Role.RETURNING_OFFICER],
  imageMasked: [Role.RETURNING_OFFICER, Role.ASSISTANT_RETURNING_OFFICER],
  seatOrdered: [Role.HQ, Role.RETURNING_OFFICER],
  stationOrdered: [Role.HQ, Role.RETURNING_OFFICER],
  tribunalOrdered: [Role.HQ],
  form45Corrected: [Role.PRESIDING_OFFICER],
  form47Issued: [Role.RETURNING_OFFICER],
}
const hqOnly: ReadonlySet<Body> = new Set(['rootOrder', 'keyEnrolled', 'seatFrozen', 'physicalStationsDeclared'])

/** Where each office is given. */
const givenByRoot: readonly Role[] = [Role.HQ]
const givenByHq: readonly Role[] = [
  Role.PROVINCIAL_COMMISSIONER,
  Role.DISTRICT_RETURNING_OFFICER,
  Role.RETURNING_OFFICER,
  Role.OBSERVER,
]
const givenInSeat: readonly Role[] = [
  Role.ASSISTANT_RETURNING_OFFICER,
  Role.DATA_ENTRY_OPERATOR,
  Role.PRESIDING_OFFICER,
  Role.SENIOR_ASSISTANT_PRESIDING_OFFICER,
  Role.CANDIDATE,
  Role.POLLING_AGENT,
  Role.OBSERVER,
]

const noStanding: ReadonlySet<string> = new Set([
  'statement/unknown-key',
  'statement/no-standing',
  'statement/not-in-this-log',
  'writer/not-sequencer',
  // Whoever asks: each log here is open.
  'log/already-open',
])

const bodies = Object.keys(mayInSeat) as Body[]
const roles = Object.values(Role)
const seatStates = ['listed', 'frozen', 'counted', 'consolidating', 'concluded'] as const
const places = ['own seat', 'other seat', 'whole election'] as const
type Place = (typeof places)[number]

describe('an office is given', () => {
  const table = roles.flatMap((role) => places.map((place) => ({ role, place, name: nameOf(role) })))

  it.each(table)('only where it belongs: $name, $place', ({ role, place }) => {
    const election = twoSeats()
    const atRegister = place === 'whole election' ? [Role.HQ, ...givenByHq] : [Role.RETURNING_OFFICER]
    const byRoot = atRegister.filter((given) => given !== Role.RETURNING_OFFICER || place !== 'whole election')
    expect(enrol(election, { role, place, by: 'root' }) === undefined).toBe(byRoot.includes(role))
    const byHq = byRoot.filter((given) => !givenByRoot.includes(given))
    expect(enrol(election, { role, place, by: 'hq' }) === undefined).toBe(byHq.includes(role))
    const inSeat = place === 'whole election' ? [] : givenInSeat
    expect(enrol(election, { role, place, by: 'ro' }) === undefined).toBe(inSeat.includes(role))
  })
})

describe('a holder of an office may say', () => {
  const holders = roles.flatMap((role) =>
    places.flatMap((place) => seatStates.map((state) => ({ role, place, state, name: nameOf(role) }))),
  )

  it.each(holders)('what its office may, here: $name, $place, while the seat is $state', ({ role, place, state }) => {
    const election = twoSeats()
    const holder = election.actor('holder')
    const giver = (['root', 'hq', 'ro'] as const).find(
      (by) => enrol(election, { role, place, by, holder }) === undefined,
    )
    const seat = election.seat('NA-1')
    seat.must(seat.pinned())
    bringTo(seat, state)
    const standsIn = (log: FixtureLog) => bodies.filter((name) => stands(log, holder, name))
    const inSeat =
      place === 'other seat' || giver === undefined ? [] : bodies.filter((b) => mayInSeat[b].includes(role))
    expect(standsIn(seat.log)).toEqual(inSeat)
    expect(standsIn(election.register)).toEqual(role === Role.HQ && giver !== undefined ? [...hqOnly] : [])
  })

  it('nothing in another seat, though the same key may hold an office in each', () => {
    const election = fixtureElection({ seats: ['NA-1', 'PP-1'], signer: markingSigner() })
    const [na, pp] = [election.seat('NA-1'), election.seat('PP-1')]
    const signed = (seat: string) => na.po(1).say(seat, body('form45Submitted'))
    expect(na.log.admit(signed('NA-1'))).toBeUndefined()
    expect(pp.log.admit(signed('PP-1'))?.code).toBe('statement/unknown-key')
    expect(pp.log.admit(na.ro.say('PP-1', body('form45Accepted')))?.code).toBe('statement/unknown-key')
  })

  it('nothing before the log has pinned the register that enrols it', () => {
    const election = fixtureElection({ signer: markingSigner() })
    const seat = election.seat('NA-1')
    const newRo = election.actor('new-ro')
    election.must(election.enrol(newRo, { seat: 'NA-1', office: 'ro/2', role: Role.RETURNING_OFFICER }))
    const accepted = () => newRo.say('NA-1', body('form45Accepted'))
    expect(seat.log.admit(accepted())?.code).toBe('statement/unknown-key')
    seat.must(seat.pinned())
    expect(seat.log.admit(accepted())?.code).toBe('form-45/unknown-form')
  })
})

describe("a log's sequencer", () => {
  it('speaks about its log and holds no office in it', () => {
    const seat = twoSeats().seat('NA-1')
    const own = new Set(['writerOpened', 'registerPinned', 'statementRefused', 'modeChanged'])
    for (const name of bodies) expect([name, stands(seat.log, seat.sequencer, name)]).toEqual([name, own.has(name)])
    expect(
      seat.log.admit(seat.ro.enrol(seat.sequencer, { office: 'aro/2', role: Role.ASSISTANT_RETURNING_OFFICER }))?.code,
    ).toBe('key/already-enrolled')
  })

  it('may file an order of the root in the register, where HQ is not yet enrolled', () => {
    const election = twoSeats()
    expect(stands(election.register, election.registerSequencer, 'rootOrder')).toBe(true)
    expect(stands(election.register, election.registerSequencer, 'seatFrozen')).toBe(false)
    expect(stands(election.register, election.registerSequencer, 'keyEnrolled')).toBe(false)
  })

  it('says nothing from the cut at which it was revoked', () => {
    const election = twoSeats()
    const seat = election.seat('NA-1')
    election.revoke(seat.sequencer.key, 'NA-1', seat.log.fold.size)
    expect(seat.log.admit(seat.pinned())?.code).toBe('statement/revoked-key')
  })
})

describe('one key holds one office', () => {
  it('so the returning officer cannot become a presiding officer, nor HQ', () => {
    const election = fixtureElection({ signer: markingSigner(), until: 'listed' })
    const { ro, log } = election.seat('NA-1')
    for (const holder of [ro, election.hq, election.dro]) {
      const signed = ro.enrol(holder, { office: 'po/9', role: Role.PRESIDING_OFFICER, station: 1 })
      expect(log.admit(signed)?.code).toBe('key/already-enrolled')
    }
  })

  it('in each seat: what it holds in another is none here', () => {
    const election = twoSeats()
    const { ro, log } = election.seat('NA-1')
    for (const holder of [election.seat('PP-1').ro, election.seat('PP-1').po(1)]) {
      expect(log.admit(ro.enrol(holder, { office: 'po/9', role: Role.PRESIDING_OFFICER, station: 1 }))).toBeUndefined()
    }
  })
})

describe('an intake log', () => {
  it('takes what a seat log keeps, from whoever signs, for a seat of the register', () => {
    const election = twoSeats()
    const intake = election.intake('hq')
    const seat = election.seat('NA-1')
    expect(intake.submit(seat.po(1).say('NA-1', body('form45Submitted')))).toBeUndefined()
    expect(intake.admit(election.hq.say('NA-1', body('seatFrozen')))?.code).toBe('statement/not-in-this-log')
    expect(intake.admit(seat.po(1).say('NA-9', body('form45Submitted')))?.code).toBe('register/unknown-seat')
    expect(intake.admit(election.hubSequencer('hq').say('NA-1', body('registerPinned')))?.code).toBe(
      'statement/wrong-seat',
    )
    election.revoke(seat.po(1).key, 'intake-hq', intake.fold.size)
    expect(intake.admit(seat.po(1).say('NA-1', body('form45Submitted')))?.code).toBe('statement/revoked-key')
  })

  it("keeps one device's statements about two seats apart", () => {
    const election = twoSeats()
    const intake = election.intake('hq')
    const po = election.seat('NA-1').po(1)
    for (const seat of ['NA-1', 'PP-1']) expect(intake.submit(po.say(seat, body('form45Submitted')))).toBeUndefined()
    expect(intake.fold.equivocations).toEqual([])
  })
})

/** From lists and officers on, as far as the state says. */
function bringTo(seat: FixtureSeat, state: (typeof seatStates)[number]): void {
  const reached = (one: typeof state) => seatStates.indexOf(state) >= seatStates.indexOf(one)
  if (reached('frozen')) seat.freeze()
  if (!reached('counted')) return
  const form47 = countAll(seat, [{ votes: [3, 2, 1] }])
  if (reached('consolidating')) begin(seat, form47)
  if (reached('concluded')) conclude(seat)
}

function twoSeats(): FixtureElection {
  return fixtureElection({ seats: ['NA-1', 'PP-1'], stations: 1, signer: markingSigner(), until: 'listed' })
}

function stands(log: FixtureLog, speaker: Actor, name: Body): boolean {
  const seat = log.fold.content.kind === 'seat' ? log.name : ''
  const refusal = log.admit(speaker.say(seat, body(name)))
  return refusal === undefined || !noStanding.has(refusal.code)
}

interface Enrolment {
  readonly role: Role
  readonly place: Place
  readonly by: 'root' | 'hq' | 'ro'
  readonly holder?: Actor
}

/** The refusal, or undefined where the office was given; without a holder it is only asked for. */
function enrol(election: FixtureElection, { role, place, by, holder }: Enrolment): string | undefined {
  const seat = { 'own seat': 'NA-1', 'other seat': 'PP-1', 'whole election': '' }[place]
  const asking = (holder ?? election.actor('asking')).claim({
    seat,
    office: 'some office',
    role,
    station: 1,
    candidate: 1,
  })
  const ro = election.seat(seat === '' ? 'NA-1' : seat)
  const log = by === 'ro' ? ro.log : election.register
  const signed = {
    root: () => election.order({ body: 'keyEnrolled', keyEnrolled: asking }),
    hq: () => election.hq.say('', { body: 'keyEnrolled', keyEnrolled: asking }),
    ro: () => ro.ro.say(ro.name, { body: 'keyEnrolled', keyEnrolled: asking }),
  }[by]()
  return (holder === undefined ? log.admit(signed) : log.submit(signed))?.code
}

function nameOf(role: Role): string {
  const name = Object.entries(Role).find(([, value]) => value === role)?.[0]
  invariant(name !== undefined, 'every role has a name')
  return name
}

function body(name: Body): StatementInputBody {
  const bytes = new Uint8Array(32)
  const position = { size: 1, root: bytes }
  const part = { version: 1, part: 1, parts: 1 }
  const form = form45Of(1, { votes: [1, 2, 3] })
  const named = { station: 1, form: bytes }
  const reason = { reason: 'x' }
  const paper = { nomination: 1, nameEn: 'A', nameUr: '', address: '', party: '' }
  const all: { readonly [B in Body]: Extract<StatementInputBody, { readonly body: B }> } = {
    logOpened: { body: 'logOpened', logOpened: { log: 'NA-1', generation: 1, registerPin: position } },
    writerOpened: { body: 'writerOpened', writerOpened: { epoch: 2, nodeKey: bytes, ...position } },
    registerPinned: { body: 'registerPinned', registerPinned: position },
    statementRefused: { body: 'statementRefused', statementRefused: { hash: bytes, code: 'statement/repeated' } },
    modeChanged: { body: 'modeChanged', modeChanged: { mode: LinkMode.OFFLINE, hub: 'hq', since: 1 } },
    verified: { body: 'verified', verified: { log: 'NA-1', ...position, forms: [] } },
    rootOrder: { body: 'rootOrder', rootOrder: { order: bytes, approvals: [] } },
    keyEnrolled: { body: 'keyEnrolled', keyEnrolled: enrolment(bytes) },
    seatFrozen: { body: 'seatFrozen', seatFrozen: { seat: 'NA-1', ...position } },
    physicalStationsDeclared: { body: 'physicalStationsDeclared', physicalStationsDeclared: { stations: [] } },
    stationsListed: { body: 'stationsListed', stationsListed: { ...part, stations: [] } },
    candidatesListed: { body: 'candidatesListed', candidatesListed: { ...part, candidates: [] } },
    listAcknowledged: { body: 'listAcknowledged', listAcknowledged: { list: 1, version: 1, sha256: bytes } },
    candidateNominated: { body: 'candidateNominated', candidateNominated: paper },
    nominationScrutinised: {
      body: 'nominationScrutinised',
      nominationScrutinised: { nomination: 1, accepted: true, reason: '' },
    },
    candidateWithdrawn: { body: 'candidateWithdrawn', candidateWithdrawn: { nomination: 1, reason: '' } },
    listCertified: { body: 'listCertified', listCertified: { list: 1, version: 1, parts: 1, sha256: bytes } },
    form45Submitted: { body: 'form45Submitted', form45Submitted: { form } },
    form45Accepted: { body: 'form45Accepted', form45Accepted: { station: 1, form: bytes } },
    correctionRequested: { body: 'correctionRequested', correctionRequested: { ...named, codes: ['x'], note: '' } },
    form45Rejected: { body: 'form45Rejected', form45Rejected: { ...named, ...reason } },
    holdResolved: { body: 'holdResolved', holdResolved: { ...named, ...reason } },
    warningHandled: { body: 'warningHandled', warningHandled: { ...named, code: 'x', ...reason } },
    form45Locked: { body: 'form45Locked', form45Locked: named },
    lockChallenged: { body: 'lockChallenged', lockChallenged: named },
    lockShown: { body: 'lockShown', lockShown: { ...named, challenge: bytes } },
    paperForm45Certified: { body: 'paperForm45Certified', paperForm45Certified: { station: 1, ...reason } },
    form45Keyed: { body: 'form45Keyed', form45Keyed: { document: bytes, form, session: bytes } },
    readingResolved: { body: 'readingResolved', readingResolved: { station: 1, document: bytes, ...reason } },
    stationAmended: { body: 'stationAmended', stationAmended: { change: 1, ...reason } },
    candidateRetired: { body: 'candidateRetired', candidateRetired: { serial: 1, ...reason } },
    exceptionJudged: { body: 'exceptionJudged', exceptionJudged: { exception: bytes, ratified: true, ...reason } },
    copyFiled: { body: 'copyFiled', copyFiled: { kind: 3, form, channel: 1 } },
    form45Countersigned: {
      body: 'form45Countersigned',
      form45Countersigned: { ...named, refused: false, reason: '', copyReceived: true },
    },
    copySeenPosted: { body: 'copySeenPosted', copySeenPosted: { station: 1 } },
    copyNotPosted: { body: 'copyNotPosted', copyNotPosted: { station: 1, note: '' } },
    agentBarred: { body: 'agentBarred', agentBarred: { stage: 1, note: '' } },
    accessRefused: { body: 'accessRefused', accessRefused: { stage: 1, note: '' } },
    objectionRaised: { body: 'objectionRaised', objectionRaised: { stage: 1, ground: 'x' } },
    objectionDecided: { body: 'objectionDecided', objectionDecided: { objection: bytes, upheld: true, ...reason } },
    consolidationNotified: { body: 'consolidationNotified', consolidationNotified: { at: 1, place: 'x' } },
    noticeReceived: { body: 'noticeReceived', noticeReceived: { notice: bytes } },
    recountRequested: { body: 'recountRequested', recountRequested: { candidate: 1, ground: 1, ...reason } },
    recountDecided: { body: 'recountDecided', recountDecided: { request: bytes, granted: true, ...reason } },
    recountOrdered: { body: 'recountOrdered', recountOrdered: reason },
    consolidationBegun: { body: 'consolidationBegun', consolidationBegun: { form47: bytes } },
    stationRecounted: { body: 'stationRecounted', stationRecounted: { form } },
    excludedReexamined: { body: 'excludedReexamined', excludedReexamined: { station: 1 } },
    postalCounted: { body: 'postalCounted', postalCounted: { rejected: 0 } },
    consolidationConcluded: {
      body: 'consolidationConcluded',
      consolidationConcluded: { size: 1, form48Sha256: bytes, form49Sha256: bytes },
    },
    documentsSent: { body: 'documentsSent', documentsSent: { forms45: 1, forms46: 1 } },
    documentsPublished: { body: 'documentsPublished', documentsPublished: { address: 'x' } },
    resultGazetted: { body: 'resultGazetted', resultGazetted: { notification: 'x' } },
    lotDrawn: { body: 'lotDrawn', lotDrawn: { first: 1, second: 2 } },
    imageMasked: { body: 'imageMasked', imageMasked: { original: bytes } },
    seatOrdered: { body: 'seatOrdered', seatOrdered: { order: 1, ...reason } },
    stationOrdered: { body: 'stationOrdered', stationOrdered: { station: 1, order: 1, ...reason } },
    tribunalOrdered: { body: 'tribunalOrdered', tribunalOrdered: { effect: 1, reference: 'x', ...reason } },
    form45Corrected: { body: 'form45Corrected', form45Corrected: { supersedes: bytes, form, note: '' } },
    form47Issued: { body: 'form47Issued', form47Issued: { stage: 1, size: 1, sha256: bytes } },
  }
  return all[name]
}

function enrolment(bytes: Uint8Array) {
  return { claim: bytes, holderSignature: bytes, person: bytes, reason: '', secondOfficers: [] }
}
