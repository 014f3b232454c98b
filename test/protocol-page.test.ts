import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingSeverity, refusalAdvice } from '@khata/ledger'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from './tidy/source.ts'

const schemaFolder = join(repositoryRoot, 'packages', 'proto', 'schema', 'khata', 'v1')
const night = join(repositoryRoot, 'test', 'vectors', 'night.json')
const page = readFileSync(join(repositoryRoot, 'docs', 'protocol.md'), 'utf8')
const schema = readdirSync(schemaFolder)
  .map((file) => readFileSync(join(schemaFolder, file), 'utf8').replaceAll(/\/\/.*/g, ''))
  .join('\n')
const definitions = [...schema.matchAll(/(message|enum) (\w+) \{((?:[^{}]|\{[^{}]*\})*)\}/g)].map(
  ([, kind, name = '', body = '']) => ({ kind, name, body }),
)
const messages = definitions.filter(({ kind }) => kind === 'message')
const enums = definitions.filter(({ kind }) => kind === 'enum')
const scalars = new Set(['uint32', 'uint64', 'bool', 'string', 'bytes', ...enums.map(({ name }) => name)])

describe('docs/protocol.md', () => {
  test.each(messages)('has the fields of $name', ({ name, body }) => {
    const [oneof] = /oneof \w+ \{([^}]*)\}/.exec(body) ?? []
    const own = fieldsOf(body.replace(oneof ?? '', '')).map((field) => `${field.text}${markOf(field)}`)
    const members = fieldsOf(oneof ?? '').map(({ text }) => text)
    const cell = [...own, ...(members.length > 0 ? [`one of ${members.join(', ')}`] : [])].join('; ')
    expect(page).toContain(`| \`${name}\` | ${cell} |`)
  })

  test.each(enums)('has the numbers of $name', ({ name, body }) => {
    const prefix = `${name.replaceAll(/(?<!^)(?=[A-Z])/g, '_').toUpperCase()}_`
    const numbers = [...body.matchAll(/(\w+) = (\d+);/g)].map(
      ([, value = '', number]) => `${number} ${value.replace(prefix, '').toLowerCase().replaceAll('_', ' ')}`,
    )
    expect(page).toContain(`| \`${name}\` | ${numbers.join(', ')} |`)
  })

  test('tells of the small night what its vectors hold', () => {
    const { logs, forms47 } = JSON.parse(readFileSync(night, 'utf8')) as Night
    const said = logs['NA-1']?.entries[12]
    const [issued] = forms47
    expect(said?.body).toBe('form45Submitted')
    expect(page).toContain(`its hash is \`${said?.statement}\``)
    expect(page).toContain(
      `entry 0 of \`register\` in night.json is ${(logs['register']?.entries[0]?.entry.length ?? 0) / 2} bytes`,
    )
    expect(page).toContain(`is made at size ${issued?.size} and issued in entry ${issued?.size}`)
    expect(logs['NA-1']?.entries[issued?.size ?? 0]?.body).toBe('form47Issued')
  })

  test('names every refusal of the law', () => {
    expect(Object.keys(refusalAdvice).filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })

  test('names every finding, and the weight of each check', () => {
    const lacking = Object.keys(findingSeverity).filter((code) => !page.includes(`\`${code}\``))
    const weights = [...page.matchAll(/^\| `([a-z0-9-]+\/[a-z0-9-]+)` \| (error|warning) \|/gm)]
    expect(lacking).toEqual([])
    expect(weights).toHaveLength(30)
    for (const [, code, weight] of weights) expect(findingSeverity).toHaveProperty([code ?? ''], weight)
  })
})

interface Night {
  readonly logs: Readonly<
    Record<
      string,
      { readonly entries: readonly { readonly entry: string; readonly statement: string; readonly body: string }[] }
    >
  >
  readonly forms47: readonly { readonly size: number }[]
}

interface Field {
  readonly text: string
  readonly rule: string
  readonly type: string
}

function fieldsOf(body: string): readonly Field[] {
  return [...body.matchAll(/(optional |repeated )?(\w+) (\w+) = (\d+);/g)].map(
    ([, rule = '', type = '', name, number]) => ({ text: `${number} \`${name}\` ${type}`, rule: rule.trim(), type }),
  )
}

function markOf({ rule, type }: Field): string {
  if (rule === 'repeated') return '*'
  return rule === 'optional' || !scalars.has(type) ? '?' : ''
}
