import { Command, CommanderError, Option } from 'commander'
import type { NatsLogin } from '../source/nats-source.ts'

/** Where output goes; `isTTY` decides whether a progress bar is of use. */
export interface Streams {
  readonly out: NodeJS.WritableStream
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

export interface VerifyOptions {
  readonly trust?: string
  readonly source: SourceOption
  readonly seats?: readonly string[]
  readonly servedOnly: boolean
  readonly crossCheck: boolean
  readonly json: boolean
  readonly form47?: string
  /** Undefined: where there is a terminal. */
  readonly progress?: boolean
}

export type SourceOption =
  | { readonly type: 'node'; readonly url: string }
  | { readonly type: 'nats'; readonly servers: string; readonly election?: string; readonly login: NatsLogin }
  | { readonly type: 'dir'; readonly folder: string }

/** The command line was answered by help or by a complaint; nothing else is to be done. */
export interface Answered {
  readonly exitCode: 0 | 2
}

export function parseVerifyOptions(argv: readonly string[], streams: Streams): VerifyOptions | Answered {
  const command = describe(streams)
  try {
    command.parse([...argv], { from: 'user' })
    return optionsOf(command)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { exitCode: error.exitCode === 0 ? 0 : 2 }
  }
}

interface Given {
  readonly trust?: string
  readonly node?: string
  readonly nats?: string
  readonly dir?: string
  readonly election?: string
  readonly nkey?: string
  readonly ca?: string
  readonly seat?: readonly string[]
  readonly served?: true
  readonly crossCheck: boolean
  readonly json?: true
  readonly form47?: string
  readonly progress?: boolean
}

function describe({ out, err }: Streams): Command {
  return new Command('khata-verify')
    .description(
      'Verifies an election from its logs: every signature, link, root and rule, every Form 47 recomputed. Trusts ' +
        'nobody but the trust file: without one everything is marked UNTRUSTED and the command fails.',
    )
    .option('--trust <file>', 'the root keys, their threshold and the register’s key, from a channel that you trust')
    .addOption(new Option('--node <url>', 'read from a node over HTTP').conflicts(['nats', 'dir']))
    .addOption(new Option('--nats <url>', 'read from a node over its NATS server').conflicts(['node', 'dir']))
    .addOption(new Option('--dir <folder>', 'read from files: <log>/checkpoint and <log>/tile/...'))
    .option('--election <id>', 'which election to ask for over NATS; default: the trust file’s')
    .option('--nkey <file>', 'over NATS: the seed of the nkey that the server knows you by')
    .option('--ca <file>', 'over NATS: who signed the server’s certificate, in PEM')
    .option('--seat <seat...>', 'verify these seats; default: every log that the register declares must be there')
    .option('--served', 'verify what the source has and pass over the rest')
    .option('--no-cross-check', 'do not look for withheld forms in the intake logs')
    .option('--form47 <seat>', 'verify this seat and print its Form 47')
    .option('--json', 'one JSON object a line: register, intake logs, seats, summary')
    .option('--progress', 'show a progress bar on standard error; default: on a terminal')
    .option('--no-progress', 'show none')
    .addHelpText('after', helpText)
    .allowExcessArguments(false)
    .showHelpAfterError('(khata-verify --help tells more)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: (text) => void err.write(text) })
}

const helpText = `
Exit codes:
  0  everything asked for holds
  1  something does not hold, is missing, or there is no trust file
  2  the command line or the trust file is wrong
  3  the source cannot be reached, or is none

Examples:
  khata-verify --trust trust.json --node http://127.0.0.1:8400
  khata-verify --trust trust.json --node http://127.0.0.1:8400 --seat NA-46 PP-163
  khata-verify --trust trust.json --dir bundle --form47 NA-46
  khata-verify --trust trust.json --nats nats://127.0.0.1:4222 --served --json`

function optionsOf(command: Command): VerifyOptions {
  const given = command.opts<Given>()
  const seats = [...new Set([...(given.seat ?? []), ...(given.form47 === undefined ? [] : [given.form47])])]
  return {
    source: sourceOf(given, command),
    servedOnly: given.served === true,
    crossCheck: given.crossCheck,
    json: given.json === true,
    ...(given.trust !== undefined && { trust: given.trust }),
    ...(seats.length > 0 && { seats }),
    ...(given.form47 !== undefined && { form47: given.form47 }),
    ...(given.progress !== undefined && { progress: given.progress }),
  }
}

function sourceOf({ node, nats, dir, election, trust, nkey, ca }: Given, command: Command): SourceOption {
  if (node !== undefined) return { type: 'node', url: node }
  if (dir !== undefined) return { type: 'dir', folder: dir }
  if (nats === undefined) return command.error('error: give one of --node, --nats and --dir')
  if (election === undefined && trust === undefined) {
    return command.error('error: --nats needs --election where there is no --trust')
  }
  const login = { ...(nkey !== undefined && { nkeyFile: nkey }), ...(ca !== undefined && { caFile: ca }) }
  return { type: 'nats', servers: nats, login, ...(election !== undefined && { election }) }
}
