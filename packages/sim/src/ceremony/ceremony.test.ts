import {
  admit,
  declaredLog,
  type Form47,
  foldEntry,
  form47,
  frontierRoot,
  type LogFold,
  makeEntry,
  openLogFold,
  openRegisterFold,
  openStatement,
  PrecedentIndex,
  type RegisterState,
  type SignedBytes,
  signatureClaims,
  statementBytesMax,
  verifyTriple,
} from '@khata/ledger'
import type { StatementInputBody } from '@khata/proto'
import { beforeAll, describe, expect, it } from 'vitest'
import { generateElection } from '../election/generate.ts'
import type { ElectionPlan, SeatPlan } from '../election/plan.ts'
import { correctedFigures } from '../officers/correction.ts'
import { form45Of } from '../officers/form45.ts'
import { Author } from './author.ts'
import { drillKey } from './drill-key.ts'
import { freezeStatement, hqEnrolment, hqKeyName, roStatements } from './hq.ts'
import { form28, form33 } from './lists.ts'
import { installNative } from './native.ts'
import { approve, type Root, rootOf, rootOrders, trustOf } from './root.ts'
import { deadlines } from './rules.ts'
import { poKeyName, roKeyName, seatStatements } from './seat.ts'

const seed = 'test'
const now = Date.UTC(2024, 1, 8, 13)

beforeAll(installNative)

/** A log in memory: whatever is appended is folded as every reader folds it. */
class Folded {
  readonly fold: LogFold
  readonly voids: string[] = []
  readonly #register: () => RegisterState
  readonly #precedents = new PrecedentIndex()

  constructor(fold: LogFold, register: () => RegisterState) {
    this.fold = fold
    this.#register = register
  }

