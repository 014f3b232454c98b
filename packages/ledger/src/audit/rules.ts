import type { Rules } from '../count/said.ts'
import { modeOf, noParameters } from '../identity/election.ts'
import { declaredElection, type RegisterState } from '../identity/register.ts'

/** The rules in force for a log beside the register. */
export function rulesOf(register: RegisterState): Rules {
  const { election, parameters } = declaredElection(register)
  return { election, mode: modeOf(election), parameters: parameters ?? noParameters }
}
