import { Command, InvalidArgumentError } from 'commander'
import { installNative } from '../ceremony/native.ts'
import { foundWithin, type MutantName, runMutant, tryMutants } from './mutants.ts'
import { type Outcome, runNight } from './night.ts'

interface Options {
  readonly seeds: number
  readonly from: number
  readonly alter?: MutantName
  readonly trace: boolean
  readonly mutants: boolean
}

/** Trace lines printed for a seed that fails; `--trace` prints all that were kept. */
const traceLinesShown = 60

/** `khata-sim dst`: seeds of the deterministic simulation. `fail` is called where something did not come out as it must. */
export function dstCommand(out: NodeJS.WritableStream, fail: () => void): Command {
  return new Command('dst')
    .description('Election nights of the production nodes on false clock, disks, streams and links, one for each seed.')
    .option('--seeds <n>', 'how many seeds', wholeNumber, 100)
    .option('--from <n>', 'the first seed', wholeNumber, 1)
    .option('--alter <name>', `make the nodes wrong on purpose: ${Object.keys(foundWithin).join(', ')}`, mutantNamed)
    .option('--trace', 'print all of the trace, of seeds that hold too', false)
    .option('--mutants', 'make the nodes wrong in each of these ways: how many seeds it takes until that shows', false)
    .action(async (options: Options) => {
      await installNative()
      const print = (line: string): void => void out.write(`${line}\n`)
      const failures = options.mutants ? await tryMutants(print) : await runSeeds(options, print)
      if (failures > 0) fail()
    })
}

async function runSeeds({ seeds, from, alter, trace }: Options, print: (line: string) => void): Promise<number> {
  const startedAt = performance.now()
  let failed = 0
  for (let seed = from; seed < from + seeds; seed++) {
    const outcome = await (alter === undefined ? runNight(seed) : runMutant(seed, alter))
    if (outcome.violation !== undefined) failed += 1
    if (outcome.violation !== undefined || trace) print(textOf(outcome, trace, alter))
  }
  const seconds = (performance.now() - startedAt) / 1000
  const rate = (seeds / seconds).toFixed(1)
  print(`${seeds} seeds from ${from}: ${failed} failed, ${seconds.toFixed(1)} s, ${rate} seeds/s`)
  return failed
}

function textOf({ seed, violation, trace }: Outcome, isWhole: boolean, alter: MutantName | undefined): string {
  const altered = alter === undefined ? '' : ` --alter ${alter}`
  const shown = isWhole ? trace : trace.slice(-traceLinesShown)
  const verdict = violation === undefined ? 'holds' : `FAILED: ${violation.message}`
  const replay = `pnpm dst --seeds 1 --from ${seed}${altered} --trace`
  return `seed ${seed} ${verdict}\n${shown.join('\n')}\nreplay: ${replay}\n`
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number')
  return Number(text)
}

function mutantNamed(text: string): MutantName {
  if (!(text in foundWithin)) throw new InvalidArgumentError('not one of them')
  return text as MutantName
}
