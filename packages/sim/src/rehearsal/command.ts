import { Command, InvalidArgumentError, Option } from 'commander'
import { deadlines, ruleParameters } from '../ceremony/rules.ts'
import { CONDITIONS, type ConditionsName } from '../election/conditions.ts'
import { generateElection } from '../election/generate.ts'
import { journeys } from '../election/journeys.ts'
import { outagesOf } from '../election/outages.ts'
import { proportionsOf } from '../election/proportions.ts'
import { type Deadlines, outcomeOf } from './outcome.ts'
import { recountsOf } from './recounts.ts'
import { rehearse } from './rehearse.ts'
import { type NightReport, reportJson, reportText } from './report.ts'
import { ALL_GATES, OFFICE } from './settings.ts'

interface Options {
  readonly seed: number
  readonly seats: number | 'nation'
  readonly conditions: readonly ConditionsName[]
  readonly operators: number
  readonly doorDesks: number
  readonly keyingMinutes: number
  readonly json: boolean
}

const MINUTE_MS = 60_000
const names = Object.keys(CONDITIONS) as ConditionsName[]

/** `khata-sim night`: who waits for whom, for each setting of the gates. */
export function nightCommand(out: NodeJS.WritableStream): Command {
  return new Command('night')
    .description(
      'The people of an election night: what each setting of the gates does to the count, and to the queues.',
    )
    .option('--seed <n>', 'names the night', whole, 2024)
    .option('--seats <n>', 'how many seats, or nation for all 859 in their real proportions', seats, 'nation')
    .addOption(new Option('--conditions <name...>', 'which nights').choices(names).default(names.slice(0, 2)))
    .option('--operators <n>', 'data-entry operators an office', whole, OFFICE.operators)
    .option('--door-desks <n>', 'presiding officers served at a door at once', whole, OFFICE.doorDesks)
    .option('--keying-minutes <n>', 'one form, by somebody fresh', minutes, OFFICE.keying.medianMs / MINUTE_MS)
    .option('--json', 'as JSON', false)
    .action((options: Options) => {
      const report = reportOf(options)
      out.write(options.json ? reportJson(report) : reportText(report))
    })
}

function reportOf({ seed, seats: wanted, conditions: chosen, ...staff }: Options): NightReport {
  const plan = generateElection({ seed, seats: wanted })
  const due = dueAfterClose(plan.closeOfPollMs ?? 0)
  const keying = { ...OFFICE.keying, medianMs: staff.keyingMinutes * MINUTE_MS }
  const office = { ...OFFICE, operators: staff.operators, doorDesks: staff.doorDesks, keying }
  const nights = chosen.flatMap((name) => {
    const conditions = CONDITIONS[name]
    const onTheWay = journeys(plan, seed, conditions)
    const beside = { plan, outages: outagesOf(plan, seed, conditions), deadlines: due }
    return ALL_GATES.map((gates) => {
      const offices = rehearse({ plan, journeys: onTheWay, seed, conditions, gates, office })
      return { conditions: name, title: conditions.title, gates, outcome: outcomeOf(offices, beside) }
    })
  })
  const recounts = recountsOf(plan, seed, ruleParameters(plan))
  return { seed, proportions: proportionsOf(plan), nights, recounts }
}

function dueAfterClose(closeOfPollMs: number): Deadlines {
  const { form47PartialDueAt, form47CompleteDueAt } = deadlines(closeOfPollMs)
  return { twoMs: form47PartialDueAt - closeOfPollMs, tenMs: form47CompleteDueAt - closeOfPollMs }
}

function whole(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new InvalidArgumentError('a whole number from 1')
  return Number(text)
}

function seats(text: string): number | 'nation' {
  return text === 'nation' ? text : whole(text)
}

function minutes(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value <= 60)) throw new InvalidArgumentError('more than 0 and at most 60')
  return value
}
