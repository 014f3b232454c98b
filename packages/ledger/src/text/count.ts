import { err, ok, type Result } from '../base/result.ts'

export type CountFaultCode = 'text/not-a-count' | 'text/count-too-large'

/**
 * A whole number as somebody typed it: digits alone, ASCII, Arabic-Indic (U+0660 on) or Extended Arabic-Indic (U+06F0
 * on), also mixed. Signs, separators and spaces are refused: what groups digits in one place is a decimal in another.
 */
export function parseCount(text: string): Result<number, CountFaultCode> {
  if (!/^[0-9\u0660-\u0669\u06F0-\u06F9]+$/u.test(text)) return err('text/not-a-count')
  const count = Number(text.replaceAll(/[^0-9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf)))
  return Number.isSafeInteger(count) ? ok(count) : err('text/count-too-large')
}
