import type { Said, Standing } from '../count/said.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { KeyHex } from '../event/statement.ts'
import { countsIn, type Office } from '../identity/office.ts'
import { officeAt, type RegisterState, revokedAt } from '../identity/register.ts'
import type { LogFold } from './fold.ts'

/** Who the signer is in this log at its present end; a refusal when nobody. */
export function standingOf(fold: LogFold, said: Said, register: RegisterState): Standing | Refusal {
  const key = said.opened.signerHex
  if (revokedAt(register, key, fold.log, said.index)) return refuse('statement/revoked-key', { signer: key })
  if (key === fold.sequencerKey) return { type: 'sequencer' }
  const office = officeIn(fold, key, register)
  return office === undefined ? refuse('statement/unknown-key', { signer: key }) : { type: 'office', office }
}

/** The office that a key holds in this log, revoked or not: of the seat's own rolls, or of the register as pinned. */
export function officeIn(fold: LogFold, key: KeyHex, register: RegisterState): Office | undefined {
  if (fold.content.kind === 'register') return register.offices.get(key)
  if (fold.content.kind !== 'seat') return undefined
  const office = fold.content.seat.rolls.get(key) ?? officeAt(register, key, fold.pin)
  return office !== undefined && countsIn(fold.log, office) ? office : undefined
}
