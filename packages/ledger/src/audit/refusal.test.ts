import {
  CopyKind,
  encodeOrder,
  Form45Figure,
  ListKind,
  LockGrade,
  RecountGround,
  Role,
  Stage,
  type RuleParametersInput,
  type OrderInput,
  SeatOrder,
  StationOrder,
  type StatementInputBody,
} from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { concatBytes } from '../base/bytes.ts'
import { copiesPerOfficeMax, maskedCopiesMax, statementBytesMax, tracesPerOfficeMax } from '../base/limits.ts'
import { type RefusalCode, refusalAdvice } from '../event/refusal.ts'
import { openStatement, type SignedBytes } from '../event/statement.ts'
import {
  type Actor,
  amendmentRefusals,
  FixtureElection,
  type FixtureLog,
  type FixtureOptions,
  type FixtureSeat,
  fixtureElection,
  begin,
  bodies,
  candidateOf,
  conclude,
  countAll,
  form45Of,
  hashOf,
  imageNamed,
  issued,
  markingSigner,
  masked,
  stationOf,
} from '../fixture/index.ts'

/** A statement that a log must not admit. */
interface Case {
  readonly log: FixtureLog
  readonly signed: SignedBytes
}

const votes = { votes: [1, 2, 3] }
const zeros = new Uint8Array(32)

