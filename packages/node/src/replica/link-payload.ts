import { linkPayloadBytesMax } from './limits.ts'

/** A payload past the limit is a bug of the caller, who frames. */
export function checkLinkPayload(payload: Uint8Array): void {
  if (payload.length > linkPayloadBytesMax) {
    throw new RangeError(`a payload of ${payload.length} bytes, at most ${linkPayloadBytesMax} (linkPayloadBytesMax)`)
  }
}
