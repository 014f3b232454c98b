import {
  appendLeaf,
  type Checkpoint,
  claimedCheckpoint,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  leafHash,
  openEntry,
  parseNote,
  parseTlogProof,
  type SignedBytes,
  toHex,
} from '@khata/ledger'
import { encodeSignedStatement } from '@khata/proto'
import { nativeSigning } from '@khata/verifier-pool'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkpointOf, json, post } from './support/client.ts'
import { entriesOf } from './support/entries.ts'
import { Network, seatName } from './support/network.ts'
import { chance } from './support/chance.ts'

const stations = 500
const kills = 20
const statementsPerLife = 50
/** Long enough for a group to be anywhere between the door and its checkpoint. */
const lifeMsMax = 250

let network: Network

beforeAll(async () => {
  // Data of the test's own: making it checks nothing.
  const signer = { ...(await nativeSigning()), verify: () => true }
  network = await Network.start({ stations, candidates: 5, signer })
  await network.prepareSeat()
}, 240_000)

afterAll(async () => {
  await network[Symbol.asyncDispose]()
})

test('killed twenty times in a thousand submissions, an RO’s node loses, doubles and contradicts nothing it answered', async () => {
  const seed = Number(process.env['KHATA_TEST_SEED'] ?? 7)
  const random = chance(seed)
  const seat = network.election.seat(seatName)
  const forms = Array.from({ length: stations }, (_, at) => seat.po(at + 1).submit({ votes: [at, 2, 3, 4, 5] }))
  const acceptances = forms.map((form, at) => seat.ro.accept(form, at + 1))
  const receipts: Uint8Array[] = []
  const released: Checkpoint[] = []
  for (let life = 0; life < kills; life += 1) {
    const said = life < kills / 2 ? forms : acceptances
    const from = (life % (kills / 2)) * statementsPerLife
    const batch = said.slice(from, from + statementsPerLife)
    const answered = submitEach(batch)
    await sleep(random() * lifeMsMax)
    await network.ro.node.kill()
    await network.ro.node.start()
    receipts.push(...(await answered))
    const checkpoint = await checkpointOf(network.ro.node.url, seatName)
    if (checkpoint !== undefined) released.push(checkpoint)
  }

  expect(receipts).toHaveLength(2 * stations)
  const entries = await entriesOf(network.ro.node.url, seatName, receipts)
  expectEachOnce(entries, [...forms, ...acceptances])
  for (const receipt of receipts) expectStillThere(entries, receipt, released)
  expectConsistent(entries, released)

  const form47 = (await json(network.ro.node.url, `/v1/seats/${seatName}/form47`)) as Form47Seen
  expect(form47.stations.accepted).toBe(stations)
  expect(form47.candidates.map(({ votes }) => votes)).toEqual([
    (stations * (stations - 1)) / 2,
    ...[2, 3, 4, 5].map((votes) => votes * stations),
  ])
}, 480_000)

interface Form47Seen {
  readonly stations: { readonly accepted: number }
  readonly candidates: readonly { readonly votes: number }[]
}

/** Sends the same bytes until they are answered, whatever becomes of the node meanwhile. */
async function submitEach(batch: readonly SignedBytes[]): Promise<readonly Uint8Array[]> {
  return Promise.all(batch.map(submitUntilAnswered))
}

async function submitUntilAnswered(signed: SignedBytes): Promise<Uint8Array> {
  for (;;) {
    const answer = await post(network.ro.node.url, encodeSignedStatement(signed)).catch(() => undefined)
    if (answer?.status === 200) return answer.bytes
    if (answer !== undefined) expect(answer.status).toBe(503)
    await sleep(20)
  }
}

function expectEachOnce(entries: readonly Uint8Array[], said: readonly SignedBytes[]): void {
  const times = new Map<string, number>()
  for (const bytes of entries) {
    const entry = openEntry(bytes)
    if (!entry.ok) throw new Error(entry.error.code)
    const key = toHex(entry.value.entry.statement)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  expect(said.filter(({ statement }) => times.get(toHex(statement)) !== 1)).toEqual([])
}

function expectStillThere(entries: readonly Uint8Array[], receipt: Uint8Array, released: Checkpoint[]): void {
  const proof = parseTlogProof(receipt)
  if (!proof.ok || proof.value.extra === undefined) throw new Error('not a receipt')
  expect(toHex(entries[proof.value.index] ?? new Uint8Array(0))).toBe(toHex(proof.value.extra))
  const note = parseNote(proof.value.checkpoint)
  const checkpoint = note.ok ? claimedCheckpoint(note.value) : undefined
  if (checkpoint?.ok !== true) throw new Error('a receipt without a checkpoint')
  released.push(checkpoint.value)
}

/** Every checkpoint that ever left the node is a beginning of the log as it stands. */
function expectConsistent(entries: readonly Uint8Array[], released: readonly Checkpoint[]): void {
  const frontiers: Frontier[] = [emptyFrontier]
  for (const entry of entries) frontiers.push(appendLeaf(frontiers.at(-1) ?? emptyFrontier, leafHash(entry)))
  for (const { size, root } of released) {
    expect(toHex(root)).toBe(toHex(frontierRoot(frontiers[size] ?? emptyFrontier)))
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
