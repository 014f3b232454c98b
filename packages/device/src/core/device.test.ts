import { toHex } from '@khata/ledger'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOfCount, postOf, seededEntropy } from '../contract/figures.ts'
import { election } from '../contract/filing-node.ts'
import { Crash, reusedNumbers, type Weather, World } from '../contract/world.ts'
import { Device, type SignedForm } from './device.ts'
import { makeSecret, signerOf } from './key.ts'
import { waitMsMax } from './limits.ts'
import { MemoryStore } from './memory-store.ts'
import type { DeviceStore, Transport } from './ports.ts'

const everyWeather: readonly Weather[] = [
  'clear',
  'lost on the way',
  'answer lost',
  'answer of the request before',
  'forged receipt',
  'forged refusal',
  'true refusal',
  'patience for ever',
  'garbage',
]

/** A form and its lock, at two destinations. */
const arrived = ['replicated', 'replicated', 'replicated', 'replicated']

describe('a device', () => {
  test('sends one form to every destination and keeps replicated receipts', async () => {
    const world = new World(1)
    const device = await world.boot()
    const { outgoing } = await sign(device, 41)
    await settle(world, device)
    expect(states(device)).toEqual(arrived)
    expect(device.nextDueAt()).toBeUndefined()
    const [form, lock] = device.outgoing
    expect(form).toBe(outgoing)
    expect(lock?.opened.statement).toMatchObject({
      body: 'form45Locked',
      form45Locked: { station: 118, form: outgoing.opened.hash },
    })
    for (const node of world.nodes.values()) expect(node.filed).toEqual([form, lock].map((it) => it?.opened.hashHex))
  })

  test.each(['lost on the way', 'patience for ever', 'garbage'] as const)(
    'sends nothing past a form that is %s: no log is told of a lock before its form',
    async (weather) => {
      const world = new World(8)
      const device = await world.boot()
      let asked = 0
      world.weather = () => (asked++ < 3 ? weather : 'clear')
      const { outgoing } = await sign(device, 41)
      await Promise.all([device.deliverDue(), device.deliverDue()])
      expect(asked).toBe(2)
      await settle(world, device)
      expect(states(device)).toEqual(arrived)
      for (const node of world.nodes.values()) expect(node.filed[0]).toBe(outgoing.opened.hashHex)
    },
  )

  test('goes on past a form that is refused', async () => {
    const world = new World(9)
    const device = await world.boot()
    await sign(device, 41)
    world.weather = () => 'true refusal'
    await device.deliverDue()
    expect(device.outgoing.flatMap(({ lines }) => lines.map(({ delivery }) => delivery.attempts))).toEqual([1, 1, 1, 1])
  })

  test('shows the station copy when no node can be reached, and counts nothing as sent', async () => {
    const world = new World(2)
    world.weather = () => 'lost on the way'
    const device = await world.boot()
    const { stationCopy, outgoing } = await sign(device, 41)
    expect(stationCopy).toMatchObject({ ok: true, value: { bytes: outgoing.signed } })
    await rounds(world, device, 5)
    expect(states(device)).toEqual(arrived.map(() => 'queued'))
  })

  test('keeps one chain for each seat, across restarts', async () => {
    const world = new World(3)
    const first = await sign(await world.boot(), 1)
    const second = await sign(await world.boot(), 2)
    expect(first.outgoing.opened.statement.sequence).toBe(1)
    expect(second.outgoing.opened.statement.sequence).toBe(3)
    expect(chainGaps(await world.boot())).toEqual([])
  })

  test('signs a prepared form once, however often it is asked', async () => {
    const world = new World(4)
    const device = await world.boot()
    const prepared = prepare(device, 5)
    const [one, two] = await Promise.all([device.sign(prepared), device.sign(prepared)])
    expect(one).toEqual(two)
    expect(bodies(device)).toEqual(['form45Submitted', 'form45Locked'])
  })

  test('signs forms that are asked for together one after another', async () => {
    const world = new World(5)
    const device = await world.boot()
    const signed = await Promise.all([1, 2, 3].map((votes) => device.sign(prepare(device, votes))))
    expect(signed.map((one) => one.ok && one.value.outgoing.opened.statement.sequence)).toEqual([1, 3, 5])
    expect(reusedNumbers(device.outgoing.map((one) => one.signed))).toEqual([])
  })

  test('corrects a form by naming it', async () => {
    const world = new World(6)
    const device = await world.boot()
    const { outgoing } = await sign(device, 7)
    const form = { ...formOfCount(3), validTotal: 8 }
    const corrected = device.correctForm45('NA-46', { supersedes: outgoing.opened.hash, form, note: 'valid total' })
    expect(corrected.ok && (await device.sign(corrected.value))).toMatchObject({ ok: true })
    expect(bodies(device).slice(2)).toEqual(['form45Corrected', 'form45Locked'])
    expect(device.outgoing[2]?.opened.statement).toMatchObject({
      form45Corrected: { supersedes: outgoing.opened.hash },
    })
  })

  test('serves only its own seats', async () => {
    const device = await new World(7).boot()
    expect(device.prepareForm45('NA-47', formOfCount(3))).toMatchObject({ error: { code: 'device/unknown-post' } })
  })

  test('goes on sending to all when one of them refuses, and shows the refusal, also after a restart', async () => {
    const world = new World(8)
    let refusing = true
    const device = await world.boot()
    await sign(device, 9)
    world.weather = roadsOf(world, (address) => (address.includes('ro.') && refusing ? 'true refusal' : 'clear'))
    await rounds(world, device, 20)
    expect(states(device)).toEqual(['queued', 'replicated', 'queued', 'replicated'])
    const again = await world.boot()
    expect(again.outgoing[0]?.lines[0]?.delivery.refusal).toMatchObject({ code: 'seat/not-frozen' })
    refusing = false
    await settle(world, again)
    expect(states(again)).toEqual(arrived)
  })

  test('ignores a refusal that the node did not sign', async () => {
    const world = new World(9)
    world.weather = () => 'forged refusal'
    const device = await world.boot()
    await sign(device, 9)
    await rounds(world, device, 10)
    for (const { delivery } of device.outgoing[0]?.lines ?? []) {
      expect(delivery).toMatchObject({
        state: 'queued',
        refusal: undefined,
        fault: { code: 'delivery/refusal-not-believed' },
      })
    }
  })

  test('writes a repeated refusal down once', async () => {
    const world = new World(10)
    world.weather = () => 'true refusal'
    const device = await world.boot()
    await sign(device, 9)
    await rounds(world, device, 1)
    const records = world.records
    await rounds(world, device, 30)
    expect(world.records).toBe(records)
  })
})

