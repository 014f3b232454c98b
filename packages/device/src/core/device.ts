import {
  err,
  form45In,
  invariant,
  ok,
  openStatement,
  type PublicKey,
  parsePublicKey,
  type Result,
  type SignedBytes,
  sayNext,
  statementIdBytes,
  statementSigningBytes,
  toHex,
  verifyStrict,
} from '@khata/ledger'
import {
  decodeSignedStatement,
  encodeSignedStatement,
  type EvidenceRefInput,
  type Form45CorrectedInput,
  type Form45Input,
  type StatementInputBody,
} from '@khata/proto'
import { Camera, type CameraPorts, type ImageFault, type ImageLine, type NoCamera } from './camera.ts'
import { advance, type Delivery, drawOf, isUnanswered, nextAct } from './delivery.ts'
import { InTurn } from './in-turn.ts'
import { Journal, type JournalFault } from './journal.ts'
import { type DestinationTrust, type Judged, judgeAnswer } from './judge.ts'
import { refusalsKeptMax } from './limits.ts'
import { type Line, Outbox, type Outgoing, type RestoreFault } from './outbox.ts'
import type { Answer, Clock, DeviceStore, Entropy, Signer, Transport } from './ports.ts'
import { type BadPost, type Destination, type Post, postFault } from './post.ts'
import { type Moment, type PreparedForm, type PrepareRefusal, prepareCorrection, prepareForm45 } from './prepare.ts'
import { type DeviceRecord, recordFormat } from './record.ts'
import { type StationCopy, type StationCopyTooLarge, stationCopy } from './station-copy.ts'

export interface DeviceOptions {
  readonly election: string
  readonly signer: Signer
  readonly posts: readonly Post[]
  readonly store: DeviceStore
  readonly transport: Transport
  /** Where the officer's photographs are kept and how they travel; absent of a device without a camera. */
  readonly camera?: CameraPorts
  readonly clock: Clock
  readonly entropy: Entropy
  /** Asked at every answer, so that a successor log's key counts as soon as the caller's register has it. */
  readonly trustOf: (destination: Destination) => DestinationTrust | undefined
}

export type OpenRefusal = BadPost | RestoreFault
export type UnknownPost = { readonly code: 'device/unknown-post'; readonly seat: string }

/** A signed form that is durable on this device; whatever happens now, these are its bytes. */
export interface SignedForm {
  readonly outgoing: Outgoing
  /** Made before any network is tried. */
  readonly stationCopy: Result<StationCopy, StationCopyTooLarge>
}

/** The device's answer to a challenge, to be shown as a QR code at the returning officer's office. */
export type ShownLock = SignedForm

/** What the office showed is no challenge of a form that this device has signed. */
export type NoChallenge = { readonly code: 'device/no-challenge-of-mine' }

/**
 * The presiding officer's client. A statement is durable before anything of it leaves the device, so that a crash at
 * any moment never gives a sequence number or an id to other bytes. It asks for no time by itself: whoever holds it
 * calls `deliverDue` when `nextDueAt` has come.
 */
export class Device {
  readonly #options: DeviceOptions
  readonly #key: PublicKey
  readonly #journal: Journal
  readonly #outbox: Outbox
  readonly #camera: Camera | undefined
  readonly #signing = new InTurn()
  readonly #signed = new WeakMap<PreparedForm, SignedForm>()
  readonly #listeners = new Set<() => void>()

  private constructor(options: DeviceOptions, key: PublicKey, journal: Journal, outbox: Outbox) {
    this.#options = options
    this.#key = key
    this.#journal = journal
    this.#outbox = outbox
    this.#camera = options.camera && new Camera(options.camera, { ...options, journal })
  }

  /** Opens the store, or begins it, and takes up what had not arrived. */
  static async open(options: DeviceOptions): Promise<Result<Device, OpenRefusal>> {
    const { election, posts, clock } = options
    const fault = postFault(posts)
    if (fault !== undefined) return err(fault)
    const key = parsePublicKey(options.signer.key)
    invariant(key.ok, 'a signer has a usable key')
    const owner = { election, key: toHex(key.value) }
    const opened = await Journal.open(options.store)
    if (!opened.ok) return opened
    const { journal, records } = opened.value
    const outbox = Outbox.restore(records, owner, posts, clock.now())
    if (!outbox.ok) return outbox
    const begun =
      records.length > 0 ? ok(undefined) : await journal.append({ type: 'opened', format: recordFormat, ...owner })
    if (!begun.ok) return begun
    const device = new Device(options, key.value, journal, outbox.value)
    device.#camera?.restore(records, device.outgoing)
    await device.#signing.run(() => device.#lockForms())
    return ok(device)
  }

  /** Everything said so far, oldest first. */
  get outgoing(): readonly Outgoing[] {
    return this.#outbox.all
  }

  /** Images on their way, each to each destination that has a form which names it. */
  get images(): readonly ImageLine[] {
    return this.#camera?.lines ?? []
  }

