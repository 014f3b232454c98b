import type { ConditionsName } from '../election/conditions.ts'

/** What a load run plays. */
export interface Profile {
  readonly title: string
  /** Seats of the generated election: the first three are one National Assembly seat and the Provincial ones in it. */
  readonly seats: number | 'nation'
  /** Stations of a National Assembly seat on average; 341 in 2024. */
  readonly stationsPerNaSeat: number
  /** Share of forms with a deliberate defect or that never come. */
  readonly defectShare: number
  readonly conditions: ConditionsName
  /** Seconds of the night in one second here. */
  readonly speed: number
  /** After so long no form is sent any more. */
  readonly durationMs: number
  /** Somebody means harm meanwhile. */
  readonly hostile: boolean
}

export const PROFILES = {
  district: {
    title: 'One district: a National Assembly seat and the Provincial Assembly seats in it',
    seats: 3,
    stationsPerNaSeat: 341,
    defectShare: 0.03,
    conditions: 'open',
    speed: 500,
    durationMs: 45_000,
    hostile: false,
  },
  hostile: {
    title:
      'A district and a seat of another province, attacked: floods, garbage, replays, oversized bodies, slow connections, forged keys',
    seats: 4,
    stationsPerNaSeat: 341,
    defectShare: 0.03,
    conditions: 'open',
    speed: 500,
    durationMs: 45_000,
    hostile: true,
  },
} as const satisfies Readonly<Record<string, Profile>>

export type ProfileName = keyof typeof PROFILES
