import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { removeWorkings, workFolder } from '../drill/assembly.ts'
import { openProgress, type ProgressStream } from '../drill/progress.ts'
import { isDrillFault, type Surroundings } from '../drill/surroundings.ts'
import { type Profile, type ProfileName, PROFILES } from './profiles.ts'
import { reportHtml } from './report-html.ts'
import { type LoadReport, reportJson, reportText } from './report.ts'
import { runLoad } from './run.ts'

/** What the command needs of the program that it is part of. */
export interface LoadHost extends Pick<Surroundings, 'environment' | 'programs'> {
  readonly out: NodeJS.WritableStream
  readonly err: ProgressStream
  readonly temporaryFolder: string
  /** Asked once the command runs. */
  readonly interruption: () => AbortSignal
  readonly fail: (exitCode: number) => void
}

interface Options {
  readonly profile: ProfileName
  readonly seed: number
  readonly stations?: number
  readonly speed?: number
  readonly duration?: number
  readonly out?: string
  readonly progress: boolean
}

/** `khata-sim load`: real servers and nodes under the load of a night, checked while it goes on. */
export function loadCommand(host: LoadHost): Command {
  return new Command('load')
    .description('Real nats-servers and nodes under the load of a night compressed in time, checked while it goes on.')
    .addOption(new Option('--profile <name>', 'what is played').choices(Object.keys(PROFILES)).default('district'))
    .option('--seed <n>', 'names the night', whole(0, 0xffffffff), 2024)
    .option('--stations <n>', 'stations of a National Assembly seat on average', whole(1, 2_000))
    .option('--speed <n>', 'seconds of the night in one second here', whole(1, 1_000_000))
    .option('--duration <seconds>', 'after so long no form is sent any more', whole(1, 86_400))
    .option('--out <dir>', 'folder of the report, new or empty; default: a temporary one')
    .option('--no-progress', 'show no progress')
    .addHelpText('after', helpText)
    .action((options: Options) => load(options, host))
}

const helpText = `
Exit codes:
  0  everything that was checked holds
  1  a check failed, or the night could not be finished
  2  the command line is wrong
  130  interrupted`

async function load(options: Options, host: LoadHost): Promise<void> {
  const signal = host.interruption()
  try {
    const dir = await workFolder(options.out, join(host.temporaryFolder, 'khata-load-'))
    await conclude(dir, await reportIn(dir, options, { ...host, signal }), host)
  } catch (error) {
    const ending = signal.aborted ? interrupted : faultEnding(error)
    host.err.write(`${ending.text}\n`)
    host.fail(ending.exitCode)
  }
}

const interrupted = { text: 'Interrupted; everything that was started has ended.', exitCode: 130 }

/** What a night that could not be finished says; a bug is thrown on. */
function faultEnding(error: unknown): typeof interrupted {
  if (!isDrillFault(error)) throw error
  return { text: error.message, exitCode: 1 }
}

/** Everything that was started has ended when this comes back. */
async function reportIn(
  dir: string,
  options: Options,
  { err, environment, programs, signal }: LoadHost & { readonly signal: AbortSignal },
): Promise<LoadReport> {
  const { profile: name, seed } = options
  try {
    await using stack = new AsyncDisposableStack()
    using progress = openProgress(err, options.progress)
    const surroundings: Surroundings = { progress, signal, stack, environment, programs }
    return await runLoad({ surroundings, name, profile: profileOf(options), seed, dir })
  } catch (error) {
    if (signal.aborted && options.out === undefined) await rm(dir, { recursive: true, force: true })
    throw error
  }
}

/** A run in which a check failed keeps its stores and logs. */
async function conclude(dir: string, report: LoadReport, { out, fail }: LoadHost): Promise<void> {
  await writeFile(join(dir, 'report.json'), reportJson(report))
  await writeFile(join(dir, 'report.html'), reportHtml(report))
  if (report.holds) await removeWorkings(dir)
  else fail(1)
  out.write(`${reportText(report)}${join(dir, 'report.html')}\n`)
}

function profileOf({ profile, stations, speed, duration }: Options): Profile {
  const { [profile]: named } = PROFILES
  return {
    ...named,
    ...(stations !== undefined && { stationsPerNaSeat: stations }),
    ...(speed !== undefined && { speed }),
    ...(duration !== undefined && { durationMs: duration * 1_000 }),
  }
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^[0-9]{1,10}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`)
  }
}