  /** Keeps the photograph of a form, durably; the answer is how the form names it. The image is sent once the form has come. */
  keepImage(image: Uint8Array): Promise<Result<EvidenceRefInput, ImageFault | NoCamera>> {
    return this.#camera?.keep(image) ?? Promise.resolve(err({ code: 'device/no-camera' }))
  }

  /** Checks types and references, never refuses a figure, and answers what the officer should look at again. */
  prepareForm45(seat: string, form: Form45Input): Result<PreparedForm, PrepareRefusal | UnknownPost> {
    return this.#prepare(seat, (post, moment) => prepareForm45(post, form, moment))
  }

  /** Only after the returning officer has returned the form that `supersedes` names by its statement hash. */
  correctForm45(seat: string, corrected: Form45CorrectedInput): Result<PreparedForm, PrepareRefusal | UnknownPost> {
    return this.#prepare(seat, (post, moment) => prepareCorrection(post, corrected, moment))
  }

  /**
   * Signs a prepared form, once however often it is asked, and puts it into the outbox with the statement that it is
   * locked: the next form of the station needs the returning officer's request.
   */
  sign(prepared: PreparedForm): Promise<Result<SignedForm, JournalFault>> {
    return this.#signing.run(() => this.#sign(prepared))
  }

  /** Answers the challenge (an encoded SignedStatement) that the returning officer's office shows for a form. */
  showLock(challenge: Uint8Array): Promise<Result<ShownLock, NoChallenge | JournalFault>> {
    return this.#signing.run(() => this.#showLock(challenge))
  }

  /** Addresses that statements are sent to. */
  get addresses(): readonly string[] {
    const all = this.#options.posts.flatMap((post) => post.destinations.map(({ address }) => address))
    return [...new Set(all)]
  }

