import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts', 'bench/*.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    pool: 'forks',
    // Most of the longest tests wait for other processes; vitest alone would leave one of two cores idle.
    maxWorkers: 2,
    // Tests start the programs some hundred times: half of a start would be compiling the same files again.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)) },
    // For a busy machine of two cores: only a failing test ever waits so long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
