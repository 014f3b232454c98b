/** What a command is run with: everything that it may know of the process. */
export interface Invocation {
  /** Without the program's own name. */
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly input: NodeJS.ReadableStream
  readonly out: NodeJS.WritableStream
  readonly err: NodeJS.WritableStream
  readonly pid: number
  /** Aborts when the process is asked to end. */
  readonly stopping: AbortSignal
}

/** 0 done and it holds, 1 refused or does not hold, 2 the command line or a file is wrong, 3 unreachable. */
export type ExitCode = 0 | 1 | 2 | 3

/** The work of one command, chosen by the command line. */
export type Work = (invocation: Invocation) => Promise<ExitCode>

export function printLine({ out }: Invocation, line: string): void {
  out.write(line.endsWith('\n') ? line : `${line}\n`)
}

export function printJson(invocation: Invocation, object: object): void {
  printLine(invocation, JSON.stringify(object))
}

export function complain({ err }: Invocation, text: string): void {
  err.write(`khata: ${text}\n`)
}
