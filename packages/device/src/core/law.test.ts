import {
  AppendedGroup,
  addSignature,
  cosign,
  cosignerNoteKey,
  emptyFrontier,
  formatNote,
  formatReceipt,
  invariant,
  leafHash,
  logNoteKey,
  parseNote,
  rulesOf,
  openLogFold,
  sha256,
  signCheckpoint,
  type SignedBytes,
  utf8Encode,
} from '@khata/ledger'
import { type FixtureElection, type FixtureLog, fixtureElection, form45Of } from '@khata/ledger/fixture'
import { decodeSignedStatement, encodeSignedStatement, Role } from '@khata/proto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothDestinations, seededEntropy } from '../contract/figures.ts'
import { Device, type SignedForm } from './device.ts'
import { destinationTrust } from './judge.ts'
import { requestKey, signerOf } from './key.ts'
import { waitMsMax } from './limits.ts'
import { MemoryStore } from './memory-store.ts'
import { postOfSeat } from './post.ts'
import type { Transport } from './ports.ts'

const destinations = bothDestinations.slice(0, 1).map((destination) => ({ ...destination, log: 'NA-1' }))
const signer = signerOf(sha256(utf8Encode('officer of station 2')))
const office = { seat: 'NA-1', office: 'po/2b', role: Role.PRESIDING_OFFICER, station: 2 }
const noNetwork: Transport = {
  submit: () => Promise.resolve({ type: 'unreachable', detail: '' }),
  receipt: () => Promise.resolve({ type: 'unreachable', detail: '' }),
}

test('what the device signs with the key that it asked for, the law admits', async () => {
  const { seat, device } = await drill()
  const form = await sign(device, [10, 20, 30])
  expect(seat.log.submit(form)).toBeUndefined()
  expect(seat.log.seat.stations.get(2)).toMatchObject({ status: 'received', current: { findings: [] } })
})

test('locks the form as it signs it, and shows the lock at the office, with no network', async () => {
  const { seat, device } = await drill()
  const form = seat.must(await sign(device, [10, 20, 30]))
  seat.must(lastOf(device))
  expect(seat.log.seat.stations.get(2)?.current?.lock).toBe('remote')
  const challenge = seat.must(seat.ro.challenge(form, 2))
  const shown = await device.showLock(encodeSignedStatement(challenge))
  invariant(shown.ok && shown.value.stationCopy.ok, 'a lock is shown')
  const scanned = decodeSignedStatement(shown.value.stationCopy.value.bytes)
  invariant(scanned.ok, 'the code holds the statement')
  seat.must(scanned.value)
  expect(seat.log.seat.stations.get(2)?.current?.lock).toBe('shown')
  for (const other of [form, seat.ro.challenge(seat.po(1).submit({ votes: [1, 2, 3] }), 1)]) {
    expect(await device.showLock(encodeSignedStatement(other))).toEqual({
      ok: false,
      error: { code: 'device/no-challenge-of-mine' },
    })
  }
})

test('and a correction of what the returning officer returned', async () => {
  const { seat, device } = await drill()
  const form = seat.must(await sign(device, [10, 20, 30]))
  seat.must(lastOf(device))
  seat.must(seat.ro.ask(form, 2))
  const supersedes = device.outgoing[0]?.opened.hash ?? new Uint8Array(0)
  const corrected = device.correctForm45('NA-1', { supersedes, form: form45Of(2, { votes: [11, 20, 30] }), note: '' })
  invariant(corrected.ok, 'a correction is prepared')
  const signed = await device.sign(corrected.value)
  invariant(signed.ok, 'a correction is signed')
  seat.must(bytesOf(signed.value))
  expect(seat.log.seat.stations.get(2)).toMatchObject({
    status: 'received',
    current: { findings: [{ code: 'form-45/votes-changed', figures: { candidates: 1, column: 0, from: 10, to: 11 } }] },
  })
})

test('what the device warns of is what the log will find', async () => {
  const { seat, device } = await drill()
  const figure = fc.option(fc.nat(1_500), { nil: null })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(600), { minLength: 3, maxLength: 3 }),
      figure,
      figure,
      async (votes, valid, polled) => {
        const form = form45Of(2, { votes, fields: { validTotal: valid, polledTotal: polled } })
        const prepared = device.prepareForm45('NA-1', form)
        invariant(prepared.ok, 'figures are never refused')
        const signed = await device.sign(prepared.value)
        invariant(signed.ok, 'a prepared form is signed')
        const log = seat.log.replayInto(openLogFold(seat.log.fold))
        log.append(bytesOf(signed.value))
        const found = log.seat.stations.get(2)?.current?.findings.map(({ code }) => code) ?? []
        // The log has seen none of the forms tried before.
        expect(found.filter((code) => code !== 'statement/chain-gap')).toEqual(
          prepared.value.findings.map(({ code }) => code),
        )
      },
    ),
    { numRuns: 25 },
  )
})

