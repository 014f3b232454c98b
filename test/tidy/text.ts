import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isTest } from './layers.ts'
import { folderOf, repositoryRoot, type Source, type TextFile } from './source.ts'

export const sourceLinesMax = 400

/** Split, so that this file is not its own finding. */
const forbiddenWords = [
  ['/wor', 'k/'],
  ['/tmp/kha', 'ta/'],
  ['registry.npm', 'js'],
  ['deb.deb', 'ian.org'],
].map((parts) => parts.join(''))

export function lengthFaults(source: Source): readonly string[] {
  const lines = source.text.split('\n').length - 1
  return isTest(source.path) || lines < sourceLinesMax ? [] : [`${source.path}: ${lines} lines`]
}

/** Tests that are left out, or that leave out the others. */
export function focusFaults(source: Source): readonly string[] {
  const found = [...source.members].filter((member) =>
    /^(it|test|describe|suite)\.(only|skip|todo|skipIf|runIf)$/.test(member),
  )
  return isTest(source.path) ? found.map((member) => `${source.path}: ${member}`) : []
}

export function wordFaults(file: TextFile): readonly string[] {
  return forbiddenWords.filter((word) => file.text.includes(word)).map((word) => `${file.path}: names ${word}`)
}

export function codeFaults(sources: readonly Source[], errorsPage: string): readonly string[] {
  const used = new Set(sources.filter((source) => !isTest(source.path)).flatMap((source) => [...source.codes]))
  const documented = new Set(
    [...errorsPage.matchAll(/^\| `([a-z0-9-]+\/[a-z0-9-]+)` +\|/gm)].map((match) => match[1] ?? ''),
  )
  const missing = [...used].filter((code) => !documented.has(code)).map((code) => `docs/errors.md lacks ${code}`)
  const stale = [...documented].filter((code) => !used.has(code)).map((code) => `docs/errors.md keeps ${code}, unused`)
  return [...missing, ...stale]
}

/** Links of a page that lead to no file of the repository, or to no heading of it. */
export function linkFaults(page: TextFile): readonly string[] {
  const prose = page.text.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map((match) => match[1] ?? '')
  const local = targets.filter((target) => !/^[a-z][a-z+.-]*:/.test(target))
  return local.filter((target) => !leadsSomewhere(page, target)).map((target) => `${page.path}: dead link ${target}`)
}

function leadsSomewhere(page: TextFile, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  if (path === '') return headingAnchors(page.text).has(anchor ?? '')
  const file = `${folderOf(page.path)}/${decodeURI(path)}`
  const absolute = join(repositoryRoot, file)
  if (!existsSync(absolute)) return false
  if (anchor === undefined || !file.endsWith('.md') || !statSync(absolute).isFile()) return true
  return headingAnchors(readFileSync(absolute, 'utf8')).has(anchor)
}

/** As GitHub makes them: lower case, punctuation dropped, each space a hyphen. */
function headingAnchors(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#{1,6} +(.+?)\s*$/gm)].map((match) => match[1] ?? '')
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}
