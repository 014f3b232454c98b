import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRecentEnough, parseVersion } from './version.ts'

describe('parseVersion', () => {
  test.each([
    ['nats-server: v2.15.1\n', '2.15.1'],
    ['nats-server: v2.12.3-RC.1\n', '2.12.3-RC.1'],
    ['nats-server: 2.9.10\n', '2.9.10'],
  ])('reads %j', (text, version) => {
    expect(parseVersion(text)).toBe(version)
  })

  test.each(['', 'v2.15.1', 'nats-server: v2.15', 'nats-server: v2.15.1 and more', 'gnatsd: v2.15.1'])(
    'does not read %j',
    (text) => {
      expect(parseVersion(text)).toBeUndefined()
    },
  )
})

describe('isRecentEnough', () => {
  test.each(['2.12.3', '2.12.10', '2.13.0', '2.15.1', '3.0.0', '2.13.0-RC.1', '10.0.0'])('accepts %s', (version) => {
    expect(isRecentEnough(version)).toBe(true)
  })

  test.each(['2.12.2', '2.11.99', '2.9.10', '1.99.99', '2.12.3-RC.1', '0.0.0'])('refuses %s', (version) => {
    expect(isRecentEnough(version)).toBe(false)
  })

  test('orders versions by their parts as numbers', () => {
    const part = fc.nat({ max: 30 })
    fc.assert(
      fc.property(part, part, part, (major, minor, patch) => {
        const isAtLeast = major * 1e6 + minor * 1e3 + patch >= 2 * 1e6 + 12 * 1e3 + 3
        expect(isRecentEnough(`${major}.${minor}.${patch}`)).toBe(isAtLeast)
      }),
    )
  })
})
