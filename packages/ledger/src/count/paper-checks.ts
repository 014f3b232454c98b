import { type CandidateCount, type FormSignatory, PositionClaim, SignatoryRole } from '@khata/proto'
import { hashBytes } from '../base/limits.ts'
import type { Answer, Check, CheckContext } from './check.ts'

/**
 * Checks of what a form says beside its figures: its time, its signatures, its image and where it was made. Where only
 * figures are known none of them can be made.
 */
export const paperChecks: readonly Check[] = [
  { code: 'form-45/no-time', check: ofPaper(hasTime), involves: [] },
  { code: 'form-45/counted-before-close', check: countedBeforeClose, involves: [] },
  { code: 'form-45/assistant-not-signed', check: ofPaper(assistantSigned), involves: [] },
  { code: 'form-45/agent-not-signed', check: ofPaper(agentsSigned), involves: [] },
  { code: 'form-45/not-posted', check: posted, involves: [] },
  { code: 'form-45/no-image', check: ofPaper(hasImage), involves: [] },
  { code: 'form-45/captured-elsewhere', check: capturedAtStation, involves: [] },
  { code: 'form-45/recount-changed', check: recountChanged, involves: [] },
  { code: 'form-45/clock-far-off', check: clock, involves: [] },
]

function ofPaper(check: (context: CheckContext) => Answer): (context: CheckContext) => Answer {
  return (context) => (context.figuresOnly ? 'not checkable' : check(context))
}

// Form 45 as amended in October 2023 asks for the time beside the date.
function hasTime({ form }: CheckContext): Answer {
  return form.countedAt === null ? {} : 'holds'
}

function countedBeforeClose({ form, parameters }: CheckContext): Answer {
  const { pollClosedAt } = parameters
  if (form.countedAt === null || pollClosedAt === null) return 'not checkable'
  return form.countedAt >= pollClosedAt ? 'holds' : { countedAt: form.countedAt, pollClosedAt }
}

// Elections Act 2017 s. 90(12). A senior assistant who signs in the presiding officer's place has signed.
function assistantSigned({ form }: CheckContext): Answer {
  const assistant = form.signatories.find(({ role }) => role === SignatoryRole.SENIOR_ASSISTANT_PRESIDING_OFFICER)
  return (form.assistantReason ?? '') !== '' || accountedFor(assistant) ? 'holds' : {}
}

function agentsSigned({ form, agents }: CheckContext): Answer {
  const ofAgents = form.signatories.filter(({ role }) => role === SignatoryRole.POLLING_AGENT)
  const missing = agents.filter((serial) => !ofAgents.some((one) => one.candidate === serial && accountedFor(one)))
  const [candidate] = missing
  return candidate === undefined ? 'holds' : { candidates: missing.length, candidate }
}

/** Signed, or the reason why not is on the form. */
function accountedFor(signatory: FormSignatory | undefined): boolean {
  return signatory !== undefined && (signatory.signed === true || signatory.absenceReason !== '')
}

function posted({ form }: CheckContext): Answer {
  if (form.postedOutside === null) return 'not checkable'
  return form.postedOutside ? 'holds' : {}
}

// Elections Act 2017 s. 13(2): the snapshot of the form.
function hasImage({ form }: CheckContext): Answer {
  return form.image?.sha256.length === hashBytes ? 'holds' : {}
}

function capturedAtStation({ form }: CheckContext): Answer {
  const position = form.capture?.position ?? PositionClaim.UNSPECIFIED
  if (position === PositionClaim.AT_STATION) return 'holds'
  return position === PositionClaim.ELSEWHERE ? {} : 'not checkable'
}

// Elections Act 2017 s. 90(6): a recount before signing is lawful; that it changed votes is told to everyone.
function recountChanged({ form }: CheckContext): Answer {
  if (form.recount === null) return 'holds'
  const after = new Map(form.counts.map((count) => [count.column, count]))
  const known = form.recount.before.filter(({ column, total }) => total !== null && totalOf(after.get(column)) !== null)
  if (known.length === 0) return 'not checkable'
  const changed = known.filter(({ column, total }) => totalOf(after.get(column)) !== total)
  const [first] = changed
  if (first === undefined) return 'holds'
  const { column } = first
  return { candidates: changed.length, column, from: first.total ?? 0, to: totalOf(after.get(column)) ?? 0 }
}

function totalOf(count: CandidateCount | undefined): number | null {
  return count?.total ?? null
}

function clock({ parameters, saidAt, sequencedAt }: CheckContext): Answer {
  if (parameters.clockSkewMsMax === null) return 'not checkable'
  const apartMs = Math.abs(saidAt - sequencedAt)
  return apartMs <= parameters.clockSkewMsMax ? 'holds' : { apartMs, apartMsMax: parameters.clockSkewMsMax }
}
