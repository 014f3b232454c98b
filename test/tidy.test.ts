import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Dependencies, importFaults, packageOf, processFaults, purityFaults, verifyFaults } from './tidy/layers.ts'
import { parseSource, readTextFiles, repositoryRoot, type Source } from './tidy/source.ts'
import { codeFaults, focusFaults, lengthFaults, linkFaults, wordFaults } from './tidy/text.ts'

const files = readTextFiles()
const sources = files.filter(({ path }) => /^(packages\/[^/]+\/src|test)\/.*\.ts$/.test(path)).map(parseSource)
const pages = files.filter(({ path }) => /^(docs\/.*|[A-Z]+)\.md$/.test(path))

describe('the repository', () => {
  test('imports only what is declared, along the arrows, through the doors', () => {
    expect(sources.flatMap((source) => importFaults(source, dependenciesOf(source.path)))).toEqual([])
  })

  test('keeps time, chance and the outside away from pure code', () => {
    expect(sources.flatMap(purityFaults)).toEqual([])
  })

  test('reads the process in entry files only, and never exits it', () => {
    expect(sources.flatMap(processFaults)).toEqual([])
  })

  test('checks signatures by its own rule only', () => {
    expect(sources.flatMap(verifyFaults)).toEqual([])
  })

  test('keeps its files short', () => {
    expect(sources.flatMap(lengthFaults)).toEqual([])
  })

  test('leaves no test out', () => {
    expect(sources.flatMap(focusFaults)).toEqual([])
  })

  test('names no machine and no registry', () => {
    expect(files.flatMap(wordFaults)).toEqual([])
  })

  test('documents each error code, and no other', () => {
    const page = readFileSync(join(repositoryRoot, 'docs', 'errors.md'), 'utf8')
    expect(codeFaults(sources, page)).toEqual([])
  })

  test('links to what exists', () => {
    expect(pages.flatMap(linkFaults)).toEqual([])
  })
})

