import { readFile, writeFile } from 'node:fs/promises'
import { parseTlogProof, utf8Decode } from '@khata/ledger'
import { Command } from 'commander'
import { StartFault } from '../start-fault.ts'
import { type Answer, NodeUnreachable, post, textIn } from './ask.ts'
import { complain, type ExitCode, type Invocation, printJson, printLine, type Work } from './invocation.ts'

interface Options {
  readonly node: string
  readonly receipt?: string
  readonly json?: true
}

const helpText = `
FILE holds an encoded SignedStatement, as devices and station copies carry it. The same bytes may be sent again at any
time and to any node: they are logged once. Prints the receipt, or the refusal as the node signed it.`

export function submitCommand(choose: (work: Work) => void): Command {
  return new Command('submit')
    .description('bring a signed statement to a node')
    .argument('<file>', 'an encoded SignedStatement')
    .requiredOption('--node <url>', 'the node’s HTTP side')
    .option('--receipt <file>', 'write the receipt there')
    .option('--json', 'print one JSON object')
    .addHelpText('after', helpText)
    .action((file: string, options: Options) => choose((invocation) => runSubmit(file, options, invocation)))
}

async function runSubmit(file: string, options: Options, invocation: Invocation): Promise<ExitCode> {
  const answer = await post(options.node, await readStatement(file))
  if (answer.status === 200) return await receipted(answer, options, invocation)
  if (answer.status === 503) throw new NodeUnreachable('node/unreachable', 'the node is too busy: send it again later')
  if (options.json === true) printJson(invocation, { answer: 'refused', code: answer.code, note: textIn(answer) })
  else {
    complain(invocation, `refused: ${answer.code}`)
    printLine(invocation, textIn(answer))
  }
  return 1
}

async function receipted(answer: Answer, { receipt, json }: Options, invocation: Invocation): Promise<ExitCode> {
  const proof = parseTlogProof(answer.bytes)
  if (!proof.ok) throw new NodeUnreachable('node/unintelligible', `no receipt: ${proof.error.code}`)
  if (receipt !== undefined) await writeFile(receipt, answer.bytes)
  const { index, checkpoint } = proof.value
  const [origin = ''] = (utf8Decode(checkpoint) ?? '').split('\n')
  if (json === true) printJson(invocation, { answer: 'receipt', origin, index, receipt: textIn(answer) })
  else if (receipt === undefined) printLine(invocation, textIn(answer))
  else printLine(invocation, `entry ${index} of ${origin}`)
  return 0
}

async function readStatement(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new StartFault('statement/unreadable', cause instanceof Error ? cause.message : String(cause), cause)
  }
}
