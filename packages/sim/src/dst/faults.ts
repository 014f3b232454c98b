import type { Machine } from './machine.ts'
import type { History } from './history.ts'
import type { Scene } from './officers.ts'
import { stolenOfficerKey, stolenReturningKey } from './thefts.ts'
import type { Network, WayFaults } from './network.ts'
import type { Server, ServerFaults } from './server.ts'
import type { Treason } from './traitor.ts'
import type { World } from './world.ts'

/** How a run's weather is, until it clears. */
export interface Weather {
  readonly server: Changing<ServerFaults>
  readonly way: Changing<WayFaults>
  readonly client: { lossRate: number }
}

type Changing<T> = { -readonly [Key in keyof T]: T[Key] }

export function clearUp({ server, way, client }: Weather): void {
  Object.assign(server, { lossRate: 0, lateRate: 0 })
  Object.assign(way, { lossRate: 0, doubleRate: 0 })
  client.lossRate = 0
}

export function drawWeather(world: World): Weather {
  const { chance } = world
  const rate = (most: number): number => (chance.uniform() < 0.5 ? 0 : chance.uniform() * most)
  return {
    server: { lossRate: rate(0.1), lateRate: rate(0.03) },
    way: { lossRate: rate(0.2), doubleRate: rate(0.2), delayMsMax: chance.integer(2, 200) },
    client: { lossRate: rate(0.2) },
  }
}

export interface Grounds {
  readonly world: World
  readonly network: Network
  readonly machines: readonly Machine[]
  readonly history: History
  readonly scene: Scene
  /** Another machine of the same office, on a copy of its disk. */
  readonly double: (machine: Machine, server: Server) => Machine
}

/** Faults end then; afterwards everything must come right by itself. */
export const faultsEndMs = 60_000

type Fault = (grounds: Grounds) => void

/** Does this run's faults, each at its own moment. At most one machine loses its disk. */
export function letLoose(grounds: Grounds): void {
  const { world } = grounds
  const disaster = disasters[world.between(0, disasters.length - 1)]
  if (disaster !== undefined) world.later(world.between(2_000, 40_000), () => disaster(grounds))
  // A stream that forgets and a second instance together are beyond what one site's evidence can tell apart.
  const allowed = disaster === secondInstance ? troubles.filter((one) => one !== powerCut) : troubles
  const count = world.between(1, 8)
  for (let i = 0; i < count; i++) {
    const trouble = allowed[world.between(0, allowed.length - 1)]
    if (trouble !== undefined) world.later(world.between(0, faultsEndMs), () => trouble(grounds))
  }
}

const troubles: readonly Fault[] = [
  kill,
  kill,
  killAgainAndAgain,
  powerCut,
  powerCut,
  outage,
  fullDisk,
  cutWay,
  clockJump,
  markerAway,
]
const disasters: readonly (Fault | undefined)[] = [
  undefined,
  wipe,
  burn,
  setBack,
  setBack,
  secondInstance,
  flipRows,
  flipRows,
  flipMessages,
  treason,
  treason,
  ({ scene }) => stolenOfficerKey(scene),
  ({ scene }) => stolenOfficerKey(scene),
  ({ scene }) => stolenReturningKey(scene),
]

const treasons: readonly Treason[] = ['two-faced', 'two-faced', 'withholding', 'deaf']

function kill({ world, machines }: Grounds): void {
  anyOf(world, machines).crash('kill', world.between(10, 8_000))
}

