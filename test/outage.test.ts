import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseTlogProof, type SignedBytes, toHex } from '@khata/ledger'
import { encodeSignedStatement } from '@khata/proto'
import { nativeSigning } from '@khata/verifier-pool'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, post } from './support/client.ts'
import { entriesOf } from './support/entries.ts'
import { Network, seatName } from './support/network.ts'

const stations = 40

let network: Network

beforeEach(async () => {
  network = await Network.start({ stations, candidates: 3, signer: { ...(await nativeSigning()), verify: () => true } })
  await network.prepareSeat()
})

afterEach(async () => {
  await network[Symbol.asyncDispose]()
})

describe('while a part of the machine is away', () => {
  test('no answer is given that is not true, and work resumes by itself: the nats-server', async () => {
    const answers = formsOf(1, 20).map(submitUntilLogged)
    await network.ro.nats.kill()
    const meanwhile = await Promise.all(formsOf(21, 40).map((form) => firstAnswer(form)))
    expect(meanwhile.filter((answer) => answer?.status === 200)).toEqual([])
    await network.ro.nats.restart()

    await expectAllLogged([...answers, ...formsOf(21, 40).map(submitUntilLogged)])
  })

  test('no answer is given that is not true, and work resumes by itself: a full disk', async ({ skip }) => {
    skip(!canMount(), 'only root may mount a small disk; the simulator fills its own')
    const disk = await mkdtemp(join(tmpdir(), 'khata-disk-'))
    mount('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk)
    try {
      await moveStoreTo(disk)
      await Promise.all(formsOf(1, 5).map(submitUntilLogged))
      await fill(disk)
      const meanwhile = await Promise.all(formsOf(6, 20).map((form) => firstAnswer(form)))
      const untrue = meanwhile.filter(
        (answer) => answer !== undefined && answer.status !== 200 && answer.status !== 503,
      )
      expect(untrue).toEqual([])
      await rm(join(disk, 'filler'))
      await expectAllLogged([...formsOf(1, 5), ...formsOf(6, 20)].map(submitUntilLogged))
    } finally {
      await network.ro.node.kill()
      mount('umount', disk)
      await rm(disk, { recursive: true })
    }
  })
})

const forms = new Map<number, SignedBytes>()

/** The same bytes each time: a device that sends again sends what it signed. */
function formsOf(from: number, to: number): readonly SignedBytes[] {
  const seat = network.election.seat(seatName)
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const station = from + at
    const form = forms.get(station) ?? seat.po(station).submit({ votes: [station, 2, 3] })
    forms.set(station, form)
    return form
  })
}

afterEach(() => forms.clear())

/** What a device sees within two seconds; undefined when the node says nothing. */
async function firstAnswer(signed: SignedBytes): Promise<Answer | undefined> {
  const silence = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 2_000))
  return Promise.race([post(network.ro.node.url, encodeSignedStatement(signed)).catch(() => undefined), silence])
}

async function submitUntilLogged(signed: SignedBytes): Promise<Answer> {
  for (;;) {
    const answer = await post(network.ro.node.url, encodeSignedStatement(signed)).catch(() => undefined)
    if (answer?.status === 200) return answer
    if (answer !== undefined) expect(answer.status).toBe(503)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Every receipt given names an entry that is there, each once. */
async function expectAllLogged(answers: readonly Promise<Answer>[]): Promise<void> {
  const receipts = (await Promise.all(answers)).map(({ bytes }) => bytes)
  const entries = await entriesOf(network.ro.node.url, seatName, receipts)
  const indexes = receipts.map((receipt) => {
    const proof = parseTlogProof(receipt)
    if (!proof.ok || proof.value.extra === undefined) throw new Error('not a receipt')
    expect(toHex(entries[proof.value.index] ?? new Uint8Array(0))).toBe(toHex(proof.value.extra))
    return proof.value.index
  })
  expect(new Set(indexes).size).toBe(indexes.length)
}

async function moveStoreTo(disk: string): Promise<void> {
  const { node } = network.ro
  const data = join(node.folder, 'data')
  await node.stop()
  await cp(data, join(disk, 'data'), { recursive: true })
  await rm(data, { recursive: true })
  await symlink(join(disk, 'data'), data)
  await node.start()
}

async function fill(disk: string): Promise<void> {
  await writeFile(join(disk, 'filler'), new Uint8Array(32 * 2 ** 20)).catch(() => undefined)
}

function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

function mount(command: string, ...options: readonly string[]): void {
  const { status, stderr } = spawnSync(command, options)
  if (status !== 0) throw new Error(`${command}: ${String(stderr)}`)
}
