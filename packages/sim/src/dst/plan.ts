import { registerLog } from '@khata/ledger'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import { type Seeded, seededFrom } from '../election/seeded.ts'
import { byCourier } from './courier.ts'
import { simulatedPlan } from './election.ts'
import { disasters, faultsEndMs, flipImage, powerCut, secondInstance, troubles } from './faults.ts'
import { mishapsOf } from './mishaps.ts'
import { appoint, countedMsMax, forge, issue, presideOver, verify } from './officers.ts'
import type { Grounds, Kind, Part } from './part.ts'
import { weathers } from './weather.ts'
import { deviceAt } from './whom.ts'

/** Offices of the whole election that HQ gives during the night. */
const commissioners: readonly string[] = ['commissioner/1', 'commissioner/2', 'commissioner/3']

interface Draft {
  readonly kind: Kind
  readonly fromMs: number
  readonly toMs: number
}

/**
 * All that happens in a seed's night, drawn before it begins: weather, at most one disaster, troubles, what befalls devices, and who files.
 * Each part draws from a stream of its own.
 */
export function drawPlan(seed: number): readonly Part[] {
  const streams = seededFrom(seed, 0)
  const drafts = draftsOf(streams())
  return drafts.flatMap(({ kind, fromMs, toMs }, at) => {
    const chance = streams()
    const atMs = chance.integer(fromMs, toMs)
    const deed = kind(chance)
    return deed === undefined ? [] : [{ number: at + 1, atMs, deed }]
  })
}

function draftsOf(chance: Seeded): readonly Draft[] {
  const disaster = disasters[chance.integer(0, disasters.length - 1)]
  // A stream that forgets and a second instance together are beyond what one site's evidence can tell apart.
  const allowed = disaster === secondInstance ? troubles.filter((one) => one !== powerCut) : troubles
  const drawn = Array.from({ length: chance.integer(1, 8) }, () => allowed[chance.integer(0, allowed.length - 1)])
  return [
    ...weathers.map((kind) => ({ kind, fromMs: 0, toMs: 0 })),
    ...[disaster].flatMap((kind) => (kind === undefined ? [] : { kind, fromMs: 2_000, toMs: 40_000 })),
    ...drawn.flatMap((kind) => (kind === undefined ? [] : { kind, fromMs: 0, toMs: faultsEndMs })),
    ...[...filings(), ...commissioners.map(appointment)].map((kind) => ({ kind, fromMs: 0, toMs: countedMsMax })),
    ...everyStation(mishapsOf).map((kind) => ({ kind, fromMs: 0, toMs: faultsEndMs })),
    ...simulatedPlan.seats.map(issuing).map((kind) => ({ kind, fromMs: 20_000, toMs: 70_000 })),
    ...simulatedPlan.seats.map(verification).map((kind) => ({ kind, fromMs: 15_000, toMs: 70_000 })),
    { kind: byCourier, fromMs: 0, toMs: 0 },
    { kind: flipImage, fromMs: 30_000, toMs: faultsEndMs },
  ]
}

function filings(): readonly Kind[] {
  return everyStation((seat, station) => [counting(seat, station), forgery(seat, station)])
}

function everyStation(kinds: (seat: SeatPlan, station: StationPlan) => readonly Kind[]): readonly Kind[] {
  return simulatedPlan.seats.flatMap((seat) => seat.stations.flatMap((station) => kinds(seat, station)))
}

/** Few add up wrongly at first. */
function counting({ seat }: SeatPlan, { number }: StationPlan): Kind {
  const words = `the presiding officer of station ${number} of ${seat} signs Form 45`
  return (chance) => {
    const isWrong = chance.uniform() < 0.15
    return {
      words: `${words}${isWrong ? ', added up wrongly' : ''}`,
      act: (grounds) => {
        const officer = deviceAt(grounds, seat, number)
        officer.hasCounted = true
        grounds.aside(() => presideOver(grounds, officer, isWrong))
      },
    }
  }
}

/** Somebody who has the officer's public key and not the secret one. */
function forgery(seat: SeatPlan, station: StationPlan): Kind {
  const words = `somebody forges the Form 45 of station ${station.number} of ${seat.seat}`
  const act = (grounds: Grounds): void => grounds.background(seat.seat, () => forge(grounds, seat, station))
  return (chance) => (chance.uniform() < 0.3 ? { words, act } : undefined)
}

/** The register grows while the logs that pin it are written, pushed and lost. */
function appointment(name: string): Kind {
  const act = (grounds: Grounds): void => grounds.background(registerLog, () => appoint(grounds, name))
  return () => ({ words: `HQ gives the office ${name}`, act })
}

/** Before the first deadline or after it the returning officer issues what there is, and once more when all is there. */
function issuing({ seat }: SeatPlan): Kind {
  return (chance) => {
    if (chance.uniform() < 0.4) return undefined
    const isIssuedAgain = chance.uniform() < 0.5
    return {
      words: `the returning officer of ${seat} issues Form 47${isIssuedAgain ? ', and again once all is there' : ''}`,
      act: (grounds) => grounds.background(seat, () => issue(grounds, seat, isIssuedAgain)),
    }
  }
}

/** HQ's officer says in a seat's log up to where HQ holds it: when its entries were there at the latest. */
function verification({ seat }: SeatPlan): Kind {
  const act = (grounds: Grounds): void => grounds.background(seat, () => verify(grounds, seat))
  return () => ({ words: `HQ says up to where it holds the log of ${seat}`, act })
}
