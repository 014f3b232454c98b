/** Why a rehearsal cannot go on. Never thrown for what a form says. */
export class DrillError extends Error {
  override readonly name = 'DrillError'
  readonly code: DrillErrorCode

  constructor(code: DrillErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.code = code
  }
}

export type DrillErrorCode =
  | 'drill/node-silent'
  | 'drill/not-in-time'
  | 'drill/refused'
  | 'drill/register-not-believed'
  | 'drill/process-ended'
  | 'drill/folder-not-empty'
