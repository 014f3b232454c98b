import { knowsRules, registerLog, type Trust } from '@khata/ledger'
import {
  cosigner,
  KhataNode,
  type Link,
  type NodeRole,
  PortDamaged,
  PortUnavailable,
  readHead,
  type Signer,
  type Site,
} from '@khata/node'
import { decodePushReply, decodePushRequest } from '@khata/proto'
import { type Disk, SimStore } from './disk.ts'
import type { History } from './history.ts'
import { ImageFiles, SimImageStore } from './image-disk.ts'
import { type Marks, SimClock, SimMarker, SimVerifier } from './instruments.ts'
import { type Network, SimLink, SimLinkServer, type WayFaults } from './network.ts'
import { type Server, type ServerFaults, SimEventLog } from './server.ts'
import { type Treason, TraitorLink } from './traitor.ts'
import { oldSoftware, readBy, type Software } from './upgrade.ts'
import { Program, type World } from './world.ts'

/** What a machine is for. */
export interface MachinePlan {
  readonly name: string
  readonly role: NodeRole
  readonly hub: string | undefined
  readonly seats: readonly string[]
  /** Hubs above it, each the name of a machine. */
  readonly hubsAbove: readonly string[]
  readonly signer: Signer
  readonly cosignerSigner: Signer | undefined
}

/** Everything outside the machines. */
export interface Surroundings {
  readonly world: World
  readonly network: Network
  readonly history: History
  readonly trust: Trust
  readonly faults: { readonly server: ServerFaults; readonly way: WayFaults }
  readonly alter: Alteration
}

/** Replaces a node's ports by others: how a test shows that the simulation finds what they break. */
export type Alteration = (site: SimSite, machine: MachinePlan) => Site

/** A node's ports, as the simulation makes them. */
export interface SimSite extends Site {
  readonly store: SimStore
}

/** What survives a node's program: disk, marker and the site's server of streams. */
export interface Hardware {
  disk: Disk
  /** On the same disk. */
  images: ImageFiles
  readonly marks: Marks
  readonly server: Server
}

const restartMs = 1_000
/** A node that has not ended by then is killed. */
const stopMsMax = 10_000

/** A hub's answers to a checkpoint that is its sequencer's and is not of what the hub holds. */
const contradictions: ReadonlySet<string> = new Set(['frame/fork', 'frame/root-differs'])

/** One machine with the node that runs on it. Its supervisor starts the node again whenever it ends. */
export class Machine {
  readonly plan: MachinePlan
  readonly hardware: Hardware
  clockErrorMs = 0
  /** When its disk was last wiped or set back, virtual milliseconds: what it vouched for before may be gone. */
  diskLostAt: number | undefined
  /** Its office deceives: from the next start of its node on. */
  treason: Treason | undefined
  #software = oldSoftware
  #running = oldSoftware
  /** Logs of which the running program has said that it lacks their rules. */
  readonly #unjudged = new Set<string>()
  /** Nobody starts it any more. */
  retired = false
  readonly #around: Surroundings
  #program: Program
  #store: SimStore | undefined
  #node: KhataNode | undefined
  #starts = 0

  constructor(plan: MachinePlan, hardware: Hardware, around: Surroundings) {
    this.plan = plan
    this.hardware = hardware
    this.#around = around
    this.#program = new Program(plan.name)
    this.#program.kill()
  }

  get name(): string {
    return this.plan.name
  }

  /** The node, once it is open and as long as it lives. */
  get node(): KhataNode | undefined {
    return this.#program.alive ? this.#node : undefined
  }

  get diskLost(): boolean {
    return this.diskLostAt !== undefined
  }

  get alive(): boolean {
    return this.#program.alive
  }

