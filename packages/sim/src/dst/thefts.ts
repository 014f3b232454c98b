import {
  firstLink,
  frontierRoot,
  fromHex,
  intakeLog,
  invariant,
  openEntry,
  registerLog,
  sayNext,
  toHex,
} from '@khata/ledger'
import { sizeOf } from '@khata/node'
import { Form47Stage, type StatementInputBody } from '@khata/proto'
import { approve } from '../ceremony/root.ts'
import type { DrillKey } from '../ceremony/drill-key.ts'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import type { Seeded } from '../election/seeded.ts'
import { entropyOf } from './device-ports.ts'
import { electionId, poKey, roKey, root, simulatedPlan } from './election.ts'
import { fileUntilLogged, fileUntilReplicated } from './filing.ts'
import { formOf, type Scene, seatAt } from './officers.ts'
import type { Deed } from './part.ts'

/** A thief with a presiding officer's secret key: another form for the station, its lock, a correction nobody asked for. */
export function stolenOfficerKey(chance: Seeded): Deed {
  const seat = oneOf(chance, simulatedPlan.seats)
  const station = oneOf(chance, seat.stations)
  return theft(chance, seat, {
    of: `the presiding officer of station ${station.number} of ${seat.seat}`,
    key: poKey(seat, station),
    acts: [() => otherForm(station), ({ form }) => lockOf(station, form), ({ form }) => correctionOf(station, form)],
  })
}

/** A thief with a returning officer's secret key: acceptances, returns, rejections and a Form 47 that is not the log's. */
export function stolenReturningKey(chance: Seeded): Deed {
  const seat = oneOf(chance, simulatedPlan.seats)
  return theft(chance, seat, {
    of: `the returning officer of ${seat.seat}`,
    key: roKey(seat),
    acts: [({ scene }) => examined(scene, seat), ({ scene }) => falseForm47(scene, seat)],
  })
}

interface Loot {
  /** Whose key it is. */
  readonly of: string
  readonly key: DrillKey
  readonly acts: readonly ((thief: Thief) => StatementInputBody | undefined)[]
}

function theft(chance: Seeded, seat: SeatPlan, loot: Loot): Deed {
  const revokedAfterMs = chance.integer(0, revokedAfterMsMax)
  const isCutBack = chance.uniform() < 0.5
  const from = isCutBack ? 'where it was stolen' : 'where HQ holds its log'
  return {
    words: `the key of ${loot.of} is stolen; ${revokedAfterMs} ms later the root revokes it from ${from} on`,
    act: (grounds) => {
      const thief = new Thief(grounds, seat, loot)
      grounds.world.later(revokedAfterMs, () => grounds.background(registerLog, () => thief.loseKey(isCutBack)))
      grounds.aside(() => thief.live())
    },
  }
}

const actsMax = 6
const pauseMsMax = 4_000
const revokedAfterMsMax = 20_000

/** Somebody who speaks with another's key, from a device chain of his own, until the root takes the key away and after. */
class Thief {
  /** Hash of the newest form of his that was taken. */
  form: Uint8Array = new Uint8Array(32)
  /** Hashes of all that he has signed, in hex. */
  readonly #said = new Set<string>()
  readonly scene: Scene
  readonly #seat: SeatPlan
  readonly #loot: Loot
  #chain = firstLink

  constructor(scene: Scene, seat: SeatPlan, loot: Loot) {
    this.scene = scene
    this.#seat = seat
    this.#loot = loot
    scene.history.stolen.set(seat.seat, loot.key.keyHex)
  }

  async live(): Promise<void> {
    const { world, clients } = this.scene
    const { acts } = this.#loot
    for (let done = 0; done < actsMax; done++) {
      const body = acts[done % acts.length]?.(this)
      if (body !== undefined) await this.#say(body)
      await world.sleep(clients, world.between(100, pauseMsMax))
    }
  }

