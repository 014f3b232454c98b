import { setInterval } from 'node:timers/promises'
import { ListKind, type StationInput, StationType } from '@khata/proto'
import { Ways } from '@khata/sim'
import { nativeSigning } from '@khata/verifier-pool'
import { expect, test } from 'vitest'
import { chance } from './support/chance.ts'
import { get, until } from './support/client.ts'
import { Network, type Place, seatName } from './support/network.ts'

/** 2 kB/s with a cut every minute, ten times as fast. */
const line = { bytesPerSecond: 20_000, lossPerMille: 300 }
const cutEveryMs = 6_000
const downMs = 500

const stations = 924
const stationsPerPart = 150

test('a seat’s lists go up a line that is slow, loses a third and is cut again and again', async () => {
  await using ways = new Ways(line)
  const signer = { ...(await nativeSigning()), verify: () => true }
  await using network = await Network.start({ candidates: 46, signer }, { wayUp: (url) => ways.to(url) })
  const cutting = new AbortController()
  const cuts = cutAgainAndAgain(ways, cutting.signal)
  await fileLists(network)
  const there = await formHash(network.ro, 'form28')
  await until(async () => ((await formHash(network.hq, 'form28')) === there ? true : undefined), 'Form 28 at HQ')
  await until(async () => ((await formHash(network.province, 'form28')) === there ? true : undefined), 'the province')
  expect(await formHash(network.hq, 'form33')).toBe(await formHash(network.ro, 'form33'))
  cutting.abort()
  expect(await cuts).toBeGreaterThan(0)
})

/** Answers how often. */
async function cutAgainAndAgain(ways: Ways, signal: AbortSignal): Promise<number> {
  let cuts = 0
  try {
    for await (const _ of setInterval(cutEveryMs, undefined, { signal })) {
      ways.cut()
      cuts += 1
      await new Promise((resolve) => setTimeout(resolve, downMs))
      ways.mend()
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return cuts
}

async function fileLists(network: Network): Promise<void> {
  const seat = network.election.seat(seatName)
  seat.open()
  const rows = Array.from({ length: stations }, (_, at) => urduStation(at + 1))
  const parts = Math.ceil(rows.length / stationsPerPart)
  for (let part = 1; part <= parts; part += 1) {
    const own = rows.slice(stationsPerPart * (part - 1), stationsPerPart * part)
    await network.must(network.ro, seat.must(seat.ro.listStations(own, { version: 1, part, parts })))
  }
  for (const statement of seat.listCandidates()) await network.must(network.ro, statement)
  for (const list of [ListKind.FORM_28, ListKind.FORM_33]) {
    await network.must(network.ro, seat.must(seat.ro.certify(seat.log, list)))
  }
}

const random = chance(28)

function integer(from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

const words =
  'گورنمنٹ پرائمری اسکول برائے طلبا طالبات ہائی سیکنڈری محلہ گاؤں چک موضع قصبہ کالونی شرقی غربی بستی ڈیرہ کوٹ پورہ'.split(
    ' ',
  )

function urdu(count: number): string {
  return Array.from({ length: count }, () => words[integer(0, words.length - 1)]).join(' ')
}

/** As long as a row of a real Form 28: a name of some ten words, and two electoral areas. */
function urduStation(number: number): StationInput {
  const areas = [1, 2].map(() => ({
    name: urdu(4),
    censusBlock: String(integer(100_000_000, 999_999_999)),
    urban: integer(0, 1) === 1,
  }))
  const [male, female] = [integer(200, 900), integer(200, 900)]
  const voters = { registeredMale: male, registeredFemale: female, registeredTotal: male + female }
  return {
    number,
    name: urdu(9),
    type: StationType.COMBINED,
    ...voters,
    synthetic: '',
    physicalStation: `building-${number}`,
    areas,
  }
}

async function formHash({ node }: Place, form: string): Promise<string | undefined> {
  const { status, headers } = await get(node.url, `/v1/seats/${seatName}/${form}`)
  return status === 200 ? (headers.get('khata-form-hash') ?? undefined) : undefined
}
