/**
 * What a check says of a form that is kept whatever its figures. An error keeps the form from being counted
 * until the presiding officer corrects it (Election Rules 2017 r. 84(2)-(3)); a warning is counted and shown.
 */
export type Finding = {
  readonly [Code in FindingCode]: {
    readonly code: Code
    readonly severity: (typeof findingSeverity)[Code]
    /** The formula's numbers, by name. */
    readonly figures: Readonly<Record<string, number>>
  }
}[FindingCode]

export type FindingCode = keyof typeof findingSeverity

export type Severity = 'error' | 'warning'

/** Every finding a form can have, with its weight. docs/errors.md explains each. */
export const findingSeverity = {
  'form-45/candidate-total-mismatch': 'error',
  'form-45/sum-mismatch': 'error',
  'form-45/polled-mismatch': 'error',
  'form-45/voters-mismatch': 'error',
  'form-45/excluded-grounds-mismatch': 'error',
  'form-45/candidate-missing': 'error',
  'form-45/over-registered': 'error',
  'form-45/men-at-female-station': 'error',
  'form-45/women-at-male-station': 'error',
  'form-45/voters-not-polled': 'warning',
  'form-45/registered-differs': 'warning',
  'form-46/taken-mismatch': 'error',
  'form-46/received-mismatch': 'warning',
  'form-46/tendered-mismatch': 'warning',
  'form-46/challenged-mismatch': 'warning',
  'form-45/row-over-registered': 'error',
  'form-45/ground-unspecified': 'warning',
  'form-45/turnout-above': 'warning',
  'form-45/turnout-all': 'warning',
  'form-45/recount-changed': 'warning',
  'form-45/no-time': 'warning',
  'form-45/assistant-not-signed': 'warning',
  'form-45/agent-not-signed': 'warning',
  'form-45/not-posted': 'warning',
  'form-45/no-image': 'warning',
  'form-45/captured-elsewhere': 'warning',
  'form-45/clock-far-off': 'warning',
  'form-45/counted-before-close': 'warning',
  'form-45/key-of-another-station': 'error',
  'form-45/second-form': 'error',
  'form-45/repeated': 'warning',
  'form-45/correction-not-asked': 'error',
  'form-45/lock-breach': 'error',
  'form-45/paper-differs': 'error',
  'form-45/other-poll': 'error',
  'form-45/correction-beyond-request': 'error',
  'form-45/votes-changed': 'warning',
  'form-45/assistant-without-reason': 'error',
  'form-45/signed-by-assistant': 'warning',
  'statement/equivocation': 'warning',
  'statement/chain-gap': 'warning',
} as const satisfies Readonly<Record<string, Severity>>

export function finding(code: FindingCode, figures: Readonly<Record<string, number>> = {}): Finding {
  return { code, severity: findingSeverity[code], figures } as Finding
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}
