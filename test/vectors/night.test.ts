import { readFileSync } from 'node:fs'
import {
  auditLog,
  canonicalBytes,
  checkpointTrustOf,
  declaredLog,
  entriesOfForm45,
  form45,
  form46,
  form47,
  fromHex,
  invariant,
  judgedAtRegisterSize,
  type LogFold,
  openEntry,
  openLogFold,
  type OpenedEntry,
  openReceipt,
  openRefusal,
  openRegisterFold,
  parsePublicKey,
  parseTrust,
  type RegisterState,
  sequentialVerifier,
  toHex,
  utf8Decode,
  utf8Encode,
} from '@khata/ledger'
import { readStationCopy } from '@khata/device'
import { beforeAll, expect, test } from 'vitest'

interface LogVector {
  readonly registerSize: number
  readonly root: string
  readonly voids: readonly object[]
  readonly checkpoint: string
  readonly entries: readonly {
    readonly entry: string
    readonly leaf: string
    readonly statement: string
    readonly body: string
  }[]
}

interface Night {
  readonly trust: unknown
  readonly logs: Readonly<Record<string, LogVector>>
  readonly forms47: readonly { readonly size: number; readonly sha256: string; readonly canonical: string }[]
  readonly form45: string
  readonly form46: string
  readonly receipt: { readonly statement: string; readonly text: string }
  readonly refusal: { readonly statement: string; readonly code: string; readonly note: string }
  readonly stationCopy: { readonly statement: string; readonly bytes: string }
}

// docs/protocol.md takes its examples from this file; a second implementation is tried on it first.
const night = JSON.parse(readFileSync(new URL('night.json', import.meta.url), 'utf8')) as Night
const logs = Object.keys(night.logs)
const folds = new Map<string, LogFold>()
const entries = new Map<string, readonly OpenedEntry[]>()
const forms = new Map<number, string>()

beforeAll(async () => {
  for (const log of logs) await audit(log)
})

test.each(logs)('%s holds, with its void entries named', async (log) => {
  const { voids, registerSize, root } = vector(log)
  const verdict = await audit(log)
  expect(verdict.faults).toEqual([])
  expect(verdict.root).toBe(root)
  expect(verdict.voids.map(({ index, signer, refusal }) => ({ index, signer, code: refusal.code }))).toEqual(voids)
  expect(judgedAtRegisterSize(foldOf(log), register())).toBe(registerSize)
  expect(verdict.cosignatures).toHaveLength(1)
})

test.each(logs)('the hashes of %s are the file’s', (log) => {
  const hashes = (entries.get(log) ?? []).map(({ bytes, leaf, statement }) => ({
    entry: toHex(bytes),
    leaf: toHex(leaf),
    statement: statement.ok ? statement.value.hashHex : null,
    body: statement.ok ? statement.value.statement.body : null,
  }))
  expect(hashes).toEqual(vector(log).entries)
})

test('the forms are the file’s, byte for byte', () => {
  for (const { size, canonical } of night.forms47) expect(forms.get(size)).toBe(canonical)
  const { content } = foldOf('NA-1')
  invariant(content.kind === 'seat', 'NA-1 is a seat')
  const said = new Map(
    entriesOfForm45(content.seat, 2).map((index) => {
      const statement = entries.get('NA-1')?.[index]?.statement
      invariant(statement?.ok === true, 'every entry of station 2 can be read')
      return [index, statement.value]
    }),
  )
  const heading = { election: register().trust.election, source: undefined }
  expect(text(canonicalBytes(form45(heading, content.seat, 2, said) ?? {}))).toBe(night.form45)
  expect(text(canonicalBytes(form46(heading, content.seat, 2, said) ?? {}))).toBe(night.form46)
})

test('the receipt shows the statement in the log', () => {
  const receipt = openReceipt(utf8Encode(night.receipt.text), checkpointTrust())
  invariant(receipt.ok, 'the receipt holds')
  const entry = openEntry(receipt.value.entry)
  expect(entry.ok && entry.value.statement.ok && entry.value.statement.value.hashHex).toBe(night.receipt.statement)
  expect(receipt.value.cosignatures).toHaveLength(1)
})

test('the refusal is the node’s, of that statement', () => {
  const note = openRefusal(utf8Encode(night.refusal.note), [checkpointTrust().log])
  expect(note).toMatchObject({ ok: true, value: { statement: night.refusal.statement, code: night.refusal.code } })
})

test('the station copy is read with the key that the seat’s log enrols', () => {
  const { content } = foldOf('NA-1')
  invariant(content.kind === 'seat', 'NA-1 is a seat')
  const { rolls } = content.seat
  const copy = readStationCopy(bytesOf(night.stationCopy.bytes), (signer) => {
    const key = parsePublicKey(bytesOf(signer))
    return rolls.has(signer) && key.ok ? key.value : undefined
  })
  expect(copy.ok && copy.value.opened.hashHex).toBe(night.stationCopy.statement)
})

async function audit(log: string) {
  const opened: OpenedEntry[] = []
  const fold = log === 'register' ? openRegisterFold(trust()) : openLogFold(identity(log))
  folds.set(log, fold)
  entries.set(log, opened)
  return auditLog({
    fold,
    register: register(),
    checkpoint: utf8Encode(vector(log).checkpoint),
    entries: oneByOne(vector(log)),
    verifier: sequentialVerifier(),
    onEntry: (entry) => {
      opened.push(entry)
      if (fold.content.kind === 'seat' && night.forms47.some(({ size }) => size === fold.size))
        forms.set(fold.size, text(canonicalBytes(form47(fold, fold.content.seat, register()))))
    },
  })
}

async function* oneByOne({ entries: all }: LogVector): AsyncGenerator<readonly Uint8Array[]> {
  for (const { entry } of all) yield [bytesOf(entry)]
}

function vector(log: string): LogVector {
  const found = night.logs[log]
  invariant(found !== undefined, `no log ${log}`)
  return found
}

function foldOf(log: string): LogFold {
  const fold = folds.get(log)
  invariant(fold !== undefined, `${log} is folded`)
  return fold
}

function register(): RegisterState {
  const { content } = foldOf('register')
  invariant(content.kind === 'register', 'the register folds to one')
  return content.register
}

function identity(log: string) {
  const declared = declaredLog(register(), log)
  invariant(declared !== undefined, `the register declares ${log}`)
  return declared
}

function trust() {
  const parsed = parseTrust(night.trust)
  invariant(parsed.ok, 'the trust file is one')
  return parsed.value
}

function checkpointTrust() {
  return checkpointTrustOf(register(), identity('NA-1'))
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  invariant(bytes !== undefined, 'vectors are hex')
  return bytes
}

function text(bytes: Uint8Array): string {
  return utf8Decode(bytes) ?? ''
}
