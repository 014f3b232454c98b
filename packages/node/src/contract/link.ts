import assert from 'node:assert/strict'
import type { Link, LinkServer, LinkVerb } from '../ports.ts'
import { PortUnavailable } from '../ports.ts'
import type { Case, RegisterTest } from './case.ts'
import { eventually, registerCases, requirePlain } from './case.ts'

/** Two sites: one asks, the other answers. */
export interface LinkPlace extends AsyncDisposable {
  openLink(): Promise<Link>
  openServer(onFault: (verb: LinkVerb, error: unknown) => void): Promise<LinkServer>
  /** Takes away what lies between the two, as suddenly as it can go. */
  fail(): Promise<void>
  recover(): Promise<void>
}

/** What every Link and LinkServer keep. `test` is the test framework's own. */
export function linkContract(name: string, place: () => Promise<LinkPlace>, test: RegisterTest): void {
  registerCases(name, cases, place, test)
}

const cases: Readonly<Record<string, Case<LinkPlace>>> = {
  'carries a request and its answer, of 0 and of 1,000,000 bytes': carriesBytes,
  'keeps verbs apart': keepsVerbsApart,
  'tells which log was asked about': tellsTheLog,
  'answers many requests at once, each its own': manyRequests,
  'does not share memory with its callers': sharesNothing,
  'answers PortUnavailable where nobody serves': nobodyServes,
  'survives a handler that throws, and tells of it': throwingHandler,
  'takes a payload past the limit for a bug, and an answer past it for a fault': limits,
  'answers PortUnavailable while the way is cut, and resumes by itself': outage,
  'answers PortUnavailable once closed': closed,
  'can be closed while the way is cut': closedWhileCut,
}

async function carriesBytes(place: LinkPlace): Promise<void> {
  await using server = await place.openServer(noFault)
  server.serve('push', async (_log, payload) => payload.toReversed())
  await using link = await place.openLink()
  for (const length of [0, 1, 1_000_000]) {
    const payload = new Uint8Array(length).map((_, at) => at % 251)
    const answer = await eventually(() => link.request('push', 'NA-1', payload))
    assert.equal(Buffer.compare(answer, payload.toReversed()), 0)
  }
}

async function keepsVerbsApart(place: LinkPlace): Promise<void> {
  await using server = await place.openServer(noFault)
  server.serve('push', async () => bytes('pushed'))
  server.serve('pull', async () => bytes('pulled'))
  await using link = await place.openLink()
  assert.equal(text(await eventually(() => link.request('pull', 'NA-1', bytes('')))), 'pulled')
  assert.equal(text(await eventually(() => link.request('push', 'NA-1', bytes('')))), 'pushed')
}

async function tellsTheLog(place: LinkPlace): Promise<void> {
  await using server = await place.openServer(noFault)
  server.serve('pull', async (log) => bytes(log))
  await using link = await place.openLink()
  for (const log of ['NA-1', 'register', 'intake-hq', 'a/b.c-d/1']) {
    assert.equal(text(await eventually(() => link.request('pull', log, bytes('NA-2')))), log)
  }
}

async function manyRequests(place: LinkPlace): Promise<void> {
  await using server = await place.openServer(noFault)
  const waiting: (() => void)[] = []
  server.serve('pull', async (_log, payload) => payload)
  server.serve('push', async (_log, payload) => {
    const turn = Promise.withResolvers<void>()
    waiting.push(turn.resolve)
    // Nobody is answered before all have asked, and then the last first.
    if (waiting.length === 50) for (const resolve of waiting.toReversed()) resolve()
    await turn.promise
    return payload
  })
  await using link = await place.openLink()
  await eventually(() => link.request('pull', 'NA-1', bytes('ready')))
  const asked = Array.from({ length: 50 }, (_, at) => `request ${at}`)
  const answers = await Promise.all(asked.map((one) => link.request('push', 'NA-1', bytes(one))))
  assert.deepEqual(answers.map(text), asked)
}

