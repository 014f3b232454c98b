import type { Drill } from '../drill/drill.ts'
import { DrillError } from '../officers/drill-error.ts'

/** What a rehearsal's fault says; undefined where there was none. A bug is no such fault, and is thrown on. */
export async function faultIn(
  { signal }: Pick<Drill, 'signal'>,
  act: () => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    if (signal.aborted) return 'interrupted'
    if (!(error instanceof DrillError)) throw error
    return error.message
  }
}
