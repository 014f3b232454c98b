import type { OpenedStatement } from '@khata/ledger'
import { beforeAll, expect, test } from 'vitest'
import { MemoryStore } from '../adapters/memory/store.ts'
import { frozenSeat, openedOf } from '../contract/writer-bench.ts'
import { PortUnavailable } from '../ports.ts'
import { StatementPlaces } from '../replica/places.ts'
import { EvidenceQueue } from './evidence-queue.ts'

let statements: readonly OpenedStatement[]

beforeAll(async () => {
  const { seat } = await frozenSeat()
  const officer = seat.po(1)
  statements = Array.from({ length: 40 }, (_, at) => openedOf(officer.submit({ votes: [at, 1, 1] })))
})

/** A verifier whose batches are answered when the test says so, in any order. */
class SlowVerifier {
  readonly batches: { readonly size: number; readonly done: PromiseWithResolvers<readonly boolean[]> }[] = []

  verify(triples: readonly unknown[]): Promise<readonly boolean[]> {
    const done = Promise.withResolvers<readonly boolean[]>()
    this.batches.push({ size: triples.length, done })
    return done.promise
  }

  answer(batch: number, verdict: boolean): void {
    const { size, done } = this.batches[batch]!
    done.resolve(Array.from({ length: size }, () => verdict))
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

test('hands on in the order of arrival, whichever batch is verified first, each with its own verdict', async () => {
  const { verifier, handedOn, gathered } = gatherAll()
  await settled()
  for (const batch of [3, 1, 2, 0]) verifier.answer(batch, batch !== 1)
  await settled()
  while (verifier.batches.length < 5) await settled()
  verifier.answer(4, true)
  const evidence = await Promise.all(gathered)
  expect(handedOn).toEqual(statements.map((_, at) => at))
  expect(evidence.map(({ claims }) => claims)).toEqual(statements.map((_, at) => [at !== 1]))
})

test('those that came while others were verified go together', async () => {
  const { verifier } = gatherAll()
  await settled()
  expect(verifier.batches.map(({ size }) => size)).toEqual([1, 1, 1, 1])
  verifier.answer(0, true)
  while (verifier.batches.length < 5) await settled()
  expect(verifier.batches[4]?.size).toBe(statements.length - 4)
})

test('a batch that cannot be verified fails alone, in its turn', async () => {
  const { verifier, gathered } = gatherAll()
  await settled()
  verifier.batches[1]?.done.reject(new PortUnavailable('verifier/busy'))
  for (const batch of [0, 2, 3]) verifier.answer(batch, true)
  while (verifier.batches.length < 5) await settled()
  verifier.answer(4, true)
  const outcomes = await Promise.allSettled(gathered)
  expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(statements.map((_, at) => at === 1))
})

function gatherAll() {
  const verifier = new SlowVerifier()
  const names = { places: new StatementPlaces('NA-1'), fold: { voids: [] } }
  const queue = new EvidenceQueue({ store: new MemoryStore(), verifier }, names)
  const handedOn: number[] = []
  const gathered = statements.map(async (opened, at) => {
    const evidence = await queue.gather({ opened })
    handedOn.push(at)
    return evidence
  })
  for (const one of gathered) one.catch(() => undefined)
  return { verifier, handedOn, gathered }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
