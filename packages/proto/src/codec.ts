import protobuf from 'protobufjs/minimal.js'
import { khata, type MessageClass } from '../gen/khata.js'
import {
  readEntry,
  readImageReply,
  readImageRequest,
  readKeyClaim,
  readOrder,
  readPartReply,
  readPartRequest,
  readPullReply,
  readPullRequest,
  readPushReply,
  readPushRequest,
  readSignedStatement,
  readStatement,
} from '../gen/read.ts'
import type * as types from '../gen/types.ts'
import { type WireError, WireFault } from './fault.ts'
import { checkInput, EncodeError } from './input.ts'
import {
  entryBytesMax,
  keyClaimBytesMax,
  orderBytesMax,
  signedStatementBytesMax,
  statementBytesMax,
  syncBytesMax,
} from './limits.ts'
import { WireReader } from './reader.ts'

/**
 * The one meaning of the bytes, or why they have none. A refused message may still be kept: refusing says only that
 * nobody may act on it. In a decoded one, bytes of more than 64 are views of those decoded: who keeps them keeps all,
 * and nobody changes what was handed over.
 */
export type Decoded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: WireError }

/** @throws EncodeError where the input is no Statement, or a larger one than `statementBytesMax`. */
export function encodeStatement(input: types.StatementInput): Uint8Array {
  return encode(statement, input)
}

export function decodeStatement(bytes: Uint8Array): Decoded<types.Statement> {
  return decode(statement, bytes)
}

/** @throws EncodeError where the input is no SignedStatement, or a larger one than `signedStatementBytesMax`. */
export function encodeSignedStatement(input: types.SignedStatementInput): Uint8Array {
  return encode(signedStatement, input)
}

/** The statement inside stays bytes: it is what was signed. */
export function decodeSignedStatement(bytes: Uint8Array): Decoded<types.SignedStatement> {
  return decode(signedStatement, bytes)
}

/** @throws EncodeError where the input is no Entry, or a larger one than `entryBytesMax`. */
export function encodeEntry(input: types.EntryInput): Uint8Array {
  return encode(entry, input)
}

/** The statement inside stays bytes: it is what was signed. */
export function decodeEntry(bytes: Uint8Array): Decoded<types.Entry> {
  return decode(entry, bytes)
}

/** @throws EncodeError where the input is no Order, or a larger one than `orderBytesMax`. */
export function encodeOrder(input: types.OrderInput): Uint8Array {
  return encode(order, input)
}

export function decodeOrder(bytes: Uint8Array): Decoded<types.Order> {
  return decode(order, bytes)
}

/** @throws EncodeError where the input is no KeyClaim, or a larger one than `keyClaimBytesMax`. */
export function encodeKeyClaim(input: types.KeyClaimInput): Uint8Array {
  return encode(keyClaim, input)
}

export function decodeKeyClaim(bytes: Uint8Array): Decoded<types.KeyClaim> {
  return decode(keyClaim, bytes)
}

/** @throws EncodeError where the input is no PushRequest, or a larger one than `syncBytesMax`. */
export function encodePushRequest(input: types.PushRequestInput): Uint8Array {
  return encode(pushRequest, input)
}

/** The entries inside stay bytes: each is hashed and decoded by whoever receives it. */
export function decodePushRequest(bytes: Uint8Array): Decoded<types.PushRequest> {
  return decode(pushRequest, bytes)
}

/** @throws EncodeError where the input is no PushReply, or a larger one than `syncBytesMax`. */
export function encodePushReply(input: types.PushReplyInput): Uint8Array {
  return encode(pushReply, input)
}

export function decodePushReply(bytes: Uint8Array): Decoded<types.PushReply> {
  return decode(pushReply, bytes)
}

/** @throws EncodeError where the input is no PullRequest, or a larger one than `syncBytesMax`. */
export function encodePullRequest(input: types.PullRequestInput): Uint8Array {
  return encode(pullRequest, input)
}

export function decodePullRequest(bytes: Uint8Array): Decoded<types.PullRequest> {
  return decode(pullRequest, bytes)
}

/** @throws EncodeError where the input is no PullReply, or a larger one than `syncBytesMax`. */
export function encodePullReply(input: types.PullReplyInput): Uint8Array {
  return encode(pullReply, input)
}