  append({ statement, signature }: SignedBytes): void {
    const opened = openStatement(statement, signature)
    if (!opened.ok) throw new Error(opened.error.code)
    const { size, head, epoch } = this.fold
    const place = { index: size, previous: head, epoch: size === 0 ? 1 : epoch, sequencedAt: now }
    const evidence = {
      claims: signatureClaims(opened.value).map((triple) => verifyTriple(triple)),
      precedents: this.#precedents.before(opened.value),
    }
    const said = { opened: opened.value, index: size, sequencedAt: now, ...evidence }
    const refusal = admit(this.fold, said, this.#register())
    if (refusal !== undefined) this.voids.push(`${size} ${opened.value.statement.body} ${refusal.code}`)
    const verdict = foldEntry(this.fold, makeEntry(opened.value, place), evidence, this.#register())
    if (verdict.type === 'admitted') this.#precedents.add(opened.value)
  }
}

/** The register and the seats' logs of a plan, up to the freeze; one node writes all. */
class Rehearsal {
  readonly election: string
  readonly register: Folded
  readonly root: Root
  readonly hq: Author
  readonly node: Author
  readonly seats = new Map<string, Folded>()
  readonly #pos = new Map<string, Author>()
  readonly ros = new Map<string, Author>()

  constructor(plan: ElectionPlan) {
    this.election = `${plan.election}/${plan.mode}`
    this.root = rootOf(this.election, seed)
    this.hq = this.author(hqKeyName)
    this.node = this.author('node')
    const trust = trustOf(this.root, this.node.key.key)
    this.register = new Folded(openRegisterFold(trust), () => this.registerState)
    this.#declare(plan)
    for (const seat of plan.seats) this.#prepare(seat)
  }

  get registerState(): RegisterState {
    const { content } = this.register.fold
    if (content.kind !== 'register') throw new Error('not a register')
    return content.register
  }

  author(name: string): Author {
    return new Author(this.election, drillKey(seed, name))
  }

  po(seat: SeatPlan, station: SeatPlan['stations'][number]): Author {
    const name = poKeyName(seat.seat, station)
    const known = this.#pos.get(name) ?? this.author(name)
    this.#pos.set(name, known)
    return known
  }

  form47(seat: string): Form47 {
    const { fold } = this.seats.get(seat)!
    if (fold.content.kind !== 'seat') throw new Error('not a seat')
    return form47(fold, fold.content.seat, this.registerState)
  }

  say(log: Folded, author: Author, seat: string, body: StatementInputBody): Uint8Array {
    const { signed, hash } = author.say(seat, body, now)
    log.append(signed)
    return hash
  }

  #declare(plan: ElectionPlan): void {
    const key = this.node.key.key
    const hubs = ['hq', ...plan.provinces.map(({ code }) => code)].map((hub) => ({
      hub,
      sequencerKey: key,
      cosignerKey: drillKey(seed, `cosigner/${hub}`).key,
    }))
    const orders = rootOrders(
      plan,
      this.root,
      { hubs, sequencerOf: () => key },
      hqEnrolment(this.election, this.hq.key),
    )
    this.say(this.register, this.node, '', { body: 'logOpened', logOpened: { log: 'register', generation: 1 } })
    for (const order of orders) this.say(this.register, this.node, '', { body: 'rootOrder', rootOrder: order })
    const place = { election: this.election, seed, now }
    for (const signed of roStatements(plan.seats, this.hq, place)) this.register.append(signed)
  }

  #prepare(seat: SeatPlan): void {
    const identity = declaredLog(this.registerState, seat.seat)!
    const log = new Folded(openLogFold(identity), () => this.registerState)
    const pin = () => ({ size: this.register.fold.size, root: frontierRoot(this.register.fold.frontier) })
    const logOpened = { log: seat.seat, generation: 1, registerPin: pin() }
    this.say(log, this.node, seat.seat, { body: 'logOpened', logOpened })
    const ro = this.author(roKeyName(seat.seat))
    this.ros.set(seat.seat, ro)
    const place = { election: this.election, seed, now }
    for (const signed of seatStatements(seat, ro, place)) log.append(signed)
    const frozen = { seat: seat.seat, size: log.fold.size, root: frontierRoot(log.fold.frontier) }
    this.register.append(freezeStatement(frozen, this.hq, now))
    this.say(log, this.node, seat.seat, { body: 'registerPinned', registerPinned: pin() })
    this.seats.set(seat.seat, log)
  }
}

const plan = generateElection({ seed: 5, seats: 3, stationsPerNaSeat: 40, stationsPerPaSeat: 12, defectShare: 0.3 })

describe('a ceremony', () => {
  it('gives a register and seats that the law admits to the last entry', () => {
    const rehearsal = new Rehearsal(plan)
    expect(rehearsal.register.voids).toEqual([])
    expect(rehearsal.registerState.seats.size).toBe(3)
    for (const seat of plan.seats) {
      const log = rehearsal.seats.get(seat.seat)!
      expect(log.voids).toEqual([])
      const { stations } = rehearsal.form47(seat.seat)
      expect(stations).toMatchObject({ listed: seat.stations.length, awaited: seat.stations.length })
    }
  })

  it('counts to the sums of the plan, with every defect returned that the checks can see', () => {
    const rehearsal = new Rehearsal(plan)
    for (const seat of plan.seats) {
      const log = rehearsal.seats.get(seat.seat)!
      const ro = rehearsal.ros.get(seat.seat)!
      const counted = seat.stations.flatMap((station) => count({ rehearsal, log, ro, seat }, station))
      const form = rehearsal.form47(seat.seat)
      expect(form.candidates.map(({ votes }) => votes)).toEqual(
        seat.candidates.map((_, column) => sum(counted.map(({ votes }) => votes[column]?.total ?? 0))),
      )
      expect(form.totals.polled).toMatchObject({ votes: sum(counted.map(({ polled }) => polled ?? 0)), unknownAt: 0 })
      expect(form.stations.accepted).toBe(counted.length)
      expect(log.voids).toEqual([])
    }
  })

  it('is the same twice, to the byte', () => {
    const [seat] = plan.seats
    const place = { election: 'pk-ge-2024/drill', seed, now }
    const twice = [1, 2].map(() =>
      seatStatements(seat!, new Author(place.election, drillKey(seed, roKeyName(seat!.seat))), place),
    )
    expect(twice[0]).toEqual(twice[1])
  })

  it('is refused with one root key too few', () => {
    const rehearsal = new Rehearsal(plan)
    const order = approve(rehearsal.root, { body: 'policyDeclared', policyDeclared: { text: 'x' } })
    const short = { ...order, approvals: order.approvals.slice(1) }
    rehearsal.say(rehearsal.register, rehearsal.node, '', { body: 'rootOrder', rootOrder: order })
    expect(rehearsal.register.voids).toEqual([])
    rehearsal.say(rehearsal.register, rehearsal.node, '', { body: 'rootOrder', rootOrder: short })
    expect(rehearsal.register.voids).toEqual([expect.stringContaining('root-order/below-threshold')])
  })
})