/** One case for each code: a new code without one does not compile. */
const cases: Readonly<Record<RefusalCode, () => Case>> = {
  'statement/malformed': () => inSeat(({ po }) => ({ ...po.submit(votes), statement: Uint8Array.of(255, 255) })),
  'statement/too-large': () =>
    inSeat(({ po }) => {
      const { statement, signature } = po.submit(votes)
      return { signature, statement: concatBytes(statement, new Uint8Array(statementBytesMax + 1 - statement.length)) }
    }),
  'statement/bad-shape': () => inSeat(({ po }) => po.sayOtherwise('NA-1', form(votes), { id: new Uint8Array(15) })),
  'statement/bad-signature': () => inSeat(({ po }) => ({ ...po.submit(votes), signature: new Uint8Array(64).fill(1) })),
  'statement/wrong-election': () =>
    inSeat(({ po }) => po.sayOtherwise('NA-1', form(votes), { election: 'pk-fixture/live' })),
  'statement/wrong-seat': () => inSeat(({ po }) => po.sayOtherwise('NA-1', form(votes), { seat: 'NA-2' })),
  'statement/id-reused': () =>
    inSeat(({ po, seat }) => {
      const id = new Uint8Array(16).fill(7)
      seat.must(po.sayOtherwise('NA-1', form(votes), { id }))
      return po.sayOtherwise('NA-1', form({ votes: [3, 2, 1] }), { id })
    }),
  'statement/repeated': () => inSeat(({ po, seat }) => seat.must(po.submit(votes))),
  'statement/unknown-key': () => inSeat(({ seat }) => seat.stranger('nobody', 1).submit(votes)),
  'statement/revoked-key': () =>
    inSeat(({ po, seat, election }) => {
      election.revoke(po.key, 'NA-1', seat.log.fold.size)
      return po.submit(votes)
    }),
  'statement/no-standing': () =>
    inSeat(({ seat, po }) => {
      const accepted = { station: 1, form: zeros }
      return po.say(seat.name, { body: 'form45Accepted', form45Accepted: accepted })
    }),
  'statement/not-in-this-log': () => inRegister(({ hq }) => hq.say('', form(votes))),
  'log/already-open': () => inSeat(({ seat, election }) => election.openedBy(seat.sequencer, seat.log)),
  'log/not-open': () => ({ ...inSeat(({ po }) => po.submit(votes)), log: world().election.openLog('NA-1') }),
  'log/opened-otherwise': () => {
    const { election, seat } = world()
    const log = election.openLog('NA-1')
    const logOpened = { log: 'NA-1', generation: 2, registerPin: election.registerPosition }
    return { log, signed: seat.sequencer.say('NA-1', { body: 'logOpened', logOpened }) }
  },
  'log/superseded': () =>
    inSeat(({ election, seat, po }) => {
      const cut = { log: 'NA-1', size: seat.log.fold.size, root: zeros }
      const logSuperseded = { cut, generation: 2, sequencerKey: election.actor('new').key, reason: 'lost' }
      election.must(election.order({ body: 'logSuperseded', logSuperseded }))
      return po.submit(votes)
    }),
  'writer/not-sequencer': () =>
    inSeat(({ election, po }) => po.say('NA-1', { body: 'registerPinned', registerPinned: election.registerPosition })),
  'writer/epoch-out-of-order': () =>
    inSeat(({ seat }) => {
      const writer = { epoch: 3, nodeKey: seat.sequencer.key, size: seat.log.fold.size, root: zeros }
      return seat.sequencer.say('NA-1', { body: 'writerOpened', writerOpened: writer })
    }),
  'register/pin-goes-back': () =>
    inSeat(({ seat }) =>
      seat.sequencer.say('NA-1', { body: 'registerPinned', registerPinned: { size: 1, root: zeros } }),
    ),
  'register/pin-differs': () =>
    inSeat(({ seat, election }) => {
      const { size } = election.registerPosition
      return seat.sequencer.say('NA-1', { body: 'registerPinned', registerPinned: { size, root: zeros } })
    }),
  'register/freeze-differs': () =>
    inSeat(({ seat, election }) => {
      const seatFrozen = { seat: 'NA-1', size: seat.log.fold.size, root: zeros }
      election.must(election.hq.say('', { body: 'seatFrozen', seatFrozen }))
      return seat.pinned()
    }, 'listed'),
  'register/no-election-yet': () => {
    const election = undeclared()
    return { log: election.register, signed: election.order(election.seatDeclared('NA-9')) }
  },
  'register/election-declared-twice': () => ordered((election) => election.electionDeclared()),
  'register/other-domain': () => {
    const election = undeclared()
    const order = election.electionDeclared()
    if (order.body !== 'electionDeclared') throw new Error('not a declaration')
    const electionDeclared = { ...order.electionDeclared, operatorDomain: 'elsewhere.example' }
    return { log: election.register, signed: election.order({ ...order, electionDeclared }) }
  },
  'register/seat-declared-twice': () => ordered((election) => election.seatDeclared('NA-1')),
  'register/hub-declared-twice': () => ordered((election) => election.hubDeclared('hq')),
  'register/physical-station-declared-twice': () =>
    inRegister((election) => {
      election.must(election.declareBuildings(['building-1']))
      return election.declareBuildings(['building-2', 'building-1'])
    }),
  'register/unknown-seat': () => inRegister(({ hq }) => hq.say('', frozen('NA-9'))),
  'register/seat-frozen-twice': () => inRegister(({ hq }) => hq.say('', frozen('NA-1'))),
  'root-order/malformed': () =>
    inRegister((election) =>
      election.registerSequencer.say('', election.orderBody(Uint8Array.of(1, 2), election.root.slice(1))),
    ),
  'root-order/below-threshold': () =>
    inRegister((election) => election.order(election.seatDeclared('NA-9'), [election.root[0]!, election.root[0]!])),
  'key/claim-malformed': () => enrolling(({ ro, holder }) => ({ ...claimed(ro, holder), claim: Uint8Array.of(255) })),
  'key/claim-for-another-seat': () =>
    enrolling(({ holder }) => holder.claim({ seat: 'NA-2', office: 'po/1', role: Role.PRESIDING_OFFICER, station: 1 })),
  'key/role-not-given-here': () =>
    enrolling(({ holder }) => holder.claim({ seat: 'NA-1', office: 'ro', role: Role.RETURNING_OFFICER })),
  'key/holder-did-not-sign': () =>
    enrolling(({ ro, holder }) => ({ ...claimed(ro, holder), holderSignature: new Uint8Array(64) })),
  'key/already-enrolled': () => enrolling(({ ro, seat }) => claimed(ro, seat.po(2))),
  'key/exception-needs-reason': () => enrolling(({ ro, holder }) => claimed(ro, holder), 'frozen'),
  'key/exception-needs-second-officer': () =>
    enrolling(({ holder }) => holder.claim(poOffice, { reason: 'broken device' }), 'frozen'),
  'list/frozen': () => inSeat(({ seat }) => seat.ro.listStations([stationOf(9)], { version: 2, part: 1, parts: 1 })),
  'list/part-out-of-order': () =>
    inSeat(({ seat }) => seat.ro.listStations([stationOf(9)], { version: 1, part: 1, parts: 2 }), 'listed'),
  'list/bad-row': () => listing([stationOf(9), stationOf(9)]),
  'list/unknown-physical-station': () =>
    inSeat(({ seat, election }) => {
      election.must(election.declareBuildings(['building-1']))
      seat.must(seat.pinned())
      return seat.ro.listStations([stationOf(2)])
    }, 'opened'),
  'list/only-in-replay': () => listing([{ ...stationOf(9), synthetic: 'a whole constituency' }]),
  'list/too-long': () => inSeat(({ seat }) => seat.ro.listStations([], { version: 2, part: 1, parts: 101 }), 'listed'),
  'list/not-as-certified': () =>
    inSeat(({ seat }) => {
      const listCertified = { list: ListKind.FORM_28, version: 1, parts: 2, sha256: zeros }
      return seat.ro.say('NA-1', { body: 'listCertified', listCertified })
    }, 'listed'),
  'list/already-acknowledged': () =>
    inSeat(({ seat, election }) => {
      const again = () => election.hq.say('NA-1', acknowledged(seat))
      seat.must(again())
      return again()
    }, 'listed'),
  'list/not-contesting': () => contesting([1, 3]),
  'list/lacks-candidate': () => contesting([1]),
  'nomination/already-filed': () => nominating(({ ro }) => ro.nominate(1)),
  'nomination/unknown': () => nominating(({ ro }) => ro.withdraw(9)),
  'nomination/not-in-this-state': () => nominating(({ ro }) => ro.withdraw(3)),
  'nomination/needs-reason': () => nominating(({ ro }) => ro.scrutinise(1, false, '')),
  ...amendmentRefusals,
  'seat/not-frozen': () => inSeat(({ po }) => po.submit(votes), 'listed'),
  'station/not-in-form-28': () => inSeat(({ po }) => po.submit(votes, 99)),
  'candidate/not-in-form-33': () => inSeat(({ po }) => po.submit({ votes: [1, 2, 3, 4] })),
  'form-45/column-repeated': () =>
    inSeat(({ po }) => po.submit({ votes: [], fields: { counts: [{ column: 1 }, { column: 1 }] } })),
  'form-45/over-limit': () => inSeat(({ po }) => po.submit({ votes: [100_000_000, 0, 0] })),
  'form-45/no-form': () => inSeat(({ po }) => po.say('NA-1', { body: 'form45Submitted', form45Submitted: {} })),
  'form-45/unknown-form': () => inSeat(({ po, seat }) => seat.ro.accept(po.submit(votes), 1)),
  'form-45/has-errors': () =>
    inSeat(({ po, seat }) => seat.ro.accept(seat.must(po.submit({ ...votes, fields: { validTotal: 7 } })), 1)),
  'form-45/not-in-this-state': () =>
    inSeat(({ po, seat }) => {
      const kept = seat.must(po.submit(votes))
      seat.must(seat.ro.accept(kept, 1))
      return seat.ro.accept(kept, 1)
    }),
  'form-45/return-needs-codes': () =>
    inSeat(({ po, seat }) => {
      const correctionRequested = { station: 1, form: hashOf(seat.must(po.submit(votes))), codes: [], note: '' }
      return seat.ro.say('NA-1', { body: 'correctionRequested', correctionRequested })
    }),
  'form-45/no-such-warning': () =>
    inSeat(({ po, seat }) => seat.ro.handle(seat.must(po.submit(votes)), 1, 'form-45/registered-differs')),
  'act/needs-reason': () => inSeat(({ po, seat }) => seat.ro.reject(seat.must(po.submit(votes)), 1, '')),
  'station/not-own': () => inSeat(({ po, seat }) => seat.po(2).lock(seat.must(po.submit(votes)), 1)),
  'lock/already-locked': () =>
    inSeat(({ po, seat }) => {
      const kept = seat.must(po.submit(votes))
      seat.must(po.lock(kept))
      return po.lock(kept)
    }),
  'lock/no-device': () => inSeat(({ po, seat }) => po.lock(seat.must(seat.ro.certifyPaper(1, [seat.aro])))),
  'lock/wrong-challenge': () =>
    inSeat(({ po, seat }) => {
      const kept = seat.must(po.submit(votes))
      const old = seat.must(seat.ro.challenge(kept, 1))
      seat.must(seat.ro.challenge(kept, 1))
      return po.show(kept, old)
    }),
  'lock/not-enough': () =>
    gated({ lockGradeMin: LockGrade.SHOWN }, ({ po, seat }) => {
      const kept = seat.must(po.submit(votes))
      seat.must(po.lock(kept))
      return seat.ro.accept(kept, 1)
    }),
  'paper/needs-image': () => inSeat(({ seat }) => seat.ro.certifyPaper(1, [seat.aro], { image: null })),
  'paper/absence-needs-reason': () =>
    inSeat(({ seat }) =>
      seat.ro.certifyPaper(1, [seat.aro], { agents: [{ candidate: 1, present: false, absenceReason: '' }] }),
    ),
  'paper/needs-second-officer': () => inSeat(({ seat }) => seat.ro.certifyPaper(1, [seat.ro, seat.stranger('x', 1)])),
  'reading/same-person': () =>
    reading(({ seat, document }) => {
      seat.must(seat.operator(1).read(document, votes, 1))
      return seat.operator(1).read(document, votes, 1, new Uint8Array(16))
    }),
  'reading/same-session': () =>
    reading(({ seat, document }) => {
      seat.must(seat.operator(1).read(document, votes, 1, new Uint8Array(16)))
      return seat.operator(2).read(document, votes, 1, new Uint8Array(16))
    }),
  'reading/too-many': () =>
    reading(({ seat, document }) => {
      for (const number of [1, 2, 3, 4]) seat.must(seat.operator(number).read(document, votes, 1))
      return seat.operator(5).read(document, votes, 1)
    }),
  'reading/missing': () =>
    gated({ readingsAcceptedMin: 2 }, ({ po, seat }) => seat.ro.accept(seat.must(po.submit(votes)), 1)),
  'reading/differs': () =>
    reading(({ seat, document }) => {
      seat.must(seat.operator(1).read(document, { votes: [9, 2, 3] }, 1))
      return seat.ro.accept(document, 1)
    }),
  'reading/not-as-open': () =>
    reading(({ seat, document }) => {
      seat.must(seat.operator(1).read(document, { votes: [9, 2, 3] }, 1))
      return seat.ro.resolve(document, 1, [{ figure: { figure: Form45Figure.TOTAL, row: 0 }, value: 1 }])
    }),
  'form-45/already-countersigned': () =>
    watched(({ seat }) => {
      const kept = seat.must(seat.po(1).submit(votes))
      seat.must(seat.agent(1, 2).countersign(kept, 1))
      return seat.agent(1, 2).countersign(kept, 1)
    }),
  'copy/not-this-kind': () => watched(({ seat }) => seat.agent(1, 2).fileCopy(votes, 1, CopyKind.OBSERVER)),
  'copy/too-many': () =>
    watched(({ seat }) => {
      for (let copy = 0; copy < copiesPerOfficeMax; copy += 1) seat.must(seat.agent(1, 2).fileCopy(votes, 1))
      return seat.agent(1, 2).fileCopy(votes, 1)
    }),
  'trace/too-many': () =>
    watched(({ seat }) => {
      for (let report = 0; report < tracesPerOfficeMax; report += 1) seat.must(seat.observer().seePosted(1))
      return seat.observer().object(Stage.COUNT, 1)
    }),
  'image/not-named': () =>
    inSeat(({ seat }) => seat.ro.say('NA-1', masked(imageNamed('of nothing'), imageNamed('a copy')))),
  'image/named-otherwise': () =>
    inSeat(({ seat, po }) => {
      const image = imageNamed('the form')
      seat.must(po.submit({ ...votes, fields: { image } }))
      return seat.ro.say('NA-1', masked(image, image))
    }),
  'image/masked-often-enough': () =>
    inSeat(({ seat, po }) => {
      const image = imageNamed('the form')
      const mask = (copy: number) => seat.ro.say('NA-1', masked(image, imageNamed(`copy ${copy}`)))
      seat.must(po.submit({ ...votes, fields: { image } }))
      for (let copy = 0; copy < maskedCopiesMax; copy += 1) seat.must(mask(copy))
      return mask(maskedCopiesMax)
    }),
  'objection/unknown': () => watched(({ seat }) => seat.ro.decideOn(seat.observer().object(Stage.COUNT, 1), true)),
  'objection/already-decided': () =>
    watched(({ seat }) => {
      const objection = seat.must(seat.observer().object(Stage.COUNT, 1))
      seat.must(seat.ro.decideOn(objection, false))
      return seat.ro.decideOn(objection, true)
    }),
  'form-47/readings-missing': () =>
    gated({ readingsCompleteMin: 2 }, ({ seat }) => {
      for (const number of [1, 2, 3]) seat.must(seat.ro.accept(seat.must(seat.po(number).submit(votes)), number))
      return seat.ro.issueForm47(seat.log)
    }),
  'form-47/not-at-head': () => issuing((body) => ({ ...body, size: body.size - 1 })),
  'form-47/differs': () => issuing((body) => ({ ...body, sha256: zeros })),
  'form-47/awaited-without-reason': () => issuing((body) => ({ ...body, awaited: [] })),
  'seat/not-in-this-state': () => counted(({ seat, hq }) => hq(bodies.seatOrder(SeatOrder.RELEASED), seat)),
  'seat/contested': () =>
    inSeat(({ seat }) => seat.ro.say('NA-1', bodies.seatOrder(SeatOrder.UNOPPOSED, { candidate: 1 }))),
  'order/not-this-office': () => inSeat(({ seat }) => seat.ro.say('NA-1', bodies.seatOrder(SeatOrder.VOID))),
  'order/cannot-merge': () =>
    inSeat(({ seat }) => seat.ro.say('NA-1', bodies.stationOrder(1, StationOrder.MERGED, { into: 1 }))),
  'candidate/not-own': () => counted(({ seat }) => seat.candidate(2).say('NA-1', bodies.recountAsked(1))),
  'notice/unknown': () => counted(({ seat, form47 }) => seat.candidate(1).say('NA-1', bodies.received(form47))),
  'act/already-done': () =>
    counted(({ seat }) => {
      const notice = seat.must(seat.ro.say('NA-1', bodies.notified()))
      seat.must(seat.candidate(1).say('NA-1', bodies.received(notice)))
      return seat.candidate(1).say('NA-1', bodies.received(notice))
    }),
  'recount/too-late': () => consolidating(({ seat }) => seat.candidate(1).say('NA-1', bodies.recountAsked(1))),
  'recount/unknown-request': () =>
    counted(({ seat, form47 }) => seat.ro.say('NA-1', bodies.recountDecided(form47, true))),
  'recount/no-margin-yet': () =>
    watched(({ seat }) => {
      const request = seat.must(seat.candidate(1).say('NA-1', bodies.recountAsked(1)))
      return seat.ro.say('NA-1', bodies.recountDecided(request, true))
    }),
  'recount/must-grant': () => deciding(31, false),
  'recount/ground-does-not-hold': () => deciding(30, true),
  'recount/undecided': () =>
    counted(({ seat, form47 }) => {
      seat.must(seat.candidate(1).say('NA-1', bodies.recountAsked(1)))
      seat.must(seat.ro.say('NA-1', bodies.notified()))
      return seat.ro.say('NA-1', bodies.begun(form47))
    }),
  'recount/not-due': () => consolidating(({ seat }) => seat.ro.say('NA-1', bodies.recounted(1, votes))),
  'recount/outstanding': () =>
    consolidating(({ seat, hq }) => {
      seat.must(hq(bodies.recountOrdered({ stations: [1] }), seat))
      return seat.ro.say('NA-1', bodies.concluded(seat.log))
    }),
  'excluded/too-few': () => consolidating(({ seat }) => seat.ro.say('NA-1', bodies.reexamined(1, [2, 3]))),
  'consolidation/not-notified': () => counted(({ seat, form47 }) => seat.ro.say('NA-1', bodies.begun(form47))),
  'consolidation/not-from-form-47': () =>
    counted(({ seat, form47 }) => {
      seat.must(seat.ro.say('NA-1', bodies.notified()))
      seat.must(seat.sapo(1).submit({ votes: [9, 2, 3] }))
      return seat.ro.say('NA-1', bodies.begun(form47))
    }),
  'consolidation/not-at-head': () => concluding((body) => ({ ...body, size: body.size - 1 })),
  'form-48/differs': () => concluding((body) => ({ ...body, form48Sha256: zeros })),
  'form-49/differs': () => concluding((body) => ({ ...body, form49Sha256: zeros })),
  'documents/wrong-number': () =>
    consolidating(({ seat }) => {
      conclude(seat)
      return seat.ro.say('NA-1', bodies.documentsSent(3, 2))
    }),
  'lot/not-of-this-tie': () =>
    consolidating(({ seat }) => {
      conclude(seat)
      return seat.ro.say('NA-1', bodies.lot(2, 3))
    }),
  'form-47/not-complete': () => issuing((body) => ({ ...body, stage: 2 })),
}

