import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixtureElection } from '@khata/ledger/fixture'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Bundle, writeBundle } from '../contract/bundle.ts'
import { logSourceContract } from '../contract/log-source.ts'
import { serveBundle } from '../contract/serve-bundle.ts'
import { openFolderSource } from './folder-source.ts'
import { openHttpSource } from './http-source.ts'
import { attemptsMax } from './limits.ts'
import type { LogSource } from './log-source.ts'

logSourceContract('folder', async (files) => await openFolderSource(await folderOf(files)))
logSourceContract('http', async (files) => openHttpSource(await serveBundle(files)))

describe('over HTTP', () => {
  it('asks again where a node is busy', async () => {
    let asked = 0
    const source = await answering((respond) => {
      asked++
      if (asked < 3) respond(503)
      else respond(200, 'note')
    })
    expect(text(await source.checkpoint('NA-1'))).toBe('note')
    expect(asked).toBe(3)
  })

  it('gives up after its tries, and says what failed', async () => {
    let asked = 0
    const source = await answering((respond) => {
      asked++
      respond(500)
    })
    await expect(source.checkpoint('NA-1')).rejects.toMatchObject({ code: 'log-source/unreachable' })
    expect(asked).toBe(attemptsMax)
  })

  it.each([301, 400, 403])('takes %s for no such source', async (status) => {
    const source = await answering((respond) => respond(status))
    await expect(source.checkpoint('NA-1')).rejects.toMatchObject({ code: 'log-source/unusable' })
  })

  it('reads no more than what can be right', async () => {
    const source = await answering((respond) => respond(200, 'x'.repeat(1_000_000)))
    expect((await source.checkpoint('NA-1'))?.length).toBe(131_073)
  })

  it.each(['ftp://127.0.0.1', '127.0.0.1:8400', ''])('takes %j for no address', (url) => {
    expect(() => openHttpSource(url)).toThrow('log-source/unusable')
  })

  it('asks below the path it was given', async () => {
    const paths: string[] = []
    const source = await answering((respond, path) => {
      paths.push(path)
      respond(404)
    }, '/khata')
    await source.checkpoint('NA-1')
    await source.publishedForm47?.('NA-1')
    expect(paths).toEqual(['/khata/v1/logs/NA-1/checkpoint', '/khata/v1/seats/NA-1/form47'])
  })
})

describe('a folder', () => {
  it('that does not exist is no source', async () => {
    await expect(openFolderSource(join(tmpdir(), 'absent', 'folder'))).rejects.toMatchObject({
      code: 'log-source/unreachable',
    })
  })
})

type Respond = (status: number, body?: string) => void

async function answering(answer: (respond: Respond, path: string) => void, path = ''): Promise<LogSource> {
  const server = createServer((request, response) => {
    answer((status, body) => response.writeHead(status).end(body), request.url ?? '')
  })
  return openHttpSource(`${await listening(server)}${path}`)
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function folderOf(files: Bundle): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khata-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeBundle(folder, files, fixtureElection({ until: 'register' }))
  return folder
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}
