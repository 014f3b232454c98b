import { availableParallelism } from 'node:os'
import type { SignatureVerifier, Triple } from '@khata/ledger'
import type { VerifierWorker } from './verifier-worker.ts'
import { startVerifierWorker } from './verifier-worker.ts'

export interface VerifierPoolOptions {
  /** Default: one for each core that this process may use. */
  readonly workers?: number | undefined
  /** The workers' program; tests give another. */
  readonly workerFile?: URL
}

/** The pool cannot verify now, or not any more: nothing is said about these signatures. */
export class VerifierUnavailable extends Error {
  override readonly name = 'VerifierUnavailable'
}

/** Triples waiting or in work, about 200 MB of statements; past it the caller must wait. */
export const triplesInFlightMax = 200_000

/** Starts the workers. Throws VerifierUnfit when one gives a wrong verdict on the self-test. */
export async function openVerifierPool(options: VerifierPoolOptions = {}): Promise<ThreadedVerifierPool> {
  const count = options.workers ?? availableParallelism()
  const file = options.workerFile ?? workerFile()
  const starting = Array.from({ length: count }, () => startVerifierWorker(file))
  const started = await Promise.allSettled(starting)
  const workers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const failure = started.find((one) => one.status === 'rejected')
  if (failure === undefined) return new ThreadedVerifierPool(workers, () => startVerifierWorker(file))
  await Promise.all(workers.map((worker) => worker[Symbol.asyncDispose]()))
  throw failure.reason
}

/** Type stripping in development, compiled files otherwise. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? 'worker.ts' : 'worker.js', import.meta.url)
}

/** Sent to a worker at once: about 8 ms of work. */
const chunkTriplesMax = 128

/** One in work and one waiting, so that a worker is never idle between two. */
const chunksPerWorkerMax = 2

interface Call {
  readonly verdicts: boolean[]
  readonly done: PromiseWithResolvers<readonly boolean[]>
  left: number
}

interface Task {
  readonly triple: Triple
  readonly call: Call
  readonly place: number
}

/**
 * Verifies on worker threads; calls that come together go together. Opened by `openVerifierPool`.
 * The bytes of a batch must not change before it is answered.
 */
export class ThreadedVerifierPool implements SignatureVerifier, AsyncDisposable {
  readonly kind: VerifierWorker['kind']
  readonly #workers: Set<VerifierWorker>
  readonly #startAnother: () => Promise<VerifierWorker>
  readonly #slots: VerifierWorker[]
  readonly #tasks: Task[] = []
  #inFlight = 0
  #dispatchDue = false
  #closed = false

  constructor(workers: readonly VerifierWorker[], startAnother: () => Promise<VerifierWorker>) {
    this.#workers = new Set(workers)
    this.#startAnother = startAnother
    // Alternating, so that two chunks go to two workers.
    this.#slots = Array.from({ length: chunksPerWorkerMax }, () => workers).flat()
    this.kind = workers[0]?.kind ?? 'sodium'
  }

  async verify(batch: readonly Triple[]): Promise<readonly boolean[]> {
    if (this.#closed) throw new VerifierUnavailable('verifier/closed: the pool has been closed')
    if (this.#inFlight + batch.length > triplesInFlightMax) {
      throw new VerifierUnavailable(`verifier/busy: more than ${triplesInFlightMax} triples (triplesInFlightMax)`)
    }
    if (batch.length === 0) return []
    const call: Call = { verdicts: batch.map(() => false), done: Promise.withResolvers(), left: batch.length }
    for (const [place, triple] of batch.entries()) this.#tasks.push({ triple, call, place })
    this.#inFlight += batch.length
    this.#dispatchSoon()
    return await call.done.promise
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#workers].map((worker) => worker[Symbol.asyncDispose]()))
    this.#rejectWaiting(new VerifierUnavailable('verifier/closed: the pool has been closed'))
  }

  /** After what has come in so far, so that calls made for many arriving requests are packed together. */
  #dispatchSoon(): void {
    if (this.#dispatchDue) return
    this.#dispatchDue = true
    setImmediate(() => {
      this.#dispatchDue = false
      this.#dispatch()
    })
  }

  #dispatch(): void {
    while (this.#tasks.length > 0) {
      const worker = this.#slots.shift()
      if (worker === undefined) return
      const fairShare = Math.ceil(this.#tasks.length / Math.max(1, this.#workers.size))
      void this.#run(worker, this.#tasks.splice(0, Math.min(fairShare, chunkTriplesMax)))
    }
  }

  async #run(worker: VerifierWorker, tasks: readonly Task[]): Promise<void> {
    try {
      const verdicts = await worker.verify(tasks.map((task) => task.triple))
      for (const [at, task] of tasks.entries()) settle(task, verdicts[at] === true)
      this.#slots.push(worker)
    } catch (cause) {
      const failure = new VerifierUnavailable('verifier/ended: a thread of the pool ended', { cause })
      for (const { call } of tasks) call.done.reject(failure)
      if (this.#workers.delete(worker)) await this.#replace(worker)
    }
    this.#inFlight -= tasks.length
    this.#dispatch()
  }

  /** Another worker for one that ended; without any, nobody is left waiting. */
  async #replace(ended: VerifierWorker): Promise<void> {
    const slots = this.#slots.splice(0).filter((slot) => slot !== ended)
    this.#slots.push(...slots)
    if (this.#closed) return
    try {
      const worker = await this.#startAnother()
      this.#workers.add(worker)
      for (let chunks = 0; chunks < chunksPerWorkerMax; chunks++) this.#slots.push(worker)
    } catch (cause) {
      if (this.#workers.size > 0) return
      this.#closed = true
      this.#rejectWaiting(new VerifierUnavailable('verifier/ended: no thread of the pool is left', { cause }))
    }
  }

  #rejectWaiting(failure: VerifierUnavailable): void {
    for (const { call } of this.#tasks.splice(0)) call.done.reject(failure)
  }
}

function settle({ call, place }: Task, verdict: boolean): void {
  call.verdicts[place] = verdict
  call.left -= 1
  if (call.left === 0) call.done.resolve(call.verdicts)
}
