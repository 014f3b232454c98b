import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What the work came to, and how long each of the appends took that a thread synced beside it, milliseconds. */
export async function withFsyncs<T>(path: string, work: () => Promise<T>): Promise<readonly [T, readonly number[]]> {
  const worker = new Worker(new URL('fsync-worker.ts', import.meta.url), { workerData: path })
  try {
    await once(worker, 'online')
    const done = await work()
    worker.postMessage('stop', [])
    const [times] = await once(worker, 'message')
    return [done, times]
  } finally {
    await worker.terminate()
  }
}
