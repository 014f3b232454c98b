import { Stage } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invariant } from '../base/invariant.ts'
import { toHex } from '../base/bytes.ts'
import { votesIn } from '../count/figures.ts'
import { type SignedBytes, statementHash } from '../event/statement.ts'
import { fixtureElection, type FixtureElection, type FixtureSeat, hashOf, markingSigner } from '../fixture/index.ts'
import { canonicalBytes } from '../form/canonical.ts'
import { form47 } from '../form/form47.ts'
import { countNaively } from '../fixture/naive-count.ts'

const stations = 3
const signer = markingSigner()

/** What is done about a form, of whatever station and however new. */
const deskActs = ['accept', 'ask', 'reject', 'lock', 'challenge', 'certify paper', 'resolve hold'] as const

/** What agents and candidates do about a station, none of which is counted. */
const watcherActs = ['file a copy', 'countersign', 'report', 'object', 'decide'] as const

/** Something that somebody does on the night, legal or not; numbers pick among what there is. */
type Act =
  | { readonly do: 'submit' | 'correct'; readonly by: number; readonly station: number; readonly votes: number }
  | { readonly do: (typeof deskActs)[number]; readonly station: number; readonly pick: number }
  | { readonly do: 'read'; readonly by: number; readonly station: number; readonly votes: number }
  | {
      readonly do: (typeof watcherActs)[number]
      readonly by: number
      readonly station: number
      readonly votes: number
      readonly pick: number
    }
  | { readonly do: 'repeat' | 'tamper'; readonly pick: number }
  | { readonly do: 'issue' | 'issue wrongly' | 'pin' | 'refuse' }
  | { readonly do: 'revoke'; readonly by: number }

const station = fc.integer({ min: 1, max: stations })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: submission('submit') },
  { weight: 3, arbitrary: submission('correct') },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('accept' as const), station, pick: fc.nat(3) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom(...deskActs), station, pick: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      by: fc.integer({ min: 1, max: 2 }),
      station,
      votes: fc.nat(5),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(...watcherActs),
      by: fc.integer({ min: 1, max: 2 }),
      station,
      votes: fc.nat(5),
      pick: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('repeat' as const, 'tamper' as const), pick: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('issue' as const, 'issue wrongly' as const, 'pin' as const, 'refuse' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), by: fc.nat(2 * stations) }) },
)
const night = fc.array(act, { maxLength: 40 })

