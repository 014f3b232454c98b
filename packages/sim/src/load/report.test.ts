import { describe, expect, test } from 'vitest'
import { Checks } from './check.ts'
import { Latencies } from './latencies.ts'
import { PROFILES } from './profiles.ts'
import { reportHtml } from './report-html.ts'
import { type LoadReport, reportJson, reportText, simulatedInstead } from './report.ts'
import type { Sample } from './samples.ts'

const latencies = new Latencies()
latencies.record('local', 500, 12)
latencies.record('replicated', 1_500, 80)
const [firstCheck, ...otherChecks] = new Checks().told.map((told) => ({ ...told, checked: 4, holds: true }))

const holding: LoadReport = {
  name: 'district',
  profile: PROFILES.district,
  seed: 7,
  forms: { due: 3, sent: 4, afterTheEnd: 1 },
  holds: true,
  checks: [firstCheck!, ...otherChecks],
  form47SizesCompared: 12,
  latencies: latencies.told,
  rate: { entries: 9_000, ms: 3_000 },
  blackout: { cutAtMs: 20_000, mendedAtMs: 40_000, entries: 500, caughtUpMs: 250 },
  hostile: [{ kind: 'garbage', sent: 9, answers: { '400 http/malformed': 8, 'cut off': 1 } }],
  samples: [0, 1, 2].map(sampleAt),
  participation: [
    {
      seat: 'NA-301',
      site: 'ro-punjab-1',
      stations: 3,
      heard: 1,
      devices: 3,
      silentDevices: ['b-2', 'b-3'],
      silentStations: [
        { station: 2, why: 'never-signed' },
        { station: 3, why: 'lost' },
      ],
    },
    { seat: 'PP-301', site: 'ro-punjab-1', stations: 1, heard: 0, devices: 1, silentDevices: [], silentStations: [] },
  ],
  phases: [],
  simulated: simulatedInstead(PROFILES.district),
}

const fault = 'NA-301: <b>proof/malformed</b> & more'
const failing: LoadReport = {
  ...holding,
  holds: false,
  checks: [{ ...firstCheck!, failed: 1, faults: [fault], holds: false }, ...otherChecks],
}

describe('the page', () => {
  test('names nothing outside itself', () => {
    const html = reportHtml(holding)
    expect(html).not.toMatch(/https?:|src=|href=|url\(|@import|<script/)
    expect(html).toContain("default-src 'none'")
  })

  test('says whether everything holds, and what does not', () => {
    expect(reportHtml(holding)).toContain('Everything that was checked holds.')
    const html = reportHtml(failing)
    expect(html).toContain('SOMETHING DOES NOT HOLD')
    expect(html).toContain('NA-301: &lt;b&gt;proof/malformed&lt;/b&gt; &amp; more')
    expect(html).not.toContain('<b>')
  })

  test('plots arrivals, latency, backlog, memory and processor from what was measured', () => {
    const html = reportHtml(holding)
    const figures = html.split('<figure>').slice(1)
    expect(figures.map((figure) => /<figcaption>([^,]+),/.exec(figure)?.[1])).toEqual([
      'Arrivals',
      'Latency',
      'Backlog',
      'Memory',
      'Processor',
    ])
    for (const figure of figures) {
      expect(figure).toMatch(/<polyline points="[0-9.]+,[0-9.]+/)
      expect(figure).not.toMatch(/NaN|Infinity|undefined/)
    }
    // Half a core in one second, and half in the next.
    expect(figures[4]).toMatch(/>50</)
  })

  test('names devices and stations that never sent, with the reason, and contests', () => {
    const html = reportHtml(holding)
    for (const words of ['b-2, b-3', '2 (its officer signs nothing)', '3 (SENT, AND NOT THERE)']) {
      expect(html).toContain(words)
    }
    expect(html).toContain('Contests that never sent: PP-301.')
  })

  test('says what is simulated', () => {
    for (const line of simulatedInstead(PROFILES.district)) expect(reportHtml(holding)).toContain(line)
  })
})

test('text and page say what was hostile, and how it was answered', () => {
  expect(reportText(holding)).toContain('9 sent; 400 http/malformed × 8, cut off × 1')
  expect(reportHtml(holding)).toContain('400 http/malformed × 8, cut off × 1')
})

test('text and page say what came to HQ, and how the links were away', () => {
  for (const words of [
    '9000 entries came to HQ in 3.0 s: 3000 a second',
    '500 entries, and had them 0.3 s later, 2000',
  ]) {
    expect(reportText(holding)).toContain(words)
    expect(reportHtml(holding)).toContain(words)
  }
})

test('the text and the JSON have the same verdict', () => {
  expect(reportText(holding)).toContain('Everything that was checked holds.')
  expect(reportText(failing)).toContain(fault)
  expect(reportText(failing)).toContain('SOMETHING DOES NOT HOLD')
  expect(JSON.parse(reportJson(failing))).toEqual(failing)
})

function sampleAt(second: number): Sample {
  const node = { residentBytes: 200_000_000, cpuMs: second * 500 }
  return {
    atMs: second * 1_000,
    sent: second * 2,
    unanswered: 0,
    backlog: { hq: second, punjab: 0 },
    processes: { 'node hq': node },
  }
}
