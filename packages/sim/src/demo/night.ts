import { setTimeout } from 'node:timers/promises'
import { type Form47, invariant, positionCommitment } from '@khata/ledger'
import { Channel, PositionClaim } from '@khata/proto'
import pLimit from 'p-limit'
import { drillKey } from '../ceremony/drill-key.ts'
import { privateRecord, saltOf } from '../ceremony/private-record.ts'
import { deadlines } from '../ceremony/rules.ts'
import { poKeyName } from '../ceremony/seat.ts'
import { type Arrival, arrivals } from '../election/arrivals.ts'
import type { Form45Figures, SeatPlan, StationPlan } from '../election/plan.ts'
import { correctedFigures } from '../officers/correction.ts'
import { form45Of } from '../officers/form45.ts'
import { postOf } from '../officers/posts.ts'
import { PresidingOfficer } from '../officers/presiding-officer.ts'
import type { Examined } from '../officers/returning-officer.ts'
import type { Drill } from './drill.ts'
import { forSites } from './network.ts'

/** What the night's officers did, in numbers. */
export interface NightTally {
  submitted: number
  accepted: number
  returned: number
  corrected: number
  partial: number
  complete: number
}

/** Forms on their way at once, over all seats. */
const onTheWayMax = 720

/** The whole night in its order of events, as fast as the machine bears: forms, Form 47 at two, the rest, Form 47. */
export async function electionNight(drill: Drill, seed: number): Promise<NightTally> {
  const tally: NightTally = { submitted: 0, accepted: 0, returned: 0, corrected: 0, partial: 0, complete: 0 }
  const all = arrivals(drill.plan, seed)
  const { closeOfPollMs } = drill.plan
  const untilTwoMs = closeOfPollMs === undefined ? 0 : deadlines(closeOfPollMs).form47PartialDueAt - closeOfPollMs
  const early = all.filter(({ atMs }) => atMs < untilTwoMs)
  await receive(drill, early, tally)
  if (early.length > 0 && early.length < all.length) await issueAll(drill, tally, 'not received by 02:00')
  await receive(drill, all.slice(early.length), tally)
  await issueAll(drill, tally, 'not received by 10:00')
  return tally
}

/** How a sample of the devices came to replicated receipts. */
export interface ReceiptTally {
  readonly devices: number
  readonly asked: number
  /** Statements on their ways for which a device that was asked still lacks one. */
  readonly lacking: number
}

/**
 * Has devices ask for their replicated receipts until they hold them: a sample, since one machine plays thousands of
 * phones here.
 */
export async function collectReceipts(drill: Drill): Promise<ReceiptTally> {
  const all = await Promise.all(drill.pos.values())
  const every = Math.max(1, Math.ceil(all.length / receiptSampleMax))
  const officers = all.filter((_, at) => at % every === 0)
  const limit = pLimit(onTheWayMax)
  let lacking = officers.length
  for (let round = 0; round < receiptRoundsMax && lacking > 0; round += 1) {
    if (round > 0) await setTimeout(100, undefined, { signal: drill.signal })
    drill.clock.moveOn(pollMsMax)
    const lacks = await Promise.all(officers.map((officer) => limit(() => officer.collectReceipts())))
    lacking = lacks.reduce((a, b) => a + b, 0)
  }
  return { devices: all.length, asked: officers.length, lacking }
}

const receiptSampleMax = 300
const receiptRoundsMax = 20

/** Further than any device waits between two questions. */
const pollMsMax = 61_000

async function receive(drill: Drill, forms: readonly Arrival[], tally: NightTally): Promise<void> {
  const limit = pLimit(onTheWayMax)
  const seats = new Map(drill.plan.seats.map((seat) => [seat.seat, seat]))
  const stations = new Map(
    drill.plan.seats.flatMap(({ seat, stations: own }) =>
      own.map((station) => [`${seat}/${station.number}`, station] as const),
    ),
  )
  await Promise.all(
    forms.map(({ seat, station }) =>
      limit(async () => {
        drill.signal.throwIfAborted()
        const plan = seats.get(seat)
        const row = stations.get(`${seat}/${station}`)
        invariant(plan !== undefined && row !== undefined, 'a form arrives from a station of the plan')
        await receiveForm(drill, plan, row, tally)
      }),
    ),
  )
}

