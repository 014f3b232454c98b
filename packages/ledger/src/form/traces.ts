import { Stage } from '@khata/proto'
import type { ObjectionRecord, SeatState, TraceKind, TraceRecord } from '../count/state.ts'

/**
 * What agents, candidates and observers reported of a seat's night, and what they objected to, as JSON whose RFC 8785
 * bytes are the document. Each line names the entry that carries the rest.
 */
export interface TracesJson {
  readonly form: 'traces'
  readonly title: string
  readonly election: string
  readonly seat: string
  readonly log: { readonly size: number }
  readonly counts: TraceCounts
  readonly traces: readonly TraceShown[]
  readonly objections: readonly ObjectionShown[]
}

/** Of a whole seat: what its returning officer answers for. */
export interface TraceCounts extends Readonly<Record<TraceKind, number>> {
  readonly objections: number
  readonly objectionsUpheld: number
  readonly objectionsOpen: number
}

interface HappenedShown {
  /** Null where it was at the returning officer's office. */
  readonly station: number | null
  readonly stage: keyof typeof stages | null
  readonly office: string
  readonly entry: number
}

export interface TraceShown extends HappenedShown {
  readonly kind: TraceKind
}

export interface ObjectionShown extends HappenedShown {
  readonly statement: string
  /** Null while nobody has decided. */
  readonly decision: { readonly office: string; readonly entry: number; readonly upheld: boolean } | null
}

export function tracesJson(election: string, seat: SeatState, size: number): TracesJson {
  return {
    form: 'traces',
    title: 'Reports and objections',
    election,
    seat: seat.seat,
    log: { size },
    counts: traceCounts(seat),
    traces: seat.traces.map((trace) => ({ kind: trace.kind, ...happened(trace) })),
    objections: [...seat.objections].map(([statement, objection]) => objectionShown(statement, objection)),
  }
}

export function traceCounts({ traces, objections }: SeatState): TraceCounts {
  const of = (kind: TraceKind) => traces.filter((trace) => trace.kind === kind).length
  const decisions = [...objections.values()].map(({ decision }) => decision)
  return {
    copySeenPosted: of('copySeenPosted'),
    copyNotPosted: of('copyNotPosted'),
    agentBarred: of('agentBarred'),
    accessRefused: of('accessRefused'),
    objections: decisions.length,
    objectionsUpheld: decisions.filter((decision) => decision?.upheld === true).length,
    objectionsOpen: decisions.filter((decision) => decision === undefined).length,
  }
}

function objectionShown(statement: string, objection: ObjectionRecord): ObjectionShown {
  const { decision } = objection
  const shown = decision && { office: decision.office, entry: decision.index, upheld: decision.upheld }
  return { ...happened(objection), statement, decision: shown ?? null }
}

function happened({ station, stage, office, index }: Omit<TraceRecord, 'kind'>): HappenedShown {
  const name = Object.entries(stages).find(([, of]) => of === stage)?.[0]
  return { station, stage: (name as keyof typeof stages | undefined) ?? null, office, entry: index }
}

const stages = {
  poll: Stage.POLL,
  count: Stage.COUNT,
  tabulation: Stage.TABULATION,
  consolidation: Stage.CONSOLIDATION,
} as const
