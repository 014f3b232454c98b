import { STAGES } from './latencies.ts'
import { type Participation, silentContests, type SilentWhy } from './participation.ts'
import { type Curve, escaped, type Plot, plotHtml } from './plot.ts'
import { HOSTILE_KINDS } from './hostile/toll.ts'
import { answersText, type LoadReport, rateLines } from './report.ts'
import type { Sample } from './samples.ts'

/** One page that needs nothing from anywhere: no script, no font, no image. */
export function reportHtml(report: LoadReport): string {
  const { name, seed, profile, forms, holds } = report
  const heading = `Load: ${name}, seed ${seed}`
  const verdict = holds ? 'Everything that was checked holds.' : 'SOMETHING DOES NOT HOLD.'
  const about = `${profile.title}. ${forms.due} forms due, ${forms.sent} sent with corrections, ${forms.afterTheEnd} after the end.`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(heading)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style></head><body>
<h1>${escaped(heading)}</h1>
<p class="${holds ? 'holds' : 'fails'}">${verdict}</p>
<p>${escaped(about)}</p>
<h2>Checks</h2>
${checksTable(report)}
<h2>Latency</h2>
<p>Milliseconds from the moment at which a device sends a form.</p>
${latencyTable(report)}
${rateLines(report)
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('')}
<h2>Over time</h2>
<p>Seconds since the load began.</p>
${plotsOf(report).map(plotHtml).join('\n')}
<h2>Who took part</h2>
${participationTable(report.participation)}
${hostileSection(report)}<h2>What is simulated</h2>
<ul>${report.simulated.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
</body></html>
`
}

const style = `body{font:15px/1.45 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse}th,td{padding:.2rem .6rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
figure{margin:1.5rem 0}svg text{font-size:11px;fill:#555}figcaption{font-weight:600}
figure ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:13px}
.holds{color:#06643f;font-weight:600}.fails{color:#a40000;font-weight:600}`

function checksTable({ checks, form47SizesCompared }: LoadReport): string {
  const rows = checks.map(({ name, claim, checked, failed, faults, holds }) => [
    holds ? 'holds' : 'FAILED',
    [claim, ...faults].join('\n'),
    name === 'form-47' ? `${checked} forms, ${form47SizesCompared} sizes at two nodes or more` : String(checked),
    String(failed),
  ])
  return table(['', 'claim', 'checked', 'failed'], rows)
}

function latencyTable({ latencies }: LoadReport): string {
  const rows = latencies.map(({ stage, count, p50, p99, max }) => [
    STAGES[stage],
    String(count),
    ...[p50, p99, max].map((value) => value.toFixed(1)),
  ])
  return table(['', 'count', 'p50', 'p99', 'max'], rows)
}

function participationTable(participation: readonly Participation[]): string {
  const rows = participation.map(({ seat, site, stations, heard, devices, silentDevices, silentStations }) => [
    `${seat} (${site})`,
    `${heard} of ${stations}`,
    silentDevices.length === 0
      ? `all ${devices}`
      : `${silentDevices.length} of ${devices}: ${silentDevices.join(', ')}`,
    silentStations.map(({ station, why }) => `${station} (${whyText[why]})`).join(', '),
  ])
  const contests = silentContests(participation).join(', ') || 'none'
  const titles = ['returning officer', 'stations heard', 'devices that never sent', 'stations never heard']
  return `${table(titles, rows)}<p>Contests that never sent: ${escaped(contests)}.</p>`
}

function hostileSection({ hostile }: LoadReport): string {
  if (hostile === undefined) return ''
  const rows = hostile.map(({ kind, sent, answers }) => [HOSTILE_KINDS[kind], String(sent), answersText(answers)])
  return `<h2>Who meant harm</h2>\n${table(['what', 'sent', 'answers'], rows)}\n`
}

const whyText: Readonly<Record<SilentWhy, string>> = {
  'never-signed': 'its officer signs nothing',
  'after-the-end': 'due after the end',
  lost: 'SENT, AND NOT THERE',
}

function plotsOf(report: LoadReport): readonly Plot[] {
  const { samples, latencies } = report
  const stages = latencies.filter(({ stage }) => stage !== 'lag')
  return [
    {
      title: 'Arrivals',
      unit: 'forms a second',
      curves: [{ name: 'sent', points: rates(samples, ({ sent }) => sent) }],
    },
    {
      title: 'Latency',
      unit: 'milliseconds, median and longest of each second',
      curves: stages.flatMap(({ stage, overTime }) =>
        (['p50', 'max'] as const).map((which) => ({
          name: `${STAGES[stage]}, ${which}`,
          points: overTime.map((second) => [second.second, second[which]] as const),
        })),
      ),
    },
    {
      title: 'Backlog',
      unit: 'entries that hubs lack of the seats’ logs, and forms that wait for an answer',
      curves: curves(samples, ({ backlog, unanswered }) => ({ ...backlog, 'forms unanswered': unanswered })),
    },
    {
      title: 'Memory',
      unit: 'MB resident',
      curves: curves(samples, ({ processes }) => mapped(processes, ({ residentBytes }) => residentBytes / 1e6)),
    },
    { title: 'Processor', unit: 'per cent of one core', curves: processorCurves(samples) },
  ]
}

function processorCurves(samples: readonly Sample[]): readonly Curve[] {
  const names = Object.keys(samples[0]?.processes ?? {})
  return names.map((name) => ({
    name,
    points: rates(samples, ({ processes }) => (processes[name]?.cpuMs ?? 0) / 10),
  }))
}

/** Growth of a count by the second, between one sample and the next. */
function rates(samples: readonly Sample[], of: (sample: Sample) => number): Curve['points'] {
  return samples.slice(1).flatMap((sample, at) => {
    const before = samples[at]
    if (before === undefined || before.atMs === sample.atMs) return []
    const seconds = (sample.atMs - before.atMs) / 1_000
    return [[sample.atMs / 1_000, (of(sample) - of(before)) / seconds] as const]
  })
}

function curves(
  samples: readonly Sample[],
  of: (sample: Sample) => Readonly<Record<string, number>>,
): readonly Curve[] {
  const names = Object.keys(samples[0] === undefined ? {} : of(samples[0]))
  return names.map((name) => ({
    name,
    points: samples.map((sample) => [sample.atMs / 1_000, of(sample)[name] ?? 0] as const),
  }))
}

function mapped<T>(record: Readonly<Record<string, T>>, of: (value: T) => number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value)]))
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = titles.map((title) => `<th>${escaped(title)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}
