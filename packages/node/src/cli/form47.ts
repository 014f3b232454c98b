import { type Form47, form47Text, sha256, toHex } from '@khata/ledger'
import { Command } from 'commander'
import { get, jsonIn } from './ask.ts'
import { complain, type ExitCode, type Invocation, printLine, type Work } from './invocation.ts'

interface Options {
  readonly node: string
  readonly json?: true
}

export function form47Command(choose: (work: Work) => void): Command {
  return new Command('form47')
    .description('print a seat’s Form 47 as a node has it now')
    .argument('<seat>', 'the seat, NA-46')
    .requiredOption('--node <url>', 'the node’s HTTP side')
    .option('--json', 'print the canonical bytes, whose SHA-256 is the form’s hash')
    .addHelpText('after', '\nA node’s word only: khata-verify recomputes the form from the signed entries.')
    .action((seat: string, options: Options) => choose((invocation) => runForm47(seat, options, invocation)))
}

async function runForm47(seat: string, { node, json }: Options, invocation: Invocation): Promise<ExitCode> {
  const answer = await get(node, `v1/seats/${encodeURIComponent(seat)}/form47`, 'application/json')
  if (answer.status !== 200) {
    complain(invocation, `${answer.code}: no Form 47 of ${seat} at ${node}`)
    return 1
  }
  if (toHex(sha256(answer.bytes)) !== answer.formHash) {
    complain(invocation, `the bytes are not those of the hash that came with them, ${answer.formHash}`)
    return 1
  }
  if (json === true) invocation.out.write(answer.bytes)
  else printLine(invocation, form47Text(jsonIn(answer) as Form47))
  return 0
}
