import { Command } from 'commander'
import { publicNkeyIn } from './init.ts'
import { type ExitCode, type Invocation, printLine, type Work } from './invocation.ts'

const helpText = `
Makes each file that is missing, with a new seed of a user's nkey and mode 0600, and never changes one that is there.
Prints the public part of each, which goes into the topology. "khata init" does the same for a node's own.`

export function nkeyCommand(choose: (work: Work) => void): Command {
  return new Command('nkey')
    .description('make nkeys of operators and observers, and print their public parts')
    .argument('<file...>', 'where the seeds are kept')
    .addHelpText('after', helpText)
    .action((files: readonly string[]) => choose((invocation) => runNkey(files, invocation)))
}

async function runNkey(files: readonly string[], invocation: Invocation): Promise<ExitCode> {
  for (const file of files) printLine(invocation, `${await publicNkeyIn(file)} ${file}`)
  return 0
}