describe('a statement is refused, and void where it was written all the same:', () => {
  it.each(Object.keys(refusalAdvice) as RefusalCode[])('%s', (code) => {
    const { log, signed } = cases[code]()
    expect(refusalOf(log, signed)).toBe(code)

    const before = effectsOf(log)
    const { verdict } = log.append(signed)
    const expected =
      before.size === 0
        ? { type: 'fault', fault: { code: 'log/not-opened-first', detail: code } }
        : { type: 'void', void: { index: before.size, refusal: { code } } }
    expect(verdict).toMatchObject(expected)
    expect(effectsOf(log)).toEqual({ ...before, size: before.size === 0 ? 0 : before.size + 1 })
  })

  it('each with advice for its receiver', () => {
    expect(Object.keys(cases)).toEqual(expect.arrayContaining(Object.keys(refusalAdvice)))
    for (const advice of Object.values(refusalAdvice)) expect(advice).toMatch(/^[A-Z].+\.$/)
  })
})

interface World {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
  readonly po: ReturnType<FixtureSeat['po']>
}

function world(until: FixtureOptions['until'] = 'frozen'): World {
  const election = fixtureElection({ signer: markingSigner(), until })
  const seat = election.seat('NA-1')
  return { election, seat, po: seat.po(1) }
}

