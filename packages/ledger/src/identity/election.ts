import type { RuleParameters } from '@khata/proto'
import { err, ok, type Result } from '../base/result.ts'

/** Live, drill and replay never mix: the mode is part of the election's id, of every statement and of every origin. */
export type Mode = 'live' | 'drill' | 'replay'

export interface ElectionId {
  readonly name: string
  readonly mode: Mode
}

const electionIdPattern = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/(live|drill|replay)$/
const electionIdCharactersMax = 64

/** Parses `pk-ge-2024/live`. */
export function parseElectionId(text: string): Result<ElectionId, { readonly code: 'election/bad-id' }> {
  const match = text.length <= electionIdCharactersMax ? electionIdPattern.exec(text) : null
  if (match === null) return err({ code: 'election/bad-id' })
  return ok({ name: match[1] as string, mode: match[2] as Mode })
}

export function modeOf(election: string): Mode {
  return election.slice(election.lastIndexOf('/') + 1) as Mode
}

/** An election without limits: every check that needs one answers that it cannot be made. */
export const noParameters: RuleParameters = {
  countMax: null,
  clockSkewMsMax: null,
  pollClosedAt: null,
  form47PartialDueAt: null,
  form47CompleteDueAt: null,
  withheldAfterMs: null,
  stalePinEntriesMax: null,
  exceptionApprovalsMin: null,
  readingsAcceptedMin: null,
  readingsCompleteMin: null,
  lockGradeMin: null,
  holdResolvedWithinMs: null,
  paperSharePerMilleMax: null,
  votersPolled: null,
  ballotsReceived: null,
  crossPoll: null,
  turnoutPerMilleMax: null,
  womenSharePerMilleMin: null,
  recountMarginPerMille: null,
  recountMarginVotesNational: null,
  recountMarginVotesProvincial: null,
  recountExcludedAtLeastMargin: null,
  consolidatedWithinMs: null,
  documentsSentWithinMs: null,
  documentsPublishedWithinMs: null,
  tribunalWithinMs: null,
  operatorsMax: null,
  agentsPerStationMax: null,
}
