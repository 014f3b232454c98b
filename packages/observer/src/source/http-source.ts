import { setTimeout as sleep } from 'node:timers/promises'
import { attemptsMax, requestTimeoutMs, retryAfterMsMax, retryPauseMs } from './limits.ts'
import { type LogSource, SourceFailed } from './log-source.ts'
import { tiledSource } from './tiled-source.ts'

/** A node's public HTTP side. Throws SourceFailed where `node` is no http or https URL. */
export function openHttpSource(node: string): LogSource {
  const base = baseOf(node)
  const paths = { log: (log: string) => `v1/logs/${log}`, form47: (seat: string) => `v1/seats/${seat}/form47` }
  return tiledSource(base.href, paths, (path, bytesMax) => get(new URL(path, base), bytesMax))
}

function baseOf(node: string): URL {
  const base = URL.canParse(node) ? new URL(node.endsWith('/') ? node : `${node}/`) : undefined
  if (base?.protocol === 'http:' || base?.protocol === 'https:') return base
  throw new SourceFailed('log-source/unusable', `${node} is no http or https URL`)
}

type Answer =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array | undefined }
  | { readonly type: 'again'; readonly why: unknown; readonly afterMs: number }

async function get(url: URL, bytesMax: number): Promise<Uint8Array | undefined> {
  for (let attempt = 1; ; attempt++) {
    const answer = await tryGet(url, bytesMax)
    if (answer.type === 'bytes') return answer.bytes
    if (attempt >= attemptsMax) {
      throw new SourceFailed('log-source/unreachable', `${url.href} after ${attemptsMax} tries`, answer.why)
    }
    await sleep(Math.max(answer.afterMs, retryPauseMs * 2 ** (attempt - 1)))
  }
}

async function tryGet(url: URL, bytesMax: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json, application/octet-stream, text/plain;q=0.5', ...freshness(url) },
      redirect: 'manual',
      signal: AbortSignal.timeout(requestTimeoutMs),
    })
    return await answerOf(response, url, bytesMax)
  } catch (why) {
    if (why instanceof SourceFailed) throw why
    return { type: 'again', why, afterMs: 0 }
  }
}

/** Tiles never change. A checkpoint older than the form it is compared with would look like a difference. */
function freshness({ pathname }: URL): { readonly 'cache-control'?: string } {
  return pathname.includes('/tile/') ? {} : { 'cache-control': 'no-cache' }
}

async function answerOf(response: Response, url: URL, bytesMax: number): Promise<Answer> {
  if (response.status === 200) return { type: 'bytes', bytes: await bodyUpTo(response, bytesMax + 1) }
  await response.body?.cancel()
  if (response.status === 404) return { type: 'bytes', bytes: undefined }
  if (response.status !== 429 && response.status < 500) {
    throw new SourceFailed('log-source/unusable', `${url.href} answers ${response.status}`)
  }
  return { type: 'again', why: new Error(`status ${response.status}`), afterMs: retryAfterMs(response) }
}

async function bodyUpTo(response: Response, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk.subarray(0, bytesMax - length))
    length += chunks.at(-1)?.length ?? 0
    if (length >= bytesMax) break
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, length)
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, retryAfterMsMax) : 0
}