  /**
   * Makes every attempt that is due, at one address or at all: one after another at each, all addresses at once.
   * Forms that a full disk has left unlocked are locked before.
   * @returns how many attempts were made.
   */
  async deliverDue(address?: string): Promise<number> {
    await this.#signing.run(() => this.#lockForms())
    const addresses = address === undefined ? this.addresses : [address]
    const made = await Promise.all(addresses.map((one) => this.#deliverAt(one)))
    return made.reduce((sum, count) => sum + count, 0)
  }

  /** When the next attempt is due, at one address or at any; undefined when all has arrived or is under way. */
  nextDueAt(address?: string): number | undefined {
    const open = [...this.#inTurn(address)].map(([, line]) => line)
    const due = open.filter(({ busy, delivery }) => !busy && delivery.state !== 'replicated')
    const free = (address === undefined ? this.addresses : [address]).filter((one) => !this.#hasUnanswered(one))
    const images = free.flatMap((one) => this.#camera?.nextDueAt(one) ?? [])
    const times = [...due.map(({ delivery }) => delivery.dueAt), ...images]
    return times.length === 0 ? undefined : Math.min(...times)
  }

  /** Calls `listener` after each change of the outbox. @returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #prepare<T>(seat: string, make: (post: Post, moment: Moment) => Result<T, PrepareRefusal>) {
    const post = this.#options.posts.find((one) => one.seat === seat)
    if (post === undefined) return err({ code: 'device/unknown-post', seat })
    return make(post, { election: this.#options.election, now: this.#options.clock.now() })
  }

  async #sign(prepared: PreparedForm): Promise<Result<SignedForm, JournalFault>> {
    const before = this.#signed.get(prepared)
    if (before !== undefined) return ok(before)
    const said = await this.#say(prepared.post.seat, prepared.body)
    if (!said.ok) return said
    this.#signed.set(prepared, said.value)
    await this.#lockForms()
    return said
  }

  async #showLock(challenge: Uint8Array): Promise<Result<ShownLock, NoChallenge | JournalFault>> {
    const asked = challengeIn(challenge)
    const isMine = this.#outbox.all.some(({ opened }) => opened.hashHex === asked?.form)
    if (asked === undefined || !isMine) return err({ code: 'device/no-challenge-of-mine' })
    return await this.#say(asked.seat, { body: 'lockShown', lockShown: asked.shown })
  }

  // What a full disk or a crash leaves unlocked is locked at the next signing or delivery, or when the device is opened again.
  async #lockForms(): Promise<void> {
    for (const { hash, statement } of this.#outbox.unlocked) {
      const station = form45In(statement)?.station ?? 0
      const said = await this.#say(statement.seat, { body: 'form45Locked', form45Locked: { station, form: hash } })
      if (!said.ok) return
    }
  }

  /** A statement is durable before anyone sees it. */
  async #say(seat: string, body: StatementInputBody): Promise<Result<SignedForm, JournalFault>> {
    const bytes = this.#signBody(seat, body)
    const signed = encodeSignedStatement(bytes)
    const kept = await this.#journal.append({ type: 'said', signed })
    if (!kept.ok) return kept
    const opened = openStatement(bytes.statement, bytes.signature)
    invariant(opened.ok, 'what was signed can be opened')
    const outgoing = this.#outbox.add(opened.value, signed, this.#options.clock.now())
    this.#changed()
    return ok({ outgoing, stationCopy: stationCopy(bytes) })
  }

  #signBody(seat: string, body: StatementInputBody): SignedBytes {
    const { election, signer, clock, entropy } = this.#options
    const id = entropy.bytes(statementIdBytes)
    invariant(id.length === statementIdBytes && !this.#outbox.hasId(id), 'entropy never repeats an id')
    const saying = { election, seat, id, signer: this.#key, saidAt: clock.now(), body }
    const { signed } = sayNext(this.#outbox.chainOf(seat), saying, (message) => signer.sign(message))
    const holds = verifyStrict(this.#key, statementSigningBytes(signed.statement), signed.signature)
    invariant(holds, 'the signer signs with the key that it shows')
    return signed
  }

  async #deliverAt(address: string): Promise<number> {
    let attempts = 0
    for (const [outgoing, line] of this.#inTurn(address)) if (await this.#attempt(outgoing, line)) attempts += 1
    if (this.#hasUnanswered(address) || !(await this.#camera?.sendPart(address))) return attempts
    this.#changed()
    return attempts + 1
  }

  /** While a statement waits for an address, nothing of an image is sent there. */
  #hasUnanswered(address: string): boolean {
    return this.#outbox.all.some(({ lines }) =>
      lines.some(({ destination, delivery }) => destination.address === address && isUnanswered(delivery)),
    )
  }

  async #attempt(outgoing: Outgoing, line: Line): Promise<boolean> {
    const act = line.busy ? undefined : nextAct(line.delivery, this.#options.clock.now())
    if (act === undefined) return false
    line.busy = true
    try {
      const answer = await this.#ask(outgoing, line, act)
      await this.#take(outgoing, line, answer)
    } finally {
      line.busy = false
    }
    this.#changed()
    return true
  }

  #ask({ opened, signed }: Outgoing, { destination }: Line, act: 'submit' | 'ask-for-receipt'): Promise<Answer> {
    const { transport } = this.#options
    const { address, log } = destination
    if (act === 'submit') return transport.submit(address, signed)
    return transport.receipt(address, { log, signer: opened.signerHex, statementId: opened.idHex })
  }

  async #take({ opened }: Outgoing, line: Line, answer: Answer): Promise<void> {
    const { election, trustOf } = this.#options
    const { bytes, signature, hashHex } = opened
    const asked = { election, signed: { statement: bytes, signature }, hashHex }
    const judged = judgeAnswer(answer, asked, trustOf(line.destination))
    const next = this.#advance(line.delivery, judged)
    const record = recordOf(line, next, hashHex)
    const kept = record === undefined ? ok(undefined) : await this.#journal.append(record)
    line.delivery = kept.ok ? next : this.#advance(line.delivery, notKept(kept.error))
    if (kept.ok && record?.type === 'refusal') line.refusalsKept += 1
    this.#camera?.name(opened, [line])
  }

  #advance(delivery: Delivery, judged: Judged): Delivery {
    return advance(delivery, judged, drawOf(this.#options))
  }

  /**
   * Lines to one address or to any, in the order of saying. Behind one that its log has not answered yet no other comes: a
   * lock that overtook its form would be refused.
   */
  *#inTurn(address?: string): Generator<readonly [Outgoing, Line]> {
    const heldUp = new Set<string>()
    for (const outgoing of this.#outbox.all) {
      for (const line of outgoing.lines) {
        const { address: at, log } = line.destination
        const way = `${at} ${log}`
        if ((address !== undefined && at !== address) || heldUp.has(way)) continue
        yield [outgoing, line]
        if (isUnanswered(line.delivery)) heldUp.add(way)
      }
    }
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** What a challenge asks to be shown; undefined of anything else. */
function challengeIn(bytes: Uint8Array) {
  const signed = decodeSignedStatement(bytes)
  if (!signed.ok) return undefined
  const opened = openStatement(signed.value.statement, signed.value.signature)
  if (!opened.ok || opened.value.statement.body !== 'lockChallenged') return undefined
  const { seat, lockChallenged } = opened.value.statement
  return { seat, form: toHex(lockChallenged.form), shown: { ...lockChallenged, challenge: opened.value.hash } }
}

/** What must be durable before a step counts: a better receipt, or a refusal with another code than the last. */
function recordOf(line: Line, next: Delivery, statement: string): DeviceRecord | undefined {
  const { delivery, destination, refusalsKept } = line
  const about = { statement, destination: destination.name }
  if (next.receipt !== undefined && next.receipt !== delivery.receipt) {
    return { type: 'receipt', ...about, receipt: next.receipt }
  }
  const isNews = next.refusal !== undefined && next.refusal.code !== delivery.refusal?.code
  if (!isNews || refusalsKept >= refusalsKeptMax) return undefined
  return { type: 'refusal', ...about, refusal: next.refusal }
}

/** A receipt that is not kept is not held: the statement goes on being sent. */
function notKept(fault: JournalFault): Judged {
  const detail = 'detail' in fault ? fault.detail : `record ${fault.record}`
  return { type: 'fault', fault: { code: 'delivery/not-kept', detail } }
}
