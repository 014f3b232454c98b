import type { Device } from '../core/device.ts'
import type { Clock } from '../core/ports.ts'

/** A clock by which a courier waits. */
export interface WaitingClock extends Clock {
  /** Resolves after so many milliseconds; rejects as soon as the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** Looks again after so long at the latest: a clock that was set back shows only when it is read. */
const lookAgainMsMax = 60_000

/** Delivers until the signal aborts; each address at its own pace, so that a silent one delays no other. */
export async function runCourier(device: Device, clock: WaitingClock, signal: AbortSignal): Promise<void> {
  await Promise.all(device.addresses.map((address) => deliverTo(device, address, clock, signal)))
}

async function deliverTo(device: Device, address: string, clock: WaitingClock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await device.deliverDue(address)
    await untilDue(device, address, clock, signal)
  }
}

/** Waits for the next attempt's time, a change of the outbox or the end, whichever comes first. */
async function untilDue(device: Device, address: string, clock: WaitingClock, signal: AbortSignal): Promise<void> {
  const woken = new AbortController()
  const stop = device.onChange(() => {
    woken.abort()
  })
  const dueAt = device.nextDueAt(address) ?? Number.POSITIVE_INFINITY
  const waitMs = Math.min(Math.max(dueAt - clock.now(), 0), lookAgainMsMax)
  try {
    await clock.sleep(waitMs, AbortSignal.any([signal, woken.signal]))
  } catch (error) {
    if (!woken.signal.aborted && !signal.aborted) throw error
  } finally {
    stop()
  }
}
