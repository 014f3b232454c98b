import { CopyKind, type RuleParameters } from '@khata/proto'
import { type FiguresText, swappedColumns } from '../count/figures.ts'
import { isOpen, stationsToBeRead } from '../count/reading.ts'
import type { FormRecord, HoldWhy, LockState, SeatState, StationRecord } from '../count/state.ts'
import { contradictsPresent } from '../count/sums.ts'

/** A held station: what put it there, who must act, by when, and the lawful ways out. */
export interface StationHold {
  readonly station: number
  /** Entry that put it on hold. */
  readonly entry: number
  readonly why: HoldWhy
  readonly mustAct: 'returning-officer'
  /** Milliseconds since 1970; null where the register sets no time. */
  readonly dueAt: number | null
  readonly waysOut: typeof waysOut
  /** Columns that the documents differ in by nothing but an exchange; null where they differ otherwise. */
  readonly swapped: readonly [number, number] | null
}

/** A copy that contradicts the present form of its station. */
export interface StationDispute {
  readonly station: number
  readonly entry: number
  readonly copy: keyof typeof copyNames
  readonly office: string
  /** Columns that the copy has exchanged, and nothing else; null where it differs otherwise. */
  readonly swapped: readonly [number, number] | null
}

/** How far the readings of counted forms are: numbers of stations. */
export interface ReadingsShown {
  readonly neededForComplete: number
  /** Counted on fewer readings than a complete form needs: second reading pending. */
  readonly pending: readonly number[]
  /** Two readings of the document differ, and nobody has settled it. */
  readonly open: readonly number[]
}

/** Forms signed on a device, by their lock, and the stations whose form was never shown. */
export interface LocksShown extends Readonly<Record<LockState, number>> {
  readonly neverShown: readonly number[]
}

/** Forms that came on paper, certified by two officers. */
export interface PaperShown {
  readonly stations: readonly number[]
  /** Of all forms at hand, per mille, rounded down. */
  readonly perMille: number
  /** Whether the share is above what the register allows without an alert; null where it sets no bound. */
  readonly alert: boolean | null
}

export function holdsOf(
  records: readonly StationRecord[],
  { holdResolvedWithinMs }: RuleParameters,
): readonly StationHold[] {
  return records.flatMap((record) => {
    const { station, hold, since: entry } = record
    if (hold === undefined || entry === undefined) return []
    const { why } = hold
    const dueAt = holdResolvedWithinMs === null ? null : hold.at + holdResolvedWithinMs
    const swapped = swappedWhileHeld(record)
    return [{ station: station.number, entry, why, mustAct: 'returning-officer', dueAt, waysOut, swapped }]
  })
}

function swappedWhileHeld({ current, rivals }: StationRecord): StationHold['swapped'] {
  const [kept, readings] = [rivals.map(({ figures }) => figures), current?.readings.map(({ figures }) => figures)]
  const found = [...kept, ...(readings ?? [])].map((figures) => swappedFrom(current, figures))
  return found.find((swapped) => swapped !== null) ?? null
}

function swappedFrom(current: FormRecord | undefined, figures: FiguresText | undefined): StationHold['swapped'] {
  if (current?.figures === undefined || figures === undefined) return null
  return swappedColumns(current.figures, figures) ?? null
}

export function disputesOf(records: readonly StationRecord[]): readonly StationDispute[] {
  return records.flatMap((record) =>
    record.copies
      .filter((copy) => contradictsPresent(record, copy))
      .map(({ index, kind, office, figures }) => ({
        station: record.station.number,
        entry: index,
        copy: nameOfCopy(kind),
        office,
        swapped: swappedFrom(record.current, figures),
      })),
  )
}

export function readingsOf(
  seat: SeatState,
  records: readonly StationRecord[],
  { readingsCompleteMin }: RuleParameters,
): ReadingsShown {
  const neededForComplete = readingsCompleteMin ?? 0
  const open = records.filter(({ current }) => current !== undefined && isOpen(current))
  return { neededForComplete, pending: stationsToBeRead(seat, neededForComplete), open: numbers(open) }
}

export function locksOf(records: readonly StationRecord[]): LocksShown {
  const onDevice = records.filter(({ current }) => current?.basis === 'device')
  const locked = (lock: LockState) => onDevice.filter(({ current }) => current?.lock === lock)
  const neverShown = onDevice.filter(({ current }) => current?.lock !== 'shown')
  return {
    none: locked('none').length,
    remote: locked('remote').length,
    shown: locked('shown').length,
    neverShown: numbers(neverShown),
  }
}

export function paperOf(records: readonly StationRecord[], { paperSharePerMilleMax }: RuleParameters): PaperShown {
  const withForm = records.filter(({ current }) => current !== undefined)
  const paper = withForm.filter(({ current }) => current?.basis === 'paper')
  const perMille = withForm.length === 0 ? 0 : Math.floor((1_000 * paper.length) / withForm.length)
  const alert = paperSharePerMilleMax === null ? null : perMille > paperSharePerMilleMax
  return { stations: numbers(paper), perMille, alert }
}

export function nameOfCopy(kind: CopyKind): keyof typeof copyNames {
  const name = Object.entries(copyNames).find(([, of]) => of === kind)?.[0]
  return (name ?? 'unknown') as keyof typeof copyNames
}

const copyNames = {
  unknown: CopyKind.UNSPECIFIED,
  'returning-officer': CopyKind.RETURNING_OFFICER,
  hq: CopyKind.HQ,
  agent: CopyKind.AGENT,
  observer: CopyKind.OBSERVER,
  posted: CopyKind.POSTED,
} as const

/** Election Rules 2017 r. 84(3); Elections Act 2017 s. 95(5) and (6). */
export const waysOut = ['correction-by-presiding-officer', 'recount', 'order-of-hq-with-reasons'] as const

function numbers(records: readonly StationRecord[]): readonly number[] {
  return records.map(({ station }) => station.number)
}
