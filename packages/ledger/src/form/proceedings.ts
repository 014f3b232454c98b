import { Form47Stage, RecountGround, StationOrder, TribunalEffect } from '@khata/proto'
import type { RuledSeat } from '../count/law.ts'
import { rankingOf, type WomenShare, womenShareOf } from '../count/outcome.ts'
import type { LateChange, LotRecord, Notice, SeatAct, SeatChange, SeatStatus } from '../count/proceedings.ts'
import { groundHolds } from '../count/recounts.ts'
import type { SeatState } from '../count/state.ts'
import { type DeadlineJudged, judgedAt } from './deadlines.ts'

/** What has followed a seat's night so far, each with its entry. Not a form: it goes on as long as its log does. */
export interface ProceedingsJson {
  readonly status: SeatStatus
  readonly changes: readonly SeatChange[]
  /** The newest Form 47 issued. */
  readonly provisional: ProvisionalShown | null
  readonly notices: readonly Notice[]
  readonly recount: RecountShown
  readonly stationOrders: readonly StationOrderShown[]
  readonly results: readonly LateChange[]
  readonly womenShare: WomenShare
  readonly acts: Readonly<Record<SeatActName, DeadlineJudged | null>>
  readonly lot: LotRecord | null
  readonly tribunal: readonly TribunalShown[]
}

export interface ProvisionalShown {
  readonly entry: number
  readonly stage: 'partial' | 'complete'
  /** In the presence of candidates, agents and observers, and in the office: Election Rules 2017 r. 84; null where unsaid. */
  readonly announced: boolean | null
  readonly affixed: boolean | null
}

/** Whether each ground for a recount holds for the seat as it is counted: null where that cannot be told. */
export interface RecountShown {
  readonly margin: number | null
  readonly byMargin: boolean | null
  readonly byExcluded: boolean | null
  readonly requests: readonly RequestShown[]
  readonly ordered: readonly number[]
  /** Stations that are still to be recounted, with the entry that says so. */
  readonly due: readonly { readonly station: number; readonly entry: number }[]
}

export interface RequestShown {
  readonly entry: number
  readonly candidate: number
  readonly ground: 'margin' | 'excluded' | 'other'
  readonly decided: { readonly granted: boolean; readonly entry: number } | null
}

export interface StationOrderShown {
  readonly station: number
  readonly order: string
  readonly entry: number
  readonly poll: number
}

export type SeatActName = 'concluded' | 'sent' | 'published' | 'gazetted'

export interface TribunalShown extends DeadlineJudged {
  readonly effect: 'upheld' | 'another-returned' | 'election-void'
  readonly candidate: number | null
}

export function proceedingsOf(place: RuledSeat): ProceedingsJson {
  const { state, rules } = place
  const { proceedings } = state
  return {
    status: proceedings.status,
    changes: proceedings.changes.map((change) => ({ ...change })),
    provisional: provisionalOf(state),
    notices: [...proceedings.notices.values()].map(({ index, receivedBy }) => ({ index, receivedBy: [...receivedBy] })),
    recount: recountShown(place),
    stationOrders: [...state.stations.values()].flatMap(({ station, orders }) =>
      orders.map(({ order, index, poll }) => ({
        station: station.number,
        order: nameIn(StationOrder, order),
        entry: index,
        poll,
      })),
    ),
    results: proceedings.final?.changes.map((change) => ({ ...change })) ?? [],
    womenShare: womenShareOf(state, rules.parameters),
    acts: {
      concluded: actShown(state, proceedings.concluded),
      sent: actShown(state, proceedings.sent),
      published: actShown(state, proceedings.published),
      gazetted: actShown(state, proceedings.gazetted),
    },
    lot: proceedings.lot ?? null,
    tribunal: proceedings.tribunal.map(({ effect, candidate, index, dueAt }) => ({
      effect: nameIn(TribunalEffect, effect) as TribunalShown['effect'],
      candidate,
      ...judgedAt(state, { dueAt, entry: index }),
    })),
  }
}

function provisionalOf({ issued }: SeatState): ProvisionalShown | null {
  if (issued === undefined) return null
  const { index, stage, announced, affixed } = issued
  return { entry: index, stage: stage === Form47Stage.COMPLETE ? 'complete' : 'partial', announced, affixed }
}

function recountShown(place: RuledSeat): RecountShown {
  const { requests, recountOrders, due } = place.state.proceedings
  return {
    margin: marginOf(place.state),
    byMargin: groundHolds(place, RecountGround.MARGIN),
    byExcluded: groundHolds(place, RecountGround.EXCLUDED),
    requests: [...requests.values()].map(({ index, candidate, ground, decided }) => ({
      entry: index,
      candidate,
      ground: nameIn(RecountGround, ground) as RequestShown['ground'],
      decided: decided === undefined ? null : { granted: decided.granted, entry: decided.index },
    })),
    ordered: [...recountOrders],
    due: [...due].map(([station, entry]) => ({ station, entry })),
  }
}

function marginOf(state: SeatState): number | null {
  return rankingOf(state, state.sums.counted)?.margin ?? null
}

function actShown(state: SeatState, act: SeatAct | undefined): DeadlineJudged | null {
  return act === undefined ? null : judgedAt(state, { dueAt: act.dueAt, entry: act.index })
}

function nameIn(names: Readonly<Record<string, number>>, value: number): string {
  const name = Object.entries(names).find(([, one]) => one === value)?.[0] ?? 'UNSPECIFIED'
  return name.toLowerCase().replaceAll('_', '-')
}
