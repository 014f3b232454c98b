import { type DocumentsSent, type LotDrawn, Role } from '@khata/proto'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Laws } from './law.ts'
import { rankingOf } from './outcome.ts'
import { actAt, changeStatus, dueAfter, inStatus, notConcluded } from './seat-status.ts'
import { present } from './station.ts'
import type { SeatState } from './state.ts'

/** What follows the signed Forms 48 and 49: documents, gazette, the lot between two who are equal. */
export const finalLaws: Laws<'documentsSent' | 'documentsPublished' | 'resultGazetted' | 'lotDrawn'> = {
  documentsSent: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, sent) => decideSent(state, sent),
    evolve: (place) => {
      const { proceedings } = place.state
      const { documentsSentWithinMs } = place.rules.parameters
      proceedings.sent = actAt(place, dueAfter(present(proceedings.concluded).at, documentsSentWithinMs))
    },
  },
  documentsPublished: {
    offices: [Role.HQ],
    decide: ({ state }, { address }) =>
      notConcluded(state) ??
      alreadyDone(state.proceedings.published) ??
      (address === '' ? refuse('statement/bad-shape', { field: 'address' }) : undefined),
    evolve: (place) => {
      const { pollClosedAt, documentsPublishedWithinMs } = place.rules.parameters
      place.state.proceedings.published = actAt(place, dueAfter(pollClosedAt, documentsPublishedWithinMs))
    },
  },
  resultGazetted: {
    offices: [Role.HQ],
    decide: ({ state }, { notification }) =>
      inStatus(state, ['concluded', 'unopposed']) ??
      (notification === '' ? refuse('statement/bad-shape', { field: 'notification' }) : undefined),
    evolve: (place) => {
      place.state.proceedings.gazetted = actAt(place, null)
      changeStatus(place, 'gazetted')
    },
  },
  lotDrawn: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, drawn) => decideLot(state, drawn),
    evolve: ({ state, said: { index } }, { first, second }) => void (state.proceedings.lot = { index, first, second }),
  },
}

// One Form 45 and one Form 46 of each station that has a form: Elections Act 2017 s. 95(8).
function decideSent(state: SeatState, { forms45, forms46 }: DocumentsSent): Refusal | undefined {
  const refusal = notConcluded(state) ?? alreadyDone(state.proceedings.sent)
  if (refusal !== undefined) return refusal
  const forms = [...state.stations.values()].filter(({ current }) => current !== undefined).length
  return forms45 === forms && forms46 === forms ? undefined : refuse('documents/wrong-number', { forms })
}

function decideLot(state: SeatState, { first, second }: LotDrawn): Refusal | undefined {
  const { final, lot } = state.proceedings
  const refusal = notConcluded(state) ?? alreadyDone(lot)
  if (refusal !== undefined || final === undefined) return refusal
  const equal = rankingOf(state, final.sums)?.first.map((column) => state.columns[column]?.serial) ?? []
  const isTheirs = equal.length === 2 && first !== second && equal.includes(first) && equal.includes(second)
  return isTheirs ? undefined : refuse('lot/not-of-this-tie', { equal: equal.length })
}

function alreadyDone(act: object | undefined): Refusal | undefined {
  return act === undefined ? undefined : refuse('act/already-done')
}
