import type { Seeded } from '../election/seeded.ts'
import type { WayFaults } from './network.ts'
import type { Deed, Kind } from './part.ts'
import type { ServerFaults } from './server.ts'

/** How a run's weather is, until it clears. */
export interface Weather {
  readonly server: Changing<ServerFaults>
  readonly way: Changing<WayFaults>
  readonly client: { lossRate: number }
}

type Changing<T> = { -readonly [Key in keyof T]: T[Key] }

export function fairWeather(): Weather {
  return {
    server: { lossRate: 0, lateRate: 0 },
    way: { lossRate: 0, doubleRate: 0, delayMsMax: 2 },
    client: { lossRate: 0 },
  }
}

/** Ways stay as slow as they are. */
export function clearUp({ server, way, client }: Weather): void {
  Object.assign(server, { lossRate: 0, lateRate: 0 })
  Object.assign(way, { lossRate: 0, doubleRate: 0 })
  client.lossRate = 0
}

/** What the weather is made of, each in every second night. */
export const weathers: readonly Kind[] = [
  rate(0.1, 'of requests to streams and of their answers are lost', ({ server }, lossRate) => {
    server.lossRate = lossRate
  }),
  rate(0.03, 'of requests to streams come late', ({ server }, lateRate) => {
    server.lateRate = lateRate
  }),
  rate(0.2, 'of requests between machines and of their answers are lost', ({ way }, lossRate) => {
    way.lossRate = lossRate
  }),
  rate(0.2, 'of requests between machines come twice', ({ way }, doubleRate) => {
    way.doubleRate = doubleRate
  }),
  rate(0.2, 'of what officers send and of its answers is lost', ({ client }, lossRate) => {
    client.lossRate = lossRate
  }),
  slowWays,
]

function rate(most: number, words: string, set: (weather: Weather, rate: number) => void): Kind {
  return (chance) => {
    if (chance.uniform() < 0.5) return undefined
    const drawn = chance.uniform() * most
    return { words: `${(100 * drawn).toFixed(1)} % ${words}`, act: ({ weather }) => set(weather, drawn) }
  }
}

function slowWays(chance: Seeded): Deed {
  const delayMsMax = chance.integer(2, 200)
  return {
    words: `ways between machines take up to ${delayMsMax} ms`,
    act: ({ weather }) => {
      weather.way.delayMsMax = delayMsMax
    },
  }
}
