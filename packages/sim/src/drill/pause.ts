/** Waits, but no longer than the signal lets it: being interrupted is not an error here. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const done = () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', done)
    resolve()
  }
  const timer = setTimeout(done, ms)
  signal.addEventListener('abort', done)
  if (signal.aborted) done()
  return promise
}

/** Does something again and again until the signal ends it. */
export async function repeatedly(everyMs: number, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await act()
    await pause(everyMs, signal)
  }
}
