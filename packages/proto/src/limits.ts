/** tlog-tiles gives an entry a 16-bit length (C2SP/tlog-tiles). */
export const entryBytesMax = 65_535

/** index, epoch and sequenced_at of 1 + 8 bytes, previous of 2 + 32, signature of 2 + 64, and statement's tag and length. */
const entryOverheadBytesMax = 3 * 9 + 34 + 66 + 4

/** The largest statement that fits into an entry whatever its place in a log. */
export const statementBytesMax: number = entryBytesMax - entryOverheadBytesMax

/** A statement with its tag and length, and a signature of 2 + 64 bytes. */
export const signedStatementBytesMax: number = statementBytesMax + 4 + 66

/** Half an entry: the rest is for approvals, each of some hundred bytes. */
export const orderBytesMax = 32_768

export const keyClaimBytesMax = 1_024

/** One message between nodes: what nats-server carries unless told otherwise. */
export const syncBytesMax = 1_048_576
