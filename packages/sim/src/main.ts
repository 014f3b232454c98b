import { tmpdir } from 'node:os'
import process from 'node:process'
import { Command, CommanderError } from 'commander'
import { drillEnvironment, interruptionOf, programPaths } from './drill/surroundings.ts'
import { dstCommand } from './dst/command.ts'
import { loadCommand } from './load/command.ts'
import { nightCommand } from './rehearsal/command.ts'

// A terminal or a reader that has gone ends nothing but the output.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const program = new Command('khata-sim').description('Rehearsals of an election night.').exitOverride()
const fail = (exitCode: number) => {
  process.exitCode = exitCode
}
const load = loadCommand({
  out: process.stdout,
  err: process.stderr,
  environment: drillEnvironment(process.env),
  programs: programPaths(process.execPath),
  temporaryFolder: tmpdir(),
  interruption: () => interruptionOf(process),
  fail,
})
const commands = [nightCommand(process.stdout), dstCommand(process.stdout, () => fail(1)), load]
for (const command of commands) program.addCommand(command.copyInheritedSettings(program))
try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
