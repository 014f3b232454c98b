import process from 'node:process'
import { Command, InvalidArgumentError } from 'commander'
import { installNative } from '../ceremony/native.ts'
import { type AlterationName, alterations } from './alterations.ts'
import { type Outcome, runNight } from './night.ts'

interface Options {
  readonly seeds: number
  readonly from: number
  readonly alter?: AlterationName
  readonly trace: boolean
}

/** Trace lines printed for a seed that fails; `--trace` prints all that were kept. */
const traceLinesShown = 60

const program = new Command('dst')
  .description('Election nights of the production nodes on false clock, disks, streams and links, one for each seed.')
  .option('--seeds <n>', 'how many seeds', wholeNumber, 100)
  .option('--from <n>', 'the first seed', wholeNumber, 1)
  .option('--alter <name>', `make the nodes wrong on purpose: ${Object.keys(alterations).join(', ')}`, alterationNamed)
  .option('--trace', 'print all of the trace, of seeds that hold too', false)
  .parse()

await installNative()
process.exitCode = (await runSeeds(program.opts<Options>())) === 0 ? 0 : 1

async function runSeeds({ seeds, from, alter, trace }: Options): Promise<number> {
  const startedAt = performance.now()
  let failed = 0
  for (let seed = from; seed < from + seeds; seed++) {
    const outcome = await runNight(seed, alter === undefined ? undefined : alterations[alter])
    if (outcome.violation !== undefined) failed += 1
    if (outcome.violation !== undefined || trace) print(outcome, trace, alter)
  }
  const seconds = (performance.now() - startedAt) / 1000
  const rate = (seeds / seconds).toFixed(1)
  process.stdout.write(`${seeds} seeds from ${from}: ${failed} failed, ${seconds.toFixed(1)} s, ${rate} seeds/s\n`)
  return failed
}

function print({ seed, violation, trace }: Outcome, isWhole: boolean, alter: AlterationName | undefined): void {
  const altered = alter === undefined ? '' : ` --alter ${alter}`
  const shown = isWhole ? trace : trace.slice(-traceLinesShown)
  const verdict = violation === undefined ? 'holds' : `FAILED: ${violation.message}`
  const replay = `pnpm dst --seeds 1 --from ${seed}${altered} --trace`
  process.stdout.write(`seed ${seed} ${verdict}\n${shown.join('\n')}\nreplay: ${replay}\n\n`)
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number')
  return Number(text)
}

function alterationNamed(text: string): AlterationName {
  if (!(text in alterations)) throw new InvalidArgumentError('not one of them')
  return text as AlterationName
}