/** A node that dies while it opens, several times over. */
function killAgainAndAgain({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  let at = 0
  for (let i = world.between(2, 6); i > 0; i--) {
    at += world.between(5, 400)
    world.later(at, () => machine.crash('kill', world.between(0, 20)))
  }
}

/** The whole site: the node, and the server, which may have forgotten what it acknowledged. */
function powerCut({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  const { server } = machine.hardware
  const most = world.happens(0.1) ? Number.MAX_SAFE_INTEGER : world.between(0, 8)
  server.forget((held) => Math.max(0, held - world.between(0, Math.min(most, held))))
  const backMs = world.between(100, 8_000)
  pause(world, server, backMs)
  machine.crash('power', world.between(100, 8_000))
}

function outage({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  world.note(`${machine.name}: streams away`)
  pause(world, machine.hardware.server, world.between(100, 15_000))
}

function fullDisk({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  const { disk } = machine.hardware
  world.note(`${machine.name}: disk full`)
  disk.full = true
  world.later(world.between(100, 15_000), () => {
    disk.full = false
  })
}

function cutWay({ world, network, machines }: Grounds): void {
  const from = anyOf(world, machines).name
  const to = anyOf(world, machines).name
  world.note(`way cut: ${from} - ${to}`)
  network.cut(from, to)
  if (world.happens(0.7)) network.cut(to, from)
  world.later(world.between(500, 30_000), () => network.mend())
}

function clockJump({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  machine.clockErrorMs = world.between(-10_800_000, 10_800_000)
  world.note(`${machine.name}: clock is wrong by ${machine.clockErrorMs} ms`)
}

function markerAway({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  const { marks } = machine.hardware
  world.note(`${machine.name}: marker pulled out`)
  marks.away = true
  world.later(world.between(100, 10_000), () => {
    marks.away = false
  })
}

function wipe({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  world.note(`${machine.name}: disk wiped`)
  const loses = world.happens(0.5)
  if (loses) machine.hardware.server.forget(() => 0)
  machine.replaceDisk(machine.hardware.disk.blank(), world.between(100, 5_000))
}

/** Nothing is left of a machine, its streams and its marker; perhaps nobody can be asked what it once held. */
function burn({ world, network, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  world.note(`${machine.name}: burnt`)
  machine.hardware.server.forget(() => 0)
  machine.hardware.marks.clear()
  if (world.happens(0.5)) cutOff(world, network, machine)
  machine.replaceDisk(machine.hardware.disk.blank(), world.between(100, 5_000))
}

/** An old backup is put back, perhaps with the streams as old as it. */
function setBack({ world, network, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  const backup = machine.hardware.disk.clone()
  const streams = machine.hardware.server.clone()
  const alsoStreams = world.happens(0.6)
  const isCutOff = world.happens(0.4)
  world.later(world.between(500, 20_000), () => {
    world.note(`${machine.name}: old backup put back${alsoStreams ? ', streams too' : ''}`)
    if (alsoStreams) machine.hardware.server.become(streams)
    // Nobody above can be asked: the marker alone shows what this machine once released.
    if (isCutOff) cutOff(world, network, machine)
    machine.replaceDisk(backup, world.between(100, 5_000))
  })
}

/** Bits turn over on one disk: the node finds each before it gives the row to anybody, and its disk is replaced. */
function flipRows({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  for (let flips = world.between(1, 12); flips > 0; flips--) {
    world.later(world.between(0, 15_000), () => {
      if (!machine.diskLost) world.note(`${machine.name}: a bit of ${machine.hardware.disk.flip(world)} turns`)
    })
  }
}

/** Bits turn over in the files of one server, which gives nobody a message whose checksum is wrong. */
function flipMessages({ world, machines }: Grounds): void {
  const machine = anyOf(world, machines)
  const { server } = machine.hardware
  for (const log of server.logs) {
    const held = server.entries(log).length
    const index = world.happens(0.5) ? held - 1 : world.between(0, held)
    world.note(`${machine.name}: a bit of message ${index} of ${log} turns`)
    server.flip(log, index)
  }
}

/** The same office on a second laptop, while the first one runs or after it died. */
export function secondInstance({ world, machines, double }: Grounds): void {
  const offices = machines.filter(({ plan }) => plan.role === 'ro')
  const machine = anyOf(world, offices)
  const other = double(machine, machine.hardware.server)
  world.note(`${machine.name}: a second instance`)
  other.start()
}

function cutOff(world: World, network: Network, { name, plan }: Machine): void {
  for (const above of plan.hubsAbove) network.cut(name, above)
  world.later(25_000, () => network.mend())
}

/** An office deceives from now on. */
function treason(grounds: Grounds): void {
  const { world, machines, history, double } = grounds
  const offices = machines.filter(({ plan }) => plan.role === 'ro')
  const machine = anyOf(world, offices)
  machine.treason = treasons[world.between(0, treasons.length - 1)]
  world.note(`${machine.name} is a traitor: ${machine.treason}`)
  for (const log of machine.plan.seats) history.betray(log)
  if (machine.treason === 'two-faced') {
    const other = double(machine, machine.hardware.server.clone())
    other.treason = machine.treason
    other.start()
  }
  machine.crash('kill', 10)
}

function pause(world: World, server: Server, ms: number): void {
  server.stop()
  world.later(ms, () => server.start())
}

function anyOf(world: World, machines: readonly Machine[]): Machine {
  const machine = machines[world.between(0, machines.length - 1)]
  if (machine === undefined) throw new Error('no machine')
  return machine
}
