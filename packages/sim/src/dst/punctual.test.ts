import { type Form47, makeEntry, openStatement } from '@khata/ledger'
import { beforeAll, expect, test } from 'vitest'
import { installNative } from '../ceremony/native.ts'
import { nightBeginsAt, People } from './election.ts'
import { History } from './history.ts'
import type { Alteration } from './machine.ts'
import { runNight } from './night.ts'
import { patches } from './patches.ts'
import { untrueDeadline } from './punctual.ts'
import { World } from './world.ts'

const dueAt = nightBeginsAt + 45_000
const threeHoursMs = 10_800_000

beforeAll(installNative)

test.each([
  { outcome: 'met', saidAt: dueAt, replicatedAt: undefined, isTrue: true },
  { outcome: 'met', saidAt: dueAt + 1, replicatedAt: undefined, isTrue: false },
  { outcome: 'not-provable', saidAt: dueAt + 1, replicatedAt: undefined, isTrue: true },
  { outcome: 'missed', saidAt: dueAt - 9, replicatedAt: dueAt, isTrue: false },
  { outcome: 'missed', saidAt: dueAt - 9, replicatedAt: dueAt + 1, isTrue: true },
] as const)('$outcome, said at $saidAt and replicated at $replicatedAt, is true: $isTrue', (told) => {
  const history = new History(new World(1, nightBeginsAt), undefined)
  const { signed } = new People().hq.say(
    'NA-1',
    { body: 'verified', verified: { log: 'NA-1', size: 1, root: new Uint8Array(32) } },
    told.saidAt,
  )
  const opened = openStatement(signed.statement, signed.signature)
  if (!opened.ok) throw new Error(opened.error.code)
  const { hash } = opened.value
  history.act(hash, told.saidAt)
  if (told.replicatedAt !== undefined) history.actReplicated(hash, told.replicatedAt)
  const entry = makeEntry(opened.value, { index: 0, previous: new Uint8Array(32), epoch: 1, sequencedAt: 0 })
  history.log('NA-1').entries.push(entry.bytes)
  const deadlines = [{ stage: 'partial', dueAt, entry: 0, outcome: told.outcome, after: null, before: null }]
  expect(untrueDeadline(history, 'NA-1', { deadlines } as unknown as Form47) === '').toBe(told.isTrue)
})

test('nodes that believe an office whose clock is set back tell a deadline untruly', { timeout: 240_000 }, async () => {
  const takeOut = patches['own-clock-proves']()
  try {
    const told: string[] = []
    for (let seed = 1; seed <= 10 && !told.some((one) => one.includes('tells a deadline')); seed++) {
      told.push((await runNight(seed, setBack)).violation?.message ?? '')
    }
    expect(told.at(-1)).toMatch(/^\S+ tells a deadline of \S+ untruly: partial at [0-9]+, due [0-9]+, is met$/)
  } finally {
    takeOut()
  }
})

const setBack: Alteration = (site, { role }) => {
  if (role !== 'ro') return site
  const now = (): number => site.clock.now() - threeHoursMs
  return { ...site, clock: { now, sleep: (ms, signal) => site.clock.sleep(ms, signal) } }
}
