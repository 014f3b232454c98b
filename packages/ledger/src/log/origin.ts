import { parseDecimal } from '../base/decimal.ts'
import { invariant } from '../base/invariant.ts'
import { originBytesMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'

/** Which log, of which election, run by whom: the first line of its checkpoints and the name of its key. */
export type LogOrigin = {
  /** The operator's domain name, lower case. */
  readonly domain: string
  /** With its mode: `pk-ge-2024/live`. */
  readonly election: string
  /** `NA-46`, `register`, `intake-punjab`, `national`. */
  readonly log: string
  /** From 1; a successor log has the next. */
  readonly generation: number
}

export type OriginRefusal = { readonly code: 'checkpoint/bad-origin' }

const originPattern =
  /^((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\/khata\/([a-z0-9]+(?:-[a-z0-9]+)*\/(?:live|drill|replay))\/([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\/([1-9][0-9]*)$/

/** `<domain>/khata/<election>/<log>/<generation>`. */
export function formatOrigin(origin: LogOrigin): string {
  const text = `${origin.domain}/khata/${origin.election}/${origin.log}/${origin.generation}`
  invariant(parseOrigin(text).ok, `not an origin: ${text}`)
  return text
}

/** Accepts exactly what `formatOrigin` writes. */
export function parseOrigin(text: string): Result<LogOrigin, OriginRefusal> {
  const match = text.length <= originBytesMax ? originPattern.exec(text) : null
  const [, domain, election, log, digits = ''] = match ?? []
  const generation = parseDecimal(digits)
  if (domain === undefined || election === undefined || log === undefined || generation === undefined) {
    return err({ code: 'checkpoint/bad-origin' })
  }
  return ok({ domain, election, log, generation })
}
