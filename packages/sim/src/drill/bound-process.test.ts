import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBound, startBound } from './bound-process.ts'

let folder = ''
const signal = new AbortController().signal

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-bound-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

function launchOf(script: string) {
  const logFile = join(folder, 'child.log')
  return { command: process.execPath, args: ['-e', script], environment: process.env, logFile }
}

const forever = 'console.log("ready " + process.pid); setInterval(() => {}, 1000)'

describe('a bound process', () => {
  it('is ready with its first line, and ends when it is let go', async () => {
    const child = await startBound(launchOf(forever), signal)
    expect(child.firstLines).toEqual([`ready ${child.pid}`])
    await child[Symbol.asyncDispose]()
    expect(isAlive(child.pid)).toBe(false)
  })

  it('that ends before it is ready is an error that names its log', async () => {
    const started = startBound(launchOf('console.error("no key"); process.exitCode = 2'), signal)
    await expect(started).rejects.toThrow(/drill\/process-ended.*child\.log/)
    expect(await readFile(join(folder, 'child.log'), 'utf8')).toContain('no key')
  })

  it('runs to its end with its output and exit code', async () => {
    const finished = await runBound(launchOf('console.log("x"); process.exitCode = 3'), signal)
    expect(finished).toEqual({ exitCode: 3, output: 'x\n' })
  })

  it('dies with its parent, even when that is killed', async () => {
    const module = new URL('bound-process.ts', import.meta.url).href
    const script = `
      import { startBound } from ${JSON.stringify(module)}
      const launch = ${JSON.stringify({ ...launchOf(forever), environment: {} })}
      const child = await startBound(launch, new AbortController().signal)
      console.log(child.pid)
      setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(line.toString())
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  it('that is being run ends with the signal', async () => {
    const abort = new AbortController()
    const running = runBound(launchOf('setInterval(() => {}, 1000)'), abort.signal)
    await setTimeout(0)
    abort.abort()
    await expect(running).rejects.toThrow('aborted')
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
