import type { Rules } from '../count/said.ts'
import { modeOf, noParameters } from '../identity/election.ts'
import { declaredElection, type RegisterState } from '../identity/register.ts'

/** Versions of the rules that this code can judge by. A released one stays, and never changes what it does. */
export const rulesVersions: readonly number[] = [1]

/** Whether the election is held by rules that are among these: without them a node keeps a log's bytes and judges nothing. */
export function knowsRules({ election }: RegisterState, versions: readonly number[]): boolean {
  return election === undefined || versions.includes(election.value.rulesVersion)
}

/** The rules in force for a log beside the register. */
export function rulesOf(register: RegisterState): Rules {
  const { election, parameters } = declaredElection(register)
  return { election, mode: modeOf(election), parameters: parameters ?? noParameters }
}
