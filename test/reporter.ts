import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one line a machine can read. A file that cannot be loaded and a stray error count as failures. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failed = tests.filter((test) => test.result().state === 'failed').length
    const suitesFailed = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .filter((it) => it.errors().length > 0)
    console.log(`${passed} passed, ${failed + suitesFailed.length + strayErrors.length} failed`)
  }
}