function inSeat(make: (world: World) => SignedBytes, until?: FixtureOptions['until']): Case {
  const here = world(until)
  const signed = make(here)
  return { log: here.seat.log, signed }
}

/** A seat whose register asks for more before a form counts. */
function gated(parameters: RuleParametersInput, make: (world: World) => SignedBytes): Case {
  const election = fixtureElection({ signer: markingSigner(), parameters })
  const seat = election.seat('NA-1')
  const signed = make({ election, seat, po: seat.po(1) })
  return { log: seat.log, signed }
}

/** A form from a device at an office with five operators. */
function reading(make: (world: { readonly seat: FixtureSeat; readonly document: SignedBytes }) => SignedBytes): Case {
  const seat = fixtureElection({ signer: markingSigner(), operators: 5 }).seat('NA-1')
  const document = seat.must(seat.po(1).submit(votes))
  const signed = make({ seat, document })
  return { log: seat.log, signed }
}

function inRegister(make: (election: FixtureElection) => SignedBytes): Case {
  const { election } = world()
  return { log: election.register, signed: make(election) }
}

function ordered(make: (election: FixtureElection) => OrderInput): Case {
  return inRegister((election) =>
    election.registerSequencer.say('', election.orderBody(encodeOrder(make(election)), election.root)),
  )
}

