import { describe, expect, it } from 'vitest'
import { InvariantError, invariant, unreachable } from './invariant.ts'
import { err, ok } from './result.ts'

describe('invariant', () => {
  it('passes what holds and throws on what does not', () => {
    expect(() => invariant(true, 'holds')).not.toThrow()
    expect(() => invariant(false, 'size went back')).toThrow(new InvariantError('size went back'))
    expect(() => unreachable('surprise' as never)).toThrow('unreachable: "surprise"')
  })
})

describe('result', () => {
  it('is one of two shapes', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 })
    expect(err({ code: 'note/too-long' })).toEqual({ ok: false, error: { code: 'note/too-long' } })
  })
})
