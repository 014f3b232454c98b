import { textFault } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMax } from '../base/limits.ts'
import { parseCount } from './count.ts'
import { csvText } from './csv.ts'
import { figureInWords } from './figure-in-words.ts'
import { looksGlyphReversed } from './glyph-reversed.ts'

describe('a count as typed', () => {
  const digits = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹']

  it('is read in any of three kinds of digits, also mixed', () => {
    const kinds = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(fc.maxSafeNat(), kinds, (count, kindOf) => {
        const typed = [...String(count)].map((digit, at) => digits[kindOf[at] ?? 0]?.[Number(digit)]).join('')
        expect(parseCount(typed)).toEqual({ ok: true, value: count })
      }),
    )
  })

  it.each(['', ' 7', '7 ', '1,000', '1٬000', '1٫5', '1.5', '-1', '+1', '1e3', '0x10', 'O', '१२', '７'])(
    'is not %j',
    (text) => {
      expect(parseCount(text)).toEqual({ ok: false, error: 'text/not-a-count' })
    },
  )

  it('is a safe integer', () => {
    expect(parseCount('9007199254740991').ok).toBe(true)
    expect(parseCount('9007199254740992')).toEqual({ ok: false, error: 'text/count-too-large' })
  })
})

describe('a name that looks glyph-reversed', () => {
  it.each([
    ['االسمآب.د۔)رمد(،11/2-IV( G) االسمآب.دامڈلوکسل', true],
    ['ےک آر لیرگ', true],
    ['ںیسح', true],
    ['فقیر شیر محمد بلاﻻنی', true],
    ['اسلام ،آباد', true],
    ['گورنمنٹ اسکول (مردانہ)، اسلام آباد', false],
    ['میں نے لڑکے', false],
    ['Government School) (boys', false],
    ['ڪراچي ڳوٺ ٻارن ۾', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(looksGlyphReversed(name)).toBe(expected)
  })
})

describe('a statement holds', () => {
  it.each([
    ['Sindhi', 'ڪ ڳ ٻ ۾ ڄ ڃ ڦ ٺ'],
    ['Pashto', 'ښ ږ ڼ ۍ ځ څ'],
    ['Balochi', 'ݔ ݩ'],
    ['Urdu with ZWNJ', 'می\u200Cخواہم'],
  ])('%s', (_, text) => {
    expect(textFault(text)).toBeNull()
  })

  it.each(['ڪ\u200Dڳ', '\u202Eښ', '\u061Cۍ', 'آ'.normalize('NFD'), '\uFEFFݔ'])('not %j', (text) => {
    expect(textFault(text)).not.toBeNull()
  })
})

describe('a figure in words', () => {
  it.each([
    [0, 'zero', 'صفر'],
    [19, 'nineteen', 'انیس'],
    [40, 'forty', 'چالیس'],
    [1_000, 'one thousand', 'ایک ہزار'],
    [2_012, 'two thousand twelve', 'دو ہزار بارہ'],
    [2_105_340, 'twenty-one lakh five thousand three hundred forty', 'اکیس لاکھ پانچ ہزار تین سو چالیس'],
    [
      countMax,
      'nine crore ninety-nine lakh ninety-nine thousand nine hundred ninety-nine',
      'نو کروڑ ننانوے لاکھ ننانوے ہزار نو سو ننانوے',
    ],
  ])('%i', (figure, english, urdu) => {
    expect([figureInWords(figure, 'en'), figureInWords(figure, 'ur')]).toEqual([english, urdu])
  })

  it.each(['en', 'ur'] as const)('means the figure and no other, in %s', (language) => {
    const below = new Map(Array.from({ length: 100 }, (_, number) => [figureInWords(number, language), number]))
    expect(below.size).toBe(100)
    const groupNames = [100, 1_000, 100_000, 10_000_000].map(
      (value) => [figureInWords(value, language).split(' ').at(-1) ?? '', value] as const,
    )
    const groups = new Map(groupNames)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: countMax }), (figure) => {
        let [sum, pending] = [0, 0]
        for (const word of figureInWords(figure, language).split(' ')) {
          const group = groups.get(word)
          sum += group === undefined ? 0 : pending * group
          pending = group === undefined ? (below.get(word) ?? Number.NaN) : 0
        }
        expect(sum + pending).toBe(figure)
      }),
    )
  })

  it.each([-1, 1.5, countMax + 1])('of %d is a bug', (figure) => {
    expect(() => figureInWords(figure, 'en')).toThrow('within its limit')
  })

  it('is text that a statement may hold', () => {
    expect(textFault(figureInWords(98_765_432, 'ur'))).toBeNull()
  })
})

it('a table is CSV by RFC 4180', () => {
  expect(
    csvText([
      ['a', 'b'],
      ['1,5', 'say "x"'],
      ['two\nlines', ''],
      [' ', 'محمد، علی'],
    ]),
  ).toBe('a,b\r\n"1,5","say ""x"""\r\n"two\nlines",\r\n" ",محمد، علی\r\n')
})
