// Writes night.json to standard output: node test/vectors/make-night.ts > test/vectors/night.json
import {
  addSignature,
  AppendedGroup,
  canonicalBytes,
  cosign,
  cosignerNoteKey,
  emptyFrontier,
  formatNote,
  formatReceipt,
  formHash,
  form45,
  form46,
  frontierRoot,
  invariant,
  judgedAtRegisterSize,
  logNoteKey,
  type NoteKey,
  parseNote,
  refusalAdvice,
  type SignedBytes,
  signCheckpoint,
  signRefusal,
  toHex,
  utf8Decode,
} from '@khata/ledger'
import { type Actor, fixtureElection, type FixtureLog, hashOf } from '@khata/ledger/fixture'
import { encodeSignedStatement } from '@khata/proto'

const election = fixtureElection({ stations: 2, candidates: 2, seed: 'vectors' })
const { trust } = election
const seat = election.seat('NA-1')
const { log, ro, sequencer } = seat
const forms: object[] = []

const first = seat.must(seat.po(1).submit({ votes: [120, 80], excluded: 5 }))
const wrong = seat.must(seat.po(2).submit({ votes: [60, 90], fields: { validTotal: 151 } }))
seat.must(ro.accept(first, 1))
seat.must(ro.ask(wrong, 2))
issue()
const forged = seat.po(2).correct(wrong, { votes: [900, 90] })
log.append({ statement: forged.statement, signature: first.signature })
const corrected = seat.must(seat.po(2).correct(wrong, { votes: [60, 90], fields: { votersMale: null } }))
const { epoch, size, frontier } = log.fold
const opened = { epoch: epoch + 1, nodeKey: sequencer.key, size, root: frontierRoot(frontier) }
seat.must(sequencer.say('NA-1', { body: 'writerOpened', writerOpened: opened }))
seat.must(ro.accept(corrected, 2))
issue()
const intake = election.intake('hq')
intake.append(first)

function issue(): void {
  const form = log.form47
  forms.push({ size: log.fold.size, sha256: formHash(form), canonical: text(canonicalBytes(form)) })
  seat.must(ro.issueForm47(log))
}

function text(bytes: Uint8Array): string {
  const decoded = utf8Decode(bytes)
  invariant(decoded !== undefined, 'notes and forms are text')
  return decoded
}

function keyOf(of: FixtureLog): NoteKey {
  const key = logNoteKey(trust, of.fold)
  invariant(key !== undefined, 'a fixture has usable keys')
  return key
}

/** The log's checkpoint, cosigned by HQ's node. */
function checkpointOf(of: FixtureLog, writer: Actor): Uint8Array {
  const { size: entries, frontier: tree, epoch: at } = of.fold
  const key = keyOf(of)
  const signed = { origin: key.name, size: entries, root: frontierRoot(tree), epoch: at }
  const note = signCheckpoint(signed, key, (message) => writer.sign(message))
  const hub = election.actor('cosigner/hq')
  const cosigner = cosignerNoteKey(trust, 'hq', hub.key)
  const parsed = parseNote(note)
  invariant(parsed.ok && cosigner !== undefined, 'a checkpoint is a note')
  const time = Math.floor(election.stage.now / 1000)
  return formatNote(
    addSignature(
      parsed.value,
      cosign(parsed.value, cosigner, time, (message) => hub.sign(message)),
    ),
  )
}

function logOf(of: FixtureLog, writer: Actor): object {
  const { generation, sequencerKey, voids } = of.fold
  const entries = of.entries.map(({ bytes, leaf, statement }) => ({
    entry: toHex(bytes),
    leaf: toHex(leaf),
    statement: statement.ok ? statement.value.hashHex : null,
    body: statement.ok ? statement.value.statement.body : null,
  }))
  const registerSize = judgedAtRegisterSize(of.fold, election.registerState)
  return {
    generation,
    sequencerKey,
    registerSize,
    root: toHex(frontierRoot(of.fold.frontier)),
    voids: voids.map(({ index, signer, refusal }) => ({ index, signer, code: refusal.code })),
    checkpoint: text(checkpointOf(of, writer)),
    entries,
  }
}

/** The receipt of an entry under its log's newest checkpoint. */
function receiptOf(signed: SignedBytes): string {
  const { entries } = log
  const hash = toHex(hashOf(signed))
  const index = entries.findIndex(({ statement }) => statement.ok && statement.value.hashHex === hash)
  const tree = new AppendedGroup(
    emptyFrontier,
    entries.map(({ leaf }) => leaf),
  )
  const entry = entries[index]
  invariant(entry !== undefined, 'the statement is logged')
  return text(
    formatReceipt(entry.bytes, { index, hashes: tree.inclusion(index), checkpoint: checkpointOf(log, sequencer) }),
  )
}

/** What the node of the seat answers a form of a station that Form 28 does not have. */
function refusalOf(): object {
  const signed = seat.stranger('lost', 9).submit({ votes: [1, 1] })
  const code = log.admit(signed)?.code
  invariant(code !== undefined, 'a stranger is refused')
  const statement = toHex(hashOf(signed))
  const said = { election: trust.election, log: 'NA-1', statement, code, refusedAt: election.stage.now }
  const advice = refusalAdvice[code]
  const note = signRefusal({ ...said, advice }, keyOf(log), (message) => sequencer.sign(message))
  return { statement, code, note: text(note) }
}

const heading = { election: trust.election, source: undefined }
const night = {
  trust: { format: 'khata-trust/v1', ...trust },
  logs: {
    register: logOf(election.register, election.registerSequencer),
    'NA-1': logOf(log, sequencer),
    'intake-hq': logOf(intake, election.hubSequencer('hq')),
  },
  forms47: forms,
  form45: text(canonicalBytes(form45(heading, log.seat, 2, log.saidOf(2)) ?? {})),
  form46: text(canonicalBytes(form46(heading, log.seat, 2, log.saidOf(2)) ?? {})),
  receipt: { statement: toHex(hashOf(first)), text: receiptOf(first) },
  refusal: refusalOf(),
  stationCopy: { statement: toHex(hashOf(first)), bytes: toHex(encodeSignedStatement(first)) },
}
console.log(JSON.stringify(night, undefined, 1))
