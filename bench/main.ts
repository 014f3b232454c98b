import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installNativeSha256, installNativeVerify, nativeSigning, openVerifierPool } from '@khata/verifier-pool'
import { Command } from 'commander'
import { benchBytes } from './bytes.ts'
import { benchComparison } from './comparison.ts'
import { benchHttp } from './http.ts'
import { benchHttpRate } from './http-rate.ts'
import { benchHubMemory } from './hub-memory.ts'
import type { Figure } from './measure.ts'
import { writePlots } from './plot.ts'
import { benchReplay } from './replay.ts'
import { benchRoMemory } from './ro-memory.ts'
import { benchRestart } from './restart.ts'
import { benchSeatGrowth } from './seat-growth.ts'
import { type BenchContext, benchGrowth, benchRoPath } from './ro-path.ts'

const benches: Readonly<Record<string, (context: BenchContext) => Promise<Figure | readonly Figure[]>>> = {
  replay: benchReplay,
  'ro-path': benchRoPath,
  http: benchHttp,
  'http-rate': benchHttpRate,
  'cost-per-entry': (context) => benchGrowth(context, { early: 10_000, late: 200_000 }),
  'seat-growth': benchSeatGrowth,
  restart: (context) => benchRestart(context, { short: 100_000, long: 1_000_000 }),
  'hub-memory': benchHubMemory,
  'ro-memory': benchRoMemory,
  bytes: benchBytes,
  comparison: benchComparison,
}

const command = new Command('bench')
  .description('Measures Khata against limits taken in the same run: docs/performance.md explains each figure.')
  .option('--json', 'one JSON object a line')
  .option('--plots <folder>', 'draws what was measured, as SVG files')
  .argument('[names...]', `which: ${Object.keys(benches).join(', ')}; all unless named`)

command.parse()
const { json = false, plots } = command.opts<{ json?: boolean; plots?: string }>()
installNativeSha256()
await installNativeVerify()
const folder = await mkdtemp(join(tmpdir(), 'khata-bench-'))
// The data is the bench's own: making it checks nothing.
const signer = { ...(await nativeSigning()), verify: () => true }
await using pool = await openVerifierPool()
try {
  const names = command.args.length > 0 ? command.args : Object.keys(benches)
  for (const name of names) {
    const bench = benches[name]
    if (bench === undefined) throw new Error(`no bench ${name}: ${Object.keys(benches).join(', ')}`)
    for (const { plots: drawn = [], ...figure } of [await bench({ folder, signer, pool })].flat()) {
      console.log(json ? JSON.stringify(figure) : lineOf(figure))
      if (!figure.ok) process.exitCode = 1
      if (plots !== undefined) await writePlots(plots, drawn)
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

function lineOf({ name, value, unit, bound, ok, measured }: Figure): string {
  const parts = Object.entries(measured).map(([part, figure]) => `${part} ${figure.toFixed(figure < 100 ? 2 : 0)}`)
  return `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${value.toFixed(3).padStart(9)} ${unit} (${bound})  ${parts.join(', ')}`
}
