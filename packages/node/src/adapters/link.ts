import type { LinkVerb } from '../ports.ts'

export type LinkAnswer = (log: string, payload: Uint8Array) => Promise<Uint8Array>

/** Told of every request whose handler threw; the server goes on. */
export type LinkFault = (verb: LinkVerb, error: unknown) => void

/** A request's or a reply's payload: below a nats-server's default max_payload of 1 MiB, headers included. */
export const linkPayloadBytesMax = 1_000_000

/** A payload past the limit is a bug of the caller, who frames. */
export function checkLinkPayload(payload: Uint8Array): void {
  if (payload.length > linkPayloadBytesMax) {
    throw new RangeError(`a payload of ${payload.length} bytes, at most ${linkPayloadBytesMax} (linkPayloadBytesMax)`)
  }
}
