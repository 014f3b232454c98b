import { join } from 'node:path/posix'
import { folderOf, type Source } from './source.ts'

/** Which packages a package's own code may import; the arrows of ARCHITECTURE.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  proto: [],
  ledger: ['proto'],
  'verifier-pool': ['ledger'],
  node: ['ledger', 'proto', 'verifier-pool'],
  device: ['ledger', 'proto'],
  observer: ['ledger', 'proto', 'verifier-pool'],
  sim: ['device', 'ledger', 'nats-server', 'node', 'observer', 'proto', 'verifier-pool'],
  'nats-server': [],
}

/** Code that must run anywhere and answer the same every time: time, chance and the outside arrive as data. */
const pureFolders = [
  'packages/proto/src/',
  'packages/ledger/src/',
  'packages/device/src/core/',
  'packages/node/src/replica/',
]

const impureNames = new Set(
  [
    ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'queueMicrotask'],
    ['process', 'Buffer', 'global', 'globalThis', 'require', 'console'],
    ['fetch', 'crypto', 'navigator', 'window', 'document', 'localStorage', 'XMLHttpRequest', 'WebSocket'],
  ].flat(),
)

/** Where reading the process is the file's purpose, beside `main.ts`, the commands in `cli/` and the benches that measure it. */
const processReaders = new Set(['packages/nats-server/src/environment.ts', 'packages/nats-server/src/lock.ts'])

export interface Dependencies {
  readonly own: ReadonlySet<string>
  readonly development: ReadonlySet<string>
}

/**
 * Tests and what only tests use: `arbitrary.ts` makes random values, `contract/` holds the suites of the ports,
 * `fixture/` an election in memory.
 */
export function isTest(path: string): boolean {
  return /\.test\.ts$|^test\/|\/arbitrary\.ts$|\/src\/(contract|fixture)\//.test(path)
}

export function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1]
}

/** Imports of what package.json does not declare, against the arrows, around a package's door, or into its neighbour. */
export function importFaults(source: Source, dependencies: Dependencies): readonly string[] {
  return source.imports.map(({ specifier }) => importFault(source, specifier, dependencies)).filter((it) => it !== '')
}

export function purityFaults(source: Source): readonly string[] {
  if (!isPure(source.path)) return []
  const names = [...source.names].filter((name) => impureNames.has(name))
  const chance = [...source.members].filter((member) => member === 'Math.random')
  const foreign = source.imports.map((it) => it.specifier).filter((specifier) => specifier.startsWith('node:'))
  return [...names, ...chance, ...foreign].map((name) => `${source.path}: pure code names ${name}`)
}

export function processFaults(source: Source): readonly string[] {
  const exit = source.members.has('process.exit') || namesOfProcess(source).includes('exit')
  const faults = exit ? [`${source.path}: calls process.exit`] : []
  if (isTest(source.path) || isEntry(source.path) || processReaders.has(source.path)) return faults
  const reads = source.names.has('process') || namesOfProcess(source).length > 0
  return reads ? [...faults, `${source.path}: reads process outside an entry file`] : faults
}

/** noble's `verify` is the cofactored check of ZIP-215; Khata's rule is stricter and stands in ledger/src/signature. */
export function verifyFaults(source: Source): readonly string[] {
  const isDefinitionCheck = /^packages\/ledger\/src\/signature\/[^/]+\.test\.ts$/.test(source.path)
  const noble = source.imports.filter((it) => it.specifier.startsWith('@noble/'))
  if (isDefinitionCheck || noble.length === 0) return []
  const named = noble.flatMap((it) => it.names).filter((name) => name === 'verify' || name === 'verifyAsync')
  const members = noble.some((it) => it.names.includes('*'))
    ? [...source.members].filter((member) => /\.verify(Async)?$/.test(member))
    : []
  return [...named, ...members].map((name) => `${source.path}: uses noble's ${name}`)
}

function importFault(source: Source, specifier: string, dependencies: Dependencies): string {
  const fault = (what: string) => `${source.path}: imports ${specifier}, ${what}`
  if (specifier.startsWith('.')) return relativeFault(source.path, specifier, fault)
  if (specifier.startsWith('node:')) return ''
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const isDeclared = dependencies.own.has(name) || (isTest(source.path) && dependencies.development.has(name))
  if (!isDeclared) return fault('which its package.json does not declare')
  return name.startsWith('@khata/') ? neighbourFault(source.path, specifier, fault) : ''
}

type Fault = (what: string) => string

function relativeFault(path: string, specifier: string, fault: Fault): string {
  const target = join(folderOf(path), specifier)
  if (packageOf(target) !== packageOf(path)) return fault('which is in another package')
  if (isTest(target) && !isTest(path)) return fault('which is for tests')
  const isCore = path.startsWith('packages/device/src/core/') && !isTest(path)
  return isCore && !target.startsWith('packages/device/src/core/') ? fault('which is outside the core') : ''
}

function neighbourFault(path: string, specifier: string, fault: Fault): string {
  const [, name = '', ...rest] = specifier.split('/')
  const isFixture = rest.join('/') === 'fixture' && isTest(path)
  if (rest.length > 0 && !isFixture) return fault("which goes around the package's door")
  const allowed = mayImport[packageOf(path) ?? ''] ?? Object.keys(mayImport)
  return allowed.includes(name) || isTest(path) ? '' : fault('against the arrows')
}

function isPure(path: string): boolean {
  return !isTest(path) && pureFolders.some((folder) => path.startsWith(folder))
}

function isEntry(path: string): boolean {
  return (
    /(^|\/)main\.ts$/.test(path) || path.includes('/src/cli/') || /^(scripts\/|bench\/|vitest\.config\.ts$)/.test(path)
  )
}

function namesOfProcess(source: Source): readonly string[] {
  return source.imports.filter((it) => it.specifier === 'node:process').flatMap((it) => it.names)
}
