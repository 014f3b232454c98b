import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    pool: 'forks',
    // For a busy machine of two cores: only a failing test ever waits so long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
