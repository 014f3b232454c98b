import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  appendLeaf,
  emptyFrontier,
  encodeBundle,
  encodeTile,
  equalBytes,
  formatTilePath,
  frontierRoot,
  leafHash,
  logKind,
  sha256,
  type TileId,
  tilesBetween,
  tileWidth,
  toHex,
} from '@khata/ledger'
import { installNativeSha256 } from '@khata/verifier-pool'
import { Command } from 'commander'
import { TileBuilder } from '../replica/tile-builder.ts'
import { tileRow } from '../replica/rows.ts'
import { get, jsonIn, NodeUnreachable } from './ask.ts'
import { complain, type ExitCode, type Invocation, printJson, printLine, type Work } from './invocation.ts'
import { readCheckpoint, readEntries, type ServedCheckpoint } from './node-log.ts'

interface Options {
  readonly node: string
  readonly out: string
  readonly log?: readonly string[]
  readonly json?: true
}

const helpText = `
Writes <out>/<log>/checkpoint, <out>/<log>/tile/... and <out>/<seat>/form47.json: files that any web server can publish
and khata-verify --dir reads. Entries that do not have the root of their checkpoint are not written.`

export function exportCommand(choose: (work: Work) => void): Command {
  return new Command('export')
    .description('write a node’s logs as files: C2SP tlog-tiles')
    .requiredOption('--node <url>', 'the node’s HTTP side')
    .requiredOption('--out <folder>', 'where the files go')
    .option('--log <log...>', 'these logs only; default: every log of the node')
    .option('--json', 'print one JSON object a log')
    .addHelpText('after', helpText)
    .action((options: Options) => choose((invocation) => runExport(options, invocation)))
}

async function runExport(options: Options, invocation: Invocation): Promise<ExitCode> {
  installNativeSha256()
  let code: ExitCode = 0
  for (const log of options.log ?? (await logsOf(options.node))) {
    const outcome = await exportLog(options, log)
    if (outcome.type !== 'written') code = outcome.type === 'empty' && options.log === undefined ? code : 1
    tell(invocation, options, { log, ...outcome })
  }
  return code
}

async function logsOf(node: string): Promise<readonly string[]> {
  const { logs } = jsonIn(await get(node, 'v1/logs')) as { readonly logs: readonly { readonly log: string }[] }
  return logs.map(({ log }) => log)
}

type Outcome =
  | { readonly type: 'written'; readonly entries: number }
  | { readonly type: 'empty' }
  | { readonly type: 'root-differs' }

// The form first: whatever it is made of is then covered by the checkpoint that is read after it.
async function exportLog({ node, out }: Options, log: string): Promise<Outcome> {
  const form = logKind(log) === 'seat' ? await form47Of(node, log) : undefined
  const checkpoint = await readCheckpoint(node, log)
  if (checkpoint === undefined) return { type: 'empty' }
  const entries = await allEntries(node, log, checkpoint)
  const leaves = entries.map(leafHash)
  if (!equalBytes(frontierRoot(leaves.reduce(appendLeaf, emptyFrontier)), checkpoint.root)) {
    return { type: 'root-differs' }
  }
  const folder = join(out, log)
  for (const [path, bytes] of tileFiles(log, entries, leaves)) await writeInto(folder, path, bytes)
  if (form !== undefined) await writeInto(folder, 'form47.json', form)
  await writeInto(folder, 'checkpoint', checkpoint.note)
  return { type: 'written', entries: checkpoint.size }
}

async function form47Of(node: string, seat: string): Promise<Uint8Array | undefined> {
  const { status, bytes, formHash } = await get(node, `v1/seats/${seat}/form47`, 'application/json')
  if (status !== 200) return undefined
  if (toHex(sha256(bytes)) === formHash) return bytes
  throw new NodeUnreachable('node/unintelligible', `${seat}: a Form 47 with another form's hash`)
}

async function allEntries(node: string, log: string, { size }: ServedCheckpoint): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = []
  for await (const bundle of readEntries(node, log, size)) entries.push(...bundle)
  return entries
}

/** Every tile by its path, its hashes computed here rather than fetched. */
function tileFiles(log: string, entries: readonly Uint8Array[], leaves: readonly Uint8Array[]) {
  const upper = new Map(new TileBuilder(log, 0, []).add(leaves).map(({ key, value }) => [key, value]))
  const bytesOf = ({ level, index, width }: TileId): Uint8Array | undefined => {
    const from = index * tileWidth
    if (level === 'entries') return encodeBundle(entries.slice(from, from + width))
    if (level === 0) return encodeTile(leaves.slice(from, from + width))
    return upper.get(tileRow(log, level, index))
  }
  return tilesBetween(0, entries.length).flatMap((tile) => {
    const bytes = bytesOf(tile)
    return bytes === undefined ? [] : [[formatTilePath(tile), bytes] as const]
  })
}

async function writeInto(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}

function tell(invocation: Invocation, { json }: Options, done: Outcome & { readonly log: string }): void {
  if (json === true) return printJson(invocation, done)
  if (done.type === 'written') return printLine(invocation, `${done.log}: ${done.entries} entries`)
  const why = done.type === 'empty' ? 'nothing there' : 'the entries do not have the root that was signed'
  complain(invocation, `${done.log}: ${why}`)
}
