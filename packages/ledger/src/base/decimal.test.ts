import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal } from './decimal.ts'

describe('decimals', () => {
  it('read back as written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(parseDecimal(String(value))).toBe(value)
      }),
    )
  })

  it.each([
    '',
    '00',
    '01',
    '-1',
    '+1',
    '1.0',
    '1e3',
    ' 1',
    '1 ',
    '1\n',
    '0x1',
    '٣',
    '9007199254740992',
    '99999999999999999',
  ])('refuse %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })
})
