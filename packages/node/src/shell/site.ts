import type { Clock, EventLog, ImageStore, LineageMarker, Store, VerifierPool } from '../ports.ts'

/** What every log of one site runs on. */
export interface Site {
  readonly store: Store
  readonly eventLog: EventLog
  readonly images: ImageStore
  readonly verifier: VerifierPool
  readonly clock: Clock
  /** Kept on other media than the store; a site without one relies on what its hubs show. */
  readonly marker: LineageMarker | undefined
  /** One line per event that an operator should know of. */
  readonly journal: Journal
}

/** Structured log: ids only, never a person's data. */
export interface Journal {
  info(event: string, about: Readonly<Record<string, unknown>>): void
  /** Something that an engineer must look at now. */
  alarm(event: string, about: Readonly<Record<string, unknown>>): void
}