test('a receipt is believed by the register alone: its sequencer, and its hubs as cosigners', async () => {
  const answers: Uint8Array[] = []
  const answer = () => Promise.resolve({ type: 'receipt', bytes: answers.shift() ?? new Uint8Array(0) } as const)
  const { election, seat, device } = await drill({ submit: answer, receipt: answer })
  seat.must(await sign(device, [10, 20, 30]))
  seat.must(lastOf(device))
  const [forms, locks] = [-2, -1].map((at) => receiptsOf(election, seat.log, seat.log.entries.length + at))
  for (const at of [0, 1]) answers.push(...[forms, locks].flatMap((receipts) => receipts?.[at] ?? []))
  const line = device.outgoing[0]?.lines[0]
  await device.deliverDue()
  expect(line?.delivery).toMatchObject({ state: 'sent', fault: undefined })
  election.stage.now += waitMsMax
  await device.deliverDue()
  expect(line?.delivery).toMatchObject({ state: 'replicated', fault: undefined })
  expect(destinationTrust(election.registerState, 'NA-2')).toBeUndefined()
})

/** The receipts of an entry: the log's own, and the one that HQ has cosigned. */
function receiptsOf(election: FixtureElection, { entries, fold }: FixtureLog, index: number): readonly Uint8Array[] {
  const { trust } = election
  const key = logNoteKey(trust, fold)
  const [sequencer, hq] = [election.actor('sequencer/NA-1'), election.actor('cosigner/hq')]
  const hubKey = cosignerNoteKey(trust, 'hq', hq.key)
  invariant(key !== undefined && hubKey !== undefined, 'the register declares usable keys')
  const group = new AppendedGroup(
    emptyFrontier,
    entries.map(({ bytes }) => leafHash(bytes)),
  )
  const checkpoint = { origin: key.name, size: group.size, root: group.root, epoch: fold.epoch }
  const note = parseNote(signCheckpoint(checkpoint, key, (message) => sequencer.sign(message)))
  invariant(note.ok, 'a checkpoint is a note')
  const cosigned = addSignature(
    note.value,
    cosign(note.value, hubKey, 1_707_400_000, (message) => hq.sign(message)),
  )
  const entry = entries[index]?.bytes ?? new Uint8Array(0)
  const proof = { index, hashes: group.inclusion(index) }
  return [note.value, cosigned].map((one) => formatReceipt(entry, { ...proof, checkpoint: formatNote(one) }))
}

/** A seat whose register and log have enrolled the device's key, and the device. */
async function drill(transport: Transport = noNetwork) {
  const election = fixtureElection({ until: 'listed' })
  const seat = election.seat('NA-1')
  const request = requestKey(signer, { election: election.trust.election, ...office })
  const person = sha256(utf8Encode('salted name'))
  const keyEnrolled = { ...request, person, reason: '', secondOfficers: [] }
  seat.must(seat.ro.say('NA-1', { body: 'keyEnrolled', keyEnrolled }))
  seat.freeze()
  const { parameters } = rulesOf(election.registerState)
  const post = postOfSeat(seat.log.seat, 2, { parameters, destinations })
  invariant(post !== undefined, 'Form 28 has station 2')
  const opened = await Device.open({
    election: election.trust.election,
    signer,
    posts: [post],
    store: new MemoryStore(),
    transport,
    clock: { now: () => election.stage.now },
    entropy: seededEntropy(5),
    trustOf: ({ log }) => destinationTrust(election.registerState, log),
  })
  invariant(opened.ok, 'a new store is opened')
  return { election, seat, device: opened.value }
}

async function sign(device: Device, votes: readonly number[]): Promise<SignedBytes> {
  const prepared = device.prepareForm45('NA-1', form45Of(2, { votes }))
  invariant(prepared.ok, 'a form is prepared')
  const signed = await device.sign(prepared.value)
  invariant(signed.ok, 'a form is signed')
  return bytesOf(signed.value)
}

function bytesOf({ outgoing }: SignedForm): SignedBytes {
  return decodedOf(outgoing.signed)
}

/** What the device said last. */
function lastOf(device: Device): SignedBytes {
  return decodedOf(device.outgoing.at(-1)?.signed ?? new Uint8Array(0))
}

function decodedOf(signed: Uint8Array): SignedBytes {
  const decoded = decodeSignedStatement(signed)
  invariant(decoded.ok, 'a device sends signed statements')
  return decoded.value
}
