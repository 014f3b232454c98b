import type { SeatStatus, StationStatus } from '@khata/ledger'

/** Arrows of docs/states/station.md, from each status. */
const ofStation: Readonly<Record<StationStatus, readonly StationStatus[]>> = {
  awaited: ['received', 'closed'],
  received: ['accepted', 'rejected', 'returned', 'held', 'closed', 'awaited'],
  accepted: ['returned', 'held', 'closed', 'awaited'],
  returned: ['received', 'held', 'closed', 'awaited'],
  rejected: ['returned', 'held', 'closed', 'awaited'],
  held: ['returned', 'received', 'closed', 'awaited'],
  closed: ['awaited'],
}

/** What a seat's diagram draws as one: a tribunal or court has spoken. */
type Drawn = Exclude<SeatStatus, 'upheld' | 'another-returned'> | 'tribunal'

/** Arrows of docs/states/seat.md, from each status. */
const ofSeat: Readonly<Record<Drawn, readonly Drawn[]>> = {
  counting: ['postponed', 'unopposed', 'withheld', 'void', 'consolidating'],
  postponed: ['counting'],
  unopposed: ['gazetted', 'tribunal'],
  withheld: ['counting', 'void'],
  void: ['repoll', 'tribunal'],
  repoll: ['withheld', 'void', 'consolidating'],
  consolidating: ['withheld', 'void', 'concluded'],
  concluded: ['withheld', 'void', 'gazetted', 'tribunal'],
  gazetted: ['void', 'tribunal'],
  tribunal: ['void'],
}

export const stationArrows: readonly string[] = arrowsOf(ofStation)
export const seatArrows: readonly string[] = arrowsOf(ofSeat)

export function stationArrow(from: StationStatus, to: StationStatus): string {
  return arrow(from, to)
}

export function seatArrow(from: SeatStatus, to: SeatStatus): string {
  return arrow(drawn(from), drawn(to))
}

function drawn(status: SeatStatus): Drawn {
  return status === 'upheld' || status === 'another-returned' ? 'tribunal' : status
}

function arrowsOf(arrows: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(arrows).flatMap(([from, all]) => all.map((to) => arrow(from, to)))
}

function arrow(from: string, to: string): string {
  return `${from} --> ${to}`
}
