import type { ConditionsName } from '../election/conditions.ts'
import type { ProvinceCode } from '../election/plan.ts'

/** What a load run plays. */
export interface Profile {
  readonly title: string
  /** Seats of the generated election: the first three are one National Assembly seat and the Provincial ones in it. */
  readonly seats: number | 'nation' | ProvinceCode
  /** Stations of a National Assembly seat on average; 341 in 2024. */
  readonly stationsPerNaSeat: number
  /** Share of forms with a deliberate defect or that never come. */
  readonly defectShare: number
  readonly conditions: ConditionsName
  /** Seconds of the night in one second here. */
  readonly speed: number
  /** After so long no form is sent any more. */
  readonly durationMs: number
  /** Forms come evenly, and for a while so many times faster. */
  readonly surge?: SurgePlan
  /** All links between sites are cut for the middle third. */
  readonly blackout?: true
  /** Somebody means harm meanwhile. */
  readonly hostile?: true
  /** Whether each kind of seat and each legal outcome is played too, once the forms are in. */
  readonly contests?: true
}

export interface SurgePlan {
  readonly times: number
  /** After the load has begun. */
  readonly fromMs: number
  readonly toMs: number
}

const district: Profile = {
  title: 'One district: a National Assembly seat and the Provincial Assembly seats in it',
  seats: 3,
  stationsPerNaSeat: 341,
  defectShare: 0.03,
  conditions: 'open',
  speed: 720,
  durationMs: 45_000,
}

export const PROFILES = {
  district,
  province: {
    ...district,
    title: 'One province: Balochistan, 16 National and 51 Provincial Assembly seats, 5,000 stations',
    seats: 'balochistan',
    defectShare: 0.01,
    speed: 240,
    durationMs: 200_000,
  },
  nation: {
    ...district,
    title: 'The nation: 859 seats, 90,000 stations, 180,000 Forms 45',
    seats: 'nation',
    defectShare: 0.01,
    speed: 20,
    durationMs: 2_400_000,
  },
  surge: {
    ...district,
    title: 'A surge in one province: twenty times the mean for ten minutes of the night',
    seats: 'balochistan',
    defectShare: 0.01,
    speed: 10,
    durationMs: 140_000,
    surge: { times: 20, fromMs: 20_000, toMs: 80_000 },
  },
  blackout: {
    ...district,
    title: 'A blackout: twelve seats in five provinces, all links cut for the middle third',
    seats: 12,
    stationsPerNaSeat: 60,
    durationMs: 60_000,
    speed: 540,
    blackout: true,
  },
  hostile: {
    ...district,
    title:
      'A district and a seat of another province, attacked: floods, garbage, replays, oversized bodies, slow connections, forged keys',
    seats: 4,
    hostile: true,
  },
  contests: {
    ...district,
    title: 'Each kind of seat and each legal outcome at least once, beside a small district',
    stationsPerNaSeat: 12,
    speed: 8_000,
    durationMs: 5_000,
    contests: true,
  },
} as const satisfies Readonly<Record<string, Profile>>

export type ProfileName = keyof typeof PROFILES
