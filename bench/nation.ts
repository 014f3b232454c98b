import {
  type FixtureElection,
  fixtureElection,
  type FixtureLog,
  type FixtureSeat,
  type FixtureSigner,
} from '@khata/ledger/fixture'

/** The general election of 2024: all seats, with some twenty candidates each. */
export const seatNames: readonly string[] = Array.from({ length: 859 }, (_, at) => `NA-${at + 1}`)
const candidates = 20

/** Every seat declared in the register, none yet opened. */
export function nationOf(stations: number, signer: FixtureSigner): FixtureElection {
  return fixtureElection({ seats: seatNames, stations, candidates, signer, until: 'register' })
}

/** A seat up to its polling day: lists, officers, freeze. */
export function freeze(seat: FixtureSeat): void {
  seat.open()
  seat.list()
  seat.freeze()
}

export interface Night {
  /** Whether each device says that it has locked its form. */
  readonly locked?: boolean
  /** The hub's log that receives each form as well. */
  readonly intake?: FixtureLog
}

/** One station after another: the form, its lock, its acceptance. */
export function count(seat: FixtureSeat, { locked = false, intake }: Night = {}): void {
  for (let station = 1; station <= seat.plan.stations; station += 1) {
    const po = seat.po(station)
    const form = seat.must(po.submit({ votes: votesAt(station) }))
    intake?.append(form)
    if (locked) seat.must(po.lock(form))
    seat.must(seat.ro.accept(form, station))
  }
}

function votesAt(station: number): readonly number[] {
  return Array.from({ length: candidates }, (_, column) => ((station * 31 + column * 7) % 40) + 1)
}
