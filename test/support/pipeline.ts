import { connect } from 'node:net'

/** Sends requests on one connection, all before any answer; resolves with the statuses in order. */
export async function pipelined(url: string, bodies: readonly Uint8Array[]): Promise<readonly number[]> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(Buffer.concat(bodies.flatMap((body) => [Buffer.from(head(body)), body])))
  let answers = ''
  for await (const chunk of socket) {
    answers += String(chunk)
    if (statuses(answers).length === bodies.length) break
  }
  return statuses(answers)
}

function head({ length }: Uint8Array): string {
  return `POST /v1/statements HTTP/1.1\r\nhost: node\r\ncontent-type: application/x-protobuf\r\ncontent-length: ${length}\r\n\r\n`
}

function statuses(answers: string): readonly number[] {
  return [...answers.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
}
