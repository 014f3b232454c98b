import { equalBytes, toHex } from '../base/bytes.ts'
import { claimsOfAll } from '../event/claims.ts'
import { type OpenedEntry, openEntry } from '../event/entry.ts'
import type { OpenedStatement } from '../event/statement.ts'
import type { RegisterState } from '../identity/register.ts'
import { type Checkpoint, type CheckpointRefusal, type Cosignature, openCheckpoint } from '../log/checkpoint.ts'
import { frontierRoot } from '../log/frontier.ts'
import type { NoteRefusal } from '../log/note.ts'
import type { SignatureVerifier, Triple } from '../signature/verifier.ts'
import { type EntryVerdict, foldEntry } from './apply.ts'
import { judgedAtRegisterSize, type LogFault, type LogFold, type VoidEntry } from './fold.ts'
import { checkpointTrustOf } from './log-trust.ts'
import { PrecedentIndex } from './precedents.ts'
import { knowsRules, rulesVersions } from './rules.ts'

/** What a log's bytes come to, judged without trusting whoever served them. */
export interface LogVerdict {
  readonly log: string
  readonly generation: number
  /** Entries folded, and their root. */
  readonly size: number
  readonly root: string
  /** The least size of the register at which the verdict is this one, as a Form 47 prints it. */
  readonly registerSize: number
  readonly checkpoint: Checkpoint | undefined
  readonly cosignatures: readonly Cosignature[]
  /** Everything that does not hold, by name and place; empty when all does. */
  readonly faults: readonly VerdictFault[]
  readonly voids: readonly VoidEntry[]
  readonly holds: boolean
}

export type VerdictFault =
  | LogFault
  | { readonly code: CheckpointRefusal['code'] | NoteRefusal['code']; readonly index: number; readonly detail: string }
  | { readonly code: 'rules/unknown-version'; readonly index: number; readonly detail: string }
  | { readonly code: 'audit/short'; readonly index: number; readonly detail: string }
  | { readonly code: 'audit/root-differs'; readonly index: number; readonly detail: string }
  | { readonly code: 'audit/epoch-differs'; readonly index: number; readonly detail: string }

export interface AuditInput {
  /** The log's empty fold; on return it holds the state that the entries add up to. */
  readonly fold: LogFold
  readonly register: RegisterState
  /** The newest checkpoint's signed note, as served. */
  readonly checkpoint: Uint8Array
  /** The log's entries from index 0, in pieces of any size; what lies beyond the checkpoint is not judged. */
  readonly entries: AsyncIterable<readonly Uint8Array[]>
  readonly verifier: SignatureVerifier
  /** Whether the same verifier has found this statement's own signature good before, in another log: it is not asked again. */
  readonly isKnownGood?: (statement: OpenedStatement) => boolean
  /** Called after each piece with the number of entries folded; the fold then holds exactly these. */
  readonly onProgress?: (entries: number) => void
  /** Called with each entry as it is judged, in order; not with one that cannot be decoded. */
  readonly onEntry?: (entry: OpenedEntry, verdict: EntryVerdict) => void
}

/** Verifies every signature, link, root and rule of one log, and folds it. */
export async function auditLog(input: AuditInput): Promise<LogVerdict> {
  const { fold, register } = input
  const opened = openCheckpoint(input.checkpoint, checkpointTrustOf(register, fold))
  const sizeMax = opened.ok ? opened.value.checkpoint.size : Number.MAX_SAFE_INTEGER
  const known = fold.content.kind === 'register' || knowsRules(register, rulesVersions)
  const malformed = known ? await foldAll(input, sizeMax) : [unknownRules(register)]
  const faults: VerdictFault[] = [...malformed]
  if (fold.fault !== undefined && malformed.length === 0) faults.push(fold.fault)
  if (!opened.ok) faults.push({ code: opened.error.code, index: fold.size, detail: 'the checkpoint is refused' })
  else if (faults.length === 0) faults.push(...checkpointFaults(fold, opened.value.checkpoint))
  return {
    log: fold.log,
    generation: fold.generation,
    size: fold.size,
    root: toHex(frontierRoot(fold.frontier)),
    registerSize: judgedAtRegisterSize(fold, register),
    checkpoint: opened.ok ? opened.value.checkpoint : undefined,
    cosignatures: cosignaturesOf(input, opened),
    faults,
    voids: fold.voids,
    holds: faults.length === 0 && fold.voids.length === 0,
  }
}

function unknownRules({ election }: RegisterState): VerdictFault {
  const [declared, known] = [election?.value.rulesVersion ?? 0, rulesVersions.join(', ')]
  return { code: 'rules/unknown-version', index: 0, detail: `the election's is ${declared}, known: ${known}` }
}

// The register itself says who cosigns it: asked again once it is folded.
function cosignaturesOf({ fold, register, checkpoint }: AuditInput, before: Opened): readonly Cosignature[] {
  const isRegister = fold.content.kind === 'register'
  const opened = isRegister ? openCheckpoint(checkpoint, checkpointTrustOf(register, fold)) : before
  return opened.ok ? opened.value.cosignatures : []
}