describe('over any night, legal or not,', () => {
  it('Form 47 is what a naive count of the entries gives, and nothing is counted twice', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { seat } = play(acts)
        const form = seat.log.form47
        const naive = countNaively(seat.log)
        expect(form.candidates.map(({ votes }) => votes)).toEqual(naive.columns)
        expect(form.totals.polled.votes).toBe(naive.polled)
        const { listed, registeredVoters, ...states } = form.stations
        expect(states).toEqual(naive.stations)
        expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(listed)
        expect(registeredVoters).toBe(listed * 1_000)
        expect(new Set(form.counted.map(({ entry }) => entry)).size).toBe(form.counted.length)
        expect(new Set(form.counted.map((counted) => counted.station)).size).toBe(states.accepted)
        expect(form.counted.map(({ form: hash }) => hash)).toEqual(naive.counted)
      }),
    )
  })

  it('the disputed part of a sum is that of the counted stations with a dispute', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { log } = play(acts).seat
        const form = log.form47
        const disputed = new Set(form.disputes.map((dispute) => dispute.station))
        const counted = [...log.seat.stations.values()].filter(({ status }) => status === 'accepted')
        const figures = counted.filter((record) => disputed.has(record.station.number)).map(({ current }) => current)
        form.candidates.forEach((candidate, column) => {
          const sum = figures.reduce((all, one) => all + (votesIn(one?.figures ?? '')[column] ?? 0), 0)
          expect(candidate.disputed).toBe(sum)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('the law answers the same before an entry is written and after, and void entries change nothing', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { seat } = play(acts, (signed, here) => {
          const refusal = here.log.admit(signed)
          const before = structuredClone(here.log.seat)
          const { verdict } = here.log.append(signed)
          expect(verdict.type === 'void' ? verdict.void.refusal : undefined).toEqual(refusal)
          if (refusal !== undefined) expect(here.log.seat).toEqual(before)
        })
        expect(seat.log.fold.fault).toBeUndefined()
      }),
      { numRuns: 50 },
    )
  })

  it('a sequencer that asks the law first writes no void entry', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { seat } = play(acts, (signed, here) => void here.log.submit(signed))
        expect(seat.log.fold.voids).toEqual([])
        expect(seat.log.fold.fault).toBeUndefined()
      }),
    )
  })

  it('replay gives the same state and the same bytes, across a snapshot at any place', () => {
    fc.assert(
      fc.property(night, fc.nat(), (acts, cut) => {
        const { seat, election } = play(acts)
        const { log } = seat
        const again = seat.log.refolded(cut % (log.fold.size + 1), structuredClone)
        expect(again).toEqual(log.fold)
        invariant(again.content.kind === 'seat', 'a seat')
        expect(canonicalBytes(form47(again, again.content.seat, election.registerState))).toEqual(
          canonicalBytes(log.form47),
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe("a seat's state", () => {
  it('grows with the forms that it keeps, not with the entries', () => {
    const { seat } = play([])
    const before = leaves(seat.log.seat)
    for (let i = 0; i < 60; i += 1) seat.must(seat.pinned())
    expect(leaves(seat.log.seat)).toBe(before)
    const sizes = [1, 2, 3].map(() => {
      correctOnce(seat)
      return leaves(seat.log.seat)
    })
    expect(sizes[2]! - sizes[1]!).toBe(sizes[1]! - sizes[0]!)
  })

  it('adds a form by as many additions at the last station as at the first', () => {
    const { seat } = play([])
    const touched = [1, 2, 3].map((number) => {
      const before = leaves(seat.log.seat)
      seat.must(seat.po(number).submit({ votes: [1, 2, 3] }))
      return leaves(seat.log.seat) - before
    })
    expect(new Set(touched).size).toBe(1)
  })
})

type Said = (signed: SignedBytes, seat: FixtureSeat) => void

/** Plays a night; what is said is appended as it comes, whether or not the law admits it. */
function play(acts: readonly Act[], said: Said = (signed, { log }) => void log.append(signed)) {
  const election = fixtureElection({ stations, signer, operators: 2, watchers: true })
  const seat = election.seat('NA-1')
  const forms = new Map<number, SignedBytes[]>()
  const objections: SignedBytes[] = []
  const everything: SignedBytes[] = []
  for (const one of acts) {
    const signed = perform(one, { election, seat, forms, objections, everything })
    if (signed === undefined) continue
    everything.push(signed)
    said(signed, seat)
  }
  return { election, seat }
}

interface Scene {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
  readonly forms: Map<number, SignedBytes[]>
  readonly objections: SignedBytes[]
  readonly everything: readonly SignedBytes[]
}

function perform(one: Act, scene: Scene): SignedBytes | undefined {
  const { election, seat, everything } = scene
  switch (one.do) {
    case 'submit':
    case 'correct':
      return signForm(one, scene)
    case 'read': {
      const paper = newest(one.station, 0, scene)
      return seat.operator(one.by).read(paper, figuresFor(one.votes), one.station)
    }
    case 'repeat':
      return everything[one.pick % Math.max(1, everything.length)]
    case 'tamper': {
      const signed = everything[one.pick % Math.max(1, everything.length)]
      return signed && { ...signed, signature: signed.signature.map((byte) => byte ^ 1) }
    }
    case 'issue':
      return seat.ro.issueForm47(seat.log)
    case 'issue wrongly': {
      const body = { stage: 2, size: seat.log.fold.size, sha256: new Uint8Array(32) } as const
      return seat.ro.say('NA-1', { body: 'form47Issued', form47Issued: body })
    }
    case 'pin':
      return seat.pinned()
    case 'refuse':
      return seat.sequencer.say('NA-1', {
        body: 'statementRefused',
        statementRefused: { hash: new Uint8Array(32), code: 'statement/unknown-key' },
      })
    case 'revoke':
      election.revoke(signerOf(seat, one.by).key, 'NA-1', seat.log.fold.size)
      return undefined
    case 'file a copy':
    case 'countersign':
    case 'report':
    case 'object':
    case 'decide':
      return watch(one, scene)
    default:
      return atDesk(one, scene)
  }
}

function watch(one: Extract<Act, { readonly do: (typeof watcherActs)[number] }>, scene: Scene): SignedBytes {
  const { seat, objections } = scene
  const agent = seat.agent(one.station, one.by)
  switch (one.do) {
    case 'file a copy':
      return agent.fileCopy(figuresFor(one.votes), one.station)
    case 'countersign':
      return agent.countersign(newest(one.station, one.pick, scene), one.station)
    case 'report':
      return agent.barred(Stage.COUNT, one.station)
    case 'object': {
      const objection = agent.object(Stage.COUNT, one.station)
      objections.push(objection)
      return objection
    }
    case 'decide':
      return seat.ro.decideOn(objections.at(-1 - one.pick) ?? agent.object(Stage.COUNT), one.votes > 2)
  }
}

function atDesk(one: Extract<Act, { readonly do: (typeof deskActs)[number] }>, scene: Scene): SignedBytes {
  const { election, seat, forms } = scene
  const form = newest(one.station, one.pick, scene)
  switch (one.do) {
    case 'accept':
      return seat.ro.accept(form, one.station)
    case 'ask':
      return seat.ro.ask(form, one.station)
    case 'reject':
      return seat.ro.reject(form, one.station)
    case 'lock':
      return seat.po(one.station).lock(form)
    case 'challenge':
      return seat.ro.challenge(form, one.station)
    case 'certify paper': {
      const paper = seat.ro.certifyPaper(one.station, [seat.aro])
      forms.set(one.station, [...(forms.get(one.station) ?? []), paper])
      return paper
    }
    case 'resolve hold': {
      const holdResolved = { station: one.station, form: hashOf(form), reason: 'the first was of the other poll' }
      return election.hq.say('NA-1', { body: 'holdResolved', holdResolved })
    }
  }
}

/** One of the newest forms of a station; of a station without any, one that nobody sent. */
function newest(number: number, pick: number, { forms, seat }: Scene): SignedBytes {
  return forms.get(number)?.at(-1 - pick) ?? seat.po(number).submit({ votes: [0, 0, 0] })
}

// One form in four does not add up.
function figuresFor(votes: number) {
  return { votes: [votes, 2, 3], fields: votes % 4 === 3 ? { validTotal: 1_000 } : {} }
}

function signForm(one: Extract<Act, { readonly votes: number }>, { seat, forms }: Scene): SignedBytes {
  const by = signerOf(seat, one.by)
  const known = forms.get(one.station) ?? []
  const figures = figuresFor(one.votes)
  const superseded = known.at(-1)
  const signed =
    one.do === 'submit' || superseded === undefined
      ? by.submit(figures, one.station)
      : by.correct(superseded, figures, one.station)
  forms.set(one.station, [...known, signed])
  return signed
}

/** Presiding officers, their senior assistants, and one whom nobody knows. */
function signerOf(seat: FixtureSeat, number: number) {
  if (number === 2 * stations) return seat.stranger('nobody', 1)
  return number < stations ? seat.po(number + 1) : seat.sapo(number - stations + 1)
}

function submission(name: 'submit' | 'correct') {
  const by = fc.oneof({ weight: 4, arbitrary: fc.nat(stations - 1) }, { weight: 1, arbitrary: fc.nat(2 * stations) })
  const any = fc.record({ do: fc.constant(name), by, station, votes: fc.nat(5) })
  // Mostly at the officer's own station.
  return fc.oneof(
    any,
    any.map((one) => (one.by < stations ? { ...one, station: one.by + 1 } : one)),
  )
}

function correctOnce(seat: FixtureSeat): void {
  const { current } = seat.log.seat.stations.get(1)!
  const entry = current === undefined ? undefined : seat.log.entries[current.index]!.entry
  if (entry === undefined) {
    seat.must(seat.po(1).submit({ votes: [1, 2, 3] }))
    return
  }
  expect(toHex(statementHash(entry.statement, entry.signature))).toBe(current?.hash)
  seat.must(seat.ro.ask(entry, 1))
  seat.must(seat.po(1).correct(entry, { votes: [1, 2, 3] }))
}

/** How many values a state is made of. */
function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  const parts = value instanceof Map ? [...value].flat() : value instanceof Uint8Array ? [1] : Object.values(value)
  return parts.reduce<number>((sum, part) => sum + leaves(part), 0)
}
