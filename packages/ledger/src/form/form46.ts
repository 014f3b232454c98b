import type { SeatState } from '../count/state.ts'
import type { OpenedStatement } from '../event/statement.ts'
import { form45, type Form45Json, type FormHeading } from './form45.ts'

/** Ballot Paper Account of one polling station (Elections Act 2017 s. 90), as signed with its Form 45. */
export interface Form46Json extends Pick<Form45Json, 'election' | 'reconstruction' | 'seat' | 'station' | 'signed'> {
  readonly form: '46'
  readonly title: string
  readonly ballotPaperAccount: Form45Json['ballotPaperAccount']
}

/** As `form45`. */
export function form46(
  heading: FormHeading,
  seat: SeatState,
  station: number,
  said: ReadonlyMap<number, OpenedStatement>,
): Form46Json | undefined {
  const result = form45(heading, seat, station, said)
  if (result === undefined) return undefined
  const { election, reconstruction, signed, ballotPaperAccount } = result
  return {
    form: '46',
    title: 'Ballot Paper Account',
    election,
    ...(reconstruction !== undefined && { reconstruction }),
    seat: result.seat,
    station: result.station,
    signed,
    ballotPaperAccount,
  }
}
