import {
  AppendedGroup,
  type CheckpointTrust,
  emptyFrontier,
  firstLink,
  formatReceipt,
  leafHash,
  makeEntry,
  noteKey,
  noteVerifier,
  openStatement,
  publicKeyOf,
  sayNext,
  sha256,
  sign,
  signCheckpoint,
  type SignedBytes,
  utf8Encode,
} from '@khata/ledger'
import { beforeAll, describe, expect, test } from 'vitest'
import { drillKey } from '../ceremony/drill-key.ts'
import { installNative } from '../ceremony/native.ts'
import { judgeGiven } from './receipt-fault.ts'

const election = 'pk-ge-2024/drill'
const origin = `ecp.example/khata/${election}/NA-301/1`
const secret = sha256(utf8Encode('sequencer'))
const key = noteKey(origin, 'ed25519', publicKeyOf(secret))
const trust: CheckpointTrust = { origin, log: noteVerifier(key), cosigners: [] }

const said = [1, 2, 3].map(statementOf)
const [, mine = statementOf(2), another = statementOf(3)] = said
const receipt = receiptOf(1)

beforeAll(installNative)

describe('a receipt', () => {
  test('that proves the statement shows its entry and its place', () => {
    expect(judgeGiven({ bytes: receipt, signed: mine, trust })).toMatchObject({
      fault: undefined,
      index: 1,
      cosignatures: 0,
    })
  })

  test('with any byte flipped fails', () => {
    const passed = Array.from(receipt, (byte, at) => Uint8Array.from(receipt).fill(byte ^ 1, at, at + 1)).filter(
      (bytes) => judgeGiven({ bytes, signed: mine, trust }).fault === undefined,
    )
    expect(passed).toEqual([])
  })

  test('of another statement fails', () => {
    expect(judgeGiven({ bytes: receipt, signed: another, trust }).fault).toBe('entry 1 is another statement')
  })

  test('of the statement with another signature fails', () => {
    const signed = { ...mine, signature: another.signature }
    expect(judgeGiven({ bytes: receipt, signed, trust }).fault).toBe('entry 1 is another statement')
  })

  test('whose entry claims another place fails', () => {
    expect(judgeGiven({ bytes: receiptOf(1, 1), signed: mine, trust }).fault).toBe('entry 2 at index 1')
  })
})

function statementOf(station: number): SignedBytes {
  const { key: signer, sign: signWith } = drillKey('seed', `po/${station}`)
  const body = { body: 'lockChallenged', lockChallenged: { station, form: sha256(utf8Encode('form')) } } as const
  const id = sha256(utf8Encode(String(station))).slice(0, 16)
  return sayNext(firstLink, { election, seat: 'NA-301', id, signer, saidAt: 1_707_412_345_678, body }, signWith).signed
}

function receiptOf(at: number, indexShift = 0): Uint8Array {
  const entries = said.map(({ statement, signature }, index) => {
    const opened = openStatement(statement, signature)
    if (!opened.ok) throw new Error(opened.error.code)
    const place = { index: index + indexShift, previous: new Uint8Array(32), epoch: 1, sequencedAt: 1_707_400_000_000 }
    return makeEntry(opened.value, place).bytes
  })
  const group = new AppendedGroup(emptyFrontier, entries.map(leafHash))
  const { root } = group
  const checkpoint = signCheckpoint({ origin, size: entries.length, root, epoch: 1 }, key, (text) => sign(secret, text))
  return formatReceipt(entries[at] ?? new Uint8Array(0), { index: at, hashes: group.inclusion(at), checkpoint })
}
