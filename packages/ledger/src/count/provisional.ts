import { Form47Stage } from '@khata/proto'
import { toHex, utf8Encode } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import type { HashHex } from '../event/statement.ts'
import type { SeatState } from './state.ts'

/** Hash of what is counted: every accepted station with its form and figures. Equal as long as no result changes. */
export function countedHash({ stations }: SeatState): HashHex {
  const counted = [...stations.values()].filter(({ status }) => status === 'accepted')
  const lines = counted.map(({ station, current }) => `${station.number} ${current?.hash} ${current?.figures}\n`)
  return toHex(sha256(utf8Encode(lines.join(''))))
}

/** Stations whose result is not in the sums and may still come, by number. */
export function openStations({ stations }: SeatState): readonly number[] {
  return [...stations.values()]
    .filter(({ status }) => status !== 'accepted' && status !== 'closed')
    .map(({ station }) => station.number)
    .toSorted((a, b) => a - b)
}

/** Whether the newest Form 47 is complete and nothing that it counts has changed since it was issued. */
export function isCompleteNow(state: SeatState): boolean {
  const { issued } = state
  const isComplete = issued?.stage === Form47Stage.COMPLETE && openStations(state).length === 0
  return isComplete && issued.counted === countedHash(state)
}