function undeclared(): FixtureElection {
  const election = new FixtureElection({ signer: markingSigner() })
  const logOpened = { log: 'register', generation: 1 }
  election.must(election.registerSequencer.say('', { body: 'logOpened', logOpened }))
  return election
}

const poOffice = { seat: 'NA-1', office: 'po/1', role: Role.PRESIDING_OFFICER, station: 1 }

function claimed(_ro: Actor, holder: Actor) {
  return holder.claim(poOffice)
}

type Enrolling = (world: { ro: Actor; holder: Actor; seat: FixtureSeat }) => ReturnType<Actor['claim']>

function enrolling(make: Enrolling, until: FixtureOptions['until'] = 'listed'): Case {
  return inSeat(({ seat, election }) => {
    const keyEnrolled = make({ ro: seat.ro, holder: election.actor('substitute'), seat })
    return seat.ro.say('NA-1', { body: 'keyEnrolled', keyEnrolled })
  }, until)
}

function listing(stations: Parameters<FixtureSeat['ro']['listStations']>[0]): Case {
  return inSeat(({ seat }) => seat.ro.listStations(stations, { version: 2, part: 1, parts: 1 }), 'listed')
}

/** Nominations 1 and 2 stand accepted, 3 is rejected. */
function nominating(make: (seat: FixtureSeat) => SignedBytes): Case {
  return inSeat(({ seat }) => {
    for (const nomination of [1, 2, 3]) seat.must(seat.ro.nominate(nomination))
    for (const nomination of [1, 2, 3]) seat.must(seat.ro.scrutinise(nomination, nomination < 3))
    return make(seat)
  }, 'opened')
}

