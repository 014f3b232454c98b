import {
  figuresOfFinding,
  type Form45Json,
  type Form47,
  fromHex,
  invariant,
  type SignedBytes,
  type StationStatus,
} from '@khata/ledger'
import { encodeSignedStatement, Form47Stage, type StatementInputBody } from '@khata/proto'
import type { Author } from '../ceremony/author.ts'
import { DrillError } from './drill-error.ts'
import { fileAll } from './hq-officer.ts'
import type { Filed, NodeClient, Page } from './node-client.ts'

/** What became of a station's form on the returning officer's desk. */
export type Examined =
  | { readonly type: 'accepted' }
  /** Election Rules 2017 r. 84(3): the presiding officer himself corrects the form that `form` names. */
  | { readonly type: 'returned'; readonly form: Uint8Array; readonly codes: readonly string[] }
  | { readonly type: 'left'; readonly status: string }

/** A station whose result is still to come: none comes from one that is closed. */
export type AwaitedStation = Form47['notCounted'][number] & {
  readonly status: Exclude<StationStatus, 'accepted' | 'closed'>
}

/** A Form 47 as issued, with the hash of the statement that issues it. */
export interface Issued {
  readonly stage: 'partial' | 'complete'
  readonly hash: Uint8Array
}

/** One seat's returning officer at the node that writes the seat's log. */
export class ReturningOfficer {
  readonly seat: string
  readonly #client: NodeClient
  readonly #author: Author

  constructor(seat: string, client: NodeClient, author: Author) {
    this.seat = seat
    this.#client = client
    this.#author = author
  }

  get author(): Author {
    return this.#author
  }

  /** Files lists and enrolments in order; throws at the first refusal. */
  async file(statements: readonly SignedBytes[], onFiled?: () => void): Promise<void> {
    await fileAll(this.#client, statements, onFiled)
  }

  /** Looks at a station's form and accepts it, or asks for a correction of the figures that its errors are about. */
  async examine(station: number): Promise<Examined> {
    const form = await this.#form45(station)
    if (form.status !== 'received') return { type: 'left', status: form.status }
    const errors = form.findings.filter(({ severity }) => severity === 'error')
    const codes = errors.map(({ code }) => code)
    const hash = fromHex(form.signed.statement)
    invariant(hash !== undefined, 'a node names statements by their hash')
    if (codes.length === 0) {
      await this.#must({ body: 'form45Accepted', form45Accepted: { station, form: hash } })
      return { type: 'accepted' }
    }
    const figures = errors.flatMap((error) => figuresOfFinding(error, form.candidates.length))
    const correctionRequested = { station, form: hash, codes, note: '', figures }
    await this.#must({ body: 'correctionRequested', correctionRequested })
    return { type: 'returned', form: hash, codes }
  }

  /** Challenges the device that signed a form to show its lock: what the office shows to be scanned. */
  async challenge(station: number, form: Uint8Array): Promise<Uint8Array> {
    const { signed } = this.#author.say(
      this.seat,
      { body: 'lockChallenged', lockChallenged: { station, form } },
      Date.now(),
    )
    const answer = await this.#client.submit(signed)
    if (answer.type === 'refusal') throw refused(this.seat, answer.code)
    return encodeSignedStatement(signed)
  }

  /** Issues Form 47 as the log folds to at this moment; once more from the start where the log has grown meanwhile. */
  async issue(reasonFor: (open: AwaitedStation) => string): Promise<Issued> {
    for (;;) {
      const { form, hash } = await this.form47()
      const awaited = form.notCounted
        .filter(isAwaited)
        .map((open) => ({ station: open.station, reason: reasonFor(open) }))
      const stage = awaited.length === 0 ? Form47Stage.COMPLETE : Form47Stage.PARTIAL
      const sha256 = fromHex(hash)
      invariant(sha256 !== undefined, 'a node names a form by its hash')
      const issued = { stage, size: form.log.size, sha256, awaited, announced: true, affixed: true }
      const said = this.#author.say(this.seat, { body: 'form47Issued', form47Issued: issued }, Date.now())
      const answer = await this.#client.submit(said.signed)
      if (answer.type === 'receipt')
        return { stage: stage === Form47Stage.COMPLETE ? 'complete' : 'partial', hash: said.hash }
      if (answer.code !== 'form-47/not-at-head') throw refused(this.seat, answer.code)
    }
  }

  /** The canonical Form 47 that the node serves, and its hash. */
  async form47(): Promise<{ readonly form: Form47; readonly hash: string; readonly bytes: Uint8Array }> {
    const { status, bytes, formHash } = await this.page('form47')
    if (status !== 200 || formHash === undefined) throw refused(this.seat, `form47: status ${status}`)
    return { form: JSON.parse(new TextDecoder().decode(bytes)) as Form47, hash: formHash, bytes }
  }

  /** A page about the seat, as the node serves it. */
  page(name: string): Promise<Page> {
    return this.#client.get(`/v1/seats/${this.seat}/${name}`)
  }

  async #form45(station: number): Promise<Form45Json> {
    const { status, bytes } = await this.page(`stations/${station}/form45`)
    if (status !== 200) throw refused(this.seat, `form45 of ${station}: status ${status}`)
    return JSON.parse(new TextDecoder().decode(bytes)) as Form45Json
  }

  async #must(body: StatementInputBody): Promise<void> {
    const answer = await this.#say(body)
    if (answer.type === 'refusal') throw refused(this.seat, answer.code)
  }

  /** Signing and submitting without a pause between: the connection then keeps the order of the device chain. */
  #say(body: StatementInputBody): Promise<Filed> {
    return this.#client.submit(this.#author.say(this.seat, body, Date.now()).signed)
  }
}

function isAwaited(open: Form47['notCounted'][number]): open is AwaitedStation {
  return open.status !== 'closed'
}

function refused(seat: string, detail: string): DrillError {
  return new DrillError('drill/refused', `${seat}: ${detail}`)
}
