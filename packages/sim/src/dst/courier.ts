import {
  concatBytes,
  type CourierSection,
  encodeCourierSection,
  parseNote,
  readCourierSections,
  utf8Decode,
  utf8Encode,
} from '@khata/ledger'
import { PortDamaged, PortUnavailable, type SectionAnswer, sizeOf } from '@khata/node'
import { decodePushRequest, encodePushRequest } from '@khata/proto'
import type { Seeded } from '../election/seeded.ts'
import { faultsEndMs } from './faults.ts'
import type { Machine, MachinePlan } from './machine.ts'
import type { Deed, Grounds } from './part.ts'
import { offices } from './whom.ts'

/** Between two rides of one courier. */
const rideMsMin = 1_000
const rideMsMax = 8_000

/** How late a bundle may come. */
const lateMsMax = 25_000

/** A section for nearly each checkpoint, so that much comes too early. */
const frameBytesMax = 1_000

/** Of what a courier brings: comes damaged, repeated, in another order; and is made by one who means harm. */
const damagedRate = 0.3
const repeatedRate = 0.3
const shuffledRate = 0.4
const forgedRate = 0.3

/** An office has no link, for a part of the night or for all of it; couriers ride between it and the hubs. */
export function byCourier(chance: Seeded): Deed | undefined {
  if (chance.uniform() < 0.6) return undefined
  const [plan] = chance.shuffled(offices)
  if (plan === undefined) return undefined
  const joinsMs = chance.uniform() < 0.5 ? undefined : chance.integer(5_000, faultsEndMs)
  const everyMs = chance.integer(rideMsMin, rideMsMax)
  const until = joinsMs === undefined ? 'all night' : `for ${joinsMs} ms`
  return {
    words: `${plan.name} has no link ${until}; couriers ride every ${everyMs} ms`,
    act: (grounds) => {
      const { network, world } = grounds
      network.isolate(plan.name)
      if (joinsMs !== undefined) world.later(joinsMs, () => network.join(plan.name))
      new Rides(grounds, plan).every(everyMs)
    },
  }
}

/** A frame that a machine has said it keeps. */
interface Promised {
  readonly machine: Machine
  readonly log: string
  readonly from: number
  readonly to: number
}

class Rides {
  readonly #grounds: Grounds
  readonly #office: MachinePlan
  readonly #promised: Promised[] = []

  constructor(grounds: Grounds, office: MachinePlan) {
    this.#grounds = grounds
    this.#office = office
  }

  every(ms: number): void {
    const { network, world, aside } = this.#grounds
    world.later(ms, () => {
      if (!network.isIsolated(this.#office.name)) return
      this.#mustKeepPromises()
      for (const hub of this.#office.hubsAbove) {
        aside(() => this.#ride(this.#office.name, { to: hub, party: hub }))
        aside(() => this.#ride(hub, { to: this.#office.name, party: this.#office.seats[0] ?? '' }))
      }
      this.every(ms)
    })
  }

  async #ride(from: string, { to, party }: { readonly to: string; readonly party: string }): Promise<void> {
    const { world } = this.#grounds
    if (to === this.#office.name && this.#isFoul && world.happens(forgedRate)) await this.#acknowledge()
    const sections = await this.#trying(this.#machine(from), (machine) => pack(machine, party, this.#isLost(from, to)))
    if (sections === undefined) return
    const carried = this.#isFoul ? this.#handled(sections) : concatBytes(...sections)
    world.later(world.between(1, this.#isFoul ? lateMsMax : 500), () => {
      this.#grounds.aside(async () => {
        await this.#trying(this.#machine(to), (machine) => this.#handIn(machine, carried))
      })
    })
  }

  /** Whoever has lost its disk says so: then everything is packed. */
  #isLost(...names: readonly string[]): boolean {
    return names.some((name) => this.#machine(name)?.diskLost === true)
  }

  async #handIn(machine: Machine, carried: Uint8Array): Promise<void> {
    const { world } = this.#grounds
    for (const piece of readCourierSections(carried)) {
      const { node } = machine
      if (piece.type === 'damage' || node === undefined) continue
      const answer = await node.courier.take(piece.kind, piece.payload)
      world.note(`${machine.name} is brought: ${wordsOf(answer)}`)
      if (answer.type === 'waits') this.#promised.push({ machine, ...answer })
    }
  }

  /** What a node has said that it keeps is there, or has been taken, as long as its disk is. */
  #mustKeepPromises(): void {
    const { world, history } = this.#grounds
    for (const { machine, log, from, to } of this.#promised) {
      const { node, diskLost } = machine
      if (node === undefined || diskLost || history.isBetrayed(log) || history.isStolen(log)) continue
      const running = node.logs.all.get(log)
      const isKept = node.courier.parked.of(log).some((one) => one.from === from && one.to === to)
      const isTaken = running !== undefined && sizeOf(running) >= to
      world.must(isKept || isTaken, `${machine.name} has forgotten entries ${from} to ${to} of ${log} that wait`)
    }
  }

