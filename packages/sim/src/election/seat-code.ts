import type { ProvinceCode } from './plan.ts'

/** National Assembly seats of the 2024 delimitation, last number of each area: KP, Islamabad, Punjab, Sindh. */
const NA_2024: readonly (readonly [last: number, province: ProvinceCode])[] = [
  [45, 'kp'],
  [48, 'islamabad'],
  [189, 'punjab'],
  [250, 'sindh'],
  [266, 'balochistan'],
]

const PA_PREFIXES: Readonly<Record<string, ProvinceCode>> = {
  PP: 'punjab',
  PS: 'sindh',
  PK: 'kp',
  PB: 'balochistan',
}

/** The area of a 2024 seat code such as `NA-46` or `PS-102`; undefined where it is no seat of 2024. */
export function provinceOf2024(seat: string): ProvinceCode | undefined {
  const [, prefix, digits] = /^(NA|PP|PS|PK|PB)-([1-9]\d{0,2})$/.exec(seat) ?? []
  if (prefix === undefined) return undefined
  if (prefix !== 'NA') return PA_PREFIXES[prefix]
  return NA_2024.find(([last]) => Number(digits) <= last)?.[1]
}

export function assemblyOf(seat: string): 'NA' | 'PA' {
  return seat.startsWith('NA-') ? 'NA' : 'PA'
}
