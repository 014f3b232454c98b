#!/usr/bin/env node
import { runVerify } from './cli/run.ts'

// A reader that has seen enough (`| head`) ends nothing but the output.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runVerify({
  argv: process.argv.slice(2),
  out: process.stdout,
  err: process.stderr,
  now: () => Date.now(),
})