function contesting(nominations: readonly number[]): Case {
  return nominating((seat) => {
    seat.must(seat.ro.listCandidates(nominations.map((nomination) => ({ ...candidateOf(nomination), nomination }))))
    return seat.ro.certify(seat.log, ListKind.FORM_33)
  })
}

function acknowledged({ log }: FixtureSeat): StatementInputBody {
  const [certified] = log.seat.form28.certified
  const { version = 0, sha256 = zeros } = certified ?? {}
  return { body: 'listAcknowledged', listAcknowledged: { list: ListKind.FORM_28, version, sha256 } }
}

function issuing(
  change: (body: ReturnType<typeof issued>['form47Issued']) => ReturnType<typeof issued>['form47Issued'],
): Case {
  return inSeat(({ seat }) => {
    const form47Issued = change(issued(seat.log).form47Issued)
    return seat.ro.say('NA-1', { body: 'form47Issued', form47Issued })
  })
}

/** A seat whose candidates and agents are enrolled. */
function watched(make: (here: After) => SignedBytes, parameters: RuleParametersInput = {}): Case {
  const election = fixtureElection({ signer: markingSigner(), watchers: true, parameters })
  const seat = election.seat('NA-1')
  const signed = make({ seat, hq: (body, { name }) => election.hq.say(name, body) })
  return { log: seat.log, signed }
}

