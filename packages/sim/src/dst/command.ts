import { Command, InvalidArgumentError } from 'commander'
import { installNative } from '../ceremony/native.ts'
import { foundWithin, type MutantName, runMutant, tryMutants } from './mutants.ts'
import { type Outcome, runNight } from './night.ts'
import { onlyText, shrunkText, wholeText } from './report.ts'
import { shrink } from './shrink.ts'

interface Options {
  readonly seeds: number
  readonly from: number
  readonly alter?: MutantName
  readonly only?: ReadonlySet<number>
  readonly trace: boolean
  readonly mutants: boolean
}

/** `khata-sim dst`: seeds of the deterministic simulation. `fail` is called where something did not come out as it must. */
export function dstCommand(out: NodeJS.WritableStream, fail: () => void): Command {
  return new Command('dst')
    .description('Election nights of the production nodes on false clock, disks, streams and links, one for each seed.')
    .option('--seeds <n>', 'how many seeds', wholeNumber, 100)
    .option('--from <n>', 'the first seed', wholeNumber, 1)
    .option('--alter <name>', `make the nodes wrong on purpose: ${Object.keys(foundWithin).join(', ')}`, mutantNamed)
    .option('--only <numbers>', 'only these parts of the night, or none: 2,5', partNumbers)
    .option('--trace', 'print all of the trace, of seeds that hold too', false)
    .option('--mutants', 'make the nodes wrong in each of these ways: how many seeds it takes until that shows', false)
    .action(async (options: Options) => {
      await installNative()
      const print = (line: string): void => void out.write(`${line}\n`)
      const failures = options.mutants ? await tryMutants(print) : await runSeeds(options, print)
      if (failures > 0) fail()
    })
}

async function runSeeds(options: Options, print: (line: string) => void): Promise<number> {
  const { seeds, from, only, trace } = options
  const startedAt = performance.now()
  let failed = 0
  for (let seed = from; seed < from + seeds; seed++) {
    const outcome = await play(seed, options, only)
    if (outcome.violation !== undefined) failed += 1
    if (outcome.violation !== undefined || trace) print(await textOf(outcome, options))
  }
  const seconds = (performance.now() - startedAt) / 1000
  const rate = (seeds / seconds).toFixed(1)
  print(`${seeds} seeds from ${from}: ${failed} failed, ${seconds.toFixed(1)} s, ${rate} seeds/s`)
  return failed
}

/** The whole trace where it is asked for; otherwise the night shrunk. */
async function textOf(outcome: Outcome, options: Options): Promise<string> {
  const { alter, only, trace } = options
  const { seed } = outcome
  const replay = `pnpm dst --seeds 1 --from ${seed}${alter === undefined ? '' : ` --alter ${alter}`}`
  if (trace) return wholeText(outcome, only === undefined ? replay : `${replay} --only ${onlyText([...only])}`)
  return shrunkText(await shrink(outcome, only, (parts) => play(seed, options, parts)), replay)
}

function play(seed: number, { alter }: Options, only: ReadonlySet<number> | undefined): Promise<Outcome> {
  return alter === undefined ? runNight(seed, undefined, only) : runMutant(seed, alter, only)
}

function partNumbers(text: string): ReadonlySet<number> {
  if (text === 'none') return new Set()
  return new Set(text.split(',').map(wholeNumber))
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number')
  return Number(text)
}

function mutantNamed(text: string): MutantName {
  if (!(text in foundWithin)) throw new InvalidArgumentError('not one of them')
  return text as MutantName
}
