import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { StartFault } from '../start-fault.ts'
import { stream } from './ask.ts'
import { complain, type ExitCode, type Invocation, printLine, type Work } from './invocation.ts'

interface Options {
  readonly node: string
  readonly to: string
  readonly out: string
  readonly all?: true
  readonly only?: string
}

const helpText = `
Packs what the other side lacks, as far as its own cosignatures show here; without any, everything. Packing again what
was packed before harms nothing.`

export function exportBundleCommand(choose: (work: Work) => void): Command {
  return new Command('export')
    .description('pack what the other side lacks into a bundle')
    .requiredOption('--node <url>', 'the node’s HTTP side')
    .requiredOption('--to <party>', 'hq, a province’s code, or a seat of the office')
    .requiredOption('--out <file>', 'where the bundle goes')
    .option('--all', 'everything, for a machine that has lost what it acknowledged')
    .option('--only <what>', 'checkpoints: acknowledgements alone, small enough for QR codes')
    .addHelpText('after', helpText)
    .action((options: Options) => choose((invocation) => runExport(options, invocation)))
}

async function runExport(options: Options, invocation: Invocation): Promise<ExitCode> {
  if (options.only !== undefined && options.only !== 'checkpoints') {
    throw new StartFault('courier/unreadable', '--only takes the word checkpoints')
  }
  return (await pack(options, invocation)) ? 0 : 1
}

/** Writes a bundle for a party aside, and gives it its name when it is whole. False, and said so, where there is none. */
export async function pack({ node, to, out, all, only }: Options, invocation: Invocation): Promise<boolean> {
  const query = new URLSearchParams({ ...(all === true && { all: '1' }), ...(only !== undefined && { only }) })
  const bundle = await stream(node, `v1/courier/${encodeURIComponent(to)}?${query.toString()}`)
  if ('code' in bundle) {
    complain(invocation, `${bundle.code}: nothing to pack for ${to}`)
    return false
  }
  let bytes = 0
  const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(counted(bundle), createWriteStream(`${out}.part`, { flush: true }))
  await rename(`${out}.part`, out)
  printLine(invocation, `${out}: ${bytes} bytes for ${to}`)
  return true
}