describe('lists', () => {
  it('come in parts that fit an entry, however long', () => {
    const [big] = generateElection({ seed: 1, seats: 1, stationsPerNaSeat: 1300 }).seats
    const parts = form28(big!)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.flatMap(({ stations = [] }) => stations)).toHaveLength(big!.stations.length)
    const ro = new Author('pk-ge-2024/drill', drillKey(seed, 'ro'))
    for (const part of parts) {
      const { signed } = ro.say('NA-1', { body: 'stationsListed', stationsListed: part }, now)
      expect(signed.statement.length).toBeLessThan(statementBytesMax)
    }
  })

  it('are signable when the published names are not', () => {
    const [seat] = plan.seats
    const named = { ...seat!, candidates: [{ serial: 1, nameEn: 'A\u202eB', party: 'e\u0301' }] }
    expect(form33(named)[0]!.candidates).toMatchObject([{ nameEn: 'AB', party: '\u00e9' }])
  })
})

describe('deadlines', () => {
  it('are two and ten in the morning after the poll, in Pakistan', () => {
    expect(deadlines(Date.UTC(2024, 1, 8, 12))).toEqual({
      form47PartialDueAt: Date.UTC(2024, 1, 8, 21),
      form47CompleteDueAt: Date.UTC(2024, 1, 9, 5),
    })
  })
})

interface Night {
  readonly rehearsal: Rehearsal
  readonly log: Folded
  readonly ro: Author
  readonly seat: SeatPlan
}

/** One station's night; answers with the figures that came to be counted. */
function count({ rehearsal, log, ro, seat }: Night, station: SeatPlan['stations'][number]) {
  if (station.figures === undefined) return []
  const po = rehearsal.po(seat, station)
  const submitted = { form: form45Of(station, station.figures) }
  let form = rehearsal.say(log, po, seat.seat, { body: 'form45Submitted', form45Submitted: submitted })
  let { figures } = station
  const defect = figures.defect
  if (defect !== undefined && defect !== 'columns-swapped') {
    const correctionRequested = { station: station.number, form, codes: ['form-45/sum-mismatch'], note: '' }
    rehearsal.say(log, ro, seat.seat, { body: 'correctionRequested', correctionRequested })
    const corrected = correctedFigures(figures, seat.candidates.length)
    if (corrected === undefined) return []
    figures = corrected
    const form45Corrected = { supersedes: form, form: form45Of(station, figures), note: 'recounted' }
    form = rehearsal.say(log, po, seat.seat, { body: 'form45Corrected', form45Corrected })
  }
  rehearsal.say(log, po, seat.seat, { body: 'form45Locked', form45Locked: { station: station.number, form } })
  rehearsal.say(log, ro, seat.seat, { body: 'form45Accepted', form45Accepted: { station: station.number, form } })
  return [figures]
}

function sum(figures: readonly number[]): number {
  return figures.reduce((a, b) => a + b, 0)
}
