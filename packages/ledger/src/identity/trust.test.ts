import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modeOf, parseElectionId } from './election.ts'
import { parseTrust, type Trust, trustFormat, trustJson } from './trust.ts'

const key = (digit: string) => digit.repeat(64)
const trust: Trust = {
  election: 'pk-ge-2024/drill',
  domain: 'election.example',
  rootKeys: [key('1'), key('2'), key('3')],
  threshold: 2,
  registerKey: key('4'),
}

describe('a trust file', () => {
  it('is read as it was written', () => {
    expect(parseTrust(JSON.parse(trustJson(trust)))).toEqual({ ok: true, value: trust })
  })

  it.each<[string, object]>([
    ['format', { format: 'khata-trust/v2' }],
    ['election', { election: 'pk-ge-2024' }],
    ['election', { election: 7 }],
    ['domain', { domain: 'Election Example' }],
    ['rootKeys', { rootKeys: [key('1'), key('1')] }],
    ['rootKeys', { rootKeys: ['abc'] }],
    ['rootKeys', { rootKeys: 'none' }],
    ['threshold', { threshold: 0 }],
    ['threshold', { threshold: 4 }],
    ['threshold', { threshold: 1.5 }],
    ['registerKey', { registerKey: key('Z') }],
  ])('is refused for its %s', (field, change) => {
    const file = { format: trustFormat, ...trust, ...change }
    expect(parseTrust(file)).toEqual({ ok: false, error: { code: 'trust/malformed', field } })
  })

  it.each([null, 'text', 7, []])('is refused when it is %j', (json) => {
    expect(parseTrust(json).ok).toBe(false)
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (json) => void parseTrust(json)))
  })
})

describe("an election's id", () => {
  it.each(['live', 'drill', 'replay'] as const)('carries its mode %s', (mode) => {
    expect(parseElectionId(`pk-ge-2024/${mode}`)).toEqual({ ok: true, value: { name: 'pk-ge-2024', mode } })
    expect(modeOf(`pk-ge-2024/${mode}`)).toBe(mode)
  })

  it.each([
    'pk-ge-2024',
    'pk-ge-2024/test',
    'PK/live',
    '/live',
    'a--b/live',
    'a/live/live',
    'a/live\n',
    `${'a'.repeat(60)}/live`,
  ])('is not %j', (text) => {
    expect(parseElectionId(text)).toEqual({ ok: false, error: { code: 'election/bad-id' } })
  })
})
