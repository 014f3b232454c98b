import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type StatementInputBody, type VotesAdded } from '@khata/proto'
import { invariant } from '../base/invariant.ts'
import type { SignedBytes } from '../event/statement.ts'
import {
  begin,
  bodies,
  conclude,
  countAll,
  type FixtureElection,
  type FixtureSeat,
  fixtureElection,
  markingSigner,
} from '../fixture/index.ts'
import { canonicalBytes, formHash } from './canonical.ts'
import { form48, type Form48 } from './form48.ts'
import { form49 } from './form49.ts'

const stations = 3
const columns = 3
const signer = markingSigner()
const excluded = 5

/** Something that is said while a seat is consolidated, lawful or not. */
type Act =
  | { readonly do: 'recount'; readonly station: number; readonly votes: readonly number[]; readonly excluded: number }
  | { readonly do: 're-examine'; readonly station: number; readonly votes: readonly number[] }
  | { readonly do: 'postal'; readonly votes: readonly number[]; readonly rejected: number }
  | { readonly do: 'order' | 'submit' | 'forge'; readonly station: number }

const station = fc.integer({ min: 1, max: stations })
const few = fc.array(fc.nat(3), { minLength: columns, maxLength: columns })
const many = fc.array(fc.nat(50), { minLength: columns, maxLength: columns })
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('recount' as const), station, votes: many, excluded: fc.nat(9) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('re-examine' as const), station, votes: few }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('postal' as const), votes: many, rejected: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('order' as const, 'submit' as const, 'forge' as const), station }),
  },
)
const acts = fc.array(act, { maxLength: 20 })
const votesOf = fc.array(many, { minLength: stations, maxLength: stations })

