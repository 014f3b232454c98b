import {
  declaredLog,
  foldEntry,
  type LogFold,
  openLogFold,
  type OpenedEntry,
  PrecedentIndex,
  type RegisterState,
} from '@khata/ledger'
import { fixtureElection, type FixtureSeat, markingSigner } from '@khata/ledger/fixture'
import { atMost, type Figure, median, take } from './measure.ts'
import { nightOf } from './ro-office.ts'

const candidates = 46
const events = 10_000
const rounds = 5

/** Time to fold one event of the night in a seat of 1,000 stations against one of 100, both of 46 candidates. */
export function benchSeatGrowth(): Promise<Figure> {
  const [small, large] = [seatOf(100), seatOf(1_000)]
  const ratios = Array.from({ length: rounds }, () => {
    const [one, other] = [usPerEvent(small), usPerEvent(large)]
    return { ratio: other / one, one, other }
  })
  const value = median(ratios.map(({ ratio }) => ratio))
  const { one = 0, other = 0 } = ratios.find(({ ratio }) => ratio === value) ?? {}
  return Promise.resolve(
    atMost('seat-growth', value, { bound: 1.2 }, { stations100Us: one, stations1000Us: other, events, candidates }),
  )
}

interface Night {
  readonly register: RegisterState
  readonly before: readonly Folded[]
  readonly night: readonly Folded[]
}

interface Folded {
  readonly entry: OpenedEntry
  readonly claims: readonly boolean[]
}

/** A seat's entries: the lists and officers, and then the night. */
function seatOf(stations: number): Night {
  const election = fixtureElection({ stations, candidates, signer: markingSigner() })
  const seat: FixtureSeat = election.seat('NA-1')
  const before = seat.log.entries.length
  for (const signed of take(nightOf(seat), events)) seat.must(signed)
  const folded = seat.log.entries.map((entry) => ({ entry, claims: [true, true, true] }))
  return { register: election.registerState, before: folded.slice(0, before), night: folded.slice(before) }
}

function usPerEvent({ register, before, night }: Night): number {
  const identity = declaredLog(register, 'NA-1')
  if (identity === undefined) throw new Error('the fixture declares NA-1')
  const fold = openLogFold(identity)
  const precedents = new PrecedentIndex()
  foldAll(fold, before, { register, precedents })
  const started = performance.now()
  foldAll(fold, night, { register, precedents })
  return ((performance.now() - started) * 1_000) / night.length
}

function foldAll(
  fold: LogFold,
  entries: readonly Folded[],
  { register, precedents }: { readonly register: RegisterState; readonly precedents: PrecedentIndex },
): void {
  for (const { entry, claims } of entries) {
    if (!entry.statement.ok) throw new Error('the fixture says well-formed statements')
    const { type } = foldEntry(fold, entry, { claims, precedents: precedents.before(entry.statement.value) }, register)
    if (type !== 'admitted') throw new Error(`entry ${entry.entry.index} is ${type}`)
    precedents.add(entry.statement.value)
  }
}
