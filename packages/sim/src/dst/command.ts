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

/** `khata-sim dst`: seeds of the deterministic simulation. `fail` is called where one of them did not hold. */
export function dstCommand(out: NodeJS.WritableStream, fail: () => void): Command {
  return new Command('dst')
    .description('Election nights of the production nodes on false clock, disks, streams and links, one for each seed.')
    .option('--seeds <n>', 'how many seeds', wholeNumber, 100)
    .option('--from <n>', 'the first seed', wholeNumber, 1)
    .option(
      '--alter <name>',
      `make the nodes wrong on purpose: ${Object.keys(alterations).join(', ')}`,
      alterationNamed,
    )
    .option('--trace', 'print all of the trace, of seeds that hold too', false)
    .action(async (options: Options) => {
      await installNative()
      if ((await runSeeds(options, out)) > 0) fail()
    })
}

async function runSeeds({ seeds, from, alter, trace }: Options, out: NodeJS.WritableStream): Promise<number> {
  const startedAt = performance.now()
  let failed = 0
  for (let seed = from; seed < from + seeds; seed++) {
    const outcome = await runNight(seed, alter === undefined ? undefined : alterations[alter])
    if (outcome.violation !== undefined) failed += 1
    if (outcome.violation !== undefined || trace) out.write(textOf(outcome, trace, alter))
  }
  const seconds = (performance.now() - startedAt) / 1000
  const rate = (seeds / seconds).toFixed(1)
  out.write(`${seeds} seeds from ${from}: ${failed} failed, ${seconds.toFixed(1)} s, ${rate} seeds/s\n`)
  return failed
}

function textOf({ seed, violation, trace }: Outcome, isWhole: boolean, alter: AlterationName | undefined): string {
  const altered = alter === undefined ? '' : ` --alter ${alter}`
  const shown = isWhole ? trace : trace.slice(-traceLinesShown)
  const verdict = violation === undefined ? 'holds' : `FAILED: ${violation.message}`
  const replay = `pnpm dst --seeds 1 --from ${seed}${altered} --trace`
  return `seed ${seed} ${verdict}\n${shown.join('\n')}\nreplay: ${replay}\n\n`
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number')
  return Number(text)
}

function alterationNamed(text: string): AlterationName {
  if (!(text in alterations)) throw new InvalidArgumentError('not one of them')
  return text as AlterationName
}