  /** At the office or at HQ. Once every office of the seat knows the revocation, nothing new is taken there. */
  async #say(body: StatementInputBody): Promise<void> {
    const { world, desk } = this.scene
    const { seat } = this.#seat
    const { signed, hash } = this.#sign(body)
    this.#said.add(toHex(hash))
    const isKnown = this.#isRevoked()
    const isFalse = body.body === 'form47Issued'
    if (world.happens(0.3)) void fileUntilLogged(desk(intakeLog('hq')), signed)
    const filing = fileUntilLogged(desk(seat), signed)
    const filed = await Promise.race([filing, world.sleep(this.scene.clients, pauseMsMax)])
    if (filed?.type !== 'receipt') return
    if (body.body === 'form45Submitted') this.form = hash
    world.must(!isKnown, `${seat} took ${body.body} of a key that it knew to be revoked`)
    world.must(!isFalse, `${seat} took a Form 47 that is not the log's`)
  }

  /** With ids of his own: the owner's are taken. */
  #sign(body: StatementInputBody) {
    const { world } = this.scene
    const { key: signer, sign } = this.#loot.key
    const id = entropyOf(world).bytes(16)
    const saying = { election: electionId, seat: this.#seat.seat, id, signer, saidAt: world.now, body }
    const said = sayNext(this.#chain, saying, sign)
    this.#chain = said.chain
    return said
  }

  /** Whether each office of the seat holds the register's order and is past its cut. */
  #isRevoked(): boolean {
    const { machines } = this.scene
    const { seat } = this.#seat
    const offices = machines.filter(({ plan }) => plan.seats.includes(seat))
    return offices.every(({ node }) => {
      const cuts = node?.register.revocations.get(this.#loot.key.keyHex) ?? []
      const running = node?.logs.all.get(seat)
      return running !== undefined && cuts.some(({ log, size }) => log === seat && size <= sizeOf(running))
    })
  }

  /** The root cuts the key off at the log's end as HQ holds it, or where it was stolen. */
  async loseKey(isCutBack: boolean): Promise<void> {
    const { world, machines, people, desk, clients } = this.scene
    const { seat } = this.#seat
    const hq = machines.find(({ plan }) => plan.role === 'hq')
    while (hq?.node?.logs.fold(seat) === undefined) await world.sleep(clients, pauseMsMax)
    const fold = hq.node.logs.fold(seat)
    if (fold === undefined) return
    const size = isCutBack ? Math.min(fold.size, this.#stolenAt() ?? fold.size) : fold.size
    const cuts = [{ log: seat, size, root: frontierRoot(fold.frontier) }]
    const order = approve(root, { body: 'keyRevoked', keyRevoked: { key: this.#loot.key.key, reason: 'stolen', cuts } })
    world.note(`the root revokes ${this.#loot.key.keyHex.slice(0, 8)} in ${seat} from ${size} on`)
    const { signed } = people.hq.say('', { body: 'rootOrder', rootOrder: order }, world.now)
    await fileUntilReplicated(desk(registerLog), signed)
  }

  /** Entry of the first statement of his that the log holds. */
  #stolenAt(): number | undefined {
    const { entries } = this.scene.history.log(this.#seat.seat)
    const at = entries.findIndex((bytes) => {
      const opened = openEntry(bytes)
      return opened.ok && opened.value.statement.ok && this.#said.has(opened.value.statement.value.hashHex)
    })
    return at === -1 ? undefined : at
  }
}

function otherForm(station: StationPlan): StatementInputBody {
  const form = formOf(station)
  const counts = (form.counts ?? []).map((count, at) =>
    at === 0 ? { ...count, total: (count.total ?? 0) + 50 } : count,
  )
  const more = { validTotal: (form.validTotal ?? 0) + 50, polledTotal: (form.polledTotal ?? 0) + 50 }
  return { body: 'form45Submitted', form45Submitted: { form: { ...form, ...more, counts } } }
}

function lockOf({ number }: StationPlan, form: Uint8Array): StatementInputBody {
  return { body: 'form45Locked', form45Locked: { station: number, form } }
}

function correctionOf(station: StationPlan, supersedes: Uint8Array): StatementInputBody {
  const other = otherForm(station)
  const form = other.body === 'form45Submitted' ? other.form45Submitted.form : undefined
  return { body: 'form45Corrected', form45Corrected: { supersedes, form, note: '' } }
}

/** Accepts, rejects or returns whatever form there is. */
function examined(scene: Scene, { seat }: SeatPlan): StatementInputBody | undefined {
  const records = [...(seatAt(scene, seat)?.state.stations.values() ?? [])].filter(
    ({ current }) => current !== undefined,
  )
  const record = records[scene.world.between(0, Math.max(0, records.length - 1))]
  const form = record?.current && fromHex(record.current.hash)
  if (record === undefined || form === undefined) return undefined
  const about = { station: record.station.number, form }
  const bodies: readonly StatementInputBody[] = [
    { body: 'form45Accepted', form45Accepted: about },
    { body: 'form45Rejected', form45Rejected: { ...about, reason: 'no reason' } },
    { body: 'correctionRequested', correctionRequested: { ...about, codes: [], note: 'no reason', figures: [] } },
  ]
  return bodies[scene.world.between(0, bodies.length - 1)]
}

function falseForm47(scene: Scene, { seat }: SeatPlan): StatementInputBody | undefined {
  const shown = seatAt(scene, seat)
  if (shown === undefined) return undefined
  const awaited = [...shown.state.stations.keys()].map((station) => ({ station, reason: 'no reason' }))
  const issued = { stage: Form47Stage.PARTIAL, size: shown.fold.size, sha256: new Uint8Array(32).fill(7), awaited }
  return { body: 'form47Issued', form47Issued: { ...issued, announced: true, affixed: true } }
}

function oneOf<T>(chance: Seeded, all: readonly T[]): T {
  const one = all[chance.integer(0, all.length - 1)]
  invariant(one !== undefined, 'there is one to pick')
  return one
}
