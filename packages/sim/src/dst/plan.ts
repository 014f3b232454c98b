import { type Seeded, seededFrom } from '../election/seeded.ts'
import { simulatedPlan } from './election.ts'
import { disasters, faultsEndMs, powerCut, secondInstance, troubles } from './faults.ts'
import type { Kind, Part } from './part.ts'
import { weathers } from './weather.ts'

/** Offices of the whole election that HQ gives during the night. */
const commissioners: readonly string[] = ['commissioner/1', 'commissioner/2', 'commissioner/3']

interface Draft {
  readonly kind: Kind
  readonly fromMs: number
  readonly toMs: number
}

/**
 * All that happens in a seed's night, drawn before it begins: weather, at most one disaster, troubles, and who files.
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
    ...[...filings(), ...commissioners.map(appointment)].map((kind) => ({ kind, fromMs: 0, toMs: 40_000 })),
  ]
}

function filings(): readonly Kind[] {
  return simulatedPlan.seats.flatMap(({ seat, stations }) =>
    stations.flatMap(({ number }) => [filing(seat, number), forgery(seat, number)]),
  )
}

function filing(seat: string, station: number): Kind {
  const words = `the presiding officer of station ${station} of ${seat} files Form 45`
  return () => ({ words, act: ({ files }) => files(seat, station) })
}

/** Somebody who has the officer's public key and not the secret one. */
function forgery(seat: string, station: number): Kind {
  const words = `somebody forges the Form 45 of station ${station} of ${seat}`
  return (chance) => (chance.uniform() < 0.3 ? { words, act: ({ forges }) => forges(seat, station) } : undefined)
}

/** The register grows while the logs that pin it are written, pushed and lost. */
function appointment(name: string): Kind {
  return () => ({ words: `HQ gives the office ${name}`, act: ({ appoints }) => appoints(name) })
}
