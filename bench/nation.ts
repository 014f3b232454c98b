import type { FixtureSeat } from '@khata/ledger/fixture'

/** The general election of 2024: every seat, with some twenty candidates. */
export const seatNames: readonly string[] = Array.from({ length: 859 }, (_, at) => `NA-${at + 1}`)
export const candidatesOfSeat = 20

/** A seat up to its polling day: lists, officers, freeze. */
export function freeze(seat: FixtureSeat): void {
  seat.open()
  seat.list()
  seat.freeze()
}

/** The night of one station after another: the form, the lock of its device where `locked`, the acceptance. */
export function count(seat: FixtureSeat, { locked = false } = {}): void {
  for (let station = 1; station <= seat.plan.stations; station += 1) {
    const po = seat.po(station)
    const form = seat.must(po.submit({ votes: votesAt(station) }))
    if (locked) seat.must(po.lock(form))
    seat.must(seat.ro.accept(form, station))
  }
}

function votesAt(station: number): readonly number[] {
  return Array.from({ length: candidatesOfSeat }, (_, column) => ((station * 31 + column * 7) % 40) + 1)
}
