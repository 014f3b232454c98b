import type { FindingCode } from './finding.ts'
import type { FindingText } from './check-texts.ts'

const correct = 'The returning officer asks the presiding officer to correct; nobody else alters the form.'
const explain =
  'The returning officer looks at the form and its image, and records why it counts or asks for a correction.'
const resolve = 'The returning officer asks for a correction, or HQ orders with reasons which form stands.'
const obtain = 'The returning officer obtains what is missing, or records why it is not there.'
const ownOfficer = "The station's own presiding officer signs and sends the form."
const nothing = 'Nobody; it is kept and shown.'
const inquire = 'HQ asks the officer: a device may have been restored, or a key stolen.'

/** What each finding says in English. Names of the finding's figures stand in the formula as they do in the form's JSON. */
export const englishTexts: Readonly<Record<FindingCode, FindingText>> = {
  'form-45/candidate-total-mismatch': {
    title: "A candidate's row does not add up",
    formula: 'stated (total of the row in column) = summed (valid + tendered + challenged)',
    next: correct,
  },
  'form-45/sum-mismatch': {
    title: 'Votes of the candidates do not add up to the valid votes',
    formula: 'stated (total of valid votes) = summed (totals of all rows)',
    next: correct,
  },
  'form-45/polled-mismatch': {
    title: 'Valid and excluded votes are not the votes polled',
    formula: 'stated (votes polled) = summed (valid votes + excluded votes)',
    next: correct,
  },
  'form-45/voters-mismatch': {
    title: 'Men and women who voted are not the total of voters',
    formula: 'stated (voters who voted) = summed (men + women)',
    next: correct,
  },
  'form-45/excluded-grounds-mismatch': {
    title: 'Votes excluded by ground are not the total excluded',
    formula: 'stated (excluded votes) = summed (excluded on each ground)',
    next: correct,
  },
  'form-45/ground-unspecified': {
    title: 'Votes were excluded on no named ground',
    formula: 'count (votes excluded without a ground) = 0',
    next: explain,
  },
  'form-45/candidate-missing': {
    title: 'A candidate of Form 33 has no votes on the form, not even 0',
    formula: 'onForm (rows with a total) = candidates (of Form 33)',
    next: correct,
  },
  'form-45/over-registered': {
    title: 'More votes than registered voters',
    formula: 'polled (votes) ≤ registered (voters in Form 28)',
    next: correct,
  },
  'form-45/row-over-registered': {
    title: 'One candidate has more votes than there are registered voters',
    formula: 'votes (total of the row in column) ≤ registered (voters in Form 28)',
    next: correct,
  },
  'form-45/turnout-above': {
    title: 'Unusually high turnout',
    formula: '1,000 × polled (votes) ≤ perMilleMax × registered (voters in Form 28)',
    next: explain,
  },
  'form-45/turnout-all': {
    title: 'Exactly every registered voter voted',
    formula: 'polled (votes) ≠ registered (voters in Form 28)',
    next: explain,
  },
  'form-45/men-at-female-station': {
    title: 'Men voted at a station for women',
    formula: 'voters (men who voted) = 0',
    next: correct,
  },
  'form-45/women-at-male-station': {
    title: 'Women voted at a station for men',
    formula: 'voters (women who voted) = 0',
    next: correct,
  },
  'form-45/voters-not-polled': {
    title: 'Voters who voted are not the votes polled',
    formula: 'voters (who voted) = polled (votes), within the tolerance',
    next: explain,
  },
  'form-45/registered-differs': {
    title: "The form's registered voters are not those of Form 28",
    formula: 'stated (registered voters) = form28 (registered voters)',
    next: explain,
  },
  'form-46/taken-mismatch': {
    title: 'Ballot papers taken from the box are not the votes polled',
    formula: 'taken (from the box, Form 46) = polled (votes, Form 45)',
    next: correct,
  },
  'form-46/received-mismatch': {
    title: 'Ballot papers do not add up to those received',
    formula: 'received = accounted (un-issued + taken from the box + spoilt + cancelled), within the tolerance',
    next: explain,
  },
  'form-46/tendered-mismatch': {
    title: 'More valid tendered votes than tendered ballot papers',
    formula: 'summed (tendered votes, Form 45) ≤ stated (tendered papers, Form 46)',
    next: explain,
  },
  'form-46/challenged-mismatch': {
    title: 'More valid challenged votes than challenged ballot papers',
    formula: 'summed (challenged votes, Form 45) ≤ stated (challenged papers, Form 46)',
    next: explain,
  },
  'form-45/no-time': {
    title: 'The form has no date and time',
    formula: 'date and time of the count are written',
    next: obtain,
  },
  'form-45/counted-before-close': {
    title: 'The count is dated before the close of poll',
    formula: 'countedAt ≥ pollClosedAt',
    next: explain,
  },
  'form-45/assistant-not-signed': {
    title: 'The senior assistant presiding officer has not signed, and no reason is given',
    formula: 'signed, or a reason is recorded',
    next: obtain,
  },
  'form-45/agent-not-signed': {
    title: 'A polling agent of the station has not signed, and no reason is given',
    formula: 'candidates (whose agent neither signed nor has a recorded reason, first of them candidate) = 0',
    next: obtain,
  },
  'form-45/not-posted': {
    title: 'By the form itself no copy is posted outside the station',
    formula: 'a copy is posted',
    next: explain,
  },
  'form-45/no-image': {
    title: 'The form has no image',
    formula: "the image's SHA-256 is named",
    next: obtain,
  },
  'form-45/captured-elsewhere': {
    title: 'The form was photographed away from the station',
    formula: 'the device was at the station',
    next: explain,
  },
  'form-45/recount-changed': {
    title: 'A recount before signing changed votes',
    formula: 'candidates (whose votes changed; in column from … to …) = 0',
    next: explain,
  },
  'form-45/clock-far-off': {
    title: "The device's clock is far from the office's",
    formula: 'apartMs ≤ apartMsMax',
    next: "The presiding officer sets the device's clock; no order rests on it.",
  },
  'form-45/key-of-another-station': {
    title: "Signed by another station's officer",
    formula: "station of the signer's office = station of the form",
    next: ownOfficer,
  },
  'form-45/second-form': {
    title: 'A second signed form with other figures',
    formula: 'figures of both forms are the same',
    next: resolve,
  },
  'form-45/repeated': {
    title: 'The same figures once more',
    formula: 'one form for a station',
    next: nothing,
  },
  'form-45/correction-not-asked': {
    title: 'A correction that nobody asked for',
    formula: 'the returning officer has asked for it',
    next: resolve,
  },
  'form-45/lock-breach': {
    title: 'A second form after the first was locked',
    formula: 'a locked form is the last, unless a correction is asked for',
    next: resolve,
  },
  'form-45/paper-differs': {
    title: 'The certified paper and the signed form differ',
    formula: 'figures of both are the same',
    next: resolve,
  },
  'form-45/other-poll': {
    title: 'A form of another poll of the station',
    formula: 'poll of the form = poll that is counted',
    next: ownOfficer,
  },
  'form-45/correction-beyond-request': {
    title: 'The correction changes figures that it was not asked to',
    formula: 'figures (changed beyond those asked for) = 0',
    next: correct,
  },
  'form-45/votes-changed': {
    title: "A correction changed candidates' votes",
    formula: 'candidates (whose votes changed; in column from … to …) = 0',
    next: explain,
  },
  'form-45/assistant-without-reason': {
    title: 'The senior assistant signed alone and gives no reason',
    formula: "the reason for signing in the presiding officer's place is given",
    next: ownOfficer,
  },
  'form-45/signed-by-assistant': {
    title: "The senior assistant signed in the presiding officer's place",
    formula: 'signed by the presiding officer',
    next: explain,
  },
  'statement/equivocation': {
    title: 'Two statements under one sequence number of a key',
    formula: 'one statement at sequence',
    next: inquire,
  },
  'statement/chain-gap': {
    title: 'Does not follow the last statement of its key',
    formula: 'the statement before sequence is here',
    next: nothing,
  },
}