type Opened = ReturnType<typeof openCheckpoint>

/**
 * Pieces under verification at once: enough to keep the verifier busy while this thread decodes and folds. No more: the
 * collector copies every decoded entry that is still waiting.
 */
const piecesInFlightMax = 4
const pieceEntriesMax = 256

interface Piece {
  readonly entries: readonly OpenedEntry[]
  readonly claims: readonly EntryClaims[]
  readonly verdicts: Promise<readonly boolean[]>
}

/** The signatures of one entry. */
interface EntryClaims {
  /** Of the statement's own signature, which is then not asked for. */
  readonly known: readonly true[]
  readonly asked: readonly Triple[]
}

async function foldAll(input: AuditInput, sizeMax: number): Promise<readonly LogFault[]> {
  const precedents = new PrecedentIndex()
  const inFlight: Piece[] = []
  let read = 0
  for await (const bytes of smallPieces(input.entries)) {
    const wanted = bytes.slice(0, Math.max(0, sizeMax - read))
    const { entries, fault } = openAll(wanted, read)
    read += wanted.length
    inFlight.push(pieceOf(entries, input))
    if (inFlight.length >= piecesInFlightMax || fault !== undefined)
      await foldPieces(input, precedents, inFlight, fault === undefined ? piecesInFlightMax - 1 : 0)
    if (fault !== undefined && input.fold.fault === undefined) return [fault]
    if (input.fold.fault !== undefined || read >= sizeMax) break
  }
  await foldPieces(input, precedents, inFlight, 0)
  return []
}

async function* smallPieces(pieces: AsyncIterable<readonly Uint8Array[]>): AsyncGenerator<readonly Uint8Array[]> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += pieceEntriesMax) yield piece.slice(at, at + pieceEntriesMax)
  }
}

function pieceOf(entries: readonly OpenedEntry[], { verifier, isKnownGood }: AuditInput): Piece {
  const statements = entries.flatMap(({ statement }) => (statement.ok ? statement.value : []))
  const ofStatements = claimsOfAll(statements)[Symbol.iterator]()
  const claims = entries.map(({ statement }): EntryClaims => {
    if (!statement.ok) return noClaims
    const asked = ofStatements.next().value ?? []
    return isKnownGood?.(statement.value) === true ? { known: [true], asked: asked.slice(1) } : { known: [], asked }
  })
  return { entries, claims, verdicts: verifier.verify(claims.flatMap(({ asked }) => asked)) }
}

const noClaims: EntryClaims = { known: [], asked: [] }

async function foldPieces(
  input: AuditInput,
  precedents: PrecedentIndex,
  inFlight: Piece[],
  leave: number,
): Promise<void> {
  while (inFlight.length > leave) {
    const piece = inFlight.shift() as Piece
    foldPiece(input, precedents, piece, await piece.verdicts)
    input.onProgress?.(input.fold.size)
  }
}

function foldPiece(
  input: AuditInput,
  precedents: PrecedentIndex,
  { entries, claims }: Piece,
  verdicts: readonly boolean[],
): void {
  let next = 0
  for (const [at, entry] of entries.entries()) {
    if (input.fold.fault !== undefined) return
    const { known, asked } = claims[at] ?? noClaims
    const held = [...known, ...verdicts.slice(next, next + asked.length)]
    next += asked.length
    const before = entry.statement.ok ? precedents.before(entry.statement.value) : {}
    const verdict = foldEntry(input.fold, entry, { claims: held, precedents: before }, input.register)
    if (verdict.type === 'admitted' && entry.statement.ok) precedents.add(entry.statement.value)
    input.onEntry?.(entry, verdict)
  }
}

function openAll(
  bytes: readonly Uint8Array[],
  from: number,
): { readonly entries: readonly OpenedEntry[]; readonly fault?: LogFault } {
  const entries: OpenedEntry[] = []
  for (const [at, piece] of bytes.entries()) {
    const entry = openEntry(piece)
    if (!entry.ok) {
      const detail = entry.error.code === 'entry/malformed' ? entry.error.detail : `${entry.error.bytes} bytes`
      return { entries, fault: { code: entry.error.code, index: from + at, detail } }
    }
    entries.push(entry.value)
  }
  return { entries }
}

function checkpointFaults(fold: LogFold, checkpoint: Checkpoint): readonly VerdictFault[] {
  if (fold.size < checkpoint.size) {
    return [{ code: 'audit/short', index: fold.size, detail: `the checkpoint covers ${checkpoint.size} entries` }]
  }
  if (!equalBytes(frontierRoot(fold.frontier), checkpoint.root)) {
    return [
      {
        code: 'audit/root-differs',
        index: fold.size - 1,
        detail: `the entries do not have the root signed at size ${checkpoint.size}`,
      },
    ]
  }
  if (fold.epoch !== checkpoint.epoch) {
    return [
      { code: 'audit/epoch-differs', index: fold.size - 1, detail: `the checkpoint says epoch ${checkpoint.epoch}` },
    ]
  }
  return []
}
