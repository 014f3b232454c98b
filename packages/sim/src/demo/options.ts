import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { seatsMax } from '../election/generate.ts'

export interface DemoOptions {
  /** Seats of the generated election. */
  readonly seats: number
  /** Stations of a National Assembly seat on average; the proportions of 2024 where absent. */
  readonly stations?: number
  /** Share of forms with a deliberate defect or that never come, 0 to 1. */
  readonly defects: number
  /** 32 bits; names the generated election, and the keys of every rehearsal. */
  readonly seed: number
  /** Folder of published files to replay, instead of a generated election. */
  readonly data?: string
  readonly year: '2024' | '2018'
  /** Only these seats of the files. */
  readonly only?: readonly string[]
  readonly keep: boolean
  /** Work folder; a temporary one by default. */
  readonly dir?: string
  readonly json: boolean
  readonly progress: boolean
}

export interface OptionStreams {
  readonly out: NodeJS.WritableStream
  readonly err: NodeJS.WritableStream
}

/** Undefined where help or a complaint has answered already; `exitCode` then says which. */
export function parseDemoOptions(
  argv: readonly string[],
  streams: OptionStreams,
): { readonly options: DemoOptions } | { readonly exitCode: 0 | 2 } {
  const command = describe(streams)
  try {
    command.parse([...argv], { from: 'user' })
    return { options: optionsOf(command.opts<Given>()) }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { exitCode: error.exitCode === 0 ? 0 : 2 }
  }
}

interface Given extends Omit<DemoOptions, 'only' | 'keep' | 'json'> {
  readonly seat?: readonly string[]
  readonly keep?: true
  readonly json?: true
}

function optionsOf({ seat, keep, json, ...given }: Given): DemoOptions {
  const defaults = { keep: keep === true, json: json === true }
  return { ...given, ...defaults, ...(seat !== undefined && { only: [...new Set(seat)] }) }
}

function describe({ out, err }: OptionStreams): Command {
  return new Command('demo')
    .description(
      'One election night from end to end on this machine: real nats-servers and Khata nodes for HQ, the provinces and ' +
        'the returning officers, tens of hundreds of signed forms, and a proof that every Form 47 is the same everywhere.',
    )
    .option('--seats <n>', 'seats of the generated election', wholeFrom(1, seatsMax), 12)
    .option('--stations <n>', 'stations of a National Assembly seat on average; 341 in 2024', wholeFrom(1, 2000), 160)
    .option('--defects <share>', 'share of forms with a deliberate defect or that never come', share, 0.01)
    .option('--seed <n>', 'names the generated election and its keys', wholeFrom(0, 0xffffffff), 2024)
    .option('--data <dir>', 'replay published figures from the files in this folder: a RECONSTRUCTION')
    .addOption(new Option('--year <year>', 'which files of that folder').choices(['2024', '2018']).default('2024'))
    .option('--seat <seat...>', 'only these seats of the files')
    .option('--keep', 'leave servers and nodes running until Ctrl-C')
    .option('--dir <dir>', 'work folder, new or empty; default: a temporary one')
    .option('--json', 'one JSON object at the end instead of text')
    .option('--no-progress', 'show no progress')
    .addHelpText('after', helpText)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: (text) => void err.write(text) })
}

const helpText = `
Exit codes:
  0  every Form 47 is the same at RO, province, HQ and observer, and adds up
  1  something does not match, or the night could not be finished
  2  the command line is wrong
  130  interrupted

Examples:
  demo
  demo --seats 3 --seed 7 --keep
  demo --data ../data --seat NA-46 NA-47
  demo --data ../data --year 2018 --seat NA-1`

function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^[0-9]{1,10}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`)
  }
}

function share(text: string): number {
  const value = /^[01](\.[0-9]+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= 0 && value <= 1) return value
  throw new InvalidArgumentError('must be from 0 to 1')
}