/** The entries inside stay bytes: each is hashed and decoded by whoever receives it. */
export function decodePullReply(bytes: Uint8Array): Decoded<types.PullReply> {
  return decode(pullReply, bytes)
}

/** @throws EncodeError where the input is no PartRequest, or a larger one than `syncBytesMax`. */
export function encodePartRequest(input: types.PartRequestInput): Uint8Array {
  return encode(partRequest, input)
}

/** The piece inside stays bytes: only the whole means something. */
export function decodePartRequest(bytes: Uint8Array): Decoded<types.PartRequest> {
  return decode(partRequest, bytes)
}

/** @throws EncodeError where the input is no PartReply, or a larger one than `syncBytesMax`. */
export function encodePartReply(input: types.PartReplyInput): Uint8Array {
  return encode(partReply, input)
}

export function decodePartReply(bytes: Uint8Array): Decoded<types.PartReply> {
  return decode(partReply, bytes)
}

/** @throws EncodeError where the input is no ImageRequest, or a larger one than `syncBytesMax`. */
export function encodeImageRequest(input: types.ImageRequestInput): Uint8Array {
  return encode(imageRequest, input)
}

export function decodeImageRequest(bytes: Uint8Array): Decoded<types.ImageRequest> {
  return decode(imageRequest, bytes)
}

/** @throws EncodeError where the input is no ImageReply, or a larger one than `syncBytesMax`. */
export function encodeImageReply(input: types.ImageReplyInput): Uint8Array {
  return encode(imageReply, input)
}

export function decodeImageReply(bytes: Uint8Array): Decoded<types.ImageReply> {
  return decode(imageReply, bytes)
}

type Format<Value> = {
  readonly name: string
  readonly bytesMax: number
  readonly wire: MessageClass
  readonly read: (wire: WireReader) => Value
}

const { v1 } = khata
const statement = format('Statement', statementBytesMax, v1.Statement, readStatement)
const signedStatement = format('SignedStatement', signedStatementBytesMax, v1.SignedStatement, readSignedStatement)
const entry = format('Entry', entryBytesMax, v1.Entry, readEntry)
const order = format('Order', orderBytesMax, v1.Order, readOrder)
const keyClaim = format('KeyClaim', keyClaimBytesMax, v1.KeyClaim, readKeyClaim)
const pushRequest = format('PushRequest', syncBytesMax, v1.PushRequest, readPushRequest)
const pushReply = format('PushReply', syncBytesMax, v1.PushReply, readPushReply)
const pullRequest = format('PullRequest', syncBytesMax, v1.PullRequest, readPullRequest)
const pullReply = format('PullReply', syncBytesMax, v1.PullReply, readPullReply)
const partRequest = format('PartRequest', syncBytesMax, v1.PartRequest, readPartRequest)
const partReply = format('PartReply', syncBytesMax, v1.PartReply, readPartReply)
const imageRequest = format('ImageRequest', syncBytesMax, v1.ImageRequest, readImageRequest)
const imageReply = format('ImageReply', syncBytesMax, v1.ImageReply, readImageReply)

function format<Value>(
  name: string,
  bytesMax: number,
  wire: MessageClass,
  read: (wire: WireReader) => Value,
): Format<Value> {
  return { name, bytesMax, wire, read }
}

/** One for all: its buffer has grown to the size that is needed, and what it holds is copied out. */
const writer = new protobuf.Writer()

function encode<Value>({ name, bytesMax, wire }: Format<Value>, input: object): Uint8Array {
  checkInput(name, input)
  wire.encode(input, writer.reset())
  if (writer.len > bytesMax)
    throw new EncodeError('encode/too-large', `${name} takes ${writer.len} bytes, more than ${bytesMax}`)
  return writer.finishInto(new Uint8Array(writer.len))
}

function decode<Value>({ name, bytesMax, read }: Format<Value>, bytes: Uint8Array): Decoded<Value> {
  if (bytes.length > bytesMax)
    return refused('wire/too-large', `${name} of ${bytes.length} bytes, more than ${bytesMax}`)
  try {
    return { ok: true, value: read(new WireReader(bytes)) }
  } catch (thrown) {
    if (thrown instanceof WireFault) return refused(thrown.code, thrown.message)
    throw thrown
  }
}

function refused(code: WireError['code'], detail: string): Decoded<never> {
  return { ok: false, error: { code, detail } }
}
