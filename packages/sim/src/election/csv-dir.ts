import { DataError } from './csv-rows.ts'
import type { ElectionPlan } from './plan.ts'
import { form45File, reconstruct2024 } from './reconstruct-2024.ts'
import { reconstruct2018, results2018File } from './results-2018.ts'

export interface LoadOptions {
  /** Seat codes to keep, in the plan's order; all by default. */
  readonly seats?: readonly string[]
}

/**
 * A replay's plan from a folder of the published files. Throws a DataError (`data/...`) where a file is missing, a row
 * cannot be read, or an asked-for seat is not in the file.
 */
export async function loadPlan(
  dataDir: string,
  which: '2024' | '2018',
  options: LoadOptions = {},
): Promise<ElectionPlan> {
  const plan = which === '2024' ? await reconstruct2024(dataDir) : await reconstruct2018(dataDir)
  if (options.seats === undefined) return plan
  return onlySeats(plan, options.seats, which === '2024' ? form45File : results2018File)
}

function onlySeats(plan: ElectionPlan, wanted: readonly string[], file: string): ElectionPlan {
  const known = new Set(plan.seats.map(({ seat }) => seat))
  const unknown = wanted.filter((seat) => !known.has(seat))
  if (unknown.length > 0) throw new DataError('data/seat-unknown', { file }, `has no seat ${unknown.join(', ')}`)
  const seats = plan.seats.filter(({ seat }) => wanted.includes(seat))
  const codes = new Set(seats.map(({ province }) => province))
  return {
    ...plan,
    provinces: plan.provinces.filter(({ code }) => codes.has(code)),
    seats,
    ...(plan.notes && { notes: plan.notes.filter(({ seat }) => wanted.includes(seat)) }),
  }
}
