/** Undefined unless `text` is a safe integer of 0 or more as ASCII digits without leading zeros: the one spelling the formats allow. */
export function parseDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}
