import { type CourierSection, encodeCourierSection } from '@khata/ledger'
import { Command } from 'commander'
import type { SectionAnswer } from '../shell/courier.ts'
import { jsonIn, NodeUnreachable, postSection } from './ask.ts'
import { pack } from './courier-export.ts'
import { type BundleSource, openSources } from './courier-file.ts'
import { ImportReport } from './courier-report.ts'
import { complain, type ExitCode, type Invocation, printJson, printLine, type Work } from './invocation.ts'

interface Options {
  readonly node: string
  readonly reply?: string
  readonly json?: true
}

const helpText = `
FILE is a bundle, or the texts of its QR codes, one a line. Any order, any number of times; what is damaged costs only
itself. Says what was taken, what waits for which entries, and what is damaged or missing. Fails with 1 unless
everything in the files is held now.`

export function importCommand(choose: (work: Work) => void): Command {
  return new Command('import')
    .description('hand a node what a courier has brought')
    .argument('<file...>', 'bundles, or scanned texts')
    .requiredOption('--node <url>', 'the node’s HTTP side')
    .option('--reply <file>', 'pack what goes back to whoever packed these')
    .option('--json', 'print one JSON object')
    .addHelpText('after', helpText)
    .action((files: readonly string[], options: Options) =>
      choose((invocation) => runImport(files, options, invocation)),
    )
}

async function runImport(files: readonly string[], options: Options, invocation: Invocation): Promise<ExitCode> {
  const { bundles, unfinished } = await openSources(files)
  const report = new ImportReport()
  for (const words of unfinished) report.unfinished(words)
  await handIn(options.node, bundles, report)
  if (options.json === true) printJson(invocation, report.json())
  else for (const line of report.lines()) printLine(invocation, line)
  const answered = options.reply === undefined || (await reply(options.node, options.reply, { report, invocation }))
  return report.holds && answered ? 0 : 1
}

/**
 * Pass after pass over everything, for as long as one helps: what comes before a section may stand behind it, or in
 * another file. A pass hands in only what the one before could not place.
 */
async function handIn(node: string, bundles: readonly BundleSource[], report: ImportReport): Promise<void> {
  let isFirst = true
  for (let helps = true; helps; isFirst = false) {
    helps = false
    for (const { name, pieces } of bundles) {
      for await (const piece of pieces()) {
        if (piece.type === 'damage') {
          if (isFirst) report.damaged(name, piece)
        } else if (isFirst || report.isUnplaced(name, piece.at)) {
          const answer = await handInOne(node, piece)
          helps ||= answer.type === 'taken'
          report.answered(name, piece.at, answer)
        }
      }
    }
  }
}

async function handInOne(node: string, { kind, payload }: CourierSection): Promise<SectionAnswer> {
  const answer = await postSection(node, encodeCourierSection(kind, payload))
  if (answer.status === 503) throw new NodeUnreachable('node/unreachable', 'the node is too busy: bring it again later')
  if (answer.status !== 200) throw new NodeUnreachable('node/unintelligible', answer.code)
  return jsonIn(answer) as SectionAnswer
}

async function reply(
  node: string,
  out: string,
  { report, invocation }: { readonly report: ImportReport; readonly invocation: Invocation },
): Promise<boolean> {
  const [to, ...others] = report.packers
  if (to !== undefined && others.length === 0) return await pack({ node, to, out }, invocation)
  const code = 'courier/no-one-packer'
  const why = to === undefined ? 'no manifest says who packed these' : `${report.packers.join(', ')} packed these`
  complain(invocation, `${code}: ${why}: pack the reply with khata courier export`)
  return false
}
