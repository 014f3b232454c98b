import { groupedHash, reconstructionNotice } from '@khata/ledger'
import type { CrossChecked } from '../drill/cross-check.ts'
import type { ReceiptTally } from '../drill/receipts.ts'
import type { Phase } from '../drill/stopwatch.ts'
import type { ElectionPlan } from '../election/plan.ts'
import type { NightTally } from './night.ts'
import type { SeatProof } from './proof.ts'

/** What one run came to. */
export interface DemoResult {
  readonly plan: ElectionPlan
  readonly election: string
  readonly dir: string
  readonly seats: readonly SeatProof[]
  readonly tally: NightTally
  readonly crossCheck: CrossChecked
  readonly observerExitCode: number | null
  readonly receipts: ReceiptTally
  /** Where each site listened. */
  readonly nodes: readonly { readonly name: string; readonly http: string; readonly nats: string }[]
  readonly phases: readonly Phase[]
  readonly holds: boolean
}

export function resultText(result: DemoResult): string {
  const parts = [
    headingLines(result.plan),
    result.seats.flatMap(seatLines),
    totalLines(result),
    awaitedLines(result.seats),
    faultLines(result.seats),
    timeLines(result.phases),
    commandLines(result),
    [verdict(result)],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

export function resultJson(result: DemoResult): string {
  const { plan, ...rest } = result
  const reconstruction = plan.mode === 'replay' ? { notice: reconstructionNotice, source: plan.source ?? '' } : null
  return `${JSON.stringify({ ...rest, mode: plan.mode, reconstruction, notes: plan.notes ?? [] })}\n`
}

/** In mode replay the first thing that any output says. */
export function headingLines(plan: ElectionPlan): readonly string[] {
  return plan.mode === 'replay' ? [reconstructionNotice, `Source: ${plan.source ?? ''}`] : [plan.title]
}

function seatLines({ seat, name, hash, stations, votes, size, holds, observer }: SeatProof): readonly string[] {
  const counted = `${stations.accepted} of ${stations.listed} stations counted, ${votes} votes, ${size} entries`
  const same = holds
    ? 'same at RO, province, HQ and observer'
    : `NOT THE SAME (observer: ${observer?.status ?? 'none'})`
  const [first = '', second = ''] = halves(groupedHash(hash))
  return [`${seat}  ${name}: ${counted}`, `  Form 47  ${first}`, `           ${second}  ${same}`]
}

function halves(grouped: string): readonly string[] {
  const groups = grouped.split(' ')
  return [groups.slice(0, 8).join(' '), groups.slice(8).join(' ')]
}

function totalLines({ seats, tally, crossCheck, observerExitCode, receipts }: DemoResult): readonly string[] {
  const listed = seats.reduce((sum, { stations }) => sum + stations.listed, 0)
  const accepted = seats.reduce((sum, { stations }) => sum + stations.accepted, 0)
  const { held, found, missing, different } = crossCheck
  return [
    `Seats ${seats.length}, stations ${listed}, counted ${accepted}, not counted ${listed - accepted}`,
    `Forms signed ${tally.submitted}, returned for errors ${tally.returned}, corrected by their officers ${tally.corrected}`,
    `Form 47 issued: ${tally.partial} partial with reasons for each station awaited, ${tally.complete} complete`,
    `HQ's cross-check: ${held} direct copies, ${found} found in the constituency logs, ${missing} missing, ${different} different`,
    receiptLine(receipts),
    `Observer, with nothing but the trust file: exit ${observerExitCode ?? 'by signal'}, ${verified(seats)} of ${seats.length} seats verified`,
  ]
}

function receiptLine({ devices, asked, lacking }: ReceiptTally): string {
  const sample = `${asked} of ${devices} devices asked for replicated receipts`
  return lacking === 0 ? `Receipts: ${sample} and hold them all` : `Receipts: ${sample}; ${lacking} ARE LACKING`
}

function verified(seats: readonly SeatProof[]): number {
  return seats.filter(({ observer }) => observer?.status === 'verified').length
}

/** A log cannot show what was never sent: the list of stations can. */
function awaitedLines(seats: readonly SeatProof[]): readonly string[] {
  const open = seats.filter(({ notCounted }) => notCounted.length > 0)
  if (open.length === 0) return []
  return ['Stations not counted:', ...open.map(({ seat, notCounted }) => `  ${seat}: ${openStations(notCounted)}`)]
}

const stationsNamedMax = 30

function openStations(notCounted: SeatProof['notCounted']): string {
  const statuses = Map.groupBy(notCounted, ({ status }) => status)
  const parts = [...statuses].map(([status, stations]) => {
    const named = stations.slice(0, stationsNamedMax).map(({ station }) => station)
    const more = stations.length > named.length ? ` and ${stations.length - named.length} more` : ''
    return `${status} ${named.join(', ')}${more}`
  })
  return parts.join('; ')
}

function faultLines(seats: readonly SeatProof[]): readonly string[] {
  const wrong = seats.filter(({ holds }) => !holds)
  return wrong.flatMap(({ seat, differsAt, figures, observer }) => [
    `${seat} DOES NOT HOLD`,
    ...(differsAt.length > 0 ? [`  other Form 47 at ${differsAt.join(', ')}`] : []),
    ...(observer?.status === 'verified' ? [] : [`  observer: ${observer?.status ?? 'no verdict'}`]),
    ...figures.map((line) => `  ${line}`),
  ])
}

function timeLines(phases: readonly Phase[]): readonly string[] {
  const total = phases.reduce((sum, { ms }) => sum + ms, 0)
  const parts = phases.map(({ name, ms }) => `${name} ${seconds(ms)}`)
  return [`Time: ${seconds(total)} s (${parts.join(', ')})`]
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}

/** From the project's folder; the servers need not run any more. */
const khataVerify = 'npx -y pnpm@12 khata-verify'

function commandLines({ dir, seats }: DemoResult): readonly string[] {
  const seat = seats[0]?.seat ?? ''
  const published = `${dir}/public`
  const tampered = `${dir}/tampered`
  const bundle = `${tampered}/${seat}/tile/entries/000`
  const file = (seats[0]?.size ?? 0) >= 256 ? bundle : `${bundle}.p/${seats[0]?.size ?? 0}`
  const flip = 'const fs=require("fs"),f=process.argv[1],b=fs.readFileSync(f);b[b.length>>1]^=1;fs.writeFileSync(f,b)'
  return [
    'Verify a seat for yourself, from the project’s folder:',
    `  ${khataVerify} --trust ${dir}/trust.json --dir ${published} --seat ${seat}`,
    'See its Form 47:',
    `  ${khataVerify} --trust ${dir}/trust.json --dir ${published} --form47 ${seat}`,
    'Change one bit of one entry, and see it caught:',
    `  cp -r ${published} ${tampered}`,
    `  node -e '${flip}' ${file}`,
    `  ${khataVerify} --trust ${dir}/trust.json --dir ${tampered} --seat ${seat}`,
  ]
}

function verdict({ holds, seats, plan }: DemoResult): string {
  const mark = plan.mode === 'replay' ? 'RECONSTRUCTION: ' : ''
  if (!holds) return `${mark}SOMETHING DOES NOT HOLD: see above.`
  return `${mark}All ${seats.length} Form 47s are the same bytes at RO, province, HQ and observer, and add up.`
}
