import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { toHex } from '@khata/ledger'
import { repositoryRoot } from '../tidy/source.ts'

const program = join(repositoryRoot, 'packages', 'node', 'src', 'main.ts')

export interface NodeProcessOptions {
  readonly folder: string
  /** Beside the paths of keys and data, which are the same in every folder. */
  readonly config: Readonly<Record<string, unknown>>
  /** 32-byte seeds. */
  readonly secret: Uint8Array
  readonly cosignerSecret?: Uint8Array
}

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A khata node as a process of its own, in a folder of its own. */
export class NodeProcess implements AsyncDisposable {
  readonly folder: string
  readonly #journal: string[] = []
  #child: ChildProcess | undefined
  #url = ''

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Writes its configuration and keys. */
  static async make({ folder, config, secret, cosignerSecret }: NodeProcessOptions): Promise<NodeProcess> {
    await mkdir(folder, { recursive: true })
    const http = { host: '127.0.0.1', port: 0 }
    const files = { keyFile: 'node.key', dataDir: 'data', markerDir: 'marker' }
    const cosigner = cosignerSecret === undefined ? {} : { cosignerKeyFile: 'cosigner.key' }
    const all = { http, ...files, ...cosigner, ...config }
    await writeFile(join(folder, 'khata.json'), JSON.stringify(all))
    await writeFile(join(folder, 'node.key'), `${toHex(secret)}\n`, { mode: 0o600 })
    if (cosignerSecret !== undefined) {
      await writeFile(join(folder, 'cosigner.key'), `${toHex(cosignerSecret)}\n`, { mode: 0o600 })
    }
    return new NodeProcess(folder)
  }

  /** `http://127.0.0.1:...` of the running process. */
  get url(): string {
    return this.#url
  }

  /** Lines of its journal so far, over all its lives. */
  get journal(): readonly string[] {
    return this.#journal
  }

  get configFile(): string {
    return join(this.folder, 'khata.json')
  }

  async init(...options: readonly string[]): Promise<Finished> {
    return await runKhata('init', '--config', this.configFile, ...options)
  }

  /** Resolves when it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program, 'node', '--config', this.configFile, '--end-with-stdin'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    this.#child = child
    createInterface({ input: child.stderr }).on('line', (line) => this.#journal.push(line))
    this.#url = await readyUrl(child, () => this.#journal.slice(-20).join('\n'))
  }

  /** In order; resolves with its exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM')
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'close')
    child.kill(signal)
    await ended
    return child.exitCode
  }
}

/** Runs a command of khata to its end. */
export function runKhata(...argv: readonly string[]): Promise<Finished> {
  return runToEnd(program, argv)
}

/** Runs khata-verify to its end. */
export function runObserver(...argv: readonly string[]): Promise<Finished> {
  return runToEnd(join(repositoryRoot, 'packages', 'observer', 'src', 'main.ts'), argv)
}

async function runToEnd(file: string, argv: readonly string[]): Promise<Finished> {
  const child = spawn(process.execPath, [file, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

async function readyUrl(child: ChildProcess, journal: () => string): Promise<string> {
  const { stdout } = child
  if (stdout === null) throw new Error('a node writes to a pipe')
  const line = once(createInterface({ input: stdout }), 'line').then(([text]) => String(text))
  const ended = once(child, 'close').then(() => undefined)
  const first = await Promise.race([line, ended])
  if (first === undefined) throw new Error(`the node ended before it was ready:\n${journal()}`)
  return (JSON.parse(first) as { readonly http: string }).http
}
