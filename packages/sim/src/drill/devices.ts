import { invariant, positionCommitment } from '@khata/ledger'
import { Channel, type Form45Input, PositionClaim } from '@khata/proto'
import { drillKey } from '../ceremony/drill-key.ts'
import { privateRecord, saltOf } from '../ceremony/private-record.ts'
import { poKeyName } from '../ceremony/seat.ts'
import type { Form45Figures, SeatPlan, StationPlan } from '../election/plan.ts'
import { form45Of } from '../officers/form45.ts'
import { postOf } from '../officers/posts.ts'
import { PresidingOfficer } from '../officers/presiding-officer.ts'
import type { Drill } from './drill.ts'

/** A building's officer, with one device for both polls; the same one whenever asked. */
export function officerAt(drill: Drill, seat: SeatPlan, station: StationPlan): Promise<PresidingOfficer> {
  const name = poKeyName(seat.seat, station)
  const known = drill.pos.get(name) ?? openOfficer(drill, name, station.physicalStation ?? '', [seat, station])
  drill.pos.set(name, known)
  return known
}

/** What the officer of a station fills in; in a drill the device adds where it was. */
export function formOf(drill: Drill, seat: SeatPlan, station: StationPlan, figures: Form45Figures): Form45Input {
  if (drill.plan.mode !== 'drill') return form45Of(station, figures)
  const record = privateRecord(drill.seed, poKeyName(seat.seat, station))
  const committed = { positionCommitment: positionCommitment(record.position, saltOf(record)) }
  const capture = { capturedAt: figures.countedAt, ...committed, position: PositionClaim.AT_STATION }
  return form45Of(station, figures, { channel: Channel.DEVICE_ONLINE, capture })
}

async function openOfficer(
  drill: Drill,
  keyName: string,
  building: string,
  own: readonly [SeatPlan, StationPlan],
): Promise<PresidingOfficer> {
  const pairs = building === '' ? [own] : drill.stationsOf(building)
  const parameters = drill.register.election?.value.parameters
  invariant(parameters, 'the register declares the rules')
  const posts = pairs.map(([seat, { number }]) => {
    const lists = drill.lists.get(seat.seat)
    invariant(lists !== undefined, 'the seat has its lists')
    return postOf(seat.seat, lists, number, { parameters, destinations: drill.destinations(seat) })
  })
  const { election, transport, clock, trustOf } = drill
  return await PresidingOfficer.open({
    election,
    key: drillKey(drill.seed, keyName),
    posts,
    transport,
    clock,
    trustOf,
  })
}