/**
 * One form: signed, sent to RO and HQ, looked at, and where the form itself shows how, corrected by its officer, who
 * comes to the office for it and shows the lock there.
 */
async function receiveForm(drill: Drill, seat: SeatPlan, station: StationPlan, tally: NightTally): Promise<void> {
  const { figures } = station
  if (figures === undefined) return
  const officer = await officerAt(drill, seat, station)
  await officer.sign(seat.seat, formOf(drill, seat, station, figures))
  await send(drill, officer)
  tally.submitted += 1
  const examined = await examine(drill, seat, station, tally)
  const corrected = correctedFigures(figures, seat.candidates.length)
  if (examined.type !== 'returned' || corrected === undefined) return
  const { opened } = await officer.correct(seat.seat, examined.form, formOf(drill, seat, station, corrected))
  await send(drill, officer)
  tally.corrected += 1
  await officer.show(await drill.ro(seat.seat).challenge(station.number, opened.hash))
  await officer.deliver(drill.signal)
  await examine(drill, seat, station, tally)
}

async function send(drill: Drill, officer: PresidingOfficer): Promise<void> {
  await officer.deliver(drill.signal)
  drill.progress.add('received')
  drill.progress.add('hqCopies')
}

async function examine(drill: Drill, seat: SeatPlan, station: StationPlan, tally: NightTally): Promise<Examined> {
  const examined = await drill.ro(seat.seat).examine(station.number)
  if (examined.type !== 'left') tally[examined.type] += 1
  drill.progress.add('examined')
  return examined
}

/** Elections Act 2017 s. 13(3): each returning officer's Form 47 as it stands, with a reason for each station awaited. */
async function issueAll(drill: Drill, tally: NightTally, late: string): Promise<void> {
  await forSites(drill.plan.seats, async ({ seat }) => {
    const stage = await drill.ro(seat).issue((open) => reasonFor(open, late))
    tally[stage] += 1
  })
}

function reasonFor({ status }: Form47['notCounted'][number], late: string): string {
  switch (status) {
    case 'awaited':
      return late
    case 'returned':
      return 'returned to the presiding officer for correction'
    case 'received':
      return 'received, not yet examined'
    case 'rejected':
      return 'not a Form 45 of this station'
    case 'held':
      return 'two forms that differ'
    case 'closed':
      return 'no poll was completed'
  }
}

/** A building's officer, with one device for both polls; the same one whenever asked. */
function officerAt(drill: Drill, seat: SeatPlan, station: StationPlan): Promise<PresidingOfficer> {
  const name = poKeyName(seat.seat, station)
  const known = drill.pos.get(name) ?? openOfficer(drill, name, station.physicalStation ?? '', [seat, station])
  drill.pos.set(name, known)
  return known
}

async function openOfficer(
  drill: Drill,
  keyName: string,
  building: string,
  own: readonly [SeatPlan, StationPlan],
): Promise<PresidingOfficer> {
  const pairs = building === '' ? [own] : drill.stationsOf(building)
  const parameters = drill.register.election?.value.parameters
  invariant(parameters, 'the register declares the rules')
  const posts = pairs.map(([seat, { number }]) => {
    const lists = drill.lists.get(seat.seat)
    invariant(lists !== undefined, 'the seat has its lists')
    return postOf(seat.seat, lists, number, { parameters, destinations: drill.destinations(seat) })
  })
  const { election, transport, clock, trustOf } = drill
  return await PresidingOfficer.open({
    election,
    key: drillKey(drill.seed, keyName),
    posts,
    transport,
    clock,
    trustOf,
  })
}

function formOf(drill: Drill, seat: SeatPlan, station: StationPlan, figures: Form45Figures) {
  if (drill.plan.mode !== 'drill') return form45Of(station, figures)
  const record = privateRecord(drill.seed, poKeyName(seat.seat, station))
  const committed = { positionCommitment: positionCommitment(record.position, saltOf(record)) }
  const capture = { capturedAt: figures.countedAt, ...committed, position: PositionClaim.AT_STATION }
  return form45Of(station, figures, { channel: Channel.DEVICE_ONLINE, capture })
}
