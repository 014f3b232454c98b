import { readFile } from 'node:fs/promises'
import {
  checkpointTrustOf,
  claimedCheckpoint,
  declaredLog,
  equalBytes,
  err,
  type LogIdentity,
  ok,
  openEntry,
  type OpenedReceipt,
  openReceipt,
  openStatement,
  parseNote,
  parseOrigin,
  parseTlogProof,
  registerLog,
  type RegisterState,
  type Result,
} from '@khata/ledger'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { Command } from 'commander'
import { readTrustFile } from '../files.ts'
import { StartFault } from '../start-fault.ts'
import { get } from './ask.ts'
import { complain, type ExitCode, type Invocation, printJson, printLine, type Work } from './invocation.ts'
import { readRegister } from './node-log.ts'

interface Options {
  readonly trust: string
  readonly node: string
  readonly json?: true
}

const helpText = `
The keys come from the register that the node serves, which is verified from the trust file's keys; the receipt is then
verified by itself, and the node is asked whether it still shows that entry. For a whole election: khata-verify.`

export function verifyCommand(choose: (work: Work) => void): Command {
  return new Command('verify')
    .description('verify a receipt: that its statement is in the log, signed for by its writer')
    .argument('<receipt>', 'a receipt’s file, as submit writes it')
    .requiredOption('--trust <file>', 'root keys, threshold and the register’s key, from a channel that you trust')
    .requiredOption('--node <url>', 'a node that serves the register and the log')
    .option('--json', 'print one JSON object')
    .addHelpText('after', helpText)
    .action((file: string, options: Options) => choose((invocation) => runVerify(file, options, invocation)))
}

async function runVerify(file: string, options: Options, invocation: Invocation): Promise<ExitCode> {
  installNativeSha256()
  await installNativeVerify()
  const receipt = await readReceipt(file)
  const register = await readRegister(options.node, await readTrustFile(options.trust))
  const opened = register === undefined ? refusedFor('receipt/register-not-believed') : openFor(register, receipt)
  if (!opened.ok) {
    if (options.json === true) printJson(invocation, { holds: false, code: opened.error })
    else complain(invocation, `${file} does not hold: ${opened.error}`)
    return 1
  }
  const about = describe(opened.value)
  const shown = await isShown(options.node, opened.value)
  const report = { holds: shown, ...about.json, shown }
  if (options.json === true) printJson(invocation, report)
  else for (const line of [...about.lines, shownLine(shown)]) printLine(invocation, line)
  return shown ? 0 : 1
}

type VerifyCode = 'receipt/register-not-believed' | 'receipt/unknown-log'

function refusedFor(code: VerifyCode): Result<Verified, string> {
  return err(code)
}

interface Verified extends OpenedReceipt {
  readonly log: string
}

function openFor(register: RegisterState, receipt: Uint8Array): Result<Verified, string> {
  const identity = identityIn(register, receipt)
  if (identity === undefined) return refusedFor('receipt/unknown-log')
  const opened = openReceipt(receipt, checkpointTrustOf(register, identity))
  return opened.ok ? ok({ ...opened.value, log: identity.log }) : err(opened.error.code)
}

/** The log that the receipt claims to be of, as the register declares it. */
function identityIn(register: RegisterState, receipt: Uint8Array): LogIdentity | undefined {
  const proof = parseTlogProof(receipt)
  const note = proof.ok ? parseNote(proof.value.checkpoint) : proof
  const claimed = note.ok ? claimedCheckpoint(note.value) : note
  const origin = claimed.ok ? parseOrigin(claimed.value.origin) : claimed
  if (!origin.ok) return undefined
  const { log } = origin.value
  if (log !== registerLog) return declaredLog(register, log)
  return { log, generation: 1, sequencerKey: register.trust.registerKey }
}

function describe({ log, index, checkpoint, cosignatures, entry }: Verified) {
  const opened = openEntry(entry)
  const statement = opened.ok && opened.value.statement.ok ? opened.value.statement.value : undefined
  const cosigners = cosignatures.map(({ key }) => key.name)
  const body = statement?.statement.body ?? 'unreadable'
  return {
    json: { log, index, size: checkpoint.size, statement: statement?.hashHex ?? null, body, cosigners },
    lines: [
      `Entry ${index} of ${log}, under a checkpoint of ${checkpoint.size} entries`,
      `Statement ${statement?.hashHex ?? 'unreadable'}, ${body}`,
      cosigners.length === 0 ? 'A local receipt: no hub has cosigned it' : `Cosigned by ${cosigners.join(', ')}`,
    ],
  }
}

function shownLine(shown: boolean): string {
  return shown ? 'Holds, and the node shows the same entry' : 'The receipt holds, but the node does not show that entry'
}

async function isShown(node: string, { log, entry }: Verified): Promise<boolean> {
  const opened = openEntry(entry)
  if (!opened.ok) return false
  const statement = openStatement(opened.value.entry.statement, opened.value.entry.signature)
  if (!statement.ok) return false
  const { status, bytes } = await get(
    node,
    `v1/logs/${log}/receipts/${statement.value.signerHex}/${statement.value.idHex}`,
  )
  const shown = status === 200 ? parseTlogProof(bytes) : undefined
  return shown?.ok === true && shown.value.extra !== undefined && equalBytes(shown.value.extra, entry)
}

async function readReceipt(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new StartFault('receipt/unreadable', cause instanceof Error ? cause.message : String(cause), cause)
  }
}
