import { Check, type CheckTold } from '../check.ts'

/** What is checked of the contests, in the order of the report. */
export class ContestChecks {
  readonly played = new Check('contests-played', 'every contest was played to its end')
  readonly answered = new Check(
    'contests-answered',
    'every act was answered with a receipt that proves its entry, or with the refusal that the contest names, signed',
  )
  readonly outcomes = new Check('contests-outcomes', 'every contest’s pages say what it had to come to')
  readonly same = new Check('contests-same', 'returning officer, province and HQ show the same bytes of every page')
  readonly reached = new Check(
    'contests-reached',
    'every body, order and choice of the schema was said, every state and arrow of docs/states was reached',
  )
  readonly tallies = new Check('contests-tallies', 'every node’s tally is what the entries of its seats come to')
  readonly crossSeat = new Check('contests-cross-seat', 'HQ finds what seats do not agree in, and nothing else')
  readonly filed = new Check(
    'contests-filed',
    'what devices sent to HQ is in the seats’ logs, with replicated receipts',
  )

  get told(): readonly CheckTold[] {
    const { played, answered, outcomes, same, reached, tallies, crossSeat, filed } = this
    return [played, answered, outcomes, same, reached, tallies, crossSeat, filed].map(({ told }) => told)
  }
}
