/**
 * Why a statement is not admitted. At the door the sender gets it signed; in a log it makes the entry void.
 * Never for a form's figures: those are findings.
 */
export interface Refusal {
  readonly code: RefusalCode
  /** What it is about, by name. */
  readonly about: Readonly<Record<string, string | number>>
}

export type RefusalCode = keyof typeof refusalAdvice

/** Every code with what its receiver should do. docs/errors.md carries the same table. */
export const refusalAdvice = {
  'statement/malformed': 'Send the exact bytes that were signed, encoded canonically.',
  'statement/too-large': 'Keep a statement within the size limit; send images by their hash.',
  'statement/bad-shape': 'Fill every fixed field with its exact length.',
  'statement/bad-signature': 'Sign the exact bytes with the key named as signer.',
  'statement/wrong-election': 'Send it to a node of the election and mode it names.',
  'statement/wrong-seat': 'Send it to the node of the seat it names.',
  'statement/id-reused': 'Choose a new id for a new statement; a retry repeats the same bytes.',
  'statement/repeated': 'Nothing: the log already holds these bytes.',
  'statement/unknown-key': 'Have the key enrolled by the returning officer with a second officer.',
  'statement/revoked-key': 'Enrol a new key; this one was revoked by the root.',
  'statement/no-standing': 'Ask the officer who may say this; the signer’s office may not.',
  'statement/not-in-this-log': 'File it in the log that keeps this kind of statement.',
  'log/already-open': 'A log is opened once, by its entry 0.',
  'log/not-open': 'Open the log first.',
  'log/opened-otherwise': 'Open the log under the name and generation that the register declares.',
  'log/superseded': 'Use the successor log that the root has ordered.',
  'writer/not-sequencer': 'Write with the key that the register declares for this log.',
  'writer/epoch-out-of-order': 'Open the writer with the next epoch at the log’s present size and root.',
  'register/pin-goes-back': 'Pin the register at its present size or later.',
  'register/pin-differs': 'The register pinned is not the one published: stop and compare both.',
  'register/freeze-differs': 'HQ froze another history of this log: stop and compare both.',
  'register/no-election-yet': 'Declare the election first.',
  'register/election-declared-twice': 'An election is declared once.',
  'register/other-domain': 'Declare the operator’s domain that the trust file names.',
  'register/seat-declared-twice': 'A seat is declared once; a successor log comes by LogSuperseded.',
  'register/hub-declared-twice': 'A hub is declared once.',
  'register/unknown-seat': 'Declare the seat first.',
  'register/seat-frozen-twice': 'A seat is frozen once.',
  'root-order/malformed': 'Encode the order canonically, with every field it needs.',
  'root-order/below-threshold': 'Collect approvals of enough distinct root keys over the same order.',
  'key/claim-malformed': 'Encode the key claim canonically.',
  'key/claim-for-another-seat': 'Enrol the key in the log of the seat it was claimed for.',
  'key/role-not-given-here':
    'Have the key enrolled where its office is given: HQ’s by the root, returning officers by HQ, others in their seat.',
  'key/holder-did-not-sign': 'Have the key’s holder sign the claim.',
  'key/already-enrolled': 'Enrol a new key; one key holds one office.',
  'key/post-missing':
    'Name the station of a presiding officer, senior assistant or polling agent, and the serial of a candidate or polling agent.',
  'key/too-many-of-this-office': 'The rules allow no more holders of this office here; have one revoked first.',
  'key/exception-needs-reason': 'After the freeze give a reason for the new key.',
  'key/exception-needs-second-officer': 'After the freeze have a second officer sign the same claim and reason.',
  'list/frozen': 'The seat is frozen; a later change needs its own event with a reason.',
  'list/not-frozen': 'Before the freeze sign a new version of the list instead.',
  'list/part-out-of-order': 'Send every part of one version once, from 1 to parts.',
  'list/bad-row': 'Correct the row: numbers start at 1 and occur once, names are not empty.',
  'list/only-in-replay': 'Collected columns and synthetic stations belong to reconstructions only.',
  'list/already-acknowledged': 'Nothing: this office has acknowledged this version.',
  'list/not-contesting': 'List only candidates whose nomination stands accepted, each once, by its number.',
  'list/lacks-candidate': 'List every candidate whose nomination stands accepted, or record the withdrawal first.',
  'list/too-long': 'Keep the list within its limit.',
  'list/not-as-certified': 'Certify the version and hash of the parts that the log holds.',
  'nomination/already-filed': 'Give each nomination paper of the seat a number of its own.',
  'nomination/unknown': 'Name a nomination paper that the log holds.',
  'nomination/not-in-this-state': 'Look at the nomination’s present status; this decision does not apply to it.',
  'nomination/needs-reason': 'Give the reason: of a rejection, and of accepting what was rejected before.',
  'seat/not-frozen': 'Wait until HQ has frozen the seat’s stations, candidates and officers.',
  'station/not-in-form-28': 'Name a station of the seat’s frozen Form 28.',
  'candidate/not-in-form-33': 'Name candidates by their place in the seat’s frozen Form 33.',
  'candidate/already-retired': 'Nothing: this candidate has retired.',
  'exception/unknown': 'Name the statement that changed something after the freeze by its hash.',
  'exception/already-judged': 'Nothing: this exception is judged so already.',
  'form-45/column-repeated': 'Give each candidate one row.',
  'form-45/over-limit': 'Correct the figure: it is above what one field of a form may hold.',
  'form-45/no-form': 'Send the form itself.',
  'form-45/unknown-form': 'Name a form that the log holds for this station.',
  'form-45/has-errors': 'Return the form to the presiding officer; only the presiding officer corrects it.',
  'form-45/not-in-this-state': 'Look at the station’s present status; this act does not apply to it.',
  'form-45/no-such-warning': 'Name a warning of the station’s present form that has no reason yet.',
  'act/needs-reason': 'Give the reason; it is published with the act.',
  'station/not-own': 'Only the station’s own officers may say this of it.',
  'lock/already-locked': 'Nothing: the form is locked already.',
  'lock/no-device': 'A form on paper has no lock; it was certified by two officers.',
  'lock/wrong-challenge': 'Answer the newest challenge that the returning officer’s office has made for this form.',
  'lock/not-enough': 'Have the presiding officer’s device send its lock, or show it at the office.',
  'paper/needs-image': 'Photograph the signed paper and name the image by its SHA-256.',
  'paper/absence-needs-reason': 'Give the reason for each agent who was not present.',
  'paper/needs-second-officer': 'Have a second officer sign the same station, image and reason.',
  'reading/same-person': 'Have another operator read the form: two readings are of two persons.',
  'reading/same-session': 'Read the form in a session of your own: two readings are of two sessions.',
  'reading/too-many': 'The form has been read often enough; settle what differs.',
  'reading/missing': 'Have an operator key the form from its image or paper.',
  'reading/differs': 'Settle each figure that the readings differ in, with a reason.',
  'reading/not-as-open': 'Settle exactly the figures that the readings differ in.',
  'form-45/return-needs-codes': 'Name the checks or the reason for which the form is returned.',
  'form-47/not-at-head': 'The log has grown: recompute the form at its present size and sign again.',
  'form-47/differs': 'The form signed is not what the log’s Form 45s add up to.',
  'form-47/awaited-without-reason': 'Name each awaited station with a reason: Elections Act 2017 s. 13(3).',
  'form-47/readings-missing': 'Have every counted form read as often as a complete form needs, or issue a partial one.',
  'form-47/not-complete': 'A complete form needs every station accepted; issue a partial one.',
} as const satisfies Readonly<Record<string, string>>

export function refuse(code: RefusalCode, about: Readonly<Record<string, string | number>> = {}): Refusal {
  return { code, about }
}
