import type { SeatPlace } from '../count/law.ts'
import type { RegisterState } from '../identity/register.ts'
import type { LogFold } from './fold.ts'

/** A statement at its place, with the log and the register around it. */
export interface LogPlace extends SeatPlace {
  readonly fold: LogFold
  readonly register: RegisterState
}
