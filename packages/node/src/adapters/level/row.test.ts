import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StoreDamaged } from './fault.ts'
import { sealValue, unsealValue } from './row.ts'

const keys = fc.string({ unit: 'grapheme-ascii' })

test('a sealed value is given back under its own key only', () => {
  fc.assert(
    fc.property(keys, fc.uint8Array(), (key, value) => {
      const sealed = sealValue(key, value)
      expect(Uint8Array.from(unsealValue(key, sealed))).toEqual(value)
      expect(() => unsealValue(`${key}x`, sealed)).toThrow(StoreDamaged)
    }),
  )
})

test('any changed bit, and any other length, is damage', () => {
  fc.assert(
    fc.property(keys, fc.uint8Array(), fc.nat(), (key, value, place) => {
      const sealed = Uint8Array.from(sealValue(key, value))
      const bit = place % (sealed.length * 8)
      const changed = sealed.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(() => unsealValue(key, changed)).toThrow(StoreDamaged)
      expect(() => unsealValue(key, sealed.subarray(0, -1))).toThrow(StoreDamaged)
    }),
  )
})
