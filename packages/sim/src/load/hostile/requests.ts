const crlf = '\r\n'

/** A whole request as bytes; the lines and the body are as given, right or wrong. */
export function request(line: string, headers: readonly string[], body: Uint8Array | string = ''): Uint8Array {
  const head = [`${line} HTTP/1.1`, 'host: node', ...headers].join(crlf)
  return Buffer.concat([Buffer.from(`${head}${crlf}${crlf}`, 'latin1'), Buffer.from(body)])
}

export function get(path: string): Uint8Array {
  return request(`GET ${path}`, [])
}

export const statementType = 'content-type: application/x-protobuf'

/** `POST /v1/statements` as a device sends it. */
export function submission(body: Uint8Array): Uint8Array {
  return request('POST /v1/statements', [statementType, `content-length: ${body.length}`], body)
}
