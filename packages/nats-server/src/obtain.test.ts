import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { obtainNatsServer } from './obtain.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-obtain-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('obtainNatsServer', () => {
  test('prefers KHATA_NATS_SERVER to the PATH', async () => {
    const named = await answering('named', '2.14.0')
    const onPath = await answering('nats-server', '2.13.0')
    const environment = { PATH: folder, KHATA_NATS_SERVER: named }
    expect(await obtainNatsServer({ environment })).toEqual({ path: named, version: '2.14.0' })
    expect(await obtainNatsServer({ environment: { PATH: folder } })).toEqual({ path: onPath, version: '2.13.0' })
  })

  test.each(['KHATA_NATS_SERVER', 'PATH'])(
    'refuses a too old server from %s, naming it and both versions',
    async (from) => {
      const path = await answering('nats-server', '2.9.10')
      const environment = from === 'PATH' ? { PATH: folder } : { PATH: '', KHATA_NATS_SERVER: path }
      await expect(obtainNatsServer({ environment })).rejects.toMatchObject({
        code: 'nats-server/too-old',
        message: expect.stringMatching(new RegExp(`${path}.*2\\.9\\.10.*2\\.12\\.3`)),
      })
    },
  )

  test('refuses an executable that is no nats-server, and one that is not there', async () => {
    const other = await script('other', 'echo something else')
    for (const named of [other, join(folder, 'absent')]) {
      const environment = { PATH: '', KHATA_NATS_SERVER: named }
      await expect(obtainNatsServer({ environment })).rejects.toMatchObject({ code: 'nats-server/version-unreadable' })
    }
  })
})

describe('fillCache', () => {
  test('two processes at once fetch once and end with the same binary', async () => {
    const results = await Promise.all([fillCacheInAnotherProcess(), fillCacheInAnotherProcess()])
    const path = join(folder, 'cache', 'nats-server')
    expect(results).toEqual([
      { path, version: '2.15.1' },
      { path, version: '2.15.1' },
    ])
    expect(await readFile(join(folder, 'downloads'), 'utf8')).toBe('download\n')
    expect(await readdir(join(folder, 'cache'))).toEqual(['nats-server'])
  })

  test('takes over the lock of a process that is gone', async () => {
    await mkdir(join(folder, 'cache'))
    await writeFile(join(folder, 'cache', 'lock'), String(await numberOfAnEndedProcess()))
    expect(await fillCacheInAnotherProcess()).toMatchObject({ version: '2.15.1' })
  })

  test('fetches again when the cached copy is damaged', async () => {
    await mkdir(join(folder, 'cache'))
    await script(join('cache', 'nats-server'), 'exit 1')
    expect(await fillCacheInAnotherProcess()).toMatchObject({ version: '2.15.1' })
  })

  test('says what to do when nothing can be fetched', async () => {
    await expect(fillCacheInAnotherProcess('exit 100')).rejects.toMatchObject({
      stderr: expect.stringMatching(/nats-server\/not-obtainable.*2\.12\.3.*KHATA_NATS_SERVER/),
    })
  })
})

/** Runs with an apt and a dpkg that stand in for the system's; each download leaves a line behind. */
async function fillCacheInAnotherProcess(aptBody = workingApt): Promise<unknown> {
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  await script('bin/apt-get', aptBody)
  await script('bin/dpkg', workingDpkg)
  const module = JSON.stringify(new URL('obtain.ts', import.meta.url))
  const source = `const { fillCache } = await import(${module}); console.log(JSON.stringify(await fillCache(process.argv[1])))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', source, join(folder, 'cache')],
    { env: { PATH: `${bin}:/usr/bin:/bin`, DOWNLOADS: join(folder, 'downloads') } },
  )
  return JSON.parse(stdout)
}

const workingApt = `case "$*" in
  *--print-uris*) echo "'http://archive.example/debian/dists/stable/InRelease' x 0" ;;
  *download*) echo download >> "$DOWNLOADS"; sleep 0.3; : > nats-server_2.deb ;;
esac`

const workingDpkg = `mkdir -p "$3/usr/sbin"
printf '#!/bin/sh\\necho nats-server: v2.15.1\\n' > "$3/usr/sbin/nats-server"
chmod +x "$3/usr/sbin/nats-server"`

async function numberOfAnEndedProcess(): Promise<number> {
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', 'echo $$'])
  return Number(stdout)
}

async function answering(name: string, version: string): Promise<string> {
  return await script(name, `echo "nats-server: v${version}"`)
}

async function script(name: string, body: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${body}\n`)
  await chmod(path, 0o755)
  return path
}
