import type { Phase } from '../drill/stopwatch.ts'
import { CONDITIONS } from '../election/conditions.ts'
import type { BlackoutTold } from './blackout.ts'
import type { CheckTold } from './check.ts'
import { HOSTILE_KINDS, type HostileTold } from './hostile/toll.ts'
import { type LatencyTold, STAGES } from './latencies.ts'
import { type Participation, silentContests } from './participation.ts'
import type { Profile } from './profiles.ts'
import type { Sample } from './samples.ts'
import { lookEveryMs } from './bearing.ts'

/** What one load run came to: the JSON, and what the page is made of. */
export interface LoadReport {
  readonly name: string
  readonly profile: Profile
  readonly seed: number
  readonly forms: {
    /** Arrivals whose time came while the run lasted. */
    readonly due: number
    /** Corrections among them. */
    readonly sent: number
    readonly afterTheEnd: number
  }
  readonly holds: boolean
  readonly checks: readonly CheckTold[]
  readonly form47SizesCompared: number
  readonly latencies: readonly LatencyTold[]
  /** Entries that came to HQ, from the first form until every hub had all. */
  readonly rate: { readonly entries: number; readonly ms: number }
  readonly blackout: BlackoutTold | undefined
  readonly samples: readonly Sample[]
  readonly participation: readonly Participation[]
  /** Where the profile is hostile: what was sent, and how it was answered. */
  readonly hostile: readonly HostileTold[] | undefined
  readonly phases: readonly Phase[]
  readonly simulated: readonly string[]
}

/** What stands in for the real thing, so that nobody takes a run for more than it is. */
export function simulatedInstead({ speed, conditions, blackout, contests }: Profile): readonly string[] {
  return [
    'Real: nats-servers, nodes (each a process of its own), their stores on disk with fsync, signatures, HTTP, and the device’s own code.',
    'One machine: every server and node shares its processors, its disk and the loopback interface.',
    blackout
      ? 'Links between sites are cut all at once: connections break, and none is taken. Otherwise none is slow or fails. While they are cut, no device reaches HQ.'
      : 'No link is slow or fails.',
    'All devices are played by one process, with their records in memory and keys in software, on one connection to each node; a signature that several of them check is checked once. Their share of the processor is in the plot.',
    'Each returning officer has a node with a store and an account of its own; many of them share a process and a nats-server here.',
    `Seats, names, votes and defects are invented; no image is sent; ${peopleBeside(contests)}.`,
    `The night (${CONDITIONS[conditions].title}) runs ${speed} times faster; devices and nodes keep the real time.`,
    `How far the hubs are is asked every ${lookEveryMs} ms: stages after the first are no more exact than that.`,
  ]
}

function peopleBeside(contests: Profile['contests']): string {
  return contests
    ? 'agents and operators speak in the contests alone'
    : 'polling agents have no keys, operators read nothing'
}

export function reportJson(report: LoadReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** For a terminal. Lines end in a line feed. */
export function reportText(report: LoadReport): string {
  const { forms, checks, latencies, participation, hostile = [], holds } = report
  const lines = [
    `${report.name}, seed ${report.seed}: ${forms.due} forms due, ${forms.sent} sent with corrections, ${forms.afterTheEnd} after the end`,
    '',
    ...checks.flatMap(checkLines),
    '',
    ...latencies.map(latencyLine),
    ...rateLines(report),
    '',
    ...participation.map(participationLine),
    `Contests that never sent: ${silentContests(participation).join(', ') || 'none'}`,
    ...hostile.map(hostileLine),
    '',
    holds ? 'Everything that was checked holds.' : 'SOMETHING DOES NOT HOLD: see above.',
  ]
  return `${lines.join('\n')}\n`
}

/** What came to HQ, and how a blackout was caught up. */
export function rateLines({ rate, blackout }: LoadReport): readonly string[] {
  const came = `${rate.entries} entries came to HQ in ${seconds(rate.ms)} s: ${perSecond(rate.entries, rate.ms)} a second`
  if (blackout === undefined) return [came]
  const { cutAtMs, mendedAtMs, entries, caughtUpMs } = blackout
  const lacked = `Links away from ${seconds(cutAtMs)} to ${seconds(mendedAtMs)} s: HQ lacked ${entries} entries`
  return [came, `${lacked}, and had them ${seconds(caughtUpMs)} s later, ${perSecond(entries, caughtUpMs)} a second`]
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1)
}

function perSecond(count: number, ms: number): string {
  return (count / (ms / 1_000)).toFixed(0)
}

function checkLines({ holds, checked, failed, claim, faults }: CheckTold): readonly string[] {
  const verdict = holds ? 'holds ' : 'FAILED'
  return [`${verdict} ${claim}: ${checked} checked, ${failed} failed`, ...faults.map((fault) => `         ${fault}`)]
}

function latencyLine({ stage, count, p50, p99, max }: LatencyTold): string {
  return `${STAGES[stage]}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms (${count})`
}

function hostileLine({ kind, sent, answers }: HostileTold): string {
  return `${HOSTILE_KINDS[kind]}: ${sent} sent; ${answersText(answers)}`
}

/** How often each answer came, the most frequent first. */
export function answersText(answers: HostileTold['answers']): string {
  return Object.entries(answers)
    .map(([answer, count]) => `${answer} × ${count}`)
    .join(', ')
}

function participationLine({ seat, site, stations, heard, devices, silentDevices }: Participation): string {
  const silent = `${silentDevices.length} of ${devices} devices never sent for it`
  return `${seat} (${site}): ${heard} of ${stations} stations heard; ${silent}`
}
