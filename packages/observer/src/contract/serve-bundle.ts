import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Bundle } from './bundle.ts'

/** Serves a bundle as a node serves its logs, until the test ends. Answers the server's address. */
export async function serveBundle(files: Bundle): Promise<string> {
  const server = createServer((request, response) => {
    const bytes = files.get(fileOf(request.url ?? ''))
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function fileOf(path: string): string {
  return path.replace(/^\/v1\/logs\//, '').replace(/^\/v1\/seats\/([^/]+)\/form47$/, '$1/form47.json')
}
