import type { Trust } from '@khata/ledger'
import { installNativeSha256, installNativeVerify, openVerifierPool } from '@khata/verifier-pool'
import { ProgressBar } from '../report/progress.ts'
import { openFolderSource } from '../source/folder-source.ts'
import { openHttpSource } from '../source/http-source.ts'
import { type LogSource, SourceFailed } from '../source/log-source.ts'
import { openNatsSource } from '../source/nats-source.ts'
import { claimedTrust } from '../verify/claimed-trust.ts'
import { verifyElection, type VerifyWatch } from '../verify/election.ts'
import type { SeatStatus } from '../verify/report.ts'
import { parseVerifyOptions, type SourceOption, type Streams, type VerifyOptions } from './options.ts'
import { JsonOutput, type Output, TextOutput } from './output.ts'
import { readTrustFile } from './trust-file.ts'

export interface Invocation extends Streams {
  /** Without the program's own name. */
  readonly argv: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export type ExitCode = 0 | 1 | 2 | 3

/** The whole command. Resolves with its exit code. */
export async function runVerify({ argv, out, err, now }: Invocation): Promise<ExitCode> {
  const options = parseVerifyOptions(argv, { out, err })
  if ('exitCode' in options) return options.exitCode
  const trust = options.trust === undefined ? undefined : await readTrustFile(options.trust)
  if (trust?.ok === false) {
    err.write(`khata-verify: ${options.trust}: ${Object.values(trust.error).join(', ')}\n`)
    return 2
  }
  try {
    return await verifyFrom(options, trust?.value, { argv, out, err, now })
  } catch (error) {
    if (!(error instanceof SourceFailed)) throw error
    err.write(`khata-verify: ${error.message}${reasons(error.cause)}\n`)
    return 3
  }
}

async function verifyFrom(options: VerifyOptions, given: Trust | undefined, invocation: Invocation): Promise<ExitCode> {
  installNativeSha256()
  await installNativeVerify()
  await using source = await openSource(options.source, given)
  const trust = given ?? (await claimedTrust(source))
  if (trust === undefined) {
    throw new SourceFailed('log-source/unusable', `${source.name} shows no register from which to take its keys`)
  }
  await using verifier = await openVerifierPool()
  const { json, servedOnly, crossCheck, seats } = options
  const print = new HeldLines(invocation.out)
  const output = new (json ? JsonOutput : TextOutput)(print.line, given !== undefined)
  await using bar = isBarWanted(options, invocation)
    ? new ProgressBar(source, invocation.err, invocation.now)
    : undefined
  if (bar === undefined) print.release()
  const watch = watchOf(output, bar, options)
  const asked = { servedOnly, crossCheck, ...(seats !== undefined && { seats }) }
  const report = await verifyElection({ source, trust, verifier, now: invocation.now(), watch, ...asked })
  await bar?.[Symbol.asyncDispose]()
  print.release()
  output.summary(report)
  return report.holds && given !== undefined ? 0 : 1
}

async function openSource(option: SourceOption, trust: Trust | undefined): Promise<LogSource> {
  switch (option.type) {
    case 'node':
      return openHttpSource(option.url)
    case 'dir':
      return await openFolderSource(option.folder)
    case 'nats':
      return await openNatsSource(option.servers, option.election ?? trust?.election ?? '', option.login)
  }
}

function isBarWanted({ progress }: VerifyOptions, { err }: Streams): boolean {
  return progress ?? err.isTTY === true
}

function watchOf(output: Output, bar: ProgressBar | undefined, { form47 }: VerifyOptions): VerifyWatch {
  const counts = new Map<SeatStatus, number>()
  return {
    onPlan: (plan) => {
      bar?.plan(plan)
      output.plan(plan)
    },
    onFolded: (log, entries) => bar?.folded(log, entries),
    onIntake: (report) => output.intake(report),
    onSeat: (report, form) => {
      counts.set(report.status, (counts.get(report.status) ?? 0) + 1)
      bar?.verdicts([...counts].map(([status, count]) => `${count} ${status}`).join(', '))
      output.seat(report, report.seat === form47 ? form : undefined)
    },
  }
}

/** Keeps lines until the bar is gone, which would otherwise be drawn through them. */
class HeldLines {
  readonly #out: NodeJS.WritableStream
  #held: string[] | undefined = []

  constructor(out: NodeJS.WritableStream) {
    this.#out = out
  }

  readonly line = (line: string): void => {
    if (this.#held === undefined) this.#out.write(`${line}\n`)
    else this.#held.push(line)
  }

  release(): void {
    for (const line of this.#held ?? []) this.#out.write(`${line}\n`)
    this.#held = undefined
  }
}

function reasons(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
  return `: ${cause.message}${reasons(cause.cause)}`
}
