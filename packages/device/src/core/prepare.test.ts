import type { Form45Input } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOfCount, postOf } from '../contract/figures.ts'
import { election } from '../contract/filing-node.ts'
import { prepareCorrection, prepareForm45 } from './prepare.ts'

const post = postOf(5)
const form = formOfCount(5)
const moment = { election, now: 1_707_412_345_678 }
const prepared = (changed: Partial<Form45Input>) => prepareForm45(post, { ...form, ...changed }, moment)

describe('preparing a Form 45', () => {
  test('finds nothing wrong with figures that agree', () => {
    expect(prepared({})).toMatchObject({ ok: true, value: { findings: [], form: { validTotal: form.validTotal } } })
  })

  test('never refuses whole numbers within the limit, whatever they add up to', () => {
    const figure = fc.option(fc.nat(99_999_999), { nil: null })
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 5 }), figure, figure, figure, (votes, valid, excluded, polled) => {
        const counts = votes.map((total, column) => ({ column, total }))
        const answer = prepared({ counts, validTotal: valid, excludedTotal: excluded, polledTotal: polled })
        expect(answer.ok).toBe(true)
      }),
    )
  })

  test('shows the officer what does not agree, before anything is signed', () => {
    const answer = prepared({ validTotal: 5_000, polledTotal: 9_999 })
    const codes = answer.ok ? answer.value.findings.map(({ code }) => code) : []
    expect(codes).toContain('form-45/sum-mismatch')
    expect(codes).toContain('form-45/over-registered')
  })

  test.each([
    ['a negative count', { validTotal: -1 }, 'device/malformed-form'],
    ['a fraction', { excludedTotal: 1.5 }, 'device/malformed-form'],
    ['a count that is no number', { polledTotal: '12' as unknown as number }, 'device/malformed-form'],
    ['a number that is none', { polledTotal: Number.NaN }, 'device/malformed-form'],
    ['a row that is negative', { counts: [{ column: 0, total: -3 }] }, 'device/malformed-form'],
    ['a row of no candidate', { counts: [{ column: 5, total: 1 }] }, 'candidate/not-in-form-33'],
    [
      'a recount of no candidate',
      { recount: { askedBy: 'agent', before: [{ column: 9, total: 1 }] } },
      'candidate/not-in-form-33',
    ],
    [
      'two rows of one candidate',
      {
        counts: [
          { column: 1, total: 1 },
          { column: 1, total: 2 },
        ],
      },
      'form-45/column-repeated',
    ],
    ['a figure over the limit', { votersTotal: 100_000_000 }, 'form-45/over-limit'],
    ['the form of another station', { station: 119 }, 'device/other-station'],
    ['a field that no form has', { station: 118, turnout: 1 }, 'device/malformed-form'],
  ])('refuses %s', (_, changed, code) => {
    expect(prepared(changed)).toMatchObject({ ok: false, error: { code } })
  })

  test('holds to the limit that the register sets', () => {
    const parameters = { ...post.parameters, countMax: 2_000 }
    const strict = postOf(5, { parameters })
    expect(prepareForm45(strict, { ...form, votersTotal: 2_001 }, moment)).toMatchObject({
      error: { code: 'form-45/over-limit', about: { figure: 2_001, limit: 2_000 } },
    })
  })

  test('takes a copy: what was checked is what will be signed', () => {
    const counts = [{ column: 0, total: 10 }]
    const answer = prepared({ counts })
    counts[0] = { column: 0, total: 99 }
    expect(answer).toMatchObject({ value: { body: { form45Submitted: { form: { counts: [{ total: 10 }] } } } } })
  })
})

describe('preparing a correction', () => {
  test('names the form that it supersedes', () => {
    const supersedes = new Uint8Array(32).fill(7)
    expect(prepareCorrection(post, { supersedes, form, note: 'row 3' }, moment)).toMatchObject({
      ok: true,
      value: { body: { body: 'form45Corrected', form45Corrected: { supersedes, note: 'row 3' } } },
    })
  })

  test('needs the whole hash of that form, and a form', () => {
    expect(prepareCorrection(post, { supersedes: new Uint8Array(31), form, note: '' }, moment)).toMatchObject({
      error: { code: 'form-45/unknown-form' },
    })
    expect(prepareCorrection(post, { supersedes: new Uint8Array(32), note: '' }, moment)).toMatchObject({
      error: { code: 'device/malformed-form' },
    })
  })
})
