import { waitMsMax } from '@khata/device'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import type { Seeded } from '../election/seeded.ts'
import type { OfficerDevice } from './devices.ts'
import { deviceName } from './election.ts'
import type { Deed, Kind } from './part.ts'
import { deviceAt } from './whom.ts'

/** What may befall a presiding officer's device: it dies, with or without its power, fills up and tells a wrong time. */
export function mishapsOf(seat: SeatPlan, station: StationPlan): readonly Kind[] {
  const name = deviceName(seat, station)
  const deed = (words: string, act: (device: OfficerDevice, later: Later) => void): Deed => ({
    words: `${name} ${words}`,
    act: (grounds) => {
      const { world } = grounds
      act(deviceAt(grounds, seat.seat, station.number), (ms, then) => void world.later(ms, then))
    },
  })
  const death = likely(0.4, (chance) => {
    const kind = chance.uniform() < 0.5 ? 'kill' : 'power'
    const backMs = chance.integer(10, 5_000)
    return deed(kind === 'kill' ? 'is killed' : 'loses its power', (device) => device.crash(kind, backMs))
  })
  const fullCard = likely(0.1, (chance) => {
    const ms = chance.integer(100, 10_000)
    return deed(`has a full card for ${ms} ms`, ({ card }, later) => {
      card.full = true
      later(ms, () => {
        card.full = false
      })
    })
  })
  const wrongClock = likely(0.2, (chance) => {
    const errorMs = (chance.uniform() < 0.5 ? 1 : -1) * chance.integer(2 * waitMsMax, 10_800_000)
    return deed(`tells a time that is wrong by ${errorMs} ms from now on`, (device) => {
      device.clockErrorMs = errorMs
    })
  })
  return [death, death, death, fullCard, wrongClock]
}

type Later = (ms: number, then: () => void) => void

function likely(probability: number, kind: (chance: Seeded) => Deed): Kind {
  return (chance) => (chance.uniform() < probability ? kind(chance) : undefined)
}
