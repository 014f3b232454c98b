import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { removeWorkings } from '../drill/assembly.ts'
import { openProgress } from '../drill/progress.ts'
import { drillEnvironment, interruptionOf, isDrillFault, programPaths } from '../drill/surroundings.ts'
import { type DemoOptions, parseDemoOptions } from './options.ts'
import { type DemoResult, resultJson, resultText } from './report.ts'
import { runDemo } from './run.ts'

// A terminal or a reader that has gone ends nothing but the output.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const parsed = parseDemoOptions(process.argv.slice(2), { out: process.stdout, err: process.stderr })
process.exitCode = 'exitCode' in parsed ? parsed.exitCode : await demo(parsed.options)

async function demo(options: DemoOptions): Promise<number> {
  const signal = interruptionOf(process)
  let folder: string | undefined
  const onFolder = (dir: string) => {
    folder = dir
  }
  try {
    return await night(options, signal, onFolder)
  } catch (error) {
    if (signal.aborted) {
      if (options.dir === undefined && folder !== undefined) await rm(folder, { recursive: true, force: true })
      process.stderr.write('Interrupted; everything that was started has ended.\n')
      return 130
    }
    if (!isDrillFault(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function night(options: DemoOptions, signal: AbortSignal, onFolder: (dir: string) => void): Promise<number> {
  let result: DemoResult
  {
    await using stack = new AsyncDisposableStack()
    using progress = openProgress(process.stderr, options.progress)
    const environment = drillEnvironment(process.env)
    const surroundings = { progress, signal, stack, environment, programs: programPaths(process.execPath) }
    result = await runDemo({ options, surroundings, temporaryFolder: tmpdir(), onFolder })
    process.stdout.write(options.json ? resultJson(result) : resultText(result))
    if (options.keep) await keepRunning(result.nodes, signal)
  }
  if (options.dir === undefined) await removeWorkings(result.dir)
  return result.holds ? 0 : 1
}

async function keepRunning(nodes: DemoResult['nodes'], signal: AbortSignal): Promise<void> {
  for (const { name, http, nats } of nodes) process.stderr.write(`${name.padEnd(18)} ${http}  ${nats}\n`)
  process.stderr.write(`Servers and nodes go on. To stop them: Ctrl-C here, or kill ${process.pid}\n`)
  if (signal.aborted) return
  // A pending event does not keep a process alive.
  const alive = setInterval(() => undefined, 60_000)
  await once(signal, 'abort')
  clearInterval(alive)
}