  /** Undefined where the node is down, or a port of it is away: the next courier comes. */
  async #trying<T>(machine: Machine | undefined, work: (machine: Machine) => Promise<T>): Promise<T | undefined> {
    if (machine?.node === undefined) return undefined
    try {
      return await work(machine)
    } catch (error) {
      if (error instanceof PortDamaged) machine.alarmed(error)
      else if (!(error instanceof PortUnavailable)) throw error
      return undefined
    }
  }

  #machine(name: string): Machine | undefined {
    return this.#grounds.machines.find((one) => one.name === name)
  }

  get #isFoul(): boolean {
    return this.#grounds.world.elapsedMs < faultsEndMs + 20_000
  }

  /** Sections as they arrive after a bad ride. */
  #handled(sections: readonly Uint8Array[]): Uint8Array {
    const { world } = this.#grounds
    let order = [...sections]
    if (world.happens(forgedRate)) order.push(...this.#forged(sections))
    if (world.happens(repeatedRate)) order = [...order, ...order]
    if (world.happens(shuffledRate)) order = order.toSorted(() => world.between(0, 2) - 1)
    const bytes = concatBytes(...order)
    if (!world.happens(damagedRate) || bytes.length === 0) return bytes
    const at = world.between(0, bytes.length - 1)
    return world.happens(0.3) ? bytes.slice(0, at) : bytes.with(at, (bytes[at] ?? 0) ^ 1)
  }

  /** What somebody makes who can write a bundle, and has nobody's key. */
  #forged(sections: readonly Uint8Array[]): readonly Uint8Array[] {
    const seat = this.#office.seats[0] ?? ''
    return readCourierSections(concatBytes(...sections)).flatMap((piece) =>
      piece.type === 'section' ? (forgedSection(piece, seat) ?? []) : [],
    )
  }

  /** Somebody shows the office its own newest checkpoint, which no hub has cosigned: it acknowledges nothing. */
  async #acknowledge(): Promise<void> {
    const [log = ''] = this.#office.seats
    const { note, entries } = this.#grounds.history.log(log)
    if (note.length === 0) return
    const frame = encodePushRequest({ log, from: entries.length, entries: [], checkpoint: note })
    await this.#trying(this.#machine(this.#office.name), (machine) =>
      this.#handIn(machine, encodeCourierSection('frame', frame)),
    )
  }
}

async function pack({ node }: Machine, party: string, all: boolean): Promise<readonly Uint8Array[] | undefined> {
  const packed = node?.packFor(party, { all, checkpointsOnly: false, frameBytesMax })
  if (packed === undefined) return undefined
  const sections: Uint8Array[] = []
  for await (const section of packed) sections.push(section)
  return sections
}

/** A manifest that says more than there is; entries that their sequencer did not write. */
function forgedSection({ kind, payload }: CourierSection, log: string): Uint8Array | undefined {
  if (kind === 'manifest') {
    const text = (utf8Decode(payload) ?? '').replace('\n\n', `\n${log} 1000000 1000000\n\n`)
    return parseNote(utf8Encode(text)).ok ? encodeCourierSection('manifest', utf8Encode(text)) : undefined
  }
  const frame = decodePushRequest(payload)
  const [first, ...rest] = frame.ok ? frame.value.entries : []
  if (!frame.ok || first === undefined) return undefined
  const at = Math.floor(first.length / 2)
  const entries = [first.with(at, (first[at] ?? 0) ^ 1), ...rest]
  return encodeCourierSection('frame', encodePushRequest({ ...frame.value, entries }))
}

function wordsOf(answer: SectionAnswer): string {
  switch (answer.type) {
    case 'manifest':
      return `a bundle of ${answer.packer}`
    case 'taken':
    case 'held':
    case 'waits':
      return `${answer.log} ${answer.from} to ${answer.to}, ${answer.type}`
    case 'acknowledged':
      return `${answer.log} ${answer.size}, acknowledged by ${answer.hubs.join()}`
    case 'statement':
    case 'refused':
      return `${answer.log} ${answer.code}, ${answer.type}`
  }
}
