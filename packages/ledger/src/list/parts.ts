import type {
  CandidateInput,
  CandidatesListedInput,
  CollectedColumnInput,
  StationInput,
  StationsListedInput,
} from '@khata/proto'
import { utf8Encode } from '../base/bytes.ts'
import { listPartTextBytesMax } from '../base/limits.ts'

/** Tags, numbers and lengths of one row, and of an area in it, in bytes, at most. */
const rowBytes = 80
const areaBytes = 12

/** A version of Form 28, in as many parts as it takes. */
export function stationParts(stations: readonly StationInput[], version: number): readonly StationsListedInput[] {
  const groups = inParts(stations, stationBytes)
  return groups.map((group, at) => ({ version, part: at + 1, parts: groups.length, stations: group }))
}

/** A version of Form 33, in as many parts as it takes; in a replay the columns as collected come with its last part. */
export function candidateParts(
  candidates: readonly CandidateInput[],
  version: number,
  columns: readonly CollectedColumnInput[] = [],
): readonly CandidatesListedInput[] {
  const groups = inParts(candidates, candidateBytes)
  return groups.map((group, at) => ({
    version,
    part: at + 1,
    parts: groups.length,
    candidates: group,
    ...(at === groups.length - 1 && { columns }),
  }))
}

function stationBytes({ name, physicalStation, synthetic, areas = [] }: StationInput): number {
  const ofAreas = areas.map((area) => areaBytes + textBytes(area.name + area.censusBlock))
  return textBytes(name + physicalStation + synthetic) + ofAreas.reduce((sum, bytes) => sum + bytes, 0)
}

function candidateBytes({ nameEn, nameUr, party, symbol, address }: CandidateInput): number {
  return textBytes(nameEn + nameUr + party + symbol + address)
}

function textBytes(text: string): number {
  return utf8Encode(text).length
}

/** One part where there are no rows: an empty list is certified too. */
function inParts<Row>(rows: readonly Row[], bytesOf: (row: Row) => number): readonly (readonly Row[])[] {
  const parts: Row[][] = [[]]
  let bytes = 0
  for (const row of rows) {
    const more = rowBytes + bytesOf(row)
    if (bytes > 0 && bytes + more > listPartTextBytesMax) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(row)
    bytes += more
  }
  return parts
}
