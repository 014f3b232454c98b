import { deviceName, machinePlans, simulatedPlan } from './election.ts'
import type { Outcome } from './night.ts'
import type { Part } from './part.ts'
import type { Shrunk } from './shrink.ts'

/** Trace lines printed for a night that fails; `--trace` prints all that were kept. */
const traceLinesShown = 60

/** A night with the whole of its trace. */
export function wholeText({ seed, violation, trace }: Outcome, replay: string): string {
  const verdict = violation === undefined ? 'holds' : `FAILED: ${violation.message}`
  return `seed ${seed} ${verdict}\n${trace.join('\n')}\nreplay: ${replay} --trace\n`
}

/** A failing night as short as it became: what it needs, what then happened, and how it is replayed. */
export function shrunkText({ outcome, parts, leftOut, nights }: Shrunk, replay: string): string {
  const needed = parts.map(({ number, atMs, deed }) => `${secondsOf(atMs)} [${number}] ${deed.words}`)
  return [
    `seed ${outcome.seed} FAILED: ${outcome.violation?.message}`,
    `it needs (${leftOut} other parts were left out, ${nights} nights tried):`,
    ...(needed.length === 0 ? ['nothing that happens in it'] : needed),
    'trace:',
    ...readableTrace(outcome, parts),
    `replay: ${replay} --only ${onlyText(parts.map(({ number }) => number))}\n`,
  ].join('\n')
}

/** The numbers of these parts, as `--only` takes them. */
export function onlyText(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'none' : numbers.join()
}

/** From the first part on, only what concerns machines, devices and logs that the parts or the violation name. */
export function readableTrace({ violation, trace }: Outcome, parts: readonly Part[]): readonly string[] {
  const said = [violation?.message ?? '', ...parts.map(({ deed }) => deed.words)].join('\n')
  const places = [
    ...machinePlans.map(({ name, seats }) => [name, ...seats]),
    ...simulatedPlan.seats.flatMap((seat) => seat.stations.map((station) => [deviceName(seat, station)])),
  ]
  const names = places.filter((place) => place.some((one) => said.includes(one))).flat()
  const fromMs = Math.min(...parts.map(({ atMs }) => atMs))
  const begun = trace.filter((line) => parts.length === 0 || Number.parseFloat(line) * 1_000 >= fromMs)
  const wanted = ['[', 'VIOLATION', 'the weather', 'the root', ...names]
  const concerning = begun.filter((line) => wanted.some((one) => textOf(line).startsWith(one)))
  return (names.length === 0 ? begun : concerning).slice(-traceLinesShown)
}

function textOf(line: string): string {
  return line.trimStart().replace(/^[0-9.]+ /, '')
}

function secondsOf(ms: number): string {
  return (ms / 1_000).toFixed(3).padStart(9)
}
