import { readFile } from 'node:fs/promises'

/** A process of the run. */
export interface Watched {
  readonly name: string
  readonly pid: number | 'self'
}

export interface ProcessSample {
  readonly residentBytes: number
  /** Processor time used since it began. */
  readonly cpuMs: number
}

/** USER_HZ: the kernel counts processor time for user space in hundredths of a second on every platform Node runs on. */
const ticksPerSecond = 100

/** From /proc; undefined where there is none, or no such process any more. */
export async function sampleProcess(pid: Watched['pid']): Promise<ProcessSample | undefined> {
  try {
    const [stat, status] = await Promise.all(['stat', 'status'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')))
    return parseSample(stat ?? '', status ?? '')
  } catch {
    return undefined
  }
}

/** proc(5): the second field of `stat` is a name in brackets that may hold anything; utime and stime are 14 and 15. */
export function parseSample(stat: string, status: string): ProcessSample | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kilobytes === undefined || Number.isNaN(ticks)) return undefined
  return { residentBytes: Number(kilobytes) * 1024, cpuMs: (ticks * 1_000) / ticksPerSecond }
}