/** What happens after the night, where HQ speaks too. */
interface After {
  readonly seat: FixtureSeat
  readonly hq: (body: StatementInputBody, seat: FixtureSeat) => SignedBytes
}

/** Three stations counted, 30 votes between the first two of the seat, 4 ballots excluded at each; Form 47 issued. */
function counted(
  make: (here: After & { readonly form47: SignedBytes }) => SignedBytes,
  parameters?: RuleParametersInput,
): Case {
  const figures = { votes: [10, 20, 30], excluded: 4 }
  return watched((here) => make({ ...here, form47: countAll(here.seat, [figures, figures, figures]) }), parameters)
}

function consolidating(make: (here: After) => SignedBytes): Case {
  return counted(({ form47, ...here }) => {
    begin(here.seat, form47)
    return make(here)
  })
}

function deciding(recountMarginVotesNational: number, granted: boolean): Case {
  return counted(
    ({ seat }) => {
      const request = seat.must(seat.candidate(2).say('NA-1', bodies.recountAsked(2, RecountGround.MARGIN)))
      return seat.ro.say('NA-1', bodies.recountDecided(request, granted))
    },
    { recountMarginVotesNational },
  )
}

type Concluded = ReturnType<typeof bodies.concluded>['consolidationConcluded']

function concluding(change: (body: Concluded) => Concluded): Case {
  return consolidating(({ seat }) => {
    const consolidationConcluded = change(bodies.concluded(seat.log).consolidationConcluded)
    return seat.ro.say('NA-1', { body: 'consolidationConcluded', consolidationConcluded })
  })
}

function form(figures: Parameters<typeof form45Of>[1]): StatementInputBody {
  return { body: 'form45Submitted', form45Submitted: { form: form45Of(1, figures) } }
}

function frozen(seat: string): StatementInputBody {
  return { body: 'seatFrozen', seatFrozen: { seat, size: 1, root: zeros } }
}

function refusalOf(log: FixtureLog, signed: SignedBytes): string | undefined {
  const opened = openStatement(signed.statement, signed.signature)
  return opened.ok ? log.admit(signed)?.code : opened.error.code
}

/** Everything that a void entry must leave as it was. */
function effectsOf(log: FixtureLog) {
  const { size, pin, epoch, content } = log.fold
  if (content.kind !== 'register')
    return structuredClone({ size, pin, epoch, content: { ...content, frontiersUntilFreeze: 0 } })
  return structuredClone({ size, pin, epoch, content: { ...content.register, roots: 0, times: 0 } })
}