async function sharesNothing(place: LinkPlace): Promise<void> {
  await using server = await place.openServer(noFault)
  const answer = Buffer.from('answer')
  server.serve('push', async (_log, payload) => {
    requirePlain(payload).fill(0)
    return answer
  })
  await using link = await place.openLink()
  const payload = Buffer.from('payload')
  const first = await eventually(() => link.request('push', 'NA-1', payload))
  requirePlain(first).fill(0)
  assert.equal(text(payload), 'payload')
  assert.equal(text(await link.request('push', 'NA-1', payload)), 'answer')
}

async function nobodyServes(place: LinkPlace): Promise<void> {
  await using link = await place.openLink()
  await assert.rejects(link.request('push', 'NA-1', bytes('')), PortUnavailable)
  await using server = await place.openServer(noFault)
  server.serve('pull', async () => bytes('pulled'))
  await assert.rejects(link.request('push', 'NA-1', bytes('')), PortUnavailable)
  await eventually(() => link.request('pull', 'NA-1', bytes('')))
}

async function throwingHandler(place: LinkPlace): Promise<void> {
  const faults: unknown[] = []
  await using server = await place.openServer((verb, error) => faults.push([verb, error]))
  const bug = new Error('a secret of the server')
  server.serve('push', async (_log, payload) => {
    if (payload.length === 0) throw bug
    return payload
  })
  await using link = await place.openLink()
  await eventually(() => link.request('push', 'NA-1', bytes('ready')))
  await assert.rejects(
    link.request('push', 'NA-1', bytes('')),
    (error: unknown) => error instanceof PortUnavailable && !error.message.includes('secret'),
  )
  assert.deepEqual(faults, [['push', bug]])
  assert.equal(text(await link.request('push', 'NA-1', bytes('again'))), 'again')
}

async function limits(place: LinkPlace): Promise<void> {
  const faults: unknown[] = []
  await using server = await place.openServer((_verb, error) => faults.push(error))
  server.serve('push', async () => new Uint8Array(1_000_001))
  await using link = await place.openLink()
  await assert.rejects(link.request('push', 'NA-1', new Uint8Array(1_000_001)), RangeError)
  while (faults.length === 0) await assert.rejects(link.request('push', 'NA-1', bytes('')), PortUnavailable)
  assert.equal(faults[0] instanceof RangeError, true)
}

async function outage(place: LinkPlace): Promise<void> {
  await using server = await place.openServer(noFault)
  server.serve('push', async (_log, payload) => payload)
  await using link = await place.openLink()
  await eventually(() => link.request('push', 'NA-1', bytes('before')))
  await place.fail()
  await assert.rejects(link.request('push', 'NA-1', bytes('during')), PortUnavailable)
  await place.recover()
  assert.equal(text(await eventually(() => link.request('push', 'NA-1', bytes('after')))), 'after')
}

async function closed(place: LinkPlace): Promise<void> {
  const server = await place.openServer(noFault)
  server.serve('push', async (_log, payload) => payload)
  const link = await place.openLink()
  await eventually(() => link.request('push', 'NA-1', bytes('')))
  await server[Symbol.asyncDispose]()
  await assert.rejects(link.request('push', 'NA-1', bytes('')), PortUnavailable)
  await link[Symbol.asyncDispose]()
  await assert.rejects(link.request('push', 'NA-1', bytes('')), PortUnavailable)
}

async function closedWhileCut(place: LinkPlace): Promise<void> {
  const server = await place.openServer(noFault)
  server.serve('push', async (_log, payload) => payload)
  const link = await place.openLink()
  await eventually(() => link.request('push', 'NA-1', bytes('')))
  await place.fail()
  await server[Symbol.asyncDispose]()
  await link[Symbol.asyncDispose]()
  await place.recover()
}

function noFault(verb: LinkVerb, error: unknown): void {
  throw new Error(`the answer to ${verb} failed`, { cause: error })
}

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

function text(payload: Uint8Array): string {
  return new TextDecoder().decode(payload)
}
