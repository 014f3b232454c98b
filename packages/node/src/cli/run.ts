import { Command, CommanderError } from 'commander'
import { KeyFileUnfit } from '../adapters/secret-file.ts'
import { StreamUnfit } from '../adapters/jetstream/streams.ts'
import { VerifierUnfit } from '@khata/verifier-pool'
import { PortDamaged, PortUnavailable } from '../ports.ts'
import { StartFault } from '../start-fault.ts'
import { NodeUnreachable } from './ask.ts'
import { courierCommand } from './courier.ts'
import { exportCommand } from './export.ts'
import { form47Command } from './form47.ts'
import { initCommand } from './init.ts'
import { complain, type ExitCode, type Invocation, type Work } from './invocation.ts'
import { listsCommand } from './lists.ts'
import { nodeCommand } from './node.ts'
import { opsCommand } from './ops.ts'
import { statusCommand } from './status.ts'
import { submitCommand } from './submit.ts'
import { verifyCommand } from './verify.ts'

const helpText = `
Exit codes:
  0  done, and it holds
  1  refused, stopped by a fault, or does not hold
  2  the command line or a file it names is wrong
  3  the node cannot be reached`

/** The whole command. Resolves with its exit code. */
export async function runKhata(invocation: Invocation): Promise<ExitCode> {
  const work = parse(invocation)
  if (typeof work === 'number') return work
  try {
    return await work(invocation)
  } catch (error) {
    return exitCodeOf(error, invocation)
  }
}

function parse(invocation: Invocation): Work | ExitCode {
  let chosen: Work | undefined
  const program = describe(invocation, (work) => (chosen = work))
  try {
    program.parse([...invocation.argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return chosen ?? 2
}

function describe({ out, err }: Invocation, choose: (work: Work) => void): Command {
  const program = new Command('khata')
    .description('Runs and asks a node of the network that brings polling stations’ results together.')
    .addHelpText('after', helpText)
    .showHelpAfterError('(khata --help tells more)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: (text) => void err.write(text) })
  for (const make of commands) program.addCommand(inheriting(make(choose), program))
  return program
}

/** Commander hands on what a parent does with errors only to commands that it makes itself. */
function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent)
  for (const one of command.commands) inheriting(one, command)
  return command
}

const commands: readonly ((choose: (work: Work) => void) => Command)[] = [
  initCommand,
  nodeCommand,
  submitCommand,
  form47Command,
  statusCommand,
  verifyCommand,
  exportCommand,
  listsCommand,
  opsCommand,
  courierCommand,
]

function exitCodeOf(error: unknown, invocation: Invocation): ExitCode {
  if (!isTold(error)) throw error
  complain(invocation, error.message)
  if (error instanceof NodeUnreachable) return 3
  return error instanceof StartFault || error instanceof KeyFileUnfit ? 2 : 1
}

/** Faults that an operator can do something about are told in a line; anything else is a bug, with its stack. */
function isTold(error: unknown): error is Error {
  const told = [StartFault, KeyFileUnfit, PortUnavailable, PortDamaged, NodeUnreachable, StreamUnfit, VerifierUnfit]
  return told.some((fault) => error instanceof fault)
}