describe('a rule finds', () => {
  const dependencies: Dependencies = {
    own: new Set(['@noble/hashes', '@khata/node', '@khata/ledger']),
    development: new Set(['vitest']),
  }
  const importsOf = (path: string, text: string) => importFaults(sourceOf(path, text), dependencies)

  test.each([
    ['an undeclared package', 'packages/ledger/src/a.ts', "import x from 'left-pad'"],
    ['an undeclared package behind a path', 'packages/ledger/src/a.ts', "import { x } from '@other/pkg/deep.js'"],
    ['a test dependency in code', 'packages/ledger/src/a.ts', "import { test } from 'vitest'"],
    ['an arrow the wrong way', 'packages/ledger/src/a.ts', "import type { X } from '@khata/node'"],
    ['the observer trusting a node', 'packages/observer/src/a.ts', "export { x } from '@khata/node'"],
    ['a way around the door', 'packages/node/src/a.ts', "import { x } from '@khata/ledger/src/b.ts'"],
    ['a relative way into another package', 'packages/node/src/a.ts', "export * from '../../ledger/src/b.ts'"],
    ['a dynamic import of the same', 'packages/node/src/a.ts', "await import('../../ledger/src/b.ts')"],
    ['code that leans on what is for tests', 'packages/node/src/a.ts', "import { x } from './arbitrary.ts'"],
    ['the law that leans on an election for tests', 'packages/ledger/src/a.ts', "import { x } from './fixture/log.ts'"],
    ['a way out of the core', 'packages/device/src/core/a.ts', "import { x } from '../node/b.ts'"],
  ])('%s', (_, path, text) => {
    expect(importsOf(path, text)).toHaveLength(1)
  })

  test('nothing wrong with allowed imports', () => {
    const text =
      "import { a } from '@noble/hashes/sha2.js'; import { b } from '@khata/ledger'; import { c } from './c.ts'"
    expect(importsOf('packages/node/src/a.ts', text)).toEqual([])
    expect(importsOf('packages/node/src/a.test.ts', "import { test } from 'vitest'")).toEqual([])
  })

  test.each([
    ['new Date()'],
    ['const at = Date.now'],
    ['setTimeout(f, 1)'],
    ['const key = Math.random()'],
    ["const key = Math['random']()"],
    ['Buffer.from(x)'],
    ['await fetch(url)'],
    ['crypto.getRandomValues(x)'],
    ['performance.now()'],
    ["import { readFile } from 'node:fs'"],
  ])('impurity: %s', (text) => {
    for (const path of [
      'packages/ledger/src/a.ts',
      'packages/device/src/core/a.ts',
      'packages/node/src/replica/a.ts',
    ]) {
      expect(purityFaults(sourceOf(path, text))).toHaveLength(1)
    }
    expect(purityFaults(sourceOf('packages/ledger/src/a.test.ts', text))).toEqual([])
    expect(purityFaults(sourceOf('packages/node/src/adapters/a.ts', text))).toEqual([])
  })

  test('no impurity in words, labels and comments', () => {
    const text =
      "// Date\nconst x = { process: 'Buffer', fetch() { return y.crypto } }\ntype A = { readonly Date: string }"
    expect(purityFaults(sourceOf('packages/ledger/src/a.ts', text))).toEqual([])
  })

  test('the process outside entry files, and its exit anywhere', () => {
    const path = 'packages/node/src/adapters/a.ts'
    expect(processFaults(sourceOf(path, 'const x = process.env'))).toHaveLength(1)
    expect(processFaults(sourceOf(path, "import { env } from 'node:process'"))).toHaveLength(1)
    expect(processFaults(sourceOf('packages/node/src/main.ts', 'const x = process.argv'))).toEqual([])
    expect(processFaults(sourceOf('packages/node/src/main.ts', 'process.exit(1)'))).toHaveLength(1)
    expect(processFaults(sourceOf('packages/node/src/cli/a.ts', "import { exit } from 'node:process'"))).toHaveLength(1)
  })

  test("noble's verify, by name and by namespace", () => {
    const path = 'packages/node/src/a.ts'
    expect(verifyFaults(sourceOf(path, "import { verify } from '@noble/ed25519'"))).toHaveLength(1)
    expect(verifyFaults(sourceOf(path, "import { verifyAsync as v } from '@noble/ed25519'"))).toHaveLength(1)
    expect(verifyFaults(sourceOf(path, "import * as ed from '@noble/ed25519'; ed.verify(a, b, c)"))).toHaveLength(1)
    expect(verifyFaults(sourceOf(path, "import { Point } from '@noble/ed25519'; pool.verify(a)"))).toEqual([])
  })

  test('long files, but not long tests', () => {
    expect(lengthFaults(sourceOf('packages/node/src/a.ts', '\n'.repeat(400)))).toHaveLength(1)
    expect(lengthFaults(sourceOf('packages/node/src/a.ts', '\n'.repeat(399)))).toEqual([])
    expect(lengthFaults(sourceOf('packages/node/src/a.test.ts', '\n'.repeat(400)))).toEqual([])
  })

  test.each(['only', 'skip', 'todo', 'skipIf'])('a test under .%s', (how) => {
    expect(focusFaults(sourceOf('packages/node/src/a.test.ts', `describe.${how}('x', f)`))).toHaveLength(1)
    expect(focusFaults(sourceOf('packages/node/src/a.test.ts', `test.${how}('x', f)`))).toHaveLength(1)
  })

  test("a machine's path in any file", () => {
    expect(wordFaults({ path: 'docs/a.md', text: `see ${['', 'work', 'x'].join('/')}` })).toHaveLength(1)
  })

  test.each([
    "const refusal = err({ code: 'seat/unknown' })",
    "type Refusal = { readonly code: 'seat/unknown' }",
    "type FaultCode = 'seat/unknown'",
    "const refusalCodes = ['seat/unknown'] as const",
  ])('an undocumented code in %s', (text) => {
    const undocumented = sourceOf('packages/node/src/a.ts', text)
    expect(codeFaults([undocumented], '')).toEqual(['docs/errors.md lacks seat/unknown'])
    expect(codeFaults([undocumented], '| `seat/unknown` | x | y |')).toEqual([])
  })

  test('a documented code that nothing uses', () => {
    expect(codeFaults([], '| `seat/unknown` | x | y |')).toHaveLength(1)
  })

  test('links to absent files and headings', () => {
    const text =
      '# A page\n[a](absent.md) [b](#no-heading) [c](#a-page) [d](../LICENSE) [e](https://example.org) `[f](g)`'
    expect(linkFaults({ path: 'docs/a.md', text })).toEqual([
      'docs/a.md: dead link absent.md',
      'docs/a.md: dead link #no-heading',
    ])
  })
})

function sourceOf(path: string, text: string): Source {
  return parseSource({ path, text })
}

function dependenciesOf(path: string): Dependencies {
  const name = packageOf(path)
  const own = manifest(name === undefined ? 'test' : `packages/${name}`)
  const root = manifest('.')
  return {
    own: new Set(Object.keys(own.dependencies ?? {})),
    development: new Set([own, root].flatMap((it) => Object.keys(it.devDependencies ?? {}))),
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8'))
}
