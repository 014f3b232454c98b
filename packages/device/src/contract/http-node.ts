import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as a server on loopback received it. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly contentType: string | undefined
  readonly body: Uint8Array
}

type Answerer = (received: Received, response: ServerResponse) => void

/** A real HTTP server on loopback that answers as the test says. */
export class HttpNode implements AsyncDisposable {
  readonly received: Received[] = []
  readonly #server: Server
  readonly #answer: Answerer

  private constructor(server: Server, answer: Answerer) {
    this.#server = server
    this.#answer = answer
  }

  static async start(answer: Answerer): Promise<HttpNode> {
    const server = createServer((request, response) => {
      void node.#take(request, response)
    })
    const node = new HttpNode(server, answer)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return node
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await readRequest(request)
    this.received.push(received)
    this.#answer(received, response)
  }
}

async function readRequest(request: IncomingMessage): Promise<Received> {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part as Uint8Array)
  const { method = '', url = '', headers } = request
  return { method, path: url, contentType: headers['content-type'], body: new Uint8Array(Buffer.concat(parts)) }
}
