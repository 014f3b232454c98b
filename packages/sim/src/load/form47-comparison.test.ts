import { describe, expect, test } from 'vitest'
import { Form47Comparison, type Form47Seen } from './form47-comparison.ts'

const seen: Form47Seen = { site: 'hq', seat: 'NA-301', generation: 1, size: 40, register: 12, hash: 'aa' }

describe('Form 47s of two nodes', () => {
  test('that are the same do not differ', () => {
    const forms = new Form47Comparison()
    expect([forms.take(seen), forms.take({ ...seen, site: 'punjab' })]).toEqual([undefined, undefined])
    expect(forms.sizesCompared).toBe(1)
  })

  test('that have other bytes at one size differ, whoever comes first', () => {
    const forms = new Form47Comparison()
    forms.take(seen)
    expect(forms.take({ ...seen, site: 'punjab', hash: 'bb' })).toMatch(
      /^NA-301 at 40 entries .*bb at punjab, aa at hq$/,
    )
    expect(forms.take({ ...seen, hash: 'cc' })).toContain('cc at hq')
  })

  test.each([
    ['seat', { seat: 'PP-301' }],
    ['generation', { generation: 2 }],
    ['size', { size: 41 }],
    ['register', { register: 13 }],
  ])('may have other bytes where another %s is behind them', (_, other) => {
    const forms = new Form47Comparison()
    forms.take(seen)
    expect(forms.take({ ...seen, ...other, site: 'punjab', hash: 'bb' })).toBeUndefined()
    expect(forms.sizesCompared).toBe(0)
  })

  test('count as compared only where they were seen at one size', () => {
    const forms = new Form47Comparison()
    forms.take(seen)
    forms.take(seen)
    forms.take({ ...seen, site: 'punjab', size: 39 })
    expect(forms.sitesTogether('NA-301')).toBe(1)
    forms.take({ ...seen, site: 'ro-punjab-1', size: 39 })
    expect(forms.sitesTogether('NA-301')).toBe(2)
    expect(forms.sitesTogether('PP-301')).toBe(0)
  })
})
