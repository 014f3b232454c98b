import { concatBytes, sha256, utf8Encode } from '@khata/ledger'
import {
  type CandidateInput,
  type CandidatesListedInput,
  type CollectedColumnInput,
  type ListCertifiedInput,
  type ListKind,
  type StationInput,
  type StationsListedInput,
  StationType,
  textFault,
} from '@khata/proto'
import type { CandidatePlan, SeatPlan, StationPlan } from '../election/plan.ts'

/** Well below an entry's 65,535 bytes, whatever the rows' numbers take. */
const partTextBytesMax = 40_000

/** Tags, numbers and lengths of one row, in bytes, at most. */
const rowBytes = 80

/** Form 28, in as many parts as it takes. */
export function form28(seat: SeatPlan): readonly StationsListedInput[] {
  const groups = inParts(seat.stations.map(stationRow), textOfStation)
  return groups.map((stations, at) => ({ version: 1, part: at + 1, parts: groups.length, stations }))
}

/** Form 33, and in a replay the columns as collected, with its last part. */
export function form33(seat: SeatPlan): readonly CandidatesListedInput[] {
  const groups = inParts(seat.candidates.map(candidateRow), textOfCandidate)
  const columns = (seat.columns ?? []).map(columnRow)
  return groups.map((candidates, at) => ({
    version: 1,
    part: at + 1,
    parts: groups.length,
    candidates,
    ...(at === groups.length - 1 && { columns }),
  }))
}

/** What the returning officer signs for a list: the hashes of its parts, in order. */
export function certified(list: ListKind, partHashes: readonly Uint8Array[]): ListCertifiedInput {
  return { list, version: 1, parts: partHashes.length, sha256: sha256(concatBytes(...partHashes)) }
}

function stationRow(station: StationPlan): StationInput {
  return {
    number: station.number,
    name: signable(station.name),
    type: stationTypes[station.type],
    registeredMale: station.registeredMale,
    registeredFemale: station.registeredFemale,
    registeredTotal: station.registeredTotal,
    boothsMale: station.boothsMale,
    boothsFemale: station.boothsFemale,
    physicalStation: station.physicalStation ?? '',
    synthetic: station.synthetic ?? '',
  }
}

const stationTypes = {
  male: StationType.MALE,
  female: StationType.FEMALE,
  combined: StationType.COMBINED,
  unknown: StationType.UNSPECIFIED,
} as const

function candidateRow(candidate: CandidatePlan): CandidateInput {
  return {
    serial: candidate.serial,
    nameEn: signable(candidate.nameEn),
    nameUr: signable(candidate.nameUr ?? ''),
    party: signable(candidate.party),
    symbol: signable(candidate.symbol ?? ''),
    // Home addresses stay off a log that can never forget them.
    address: '',
  }
}

function columnRow({ label, serial }: NonNullable<SeatPlan['columns']>[number]): CollectedColumnInput {
  return { label: signable(label), serial }
}

function textOfStation({ name, physicalStation, synthetic }: StationInput): string {
  return name + physicalStation + synthetic
}

function textOfCandidate({ nameEn, nameUr, party, symbol }: CandidateInput): string {
  return nameEn + nameUr + party + symbol
}

/** One part where there are no rows: an empty list is certified too. */
function inParts<Row>(rows: readonly Row[], textOf: (row: Row) => string): readonly (readonly Row[])[] {
  const parts: Row[][] = [[]]
  let bytes = 0
  for (const row of rows) {
    const more = rowBytes + utf8Encode(textOf(row)).length
    if (bytes + more > partTextBytesMax) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(row)
    bytes += more
  }
  return parts
}

/** Published lists hold bidi marks and unnormalised letters, which no statement may: docs/protocol.md, "Statement". */
function signable(text: string): string {
  if (textFault(text) === null) return text
  const visible = Array.from(text.normalize('NFC')).filter((character) => textFault(character) === null)
  return visible.join('').normalize('NFC')
}
