import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { parseSync } from 'oxc-parser'

export const repositoryRoot = join(import.meta.dirname, '..', '..')

/** A text of the repository; `path` is relative to its root, with forward slashes. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

export interface Import {
  readonly specifier: string
  /** Names taken from the module; `*` for all of it. */
  readonly names: readonly string[]
}

/** What the rules look at in one TypeScript file. */
export interface Source extends TextFile {
  readonly imports: readonly Import[]
  /** Identifiers that stand for themselves: no property names, no keys. */
  readonly names: ReadonlySet<string>
  /** `a.b` for each member access on a plain name. */
  readonly members: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
}

const generatedFolders = new Set(['node_modules', 'dist', '.build', '.git', '.khata', '.vitest', 'coverage'])

export function readTextFiles(folder = repositoryRoot): readonly TextFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return generatedFolders.has(entry.name) ? [] : readTextFiles(path)
    if (!entry.isFile()) return []
    const text = readFileSync(path, 'utf8')
    return text.includes('\0') ? [] : [{ path: relative(repositoryRoot, path).split(sep).join('/'), text }]
  })
}

export function parseSource(file: TextFile): Source {
  const { program, module, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`)
  const seen = { names: new Set<string>(), members: new Set<string>(), codes: new Set<string>() }
  walk(program, (node, parent, key) => collect(seen, node, parent, key))
  const fixed = [...module.staticImports, ...module.staticExports.flatMap(reexportOf)].map((it) => ({
    specifier: it.moduleRequest.value,
    names: it.entries.map((entry) => entry.importName.name ?? '*'),
  }))
  return { ...file, imports: [...fixed, ...dynamicImports(file.text, module.dynamicImports)], ...seen }
}

/** The folder of a path inside the repository. */
export function folderOf(path: string): string {
  return dirname(path).split(sep).join('/')
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>
type Seen = { readonly names: Set<string>; readonly members: Set<string>; readonly codes: Set<string> }

function reexportOf(statement: {
  readonly entries: readonly {
    readonly moduleRequest: { readonly value: string } | null
    readonly importName: { readonly name: string | null }
  }[]
}) {
  const moduleRequest = statement.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest
  return moduleRequest ? [{ moduleRequest, entries: statement.entries }] : []
}

function dynamicImports(
  text: string,
  imports: readonly { readonly moduleRequest: { readonly start: number; readonly end: number } }[],
): readonly Import[] {
  return imports
    .map((it) => text.slice(it.moduleRequest.start, it.moduleRequest.end))
    .filter((literal) => /^'[^']*'$/.test(literal))
    .map((literal) => ({ specifier: literal.slice(1, -1), names: ['*'] }))
}

function walk(value: unknown, visit: (node: Node, parent: Node | undefined, key: string) => void): void {
  const step = (child: unknown, parent: Node | undefined, key: string): void => {
    if (Array.isArray(child)) for (const item of child) step(item, parent, key)
    else if (isNode(child)) {
      visit(child, parent, key)
      for (const [name, inner] of Object.entries(child)) step(inner, child, name)
    }
  }
  step(value, undefined, '')
}

function collect(seen: Seen, node: Node, parent: Node | undefined, key: string): void {
  if (node.type === 'Identifier' && !isLabel(parent, key)) seen.names.add(String(node['name']))
  if (node.type === 'MemberExpression') collectMember(seen, node)
  if (holdsCodes(node))
    walk(node['value'] ?? node['typeAnnotation'] ?? node['init'], (inner) => collectCode(seen, inner))
}

function collectMember(seen: Seen, node: Node): void {
  const { object, property } = node
  if (!isNode(object) || !isNode(property) || object.type !== 'Identifier') return
  const name = property.type === 'Literal' ? property['value'] : property['name']
  seen.members.add(`${String(object['name'])}.${String(name)}`)
}

/**
 * Codes stand as `code: 'a/b'`, in values and in types, in unions and lists whose name ends in Code or Codes, and as
 * keys of the tables of refusals' advice and findings' severity.
 */
function holdsCodes(node: Node): boolean {
  if (['Property', 'PropertyDefinition', 'TSPropertySignature'].includes(node.type))
    return nameOf(node['key']) === 'code'
  if (node.type === 'TSTypeAliasDeclaration' || node.type === 'VariableDeclarator') {
    return /(codes?|advice|severity)$/i.test(nameOf(node['id']))
  }
  return false
}

function collectCode(seen: Seen, node: Node): void {
  const { value } = node
  if (node.type === 'Literal' && typeof value === 'string' && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value))
    seen.codes.add(value)
}

/** A name that only labels a property: `x.process`, `{ process: 1 }`, `readonly process: string`. */
function isLabel(parent: Node | undefined, key: string): boolean {
  if (parent === undefined || parent['computed'] === true || parent['shorthand'] === true) return false
  return (parent.type === 'MemberExpression' && key === 'property') || key === 'key'
}

function nameOf(value: unknown): string {
  return isNode(value) && typeof value['name'] === 'string' ? value['name'] : ''
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
