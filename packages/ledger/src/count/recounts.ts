import { Assembly, RecountGround, type RecountDecided, type RecountRequested, Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Laws, RuledSeat, SeatPlace } from './law.ts'
import { rankingOf, wholly } from './outcome.ts'
import type { RecountRequest } from './proceedings.ts'
import { beforeConsolidation, inStatus } from './seat-status.ts'
import { isCompleteNow } from './provisional.ts'
import { columnOf, present } from './station.ts'
import type { SeatState } from './state.ts'

/** Recounts, on request before the consolidation begins and by HQ's order before it is concluded: s. 95(5), (6). */
export const recountLaws: Laws<'recountRequested' | 'recountDecided' | 'recountOrdered'> = {
  recountRequested: {
    offices: [Role.CANDIDATE, Role.POLLING_AGENT],
    decide: (place, requested) => decideRequested(place, requested),
    evolve: ({ state, said }, { candidate, ground, stations }) =>
      void state.proceedings.requests.set(said.opened.hashHex, {
        index: said.index,
        candidate,
        ground,
        stations: stations.map(({ station }) => station),
        decided: undefined,
      }),
  },
  recountDecided: {
    offices: [Role.RETURNING_OFFICER],
    decide: (place, decided) => decideDecided(place, decided),
    evolve: ({ state, said: { index } }, { request, granted }) => {
      const asked = present(state.proceedings.requests.get(toHex(request)))
      asked.decided = { granted, index }
      if (granted) makeDue(state, asked.stations, index)
    },
  },
  recountOrdered: {
    offices: [Role.HQ],
    decide: ({ state }, { stations, reason }) =>
      notFrozen(state) ??
      inStatus(state, [...beforeConsolidation, 'consolidating']) ??
      unknownStation(state, stations) ??
      (reason === '' ? refuse('act/needs-reason') : undefined),
    evolve: ({ state, said: { index } }, { stations }) => {
      state.proceedings.recountOrders.push(index)
      makeDue(
        state,
        stations.map(({ station }) => station),
        index,
      )
    },
  },
}

/** Whether a ground for a recount holds for the seat as it is counted. Null where the rules or the figures do not say. */
export function groundHolds(
  { state, rules: { parameters }, assembly }: RuledSeat,
  ground: RecountGround,
): boolean | null {
  const margin = rankingOf(state, state.sums.counted)?.margin ?? null
  if (margin === null) return null
  if (ground === RecountGround.EXCLUDED) {
    const excluded = wholly(state.sums.counted.excluded)
    const isGround = parameters.recountExcludedAtLeastMargin
    return isGround === null || excluded === null ? null : isGround && excluded >= margin
  }
  if (ground !== RecountGround.MARGIN) return null
  const { recountMarginPerMille: perMille, recountMarginVotesNational, recountMarginVotesProvincial } = parameters
  const votes = assembly === Assembly.NATIONAL ? recountMarginVotesNational : recountMarginVotesProvincial
  const polled = wholly(state.sums.counted.polled)
  if (perMille === null ? votes === null : polled === null) return null
  // Below the lesser of two limits is below both.
  const belowShare = perMille === null || polled === null || 1_000 * margin < perMille * polled
  return belowShare && (votes === null || margin < votes)
}

function decideRequested({ state, office }: SeatPlace, requested: RecountRequested): Refusal | undefined {
  const { candidate, ground, stations, reason } = requested
  const unready = notFrozen(state)
  if (unready !== undefined) return unready
  if (state.proceedings.final !== undefined) return refuse('recount/too-late')
  const refusal = inStatus(state, beforeConsolidation)
  if (refusal !== undefined) return refusal
  if (columnOf(state, candidate) === undefined) return refuse('candidate/not-in-form-33', { candidate })
  if (office.candidate !== candidate) return refuse('candidate/not-own', { candidate })
  if (ground === RecountGround.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'ground' })
  if (ground === RecountGround.OTHER && reason === '') return refuse('act/needs-reason')
  const isAsked = [...state.proceedings.requests.values()].some(
    (one) => isUndecided(one) && one.candidate === candidate,
  )
  return isAsked ? refuse('act/already-done', { candidate }) : unknownStation(state, stations)
}

export function isUndecided({ decided }: RecountRequest): boolean {
  return decided === undefined
}

// What the law grants may not be refused, and a ground that does not hold may not be given for granting.
function decideDecided(place: SeatPlace, { request, granted, reason }: RecountDecided): Refusal | undefined {
  const { state } = place
  const refusal = inStatus(state, beforeConsolidation)
  if (refusal !== undefined) return refusal
  const asked = state.proceedings.requests.get(toHex(request))
  if (asked === undefined) return refuse('recount/unknown-request')
  if (!isUndecided(asked)) return refuse('act/already-done')
  if (reason === '') return refuse('act/needs-reason')
  if (!isCompleteNow(state)) return refuse('recount/no-margin-yet')
  const holds = groundHolds(place, asked.ground)
  if (holds === true && !granted) return refuse('recount/must-grant')
  return holds === false && granted ? refuse('recount/ground-does-not-hold') : undefined
}

function notFrozen({ frozen, seat }: SeatState): Refusal | undefined {
  return frozen ? undefined : refuse('seat/not-frozen', { seat })
}

function unknownStation(state: SeatState, stations: readonly { readonly station: number }[]): Refusal | undefined {
  const unknown = stations.find(({ station }) => !state.stations.has(station))
  return unknown === undefined ? undefined : refuse('station/not-in-form-28', { station: unknown.station })
}

/** Stations to be recounted: these, or every one, as far as a result is to come from them. */
function makeDue({ stations, proceedings }: SeatState, named: readonly number[], index: number): void {
  for (const station of named.length === 0 ? stations.keys() : named) {
    if (stations.get(station)?.status !== 'closed') proceedings.due.set(station, index)
  }
}
