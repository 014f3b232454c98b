import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Triple } from '@khata/ledger'
import { keyCases, signatureCases } from '@khata/ledger'
import type { NativeVerifier } from './native.ts'
import { isPackable, packTriples } from './packing.ts'
import type { WorkerReply, WorkerRequest } from './worker-loop.ts'

/** A worker's verifier gave a wrong verdict on the self-test: no process verifies on such a machine. */
export class VerifierUnfit extends Error {
  override readonly name = 'VerifierUnfit'
  readonly code = 'verifier/self-test'

  constructor(failed: readonly string[]) {
    super(`verifier/self-test: wrong about ${failed.join(', ')}`)
  }
}

/**
 * A worker needs no more: what it was sent is outside its heap, and nothing that it makes of it is kept. Left alone,
 * V8 lets each worker fill some 100 MB with garbage before it looks.
 */
const workerLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 }

/** One worker thread, tested. Opened by `startVerifierWorker`. */
export class VerifierWorker implements AsyncDisposable {
  readonly kind: NativeVerifier['kind']
  readonly #worker: Worker
  readonly #asked: PromiseWithResolvers<Uint8Array>[] = []
  #failure: Error | undefined

  constructor(worker: Worker, kind: NativeVerifier['kind']) {
    this.#worker = worker
    this.kind = kind
    worker.on('message', (reply: WorkerReply) => {
      if (reply.type === 'verdicts') this.#asked.shift()?.resolve(reply.verdicts)
    })
    worker.on('error', (error: Error) => this.#fail(error))
    worker.on('exit', (code) => this.#fail(new Error(`a verifier's thread ended with ${code}`)))
  }

  /** What cannot be packed cannot be valid. */
  async verify(triples: readonly Triple[]): Promise<readonly boolean[]> {
    const isAsked = triples.map(isPackable)
    const packed = packTriples(triples.filter((_, at) => isAsked[at]))
    const verdicts = (await this.#ask({ type: 'triples', packed }, [packed])).values()
    return isAsked.map((asked) => asked && verdicts.next().value === 1)
  }

  async checkKeys(keys: readonly Uint8Array[]): Promise<Uint8Array> {
    return await this.#ask({ type: 'keys', keys: Buffer.concat(keys) }, [])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate()
  }

  async #ask(request: WorkerRequest, transferred: ArrayBuffer[]): Promise<Uint8Array> {
    if (this.#failure !== undefined) throw this.#failure
    const asked = Promise.withResolvers<Uint8Array>()
    this.#asked.push(asked)
    this.#worker.postMessage(request, transferred)
    return await asked.promise
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const asked of this.#asked.splice(0)) asked.reject(this.#failure)
  }
}

/** Starts a worker and tries it on the vectors of the one rule. Throws VerifierUnfit on a wrong verdict. */
export async function startVerifierWorker(file: URL): Promise<VerifierWorker> {
  const thread = new Worker(file, { resourceLimits: workerLimits })
  const [loaded] = (await once(thread, 'message')) as [Extract<WorkerReply, { type: 'loaded' }>]
  const worker = new VerifierWorker(thread, loaded.kind)
  const failed = await wrongVerdicts(worker)
  if (failed.length === 0) return worker
  await worker[Symbol.asyncDispose]()
  throw new VerifierUnfit(failed)
}

async function wrongVerdicts(worker: VerifierWorker): Promise<readonly string[]> {
  const keys = keyCases()
  const signatures = signatureCases()
  const keyVerdicts = await worker.checkKeys(keys.map((one) => one.bytes))
  const signatureVerdicts = await worker.verify(signatures)
  return [
    ...keys.filter((one, at) => (keyVerdicts[at] === 1) !== (one.refusal === undefined)),
    ...signatures.filter((one, at) => signatureVerdicts[at] !== one.accept),
  ].map((one) => one.name)
}
