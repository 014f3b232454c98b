import {
  frontierRoot,
  intakeLog,
  type RegisterState,
  registerLog,
  type SignedBytes,
  sizeConcerning,
} from '@khata/ledger'
import { foldOf, genesisRow, keepOrders } from '@khata/node'
import type { SeatFrozenInput } from '@khata/proto'
import { microtasksDone } from './agenda.ts'
import { Disk, SimStore } from './disk.ts'
import { machinePlans, nightBeginsAt, orders, People, trust } from './election.ts'
import { History } from './history.ts'
import { ImageFiles } from './image-disk.ts'
import { Marks } from './instruments.ts'
import { type Hardware, Machine, type MachinePlan } from './machine.ts'
import { Network } from './network.ts'
import { Server } from './server.ts'
import { Program, World } from './world.ts'

/** An election ready for its night: what every machine holds, and what HQ froze. */
export interface Prepared {
  readonly hardware: ReadonlyMap<string, Hardware>
  readonly frozen: readonly SeatFrozenInput[]
  readonly register: RegisterState
}

let prepared: Promise<Prepared> | undefined

/** The same for every seed, so it is done once, in fair weather. */
export function prepareElection(): Promise<Prepared> {
  prepared ??= prepare()
  return prepared
}

export function cloneHardware({ disk, images, server, marks }: Hardware): Hardware {
  return { disk: disk.clone(), images: images.clone(), server: server.clone(), marks: marks.clone() }
}

/** Steps through the agenda until the work is done. */
export async function runUntilDone<T>(world: World, work: Promise<T>): Promise<T> {
  const state = { done: false }
  const end = (): void => {
    state.done = true
  }
  work.then(end, end)
  await microtasksDone()
  while (!state.done && (await world.agenda.step()));
  return work
}

/** The logs that a machine writes. */
export function ownLogs({ role, seats, hub }: MachinePlan): readonly string[] {
  if (hub === undefined) return seats
  return role === 'hq' ? [registerLog, intakeLog(hub)] : [intakeLog(hub)]
}

const pollMs = 50

async function prepare(): Promise<Prepared> {
  const world = new World(0, nightBeginsAt - 3_600_000)
  const around = {
    world,
    network: new Network(),
    history: new History(world, undefined),
    trust,
    faults: { server: { lossRate: 0, lateRate: 0 }, way: { lossRate: 0, doubleRate: 0, delayMsMax: 2 } },
  }
  const machines = machinePlans.map((plan) => new Machine(plan, newHardware(), { ...around, alter: (site) => site }))
  const frozen = await runUntilDone(world, hold(world, machines))
  const hq = machineNamed(machines, 'hq')
  const register = hq.node?.register
  if (world.violation !== undefined) throw world.violation
  if (register === undefined) throw new Error('the ceremony did not come to its end')
  return { hardware: new Map(machines.map(({ name, hardware }) => [name, hardware])), frozen, register }
}

async function hold(world: World, machines: readonly Machine[]): Promise<readonly SeatFrozenInput[]> {
  const clerk = new Program('clerk')
  const people = new People()
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await world.sleep(clerk, pollMs)
  }
  for (const machine of machines) await initialise(world, clerk, machine)
  for (const machine of machines) machine.start()
  const hq = machineNamed(machines, 'hq')
  await until(() => machines.every(({ node }) => node !== undefined))
  for (const signed of people.appointments) await file(hq, signed)
  const offices = machines.filter(({ plan }) => plan.role === 'ro')
  await until(() => offices.every((office) => isPinned(office, hq)))
  for (const office of offices) {
    for (const signed of people.lists.get(seatOf(office)) ?? []) await file(office, signed)
  }
  await until(() => offices.every((office) => sizeAt(office, seatOf(office)) === sizeAt(hq, seatOf(office))))
  const frozen = offices.map((office) => frozenAt(hq, seatOf(office)))
  for (const seat of frozen) await file(hq, people.freeze(seat))
  await until(() => machines.every((machine) => isPinned(machine, hq)) && isEverywhere(machines, offices))
  return frozen
}

async function initialise(world: World, clerk: Program, { plan, hardware }: Machine): Promise<void> {
  const store = new SimStore(world, clerk, hardware.disk)
  const rows = ownLogs(plan).map((log) => ({ key: genesisRow(log), value: new Uint8Array(1) }))
  await store.write(rows, 'fsync')
  if (plan.role === 'hq') await keepOrders(store, orders())
}

async function file({ node, name }: Machine, { statement, signature }: SignedBytes): Promise<void> {
  const answer = await node?.submit(statement, signature)
  if (answer?.type !== 'receipt') throw new Error(`${name}: ${JSON.stringify(answer)}`)
}

/** Whether a machine's logs have pinned all that concerns them in HQ's register. */
function isPinned({ node, plan }: Machine, hq: Machine): boolean {
  const register = hq.node?.register
  if (node === undefined || register === undefined) return false
  const hasPinned = (log: string): boolean => (node.logs.fold(log)?.pin ?? 0) >= sizeConcerning(register, log)
  return ownLogs(plan).every((log) => log === registerLog || hasPinned(log))
}

/** Whether every machine holds HQ's register, and every hub each office's log. */
function isEverywhere(machines: readonly Machine[], offices: readonly Machine[]): boolean {
  const holds = (machine: Machine, log: string, source: Machine): boolean =>
    sizeAt(machine, log) === sizeAt(source, log)
  const hq = machineNamed(machines, 'hq')
  const hubs = machines.filter(({ plan }) => plan.hub !== undefined)
  return (
    machines.every((machine) => holds(machine, registerLog, hq)) &&
    offices.every((office) => hubs.every((hub) => holds(hub, seatOf(office), office)))
  )
}

function frozenAt({ node }: Machine, seat: string): SeatFrozenInput {
  const running = node?.logs.all.get(seat)
  if (running === undefined) throw new Error(`HQ holds no log of ${seat}`)
  const { size, frontier } = foldOf(running)
  return { seat, size, root: frontierRoot(frontier) }
}

function sizeAt({ node }: Machine, log: string): number {
  return node?.logs.fold(log)?.size ?? -1
}

export function seatOf({ plan }: Machine): string {
  return plan.seats[0] ?? ''
}

function machineNamed(machines: readonly Machine[], name: string): Machine {
  const found = machines.find((machine) => machine.name === name)
  if (found === undefined) throw new Error(`no machine ${name}`)
  return found
}

function newHardware(): Hardware {
  return { disk: new Disk(), images: new ImageFiles(), server: new Server(), marks: new Marks() }
}
