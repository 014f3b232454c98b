import { type Column, noParameters } from '@khata/ledger'
import { Channel, type Form45Input, SignatoryRole, StationType } from '@khata/proto'
import type { Destination, Post } from '../core/post.ts'
import type { Entropy } from '../core/ports.ts'

export const bothDestinations: readonly Destination[] = [
  { name: 'ro', kind: 'ro', log: 'NA-46', address: 'http://ro.example/' },
  { name: 'hq', kind: 'hq', log: 'intake-hq', address: 'http://hq.example/' },
]

/** The post of station 118. */
export function postOf(candidates: number, changed: Partial<Post> = {}): Post {
  const columns: Column[] = Array.from({ length: candidates }, (_, at) => ({
    label: `Candidate ${at + 1}`,
    serial: at + 1,
    party: '',
  }))
  const station = {
    number: 118,
    name: 'Government Boys High School, Tarlai',
    type: StationType.COMBINED,
    registeredMale: 612,
    registeredFemale: 571,
    registeredTotal: 1_183,
    boothsMale: 2,
    boothsFemale: 2,
    physicalStation: '',
    areas: [],
    synthetic: '',
  }
  return {
    seat: 'NA-46',
    station,
    columns,
    collected: false,
    agents: [],
    parameters: noParameters,
    destinations: bothDestinations,
    ...changed,
  }
}

/** A complete form whose figures agree: every row in all its parts, Form 46, grounds, agents and an image. */
export function formOfCount(candidates: number): Form45Input {
  const votes = Array.from({ length: candidates }, (_, at) => Math.max(3, 412 >> Math.min(at, 10)))
  const validTotal = votes.reduce((sum, count) => sum + count, 0)
  const polledTotal = validTotal + 19
  return {
    station: 118,
    counts: votes.map((total, column) => ({ column, valid: total - 1, tendered: 1, challenged: 0, total })),
    validTotal,
    excludedTotal: 19,
    excludedByGround: ([1, 2, 3, 4] as const).map((ground) => ({ ground, count: ground === 1 ? 13 : 2 })),
    polledTotal,
    votersMale: polledTotal - 41,
    votersFemale: 41,
    votersTotal: polledTotal,
    registeredTotal: 1_183,
    ballots: {
      received: polledTotal + 117,
      unissued: 117,
      takenFromBox: polledTotal,
      tendered: candidates,
      challenged: 0,
      spoilt: 0,
      stray: 0,
      cancelled: 0,
    },
    countedAt: 1_707_412_345_678,
    signatories: [
      { role: SignatoryRole.SENIOR_ASSISTANT_PRESIDING_OFFICER, signed: true, absenceReason: '' },
      ...votes.map((_, at) => ({
        role: SignatoryRole.POLLING_AGENT,
        candidate: at + 1,
        signed: true,
        absenceReason: '',
        copyGiven: true,
      })),
    ],
    postedOutside: true,
    image: { sha256: new Uint8Array(32).fill(0xa7), size: 2_345_678, mediaType: 'image/jpeg' },
    channel: Channel.DEVICE_QUEUED,
  }
}

/** Bytes that never repeat and are the same for the same seed: a linear congruential generator, for tests only. */
export function seededEntropy(seed: number): Entropy {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  }
  return { bytes: (count) => Uint8Array.from({ length: count }, next) }
}