  /** The node ends in good order, or is ended, and comes back as another program. */
  install(software: Software): void {
    const { world } = this.#around
    const [program, node] = [this.#program, this.node]
    world.note(`${this.name} is stopped, to come back as ${software.code}`)
    this.#software = software
    this.#node = undefined
    void this.#endInOrder(program, node)
  }

  async #endInOrder(program: Program, node: KhataNode | undefined): Promise<void> {
    try {
      await Promise.race([node?.stop(), this.#around.world.sleep(program, stopMsMax)])
      if (program.alive && this.#program === program) this.crash('kill', restartMs)
    } catch (error) {
      this.#failed(program, error)
    }
  }

  start(): void {
    if (this.#program.alive || this.retired) return
    this.#starts += 1
    const program = new Program(this.name)
    this.#program = program
    this.#node = undefined
    this.#around.world.note(`${this.name} starts (${this.#starts})`)
    void this.#open(program)
  }

  /** The program ends at once; with the power, what no fsync followed may go too. */
  crash(kind: 'kill' | 'power', restartAfterMs: number): void {
    const { world } = this.#around
    world.note(`${this.name}: ${kind === 'kill' ? 'kill -9' : 'power lost'}, back in ${restartAfterMs} ms`)
    this.#program.kill()
    this.#store?.abandon()
    this.#store = undefined
    if (kind === 'power') {
      this.hardware.disk.losePower((unsynced) => world.between(0, unsynced))
      this.hardware.images.losePower(
        (bytes) => world.beside.between(0, bytes),
        () => world.beside.happens(0.5),
      )
    }
    world.later(restartAfterMs, () => this.start())
  }

  /** The node ends and comes back on another disk: an empty one, or one set back. */
  replaceDisk(disk: Disk, restartAfterMs: number): void {
    this.crash('power', restartAfterMs)
    this.hardware.disk = disk
    this.hardware.images = new ImageFiles()
    this.diskLostAt = this.#around.world.elapsedMs
  }

  async #open(program: Program): Promise<void> {
    const { world } = this.#around
    try {
      const store = new SimStore(world, program, this.hardware.disk)
      this.#store = store
      this.#running = this.#software
      this.#unjudged.clear()
      const site = readBy(this.#running, this.#around.alter(this.#site(program, store), this.plan))
      if (this.diskLost) await this.#bar(program, store)
      const failed = (error: unknown): void => this.#told(program, error)
      const server = this.plan.hub === undefined ? undefined : new SimLinkServer(program, failed)
      if (server !== undefined) this.#around.network.listen(this.name, server)
      const node = await KhataNode.open(this.#setting(program, site), server)
      if (!program.alive) return
      this.#node = node
      world.note(`${this.name} is open: ${sizes(node)}`)
      this.look()
      this.#saysWhatItLacks(node)
    } catch (error) {
      this.#failed(program, error)
    }
  }

  /** What everybody may see of the running node is as it must be. */
  look(): void {
    const { node } = this
    if (node === undefined) return
    const { world, history } = this.#around
    history.look(this.name, node, this.diskLost)
    const judged = [...node.logs.all.keys()].filter((log) => log !== registerLog)
    const mayJudge = knowsRules(node.register, this.#running.rulesVersions)
    world.must(mayJudge || judged.length === 0, `${this.name} judges ${judged.join()} by rules that it does not have`)
  }

  /** Of each log that it is to write, and cannot judge. */
  #saysWhatItLacks({ register, logs }: KhataNode): void {
    if (this.diskLost || knowsRules(register, this.#running.rulesVersions)) return
    const silent = logs.own.filter((log) => log !== registerLog && !this.#unjudged.has(log))
    this.#around.world.must(silent.length === 0, `${this.name} lacks the rules of ${silent.join()} and does not say so`)
  }

  /** A store that is behind what it once released must never be written on. */
  async #bar(program: Program, store: SimStore): Promise<void> {
    const { history } = this.#around
    const behind = new Set<string>()
    for (const log of history.logs) {
      const { size } = await readHead(store, log)
      if (size < history.log(log).entries.length && !history.isBetrayed(log)) behind.add(log)
    }
    history.bar(program, behind)
  }

  #site(program: Program, store: SimStore): SimSite {
    const { world, faults, history } = this.#around
    const { disk, images } = this.hardware
    const journal = (event: string, about: Readonly<Record<string, unknown>>): void => {
      if (!program.alive) return
      world.note(`${this.name} ${event} ${JSON.stringify(about)}`)
      if (event === 'rules-unknown') this.#unjudged.add(String(about['log']))
    }
    return {
      store,
      eventLog: new SimEventLog({ world, program }, this.hardware.server, { faults: faults.server, watch: history }),
      images: new SimImageStore(world, program, { files: images, isFull: () => disk.full }),
      verifier: new SimVerifier(world, program),
      clock: new SimClock(world, program, this),
      marker: new SimMarker(world, program, this.hardware.marks),
      journal: { info: journal, alarm: journal },
    }
  }

  #setting(program: Program, site: Site) {
    const { trust } = this.#around
    const { name, role, seats, hub, signer, cosignerSigner } = this.plan
    const canCosign = hub !== undefined && cosignerSigner !== undefined
    return {
      name,
      role,
      site,
      trust,
      signer,
      cosign: canCosign
        ? cosigner(trust, hub, { signer: cosignerSigner, clock: site.clock })
        : (note: Uint8Array): Uint8Array => note,
      seats,
      hub,
      links: new Map(this.plan.hubsAbove.map((above) => [above, this.#link(program, above)])),
      ...this.#running,
      onFailed: (error: unknown) => this.#failed(program, error),
    }
  }

  #link(program: Program, to: string): Link {
    const { world, network, history, faults } = this.#around
    const seen = (verb: string, payload: Uint8Array): void => {
      if (verb === 'image') return this.#mustBeQuiet(program, to)
      const request = verb === 'push' ? decodePushRequest(payload) : undefined
      if (request?.ok === true) history.shown(request.value.log, request.value.checkpoint, `${this.name} > ${to}`)
    }
    const answered = (verb: string, payload: Uint8Array, bytes: Uint8Array): void => {
      if (verb !== 'push') return
      const [request, reply] = [decodePushRequest(payload), decodePushReply(bytes)]
      if (request.ok && reply.ok && contradictions.has(reply.value.code)) {
        history.contradicted(to, request.value.log, request.value.checkpoint)
      }
    }
    const link = new SimLink(world, program, { network, from: this.name, to, seen, answered }, faults.way)
    return this.treason === undefined ? link : new TraitorLink(link, this.plan.seats, this.treason)
  }

  /** Nothing of an image leaves for a hub while entries wait for it. */
  #mustBeQuiet(program: Program, hub: string): void {
    const node = this.#program === program ? this.#node : undefined
    const waiting = [...(node?.logs.all ?? [])].filter(([, { pushers }]) =>
      pushers.some((pusher) => pusher.hub === hub && pusher.hasEntries),
    )
    const logs = waiting.map(([log]) => log).join()
    this.#around.world.must(logs === '', `${this.name} sends of an image to ${hub}, and entries of ${logs} wait`)
  }

  /** An answer that could not be given is an alarm in the node's journal: its operator reads it. */
  alarmed(error: unknown): void {
    this.#told(this.#program, error)
  }

  #told(program: Program, error: unknown): void {
    if (!program.alive || this.#program !== program) return
    this.#around.world.note(`${this.name} could not answer: ${String(error)}`)
    if (error instanceof PortDamaged) this.#repair()
  }

  /** What has been found damaged is taken away, and comes again from the other side or from other machines. */
  #repair(): void {
    const { world } = this.#around
    const { disk, server } = this.hardware
    world.must(disk.flips > 0 || server.damaged, `${this.name} finds damage where there is none`)
    if (server.damaged) server.forget(() => 0)
    if (disk.flips > 0) this.replaceDisk(disk.blank(), world.between(100, 5_000))
    else this.crash('kill', restartMs)
  }

  /**
   * The node says that it must stop, or could not open. A port that is away is a reason, and damage where there is some;
   * anything else is a bug.
   */
  #failed(program: Program, error: unknown): void {
    if (!program.alive || this.#program !== program) return
    const { world } = this.#around
    world.note(`${this.name} stops: ${String(error)}`)
    const { disk, server } = this.hardware
    if (error instanceof PortDamaged && (disk.flips > 0 || server.damaged)) return this.#repair()
    if (!(error instanceof PortUnavailable)) world.breach(error instanceof Error ? error : new Error(String(error)))
    this.crash('kill', restartMs)
  }
}

function sizes(node: KhataNode): string {
  const logs = [...node.logs.all].map(([log, running]) => {
    const lineage = running.kind === 'follower' ? running.lineage?.code : undefined
    return `${log} ${running.kind} ${running.runner.fold.size}${lineage === undefined ? '' : ` (${lineage})`}`
  })
  return logs.join(', ')
}
