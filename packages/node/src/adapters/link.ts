import type { LinkVerb } from '../ports.ts'

export type LinkAnswer = (log: string, payload: Uint8Array) => Promise<Uint8Array>

/** Told of every request whose handler threw; the server goes on. */
export type LinkFault = (verb: LinkVerb, error: unknown) => void