describe('whatever happens', () => {
  test('no number is ever given twice, no signed form is lost, and everything arrives', async () => {
    const plan = fc.record({
      seed: fc.nat(1_000),
      acts: fc.array(fc.constantFrom('sign', 'sign while delivering', 'deliver', 'wait', 'restart'), {
        minLength: 1,
        maxLength: 14,
      }),
      crashes: fc.array(fc.nat(14), { maxLength: 6 }),
      weather: fc.array(fc.constantFrom(...everyWeather), { minLength: 1, maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ seed, acts, crashes, weather }) => {
        const world = new World(seed)
        let asked = 0
        world.weather = () => weather[asked++ % weather.length] ?? 'clear'
        const shown: SignedForm[] = await liveThrough(world, acts, crashes)
        world.weather = () => 'clear'
        world.crashIn = undefined
        const device = await world.boot()
        await settle(world, device)

        const copies = shown.map(({ outgoing }) => outgoing.signed)
        expect(reusedNumbers([...world.left, ...copies])).toEqual([])
        const hashes = device.outgoing.map(({ opened }) => opened.hashHex)
        expect(hashes).toEqual(expect.arrayContaining(shown.map(({ outgoing }) => outgoing.opened.hashHex)))
        for (const node of world.nodes.values()) expect(node.filed.toSorted()).toEqual(hashes.toSorted())
        expect(chainGaps(device)).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

describe('a store', () => {
  const transport: Transport = {
    submit: () => Promise.resolve({ type: 'unreachable', detail: 'no network' }),
    receipt: () => Promise.resolve({ type: 'unreachable', detail: 'no network' }),
  }
  const signer = signerOf(makeSecret(seededEntropy(1)))
  const options = {
    election,
    signer,
    posts: [postOf(3)],
    transport,
    clock: { now: () => 1 },
    trustOf: () => undefined,
  }
  const open = (store: DeviceStore, seed = 1) => Device.open({ ...options, store, entropy: seededEntropy(seed) })

  test('with any record changed, dropped, repeated or swapped is not opened', async () => {
    const store = new MemoryStore()
    const device = await opened(open(store))
    for (const votes of [1, 2, 3]) await sign(device, votes)
    const records = await store.read()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(records.length - 2),
        fc.nat(400),
        fc.integer({ min: 1, max: 255 }),
        async (at, byte, change) => {
          const record = Array.from(records[at] ?? [])
          const place = byte % record.length
          const changed = Uint8Array.from(record.with(place, (record[place] ?? 0) ^ change))
          const swapped = records.with(at, records[at + 1]!).with(at + 1, records[at]!)
          const variants = [
            records.with(at, changed),
            records.toSpliced(at, 1),
            records.toSpliced(at, 0, records[at]!),
            swapped,
          ]
          for (const variant of variants) {
            expect(await open(await storeOf(variant))).toMatchObject({
              ok: false,
              error: { code: 'device/store-damaged' },
            })
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('of another key or election is not opened', async () => {
    const store = new MemoryStore()
    await open(store)
    const other = signerOf(makeSecret(seededEntropy(2)))
    for (const changed of [{ signer: other }, { election: 'pk-ge-2024/live' }]) {
      const answer = await Device.open({ ...options, ...changed, store, entropy: seededEntropy(1) })
      expect(answer).toMatchObject({ ok: false, error: { code: 'device/store-of-another' } })
    }
  })

  test('that is full refuses to sign, and the same form is signed once there is room', async () => {
    const store = new MemoryStore()
    let full = false
    const small: DeviceStore = {
      read: () => store.read(),
      append: (index, record) => (full ? Promise.reject(new Error('no space left')) : store.append(index, record)),
    }
    const device = await opened(open(small))
    const prepared = prepare(device, 1)
    full = true
    expect(await device.sign(prepared)).toEqual({
      ok: false,
      error: { code: 'device/store-failed', detail: 'no space left' },
    })
    expect(device.outgoing).toEqual([])
    full = false
    expect(await device.sign(prepared)).toMatchObject({
      ok: true,
      value: { outgoing: { opened: { statement: { sequence: 1 } } } },
    })
  })

  test('that is full before the lock locks the form at the next start', async () => {
    const store = new MemoryStore()
    let room = 2
    const small: DeviceStore = {
      read: () => store.read(),
      append: (index, record) => (index < room ? store.append(index, record) : Promise.reject(new Error('disk full'))),
    }
    const device = await opened(open(small))
    expect(await device.sign(prepare(device, 1))).toMatchObject({ ok: true })
    expect(bodies(device)).toEqual(['form45Submitted'])
    room = 9
    expect(bodies(await opened(open(small, 2)))).toEqual(['form45Submitted', 'form45Locked'])
    expect(bodies(await opened(open(small, 3)))).toEqual(['form45Submitted', 'form45Locked'])
  })

  test('that is full before the lock locks the form at the next delivery', async () => {
    const store = new MemoryStore()
    let room = 2
    const small: DeviceStore = {
      read: () => store.read(),
      append: (index, record) => (index < room ? store.append(index, record) : Promise.reject(new Error('disk full'))),
    }
    const device = await opened(open(small))
    await device.sign(prepare(device, 1))
    await device.deliverDue()
    expect(bodies(device)).toEqual(['form45Submitted'])
    room = 9
    await device.deliverDue()
    expect(bodies(device)).toEqual(['form45Submitted', 'form45Locked'])
  })

  test('whose write succeeded though it failed counts the statement', async () => {
    const store = new MemoryStore()
    let silent = false
    const forgetful: DeviceStore = {
      read: () => store.read(),
      append: async (index, record) => {
        await store.append(index, record)
        if (silent) throw new Error('no answer from the disk')
      },
    }
    const device = await opened(open(forgetful))
    silent = true
    expect(await device.sign(prepare(device, 1))).toMatchObject({ ok: true })
    expect(await device.sign(prepare(device, 2))).toMatchObject({
      ok: true,
      value: { outgoing: { opened: { statement: { sequence: 3 } } } },
    })
  })

  test('that two processes use lets one of them sign', async () => {
    const store = new MemoryStore()
    const [one, two] = [await opened(open(store)), await opened(open(store, 2))]
    expect(await one.sign(prepare(one, 1))).toMatchObject({ ok: true })
    expect(await two.sign(prepare(two, 2))).toMatchObject({ ok: false, error: { code: 'device/store-shared' } })
    expect(two.outgoing).toEqual([])
  })

  test('that cannot keep a receipt leaves the statement queued, and it is kept later', async () => {
    const world = new World(11)
    const store = new MemoryStore()
    let full = false
    const small: DeviceStore = {
      read: () => store.read(),
      append: (index, record) => (full ? Promise.reject(new Error('no space left')) : store.append(index, record)),
    }
    const node = world.nodes.get('http://ro.example/')!
    const answering: Transport = {
      submit: (_, signed) => Promise.resolve({ type: 'receipt', bytes: node.submit(signed, { cosigned: true }) }),
      receipt: () => Promise.resolve({ type: 'not-yet' }),
    }
    const posts = [postOf(3, { destinations: postOf(3).destinations.slice(0, 1) })]
    let now = 0
    const clock = { now: () => now }
    const more = { posts, transport: answering, clock, trustOf: () => node.trust }
    const device = await opened(Device.open({ ...options, ...more, store: small, entropy: seededEntropy(1) }))
    await sign(device, 1)
    full = true
    await device.deliverDue()
    const [line] = device.outgoing[0]!.lines
    expect(line?.delivery).toMatchObject({ state: 'queued', receipt: undefined, fault: { code: 'delivery/not-kept' } })
    full = false
    now += waitMsMax
    await device.deliverDue()
    expect(line?.delivery).toMatchObject({ state: 'replicated', fault: undefined })
  })

  test.each([
    ['two posts of one seat', [postOf(3), postOf(3)]],
    ['no destination', [postOf(3, { destinations: [] })]],
    ['one name twice', [postOf(3, { destinations: [postOf(3).destinations[0]!, postOf(3).destinations[0]!] })]],
    ['too many posts', Array.from({ length: 9 }, (_, at) => postOf(3, { seat: `NA-${at}` }))],
  ])('is not opened with %s', async (_, posts) => {
    const answer = await Device.open({ ...options, posts, store: new MemoryStore(), entropy: seededEntropy(1) })
    expect(answer).toMatchObject({ ok: false, error: { code: 'device/bad-post' } })
  })

  async function opened(answer: ReturnType<typeof open>): Promise<Device> {
    const device = await answer
    if (!device.ok) throw new Error(device.error.code)
    return device.value
  }

  async function storeOf(records: readonly Uint8Array[]): Promise<DeviceStore> {
    const store = new MemoryStore()
    for (const [index, record] of records.entries()) await store.append(index, record)
    return store
  }
})

/** Lives through the acts, with a crash after each of the given numbers of moments. */
async function liveThrough(world: World, acts: readonly string[], crashes: readonly number[]): Promise<SignedForm[]> {
  const shown: SignedForm[] = []
  const left = [...crashes]
  let device: Device | undefined
  for (const [at, act] of acts.entries()) {
    world.crashIn ??= left.shift()
    try {
      device = device === undefined || act === 'restart' ? await world.boot() : device
      if (act === 'sign') shown.push(await sign(device, at + 1))
      else if (act === 'sign while delivering') shown.push(await signWhileDelivering(device, at + 1))
      else if (act === 'deliver') await device.deliverDue()
      else world.now += 30_000
    } catch (error) {
      if (!isCrash(error)) throw error
      device = undefined
    }
  }
  return shown
}

/** The outbox is being worked at, again and again, while the officer signs. */
async function signWhileDelivering(device: Device, votes: number): Promise<SignedForm> {
  const signing = sign(device, votes)
  const delivering = (async () => {
    for (let times = 0; times < 20; times++) {
      await Promise.resolve()
      await device.deliverDue()
    }
  })()
  const [signed, delivered] = await Promise.allSettled([signing, delivering])
  if (delivered.status === 'rejected') throw delivered.reason
  if (signed.status === 'rejected') throw signed.reason
  return signed.value
}

/** A crash reaches the officer as the end of the process, or as a store that no longer answers. */
function isCrash(error: unknown): boolean {
  return error instanceof Crash || (error instanceof Error && error.message === 'device/store-failed')
}

function prepare(device: Device, votes: number) {
  const counts = [0, 1, 2].map((column) => ({ column, total: votes + column }))
  const prepared = device.prepareForm45('NA-46', { ...formOfCount(3), counts })
  if (!prepared.ok) throw new Error(prepared.error.code)
  return prepared.value
}

async function sign(device: Device, votes: number): Promise<SignedForm> {
  const signed = await device.sign(prepare(device, votes))
  if (!signed.ok) throw new Error(signed.error.code)
  return signed.value
}

/** So many times: what is due now, then on to when something is due again. */
async function rounds(world: World, device: Device, count: number): Promise<void> {
  for (let round = 0; round < count; round++) {
    await device.deliverDue()
    world.now = Math.max(world.now, device.nextDueAt() ?? world.now)
  }
}

async function settle(world: World, device: Device): Promise<void> {
  for (let round = 0; device.nextDueAt() !== undefined; round++) {
    if (round > 200) throw new Error('does not arrive')
    await rounds(world, device, 1)
  }
}

function states(device: Device): string[] {
  return device.outgoing.flatMap(({ lines }) => lines.map(({ delivery }) => delivery.state))
}

function bodies(device: Device): readonly string[] {
  return device.outgoing.map(({ opened }) => opened.statement.body)
}

function chainGaps(device: Device): readonly number[] {
  let previous = toHex(new Uint8Array(32))
  return device.outgoing.flatMap(({ opened }, at) => {
    const follows = opened.statement.sequence === at + 1 && toHex(opened.statement.previous) === previous
    previous = opened.hashHex
    return follows ? [] : [at]
  })
}

/** The weather by address: the world asks without saying where, so the order of the addresses is watched. */
function roadsOf(world: World, weatherAt: (address: string) => Weather): () => Weather {
  return () => weatherAt(world.asking)
}
