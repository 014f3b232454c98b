import { Assembly } from '@khata/proto'
import { invariant } from '../base/invariant.ts'
import { modeOf } from '../identity/election.ts'
import { declaredElection, type RegisterState } from '../identity/register.ts'
import { formHash, groupedHash } from './canonical.ts'
import { isolated, labelled } from './text-table.ts'
import { reconstructionNotice } from './reconstruction.ts'

/** Which seat of which election a form of a seat is about. */
export interface SeatHeading {
  readonly election: string
  readonly mode: string
  /** Only in mode replay. */
  readonly reconstruction?: { readonly notice: string; readonly source: string }
  readonly seat: string
  readonly seatName: string
  readonly assembly: 'NA' | 'PA'
  readonly province: string
  readonly district: string
}

export function seatHeading(seat: string, register: RegisterState): SeatHeading {
  const declared = register.seats.get(seat)?.value
  invariant(declared !== undefined, 'a form is made of a declared seat')
  const { election, source } = declaredElection(register)
  const mode = modeOf(election)
  return {
    election,
    mode,
    ...(mode === 'replay' && { reconstruction: { notice: reconstructionNotice, source } }),
    seat,
    seatName: declared.name,
    assembly: declared.assembly === Assembly.NATIONAL ? 'NA' : 'PA',
    province: declared.province,
    district: declared.district,
  }
}

const labelWidth = 20

/** A line of a form's text: a label, and what it is. */
export function formLine(label: string, text: string): string {
  return labelled(label, text, labelWidth)
}

/** First lines of a form's text: in mode replay that it is a reconstruction, then its number and title. */
export function titleLines(
  { reconstruction }: Pick<SeatHeading, 'reconstruction'>,
  form: string,
  title: string,
): readonly string[] {
  const notice = reconstruction && [reconstruction.notice, `Source: ${isolated(reconstruction.source)}`, '']
  return [...(notice ?? []), `FORM ${form}  ${title}`]
}

/** Lines of a form's text about its election and seat. */
export function seatLines({
  election,
  mode,
  seat,
  seatName,
  assembly,
  district,
  province,
}: SeatHeading): readonly string[] {
  return [
    formLine('Election', `${election}, mode ${mode}`),
    formLine('Seat', `${seat} ${isolated(seatName)}, ${assemblies[assembly]}`),
    formLine('District', `${isolated(district)}, ${isolated(province)}`),
  ]
}

/** Last lines of a form's text. The hash is of the canonical bytes, not of the text. */
export function hashLines(form: object): readonly string[] {
  return ['SHA-256 of the canonical form', `  ${groupedHash(formHash(form))}`]
}

/** Parts of a form's text, an empty line between them; parts without lines are left out. */
export function formText(parts: readonly (readonly string[])[]): string {
  const shown = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${shown.join('\n\n')}\n`
}

const assemblies = { NA: 'National Assembly', PA: 'Provincial Assembly' } as const
