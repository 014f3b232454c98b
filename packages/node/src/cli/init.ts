import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fromBase64, fromHex, intakeLog, registerLog, toHex } from '@khata/ledger'
import type { RootOrder } from '@khata/proto'
import { Command } from 'commander'
import * as v from 'valibot'
import { publicNkey, readOrCreateNkeyFile } from '../adapters/jetstream/nkey.ts'
import { openLevelStore } from '../adapters/level/store.ts'
import { openSigner, readOrCreateKeyFile } from '../adapters/signer.ts'
import type { NodeConfig } from '../config.ts'
import { parseJson, readNodeConfig, readText } from '../files.ts'
import { genesisRow } from '../replica/rows.ts'
import { keepOrders } from '../shell/root-orders.ts'
import { StartFault } from '../start-fault.ts'
import { type ExitCode, type Invocation, printJson, printLine, type Work } from './invocation.ts'

interface Options {
  readonly config: readonly string[]
  readonly ceremony?: string
  readonly json?: true
}

const helpText = `
Makes the keys that are missing and never changes one that is there. Gives this machine the permission to open the
logs of its configuration anew: without it a node with an empty store serves and does not write. A log that is known
elsewhere to be longer than this store's is still not written. The node must not be running.`

export function initCommand(choose: (work: Work) => void): Command {
  return new Command('init')
    .description('make a node’s keys, and let it open its logs for the first time')
    .requiredOption('--config <file...>', 'the node’s configuration; several prepare several nodes of one machine')
    .option(
      '--ceremony <file>',
      'HQ only: approved orders of the root, which the node says in the register as it starts',
    )
    .option('--json', 'print one JSON object a node')
    .addHelpText('after', helpText)
    .action((options: Options) => choose((invocation) => runInit(options, invocation)))
}

async function runInit({ config: files, ceremony, json }: Options, invocation: Invocation): Promise<ExitCode> {
  for (const file of files) {
    const config = await readNodeConfig(file, invocation.environment)
    const orders =
      ceremony === undefined || (files.length > 1 && config.role !== 'hq') ? [] : await readCeremony(ceremony, config)
    const done = await initOne(config, orders)
    if (json === true) printJson(invocation, done)
    else printLine(invocation, textOf(done))
  }
  return 0
}

async function initOne(config: NodeConfig, orders: readonly RootOrder[]): Promise<Done> {
  const { keyFile, cosignerKeyFile } = config
  const key = await publicKeyIn(keyFile)
  const cosignerKey = cosignerKeyFile === undefined ? undefined : await publicKeyIn(cosignerKeyFile)
  const nkeys = await nkeysOf(config)
  const logs = ownLogs(config)
  await allow(config, logs, orders)
  return {
    name: config.name,
    key,
    ...(cosignerKey !== undefined && { cosignerKey }),
    nkeys,
    logs,
    orders: orders.length,
  }
}

async function publicKeyIn(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  return toHex((await openSigner(await readOrCreateKeyFile(file))).key)
}

/** Public nkeys under which the node logs in at nats-servers, for the topology: one where it has one file for all. */
async function nkeysOf({ nats, upstreams }: NodeConfig): Promise<readonly string[]> {
  const files = new Set([nats, ...upstreams].flatMap(({ nkeyFile }) => nkeyFile ?? []))
  return await Promise.all([...files].map(publicNkeyIn))
}

/** The public nkey of the seed in a file, which is made where there is none. */
export async function publicNkeyIn(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  return publicNkey(await readOrCreateNkeyFile(file))
}

function ownLogs({ role, seats, hub }: NodeConfig): readonly string[] {
  if (hub === undefined) return seats
  return role === 'hq' ? [registerLog, intakeLog(hub)] : [intakeLog(hub)]
}

async function allow({ dataDir }: NodeConfig, logs: readonly string[], orders: readonly RootOrder[]): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await using store = await openLevelStore(dataDir)
  const rows = logs.map((log) => ({ key: genesisRow(log), value: new Uint8Array(0) }))
  await store.write(rows, 'fsync')
  if (orders.length > 0) await keepOrders(store, orders)
}

interface Done {
  readonly name: string
  readonly key: string
  readonly cosignerKey?: string
  readonly nkeys: readonly string[]
  readonly logs: readonly string[]
  readonly orders: number
}

function textOf({ name, key, cosignerKey, nkeys, logs, orders }: Done): string {
  const lines = [
    `node           ${name}`,
    `key            ${key}`,
    ...(cosignerKey === undefined ? [] : [`cosigner key   ${cosignerKey}`]),
    ...nkeys.map((nkey) => `nkey           ${nkey}`),
    `may open       ${logs.join(', ')}`,
    ...(orders === 0 ? [] : [`root orders    ${orders}, said at the next start`]),
  ]
  return lines.join('\n')
}

const orderShape = v.object({
  order: v.string(),
  approvals: v.array(v.object({ key: v.string(), signature: v.string() })),
})
const ceremonyShape = v.object({ orders: v.array(orderShape) })

async function readCeremony(file: string, { role }: NodeConfig): Promise<readonly RootOrder[]> {
  if (role !== 'hq') throw new StartFault('ceremony/malformed', 'only HQ’s node says orders of the root')
  const parsed = v.safeParse(ceremonyShape, parseJson(await readText(file, 'ceremony/unreadable')))
  if (parsed.success) return parsed.output.orders.map((order, at) => orderOf(order, `${file}: orders.${at}`))
  const [issue] = parsed.issues
  throw new StartFault('ceremony/malformed', `${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
}

function orderOf({ order, approvals }: v.InferOutput<typeof orderShape>, place: string): RootOrder {
  const malformed = (field: string) => new StartFault('ceremony/malformed', `${place}: ${field}`)
  const bytes = fromBase64(order)
  if (bytes === undefined) throw malformed('order is no base64')
  return {
    order: bytes,
    approvals: approvals.map((approval) => {
      const [key, signature] = [fromHex(approval.key), fromHex(approval.signature)]
      if (key === undefined || signature === undefined) throw malformed('an approval is no hex')
      return { key, signature }
    }),
  }
}
