import { candidateParts, concatBytes, sha256, stationParts } from '@khata/ledger'
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

/** Form 28, in as many parts as it takes. */
export function form28(seat: SeatPlan): readonly StationsListedInput[] {
  return stationParts(seat.stations.map(stationRow), 1)
}

/** Form 33, and in a replay the columns as collected. */
export function form33(seat: SeatPlan): readonly CandidatesListedInput[] {
  return candidateParts(seat.candidates.map(candidateRow), 1, (seat.columns ?? []).map(columnRow))
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

/** Published lists hold bidi marks and unnormalised letters, which no statement may: docs/protocol.md, "Statement". */
export function signable(text: string): string {
  if (textFault(text) === null) return text
  const visible = Array.from(text.normalize('NFC')).filter((character) => textFault(character) === null)
  return visible.join('').normalize('NFC')
}
