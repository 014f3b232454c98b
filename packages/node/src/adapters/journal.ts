import { pino } from 'pino'
import type { Journal } from '../shell/site.ts'

/** Where a journal's lines go; written at once, so that the last one before an end is not lost. */
export interface JournalTarget {
  write(line: string): unknown
}

/** A journal of JSON lines, one for each event: `{"level":30,"time":...,"node":"ro-1","msg":"port-unavailable",...}`. */
export function pinoJournal(node: string, target: JournalTarget): Journal {
  const logger = pino({ base: { node } }, { write: (line) => void target.write(line) })
  return {
    info: (event, about) => logger.info(about, event),
    alarm: (event, about) => logger.error(about, event),
  }
}
