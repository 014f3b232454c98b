import type { Seeded } from '../election/seeded.ts'
import type { Hardware, Machine } from './machine.ts'
import type { Network } from './network.ts'
import type { Scene } from './officers.ts'
import type { Server } from './server.ts'
import type { Weather } from './weather.ts'

/** One thing that makes a night what it is. It can be left out, and every other stays as it was drawn. */
export interface Part {
  /** Its place in the plan, from 1 on: what `--only` names it by. */
  readonly number: number
  readonly atMs: number
  readonly deed: Deed
}

export interface Deed {
  readonly words: string
  readonly act: (grounds: Grounds) => void
}

/** Draws a deed from a chance of its own; what it draws only when it acts comes from there too. Undefined: nothing happens. */
export type Kind = (chance: Seeded) => Deed | undefined

/** What a part acts on. */
export interface Grounds extends Scene {
  readonly network: Network
  readonly weather: Weather
  /** Another machine of the same office, on a copy of its disk. */
  readonly double: (machine: Machine, server: Server) => Machine
  /** What a machine held when the night began. */
  readonly early: (machine: Machine) => Hardware
}
