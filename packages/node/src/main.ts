#!/usr/bin/env node
import { runKhata } from './cli/run.ts'

// A reader that has seen enough (`| head`) ends nothing but the output.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// The first signal asks for an orderly end; a second one ends the process as usual.
const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
process.once('SIGINT', () => stopping.abort())

process.exitCode = await runKhata({
  argv: process.argv.slice(2),
  environment: process.env,
  input: process.stdin,
  out: process.stdout,
  err: process.stderr,
  pid: process.pid,
  stopping: stopping.signal,
})
