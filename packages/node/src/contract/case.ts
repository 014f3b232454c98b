import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { PortUnavailable } from '../ports.ts'

/** One thing an adapter must keep, tried on a fresh bench. It rejects when the adapter does not. */
export type Case<Bench> = (bench: Bench) => Promise<void>

/** A test framework's way to register a test: vitest's `test` is one. */
export type RegisterTest = (name: string, run: () => Promise<void>) => void

/** Registers every case as a test on a bench of its own. */
export function registerCases<Bench extends AsyncDisposable>(
  name: string,
  cases: Readonly<Record<string, Case<Bench>>>,
  bench: () => Promise<Bench>,
  test: RegisterTest,
): void {
  for (const [claim, run] of Object.entries(cases)) {
    test(`${name}: ${claim}`, async () => {
      await using fresh = await bench()
      await run(fresh)
    })
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}

/** An adapter answers plain Uint8Arrays: a Buffer's methods differ, `slice` in particular. */
export function requirePlain(bytes: Uint8Array): Uint8Array {
  assert.equal(Object.getPrototypeOf(bytes), Uint8Array.prototype)
  return bytes
}

/** The answer, asked for again as long as the port is not available: what every caller of a port does. */
export async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + availableAgainMs
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof PortUnavailable) || performance.now() > deadline) throw error
      await delay(askAgainMs)
    }
  }
}

const availableAgainMs = 20_000
const askAgainMs = 10
