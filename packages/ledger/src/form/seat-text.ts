import { countMax } from '../base/limits.ts'
import { figureInWords } from '../text/figure-in-words.ts'
import { formHash, groupedHash } from './canonical.ts'
import type { SeatHeading, SeatNamed } from './seat-heading.ts'
import { isolated, labelled, type TextColumn } from './text-table.ts'

/** Parts of a form for a terminal, shared by all forms. */
export type Lines = readonly string[]

/** Parts with an empty line between; an empty part is left out. Lines end in a line feed. */
export function textOf(parts: readonly Lines[]): string {
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

export function headingLines(
  {
    reconstruction,
    form,
    title,
  }: Pick<SeatNamed, 'reconstruction'> & { readonly form: string; readonly title: string },
  ...notes: Lines
): Lines {
  return [
    ...(reconstruction ? [reconstruction.notice, `Source: ${isolated(reconstruction.source)}`, ''] : []),
    `FORM ${form}  ${title}`,
    ...notes,
  ]
}

export function seatLines({ election, mode, seat, seatName, assembly, district, province }: SeatNamed): Lines {
  return [
    line('Election', `${election}, mode ${mode}`),
    line('Seat', `${seat} ${isolated(seatName)}, ${assemblies[assembly]}`),
    line('District', `${isolated(district)}, ${isolated(province)}`),
  ]
}

export function aboutLines(form: SeatHeading): Lines {
  const { size, root, generation } = form.log
  return [
    ...seatLines(form),
    line('Log', `generation ${generation}, ${size} entries`),
    line('Root', groupedHash(root)),
    line('Register', `${form.register.size} entries, rules version ${form.rulesVersion}`),
  ]
}

export function hashLines(form: object): Lines {
  return ['SHA-256 of the canonical form', `  ${groupedHash(formHash(form))}`]
}

export const unknown = 'unknown'

/** A figure, or that it is unknown. */
export function shown(figure: number | null): string {
  return figure === null ? unknown : String(figure)
}

/** A figure, and the same in words, in English and Urdu; nothing for what is unknown or too large for a form. */
export function inWords(figure: number | null): Lines {
  if (figure === null || figure > countMax) return [shown(figure), '', '']
  return [shown(figure), figureInWords(figure, 'en'), isolated(figureInWords(figure, 'ur'))]
}

/** Columns of what `inWords` gives. */
export function wordColumns(title: string): readonly TextColumn[] {
  return [right(title), left('In words'), left('')]
}

/** A sum in figures and words, and where a part of it is unknown. */
export function shownSum({ votes, unknownAt }: { readonly votes: number | null; readonly unknownAt: number }): Lines {
  return [...inWords(votes), votes !== null && unknownAt > 0 ? `unknown at ${unknownAt}` : '']
}

/** Columns of what `shownSum` gives. */
export const sumColumns: readonly TextColumn[] = [...wordColumns('Votes'), left('')]

export function line(label: string, text: string): string {
  return labelled(label, text, labelWidth)
}

export function left(title: string): TextColumn {
  return { title, align: 'left' }
}

export function right(title: string): TextColumn {
  return { title, align: 'right' }
}

const labelWidth = 20

const assemblies = { NA: 'National Assembly', PA: 'Provincial Assembly' } as const
