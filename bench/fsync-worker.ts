import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const appendBytes = 512
const everyMs = 20

/** Small appends to the file that the worker is given, each synced, until any message; then how long each took, in milliseconds. */
const file = openSync(workerData as string, 'a')
const piece = new Uint8Array(appendBytes)
const times: number[] = []
const appending = setInterval(() => {
  const began = performance.now()
  writeSync(file, piece)
  fdatasyncSync(file)
  times.push(performance.now() - began)
}, everyMs)

parentPort?.once('message', () => {
  clearInterval(appending)
  closeSync(file)
  parentPort?.postMessage(times, [])
})
