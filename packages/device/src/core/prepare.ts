import {
  type CheckOutcome,
  checkForm45,
  countMax,
  err,
  figureOver,
  form45In,
  hashBytes,
  invariant,
  modeOf,
  ok,
  publicKeyBytes,
  type Refusal,
  type RefusalCode,
  type Result,
  statementIdBytes,
  zeroHash,
} from '@khata/ledger'
import {
  decodeStatement,
  EncodeError,
  encodeStatement,
  type Form45,
  type Form45CorrectedInput,
  type Form45Input,
  type Statement,
  type StatementInputBody,
} from '@khata/proto'
import type { Post } from './post.ts'

declare const prepared: unique symbol

/**
 * A form as it will be signed, with what its checks say: for the officer to look at once more. Findings never keep a
 * form from being signed.
 */
export interface PreparedForm extends CheckOutcome {
  readonly [prepared]: true
  readonly post: Post
  readonly form: Form45
  readonly body: StatementInputBody
}

export type PrepareRefusal =
  /** Not a whole number of 0 or more, text with invisible characters, a field of another type. */
  | { readonly code: 'device/malformed-form'; readonly detail: string }
  | { readonly code: 'device/other-station'; readonly station: number; readonly own: number }
  /** What every node refuses too, because nothing could be counted with it. */
  | (Refusal & { readonly code: FormRefusalCode })

type FormRefusalCode = Extract<
  RefusalCode,
  'candidate/not-in-form-33' | 'form-45/column-repeated' | 'form-45/over-limit' | 'form-45/unknown-form'
>

/** Elections Act 2017 s. 90: a result of the count, as the officer filled it in. */
export function prepareForm45(post: Post, form: Form45Input, at: Moment): Result<PreparedForm, PrepareRefusal> {
  return prepare(post, { body: 'form45Submitted', form45Submitted: { form } }, at)
}

/** Election Rules 2017 r. 84(3): only the presiding officer corrects, signs and sends again. */
export function prepareCorrection(
  post: Post,
  corrected: Form45CorrectedInput,
  at: Moment,
): Result<PreparedForm, PrepareRefusal> {
  if (corrected.supersedes.length !== hashBytes) return err({ code: 'form-45/unknown-form', about: {} })
  return prepare(post, { body: 'form45Corrected', form45Corrected: corrected }, at)
}

export interface Moment {
  readonly election: string
  /** The device's clock, milliseconds since 1970. */
  readonly now: number
}

function prepare(post: Post, body: StatementInputBody, at: Moment): Result<PreparedForm, PrepareRefusal> {
  const read = readBack(post, body, at.election)
  if (!read.ok) return read
  const { form, body: kept } = read.value
  const refusal = refusalOf(post, form)
  if (refusal !== undefined) return err(refusal)
  const { station, columns, collected, agents, parameters } = post
  const figuresOnly = modeOf(at.election) === 'replay'
  const about = { form, station, columns, collected, figuresOnly, agents, parameters }
  const context = { ...about, saidAt: at.now, sequencedAt: at.now }
  return ok({ post, form, body: kept, ...checkForm45(context) } as PreparedForm)
}

interface ReadForm {
  readonly form: Form45
  readonly body: StatementInputBody
}

/** The form as everyone will read it: a copy, so that what was checked is what is signed. */
function readBack(post: Post, body: StatementInputBody, election: string): Result<ReadForm, PrepareRefusal> {
  const encoded = encodeDraft(post, body, election)
  if (!encoded.ok) return encoded
  const decoded = decodeStatement(encoded.value)
  invariant(decoded.ok, 'what was encoded can be decoded')
  const form = form45In(decoded.value)
  const kept = bodyOf(decoded.value)
  if (form === null || kept === undefined) {
    return err({ code: 'device/malformed-form', detail: 'there is no form' })
  }
  return ok({ form, body: kept })
}

/** The body alone: everything around it is given when the statement is made. */
function bodyOf(statement: Statement): StatementInputBody | undefined {
  if (statement.body === 'form45Submitted') return { body: statement.body, form45Submitted: statement.form45Submitted }
  if (statement.body === 'form45Corrected') return { body: statement.body, form45Corrected: statement.form45Corrected }
  return undefined
}

function encodeDraft(post: Post, body: StatementInputBody, election: string): Result<Uint8Array, PrepareRefusal> {
  const blanks = { id: new Uint8Array(statementIdBytes), signer: new Uint8Array(publicKeyBytes), previous: zeroHash }
  try {
    return ok(encodeStatement({ format: 1, election, seat: post.seat, ...blanks, sequence: 1, saidAt: 0, ...body }))
  } catch (error) {
    if (error instanceof EncodeError) return err({ code: 'device/malformed-form', detail: error.message })
    throw error
  }
}

function refusalOf(post: Post, form: Form45): PrepareRefusal | undefined {
  if (form.station !== post.station.number) {
    return { code: 'device/other-station', station: form.station, own: post.station.number }
  }
  const limit = post.parameters.countMax ?? countMax
  const figure = figureOver(form, limit)
  if (figure !== undefined) return { code: 'form-45/over-limit', about: { figure, limit } }
  return columnRefusal(post, form)
}

function columnRefusal(post: Post, form: Form45): PrepareRefusal | undefined {
  const seen = new Set<number>()
  for (const { column } of [...form.counts, ...(form.recount?.before ?? [])]) {
    if (column >= post.columns.length) return { code: 'candidate/not-in-form-33', about: { column } }
  }
  for (const { column } of form.counts) {
    if (seen.has(column)) return { code: 'form-45/column-repeated', about: { column } }
    seen.add(column)
  }
  return undefined
}
