/** Tiles asked for and not yet folded: hides a far node's round trips, and holds at most 128 MiB of a log's entries. */
export const tilesInFlightMax = 8

/** Seats under audit at once: the verifier goes on with the next ones while a log ends and its Form 47 is made. */
export const seatsInFlightMax = 3

/** A published Form 47: far above a seat of 2,000 stations with a finding at each. */
export const form47BytesMax = 16_000_000

/** One request, from the first byte asked to the last received. */
export const requestTimeoutMs = 20_000

/** Tries of one request before the source counts as unreachable. */
export const attemptsMax = 4

/** Pause before the second try; doubled before each next one. */
export const retryPauseMs = 250

/** Longest pause that a busy node's Retry-After is followed for. */
export const retryAfterMsMax = 10_000

/** Entries asked of a node in one pull; it sends fewer where they are large. */
export const pullEntriesMax = 512
