/** One answer of HTTP/1.1 as it came over a socket. */
export interface Answer {
  readonly status: number
  /** Header `khata-code`. */
  readonly code: string | undefined
  readonly retryAfter: string | undefined
  readonly body: Uint8Array
}

/** Every answer whose end is in the bytes, in order (RFC 9112 section 6.3; no informational ones). */
export function readAnswers(bytes: Buffer): readonly Answer[] {
  const answers: Answer[] = []
  for (let at = 0; ; ) {
    const bodyAt = bytes.indexOf('\r\n\r\n', at)
    if (bodyAt < 0) return answers
    const [statusLine = '', ...lines] = bytes.toString('latin1', at, bodyAt).split('\r\n')
    const headers = new Map(lines.map(headerOf))
    const chunked = headers.get('transfer-encoding') === 'chunked'
    const read = chunked
      ? chunksFrom(bytes, bodyAt + 4)
      : lengthFrom(bytes, bodyAt + 4, Number(headers.get('content-length') ?? 0))
    if (read === undefined) return answers
    answers.push({
      status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]),
      code: headers.get('khata-code'),
      retryAfter: headers.get('retry-after'),
      body: read.body,
    })
    at = read.end
  }
}

interface ReadBody {
  readonly body: Uint8Array
  readonly end: number
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}

function lengthFrom(bytes: Buffer, start: number, length: number): ReadBody | undefined {
  const end = start + length
  return end > bytes.length ? undefined : { body: bytes.subarray(start, end), end }
}

function chunksFrom(bytes: Buffer, start: number): ReadBody | undefined {
  const parts: Uint8Array[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const end = lineEnd + 2 + size + 2
    if (end > bytes.length) return undefined
    if (size === 0) return { body: Buffer.concat(parts), end }
    parts.push(bytes.subarray(lineEnd + 2, end - 2))
    at = end
  }
}
