import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { atLeast, atMost, type Figure } from './measure.ts'
import type { BenchContext } from './ro-path.ts'

const program = new URL('../packages/sim/src/main.ts', import.meta.url).pathname

/** Of the rate that a crowd of forms sustains with all links up. */
const catchUpShareMin = 0.5

/** Twenty times the mean for ten minutes of a night: what waits ten minutes later, against what waits at the mean. */
export async function benchSurge({ folder }: BenchContext): Promise<Figure> {
  const { surge } = await rehearse(join(folder, 'surge'), ['--profile', 'surge'])
  if (surge === undefined) throw new Error('the surge is told')
  const { usual, peak, least } = surge
  return atMost('surge', least, { bound: usual, unit: 'waiting' }, { usual, peak })
}

/** How fast hubs catch up after a blackout, against how fast everything comes to HQ when a night is sent all at once. */
export async function benchBlackout({ folder }: BenchContext): Promise<Figure> {
  const { rate } = await rehearse(join(folder, 'crowd'), ['--speed', '100000'])
  const dark = ['--profile', 'blackout', '--stations', '200', '--speed', '720']
  const { blackout } = await rehearse(join(folder, 'blackout'), dark)
  if (blackout === undefined) throw new Error('the blackout is told')
  const sustained = (1_000 * rate.entries) / rate.ms
  const caughtUp = (1_000 * blackout.entries) / blackout.caughtUpMs
  const { entries, caughtUpMs } = blackout
  return atLeast('blackout', caughtUp / sustained, catchUpShareMin, { sustained, caughtUp, entries, caughtUpMs })
}

interface Report {
  readonly holds: boolean
  readonly rate: { readonly entries: number; readonly ms: number }
  readonly surge?: { readonly usual: number; readonly peak: number; readonly least: number }
  readonly blackout?: { readonly entries: number; readonly caughtUpMs: number }
}

/** Runs `khata-sim load` in processes of its own, and reads what it measured. */
async function rehearse(dir: string, options: readonly string[]): Promise<Report> {
  const args = [program, 'load', '--no-progress', '--out', dir, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  await once(child, 'close')
  const report = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')) as Report
  if (!report.holds) throw new Error(`a check of ${options.join(' ')} does not hold: ${dir}`)
  return report
}
