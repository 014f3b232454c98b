import { invariant } from '@khata/ledger'
import type { Outgoing } from '@khata/device'
import type { Arrival } from '../election/arrivals.ts'
import type { ElectionPlan, Form45Figures, SeatPlan, StationPlan } from '../election/plan.ts'
import { correctedFigures } from '../officers/correction.ts'
import type { PresidingOfficer } from '../officers/presiding-officer.ts'
import type { Examined } from '../officers/returning-officer.ts'
import { formOf, officerAt } from './devices.ts'
import type { Drill } from './drill.ts'

/** One poll that sends a form. */
export interface Poll {
  readonly seat: SeatPlan
  readonly station: StationPlan
  readonly figures: Form45Figures
}

/** Who is told how a form gets on. */
export interface Onlooker {
  /** Durable on the device, and not sent yet. */
  signed(poll: Poll, officer: PresidingOfficer, outgoing: Outgoing): void
  /** Its returning officer's node has answered with a receipt. */
  delivered(poll: Poll, isCorrection: boolean): void
  examined(poll: Poll, examined: Examined): void
}

/** The polls that arrivals name. */
export function pollsOf(plan: ElectionPlan): (arrival: Arrival) => Poll {
  const polls = new Map(
    plan.seats.flatMap((seat) =>
      seat.stations.flatMap((station) =>
        station.figures === undefined
          ? []
          : [[`${seat.seat}/${station.number}`, { seat, station, figures: station.figures }] as const],
      ),
    ),
  )
  return ({ seat, station }) => {
    const poll = polls.get(`${seat}/${station}`)
    invariant(poll !== undefined, 'a form arrives from a station of the plan')
    return poll
  }
}

/**
 * One form: signed, sent to RO and HQ, looked at, and where the form itself shows how, corrected by its officer, who
 * comes to the office for it and shows the lock there.
 */
export async function bringForm(drill: Drill, poll: Poll, onlooker: Onlooker): Promise<void> {
  const { seat, station, figures } = poll
  const officer = await officerAt(drill, seat, station)
  onlooker.signed(poll, officer, await officer.sign(seat.seat, formOf(drill, seat, station, figures)))
  await officer.deliver(drill.signal)
  onlooker.delivered(poll, false)
  const examined = await examine(drill, poll, onlooker)
  const corrected = correctedFigures(figures, seat.candidates.length)
  if (examined.type !== 'returned' || corrected === undefined) return
  const outgoing = await officer.correct(seat.seat, examined.form, formOf(drill, seat, station, corrected))
  onlooker.signed(poll, officer, outgoing)
  await officer.deliver(drill.signal)
  onlooker.delivered(poll, true)
  await officer.show(await drill.ro(seat.seat).challenge(station.number, outgoing.opened.hash))
  await officer.deliver(drill.signal)
  await examine(drill, poll, onlooker)
}

async function examine(drill: Drill, poll: Poll, onlooker: Onlooker): Promise<Examined> {
  const examined = await drill.ro(poll.seat.seat).examine(poll.station.number)
  onlooker.examined(poll, examined)
  return examined
}
