import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

/** A node did not answer, or not as a node does. */
export class NodeUnreachable extends Error {
  override readonly name = 'NodeUnreachable'
  readonly code: NodeUnreachableCode

  constructor(code: NodeUnreachableCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause })
    this.code = code
  }
}

export type NodeUnreachableCode = 'node/unreachable' | 'node/unintelligible'

export interface Answer {
  readonly status: number
  readonly bytes: Uint8Array
  /** What the node's `khata-code` says; empty where it says none. */
  readonly code: string
  readonly formHash: string
}

/** One request, from the first byte sent to the last received. */
const requestMsMax = 20_000

/** Tries of a request that a node is too busy for. */
const triesMax = 10
const pauseMs = 500

export async function get(node: string, path: string, accept = '*/*'): Promise<Answer> {
  return await ask(urlOf(node, path), { headers: { accept } })
}

/** A signed statement's bytes, sent again for as long as the node asks for patience. */
export async function post(node: string, body: Uint8Array): Promise<Answer> {
  return await postTo(urlOf(node, 'v1/statements'), 'application/x-protobuf', body)
}

/** One section of a courier's bundle, as `post`. */
export async function postSection(node: string, section: Uint8Array): Promise<Answer> {
  return await postTo(urlOf(node, 'v1/courier/sections'), 'application/octet-stream', section)
}

async function postTo(url: URL, type: string, body: Uint8Array): Promise<Answer> {
  return await ask(url, { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) })
}

/** An answer's body as it comes: of any length, so without a limit of time for the whole of it. */
export async function stream(node: string, path: string): Promise<AsyncIterable<Uint8Array> | Refused> {
  const url = urlOf(node, path)
  try {
    const response = await fetch(url, { redirect: 'manual' })
    if (response.status !== 200) return { code: response.headers.get('khata-code') ?? `status ${response.status}` }
    return response.body ?? Readable.from([])
  } catch (cause) {
    throw new NodeUnreachable('node/unreachable', `${url.href}: ${reasonOf(cause)}`, cause)
  }
}

/** Why there is nothing to read. */
export interface Refused {
  readonly code: string
}

/** The JSON of an answer that must be one. Throws NodeUnreachable where it is none. */
export function jsonIn({ bytes, status }: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new NodeUnreachable('node/unintelligible', `status ${status} without JSON`, cause)
  }
}

export function textIn({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes)
}

function urlOf(node: string, path: string): URL {
  const base = URL.canParse(node) ? new URL(node.endsWith('/') ? node : `${node}/`) : undefined
  if (base?.protocol === 'http:' || base?.protocol === 'https:') return new URL(path, base)
  throw new NodeUnreachable('node/unreachable', `${node} is no http or https URL`)
}

async function ask(url: URL, init: RequestInit): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await askOnce(url, init)
    if (answer.status !== 503 || tries >= triesMax) return answer
    await sleep(pauseMs)
  }
}

async function askOnce(url: URL, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(requestMsMax) })
    return {
      status: response.status,
      bytes: new Uint8Array(await response.arrayBuffer()),
      code: response.headers.get('khata-code') ?? '',
      formHash: response.headers.get('khata-form-hash') ?? '',
    }
  } catch (cause) {
    throw new NodeUnreachable('node/unreachable', `${url.href}: ${reasonOf(cause)}`, cause)
  }
}

// fetch says only "fetch failed"; the reason is its cause.
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? inner.message : String(inner)
}