describe('over any proceedings, lawful or not,', () => {
  it('Form 49 is the column sums of Form 48, and every row what was last said of it', () => {
    fc.assert(
      fc.property(votesOf, acts, (votes, said) => {
        const { seat } = play(votes, said)
        const { form48: matrix, form49: result } = seat.log
        expect(result.candidates.map((one) => one.votes)).toEqual(columnSums(matrix))
        expect(result.totals.valid.votes).toBe(sum(columnSums(matrix)))
        expect(result.totals.invalid.votes).toBe(sum(matrix.rows.map((row) => row.excluded ?? 0)))
        const polled = sum(matrix.rows.map((row) => row.total ?? 0)) + (matrix.postal?.valid ?? 0)
        expect(result.totals.polled.votes).toBe(polled)
        expect(matrix.rows.map((row) => row.votes)).toEqual(lastSaid(seat).rows)
        expect(matrix.postal?.votes ?? null).toEqual(lastSaid(seat).postal)
        for (const row of matrix.rows) expect(sum(row.votes.map((own) => own ?? 0))).toBe(row.valid)
      }),
      { numRuns: 60 },
    )
  })

  it('a late change names the entry that it took the place of, and each row the last of them', () => {
    fc.assert(
      fc.property(votesOf, acts, (votes, said) => {
        const { seat } = play(votes, said)
        const { rows, changes } = seat.log.form48
        for (const row of rows) {
          const own = changes.filter((change) => change.station === row.station)
          const chain = [seat.log.seat.stations.get(row.station)!.current!.index, ...own.map(({ to }) => to)]
          expect(own.map(({ from }) => from)).toEqual(chain.slice(0, -1))
          expect(row.entry).toBe(chain.at(-1))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('replay gives the same forms, across a snapshot at any place', () => {
    fc.assert(
      fc.property(votesOf, acts, fc.nat(), fc.boolean(), (votes, said, cut, isConcluded) => {
        const { seat, election } = play(votes, said)
        if (isConcluded) finish(seat)
        const again = seat.log.refolded(cut % (seat.log.fold.size + 1), structuredClone)
        expect(again).toEqual(seat.log.fold)
        invariant(again.content.kind === 'seat', 'a seat')
        for (const form of [form48, form49]) {
          const made = form(again, again.content.seat, election.registerState)
          const first = form(seat.log.fold, seat.log.seat, election.registerState)
          expect(canonicalBytes(made)).toEqual(canonicalBytes(first))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('the forms once signed are the same for good, whatever is said and voided later', () => {
    fc.assert(
      fc.property(votesOf, acts, acts, (votes, said, later) => {
        const { seat, election } = play(votes, said)
        finish(seat)
        const { form48: matrix, form49: result } = seat.log.seat.proceedings.concluded!
        for (const one of later) seat.log.append(signedOf(one, seat, election))
        seat.must(seat.ro.say('NA-1', bodies.documentsSent(stations)))
        seat.must(election.hq.say('NA-1', bodies.gazetted()))
        seat.must(seat.pinned())
        expect([formHash(seat.log.form48), formHash(seat.log.form49)]).toEqual([matrix, result])
      }),
      { numRuns: 40 },
    )
  })
})

describe('a signed Form 49', () => {
  it('says who was first in Form 47, where a recount has turned the result', () => {
    const { seat, election } = play([[30, 20, 0]], [])
    expect(seat.log.form49.outcome).toMatchObject({ candidates: [1], provisional: { candidates: [1] } })
    seat.must(election.hq.say('NA-1', bodies.recountOrdered({ stations: [1] })))
    seat.must(seat.ro.say('NA-1', bodies.recounted(1, { votes: [10, 20, 0], excluded: 20 })))
    expect(seat.log.form49.outcome).toEqual({
      kind: 'returned',
      candidates: [2],
      margin: 10,
      provisional: { candidates: [1], margin: 10 },
    })
  })

  it('still holds where the root has cut into the log behind it', () => {
    const { seat, election } = play([[30, 20, 0]], [])
    conclude(seat)
    const before = [formHash(seat.log.form48), formHash(seat.log.form49)]
    election.revoke(seat.po(1).key, 'NA-1', seat.log.fold.size - 1)
    const again = seat.log.refolded(0, structuredClone)
    invariant(again.content.kind === 'seat', 'a seat')
    expect(again.voids).toEqual([])
    const state = again.content.seat
    const made = [form48, form49].map((form) => formHash(form(again, state, election.registerState)))
    expect(made).toEqual(before)
  })
})

/** Counts the stations as told, begins the consolidation, and says the acts one after the other, admitted or void. */
function play(votes: readonly (readonly number[])[], said: readonly Act[]) {
  const election = fixtureElection({ stations: votes.length, candidates: columns, signer })
  const seat = election.seat('NA-1')
  begin(
    seat,
    countAll(
      seat,
      votes.map((own) => ({ votes: own, excluded })),
    ),
  )
  for (const one of said) seat.log.append(signedOf(one, seat, election))
  return { election, seat }
}

function signedOf(one: Act, seat: FixtureSeat, { hq }: FixtureElection): SignedBytes {
  const ro = (body: StatementInputBody) => seat.ro.say('NA-1', body)
  switch (one.do) {
    case 'recount':
      return ro(bodies.recounted(one.station, one))
    case 're-examine':
      return ro(bodies.reexamined(one.station, one.votes))
    case 'postal':
      return ro(bodies.postal(one.votes, one.rejected))
    case 'order':
      return hq.say('NA-1', bodies.recountOrdered({ stations: [one.station] }))
    case 'submit':
      return seat.po(one.station).submit({ votes: [9, 9, 9] })
    case 'forge': {
      const signed = ro(bodies.postal([999, 0, 0]))
      return { ...signed, signature: signed.signature.map((byte) => byte ^ 1) }
    }
  }
}

/** Records every recount that is still due, and signs the forms. */
function finish(seat: FixtureSeat): void {
  for (const due of seat.log.seat.proceedings.due.keys()) {
    seat.must(seat.ro.say('NA-1', bodies.recounted(due, { votes: [1, 1, 1] })))
  }
  conclude(seat)
}

/** Reads the admitted entries from the first to the last, and keeps what each station and the postal line say last. */
function lastSaid({ log }: FixtureSeat) {
  const voids = new Set(log.fold.voids.map(({ index }) => index))
  const rows = new Map<number, readonly number[]>()
  let postal: readonly number[] | null = null
  for (const { entry, statement } of log.entries) {
    if (voids.has(entry.index) || !statement.ok) continue
    const said = statement.value.statement
    if (said.body === 'form45Submitted') {
      const form = said.form45Submitted.form!
      rows.set(
        form.station,
        form.counts.map(({ total }) => total ?? 0),
      )
    }
    if (said.body === 'stationRecounted') {
      const form = said.stationRecounted.form!
      rows.set(
        form.station,
        form.counts.map(({ total }) => total ?? 0),
      )
    }
    if (said.body === 'excludedReexamined') {
      const { station: at, readmitted } = said.excludedReexamined
      rows.set(at, added(rows.get(at) ?? [], readmitted))
    }
    if (said.body === 'postalCounted') postal = added([0, 0, 0], said.postalCounted.votes)
  }
  return { rows: [...rows.keys()].toSorted((a, b) => a - b).map((at) => rows.get(at)), postal }
}

function added(votes: readonly number[], rows: readonly VotesAdded[]): readonly number[] {
  return votes.map((own, column) => own + sum(rows.filter((row) => row.column === column).map((row) => row.votes)))
}

function columnSums({ rows, postal }: Form48): readonly number[] {
  return Array.from(
    { length: columns },
    (_, column) => sum(rows.map((row) => row.votes[column] ?? 0)) + (postal?.votes[column] ?? 0),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
