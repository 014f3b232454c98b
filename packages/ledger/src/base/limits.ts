/** Every limit of the formats, in one place; past each the answer is a refusal that names it. */

/** C2SP tlog-tiles: an entry bundle prefixes each entry with a uint16. */
export const entryBytesMax = 65_535

/** Index, previous hash, epoch, time, signature and their tags: what an entry adds to its statement. */
export const entryOverheadBytesMax = 256

/** A statement always fits its entry. */
export const statementBytesMax: number = entryBytesMax - entryOverheadBytesMax

/** 64-bit values are carried as safe integers or refused. */
export const logSizeMax: number = Number.MAX_SAFE_INTEGER

/** Longest inclusion or consistency proof of any tree of at most 2^63 leaves, rounded up. */
export const proofHashesMax = 64

/** Chosen by the actor: the idempotency key. */
export const statementIdBytes = 16

export const hashBytes = 32
export const publicKeyBytes = 32
export const secretKeyBytes = 32
export const signatureBytes = 64

/** Answers about keys that one verifier remembers: more than an election's officers. */
export const parsedKeysMax = 200_000

/** C2SP signed-note asks for at least 16 signatures of up to 5 kB (post-quantum); both are met. */
export const noteSignaturesMax = 64
export const noteBytesMax = 131_072
export const checkpointBytesMax: number = noteBytesMax

/** Key names and origins; ML-DSA cosignatures of C2SP tlog-cosignature carry both in a uint8-prefixed vector. */
export const keyNameBytesMax = 255
export const originBytesMax = 255

/** C2SP tlog-tiles: hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256
export const tileHeight = 8
export const tileLevelMax = 63
export const tilePathBytesMax = 64

/** A tlog-proof whose `extra` is an entry: base64 of the entry, the hashes and the checkpoint. */
export const tlogProofBytesMax: number = 90_000 + proofHashesMax * 45 + checkpointBytesMax

/** Polling stations of one seat: the most seen is 924 (2018). */
export const stationsMax = 2_000

/** Candidates of one seat: the most seen is 46 (2024). */
export const candidatesMax = 200

/** Nomination papers of one seat: 28,626 were filed for 859 seats in 2024. */
export const nominationsMax = 1_000

/** Parts that a list of stations or candidates comes in. */
export const listPartsMax = 100

/** Text of the rows in one part of a list, in bytes: well below an entry, whatever the rows' numbers take. */
export const listPartTextBytesMax = 40_000

/** Text of one cell of a list that is read from a table, in bytes: a part holds the longest row. */
export const cellBytesMax = 2_000

/** A number of one form's field, where the register sets no smaller limit. */
export const countMax = 99_999_999

/** Operators' readings of one document. */
export const readingsMax = 4

/** Names an operator's session at the returning officer's office. */
export const sessionBytes = 16

/** Copies of one station's form that are kept on file of one holder of an office. */
export const copiesPerOfficeMax = 8

/** Bytes of one image of a form: a photograph of a page by any telephone, or a scan of several pages. */
export const imageBytesMax: number = 8 * 2 ** 20

/** Copies for the public of one image: each takes the place of the one before. */
export const maskedCopiesMax = 8

/** Reports and objections of one holder of an office about one station, or about the returning officer's office. */
export const tracesPerOfficeMax = 16

/** One section of a courier's bundle: one message between nodes. */
export const courierSectionBytesMax = 1_048_576

/** Places in a bundle that look like a section and are none; beyond it the rest counts as damaged. */
export const courierFalseSectionsMax = 1_000

/** Lines of a bundle's manifest: every log of the election several times over, and still one note. */
export const courierSpansMax = 2_000

/** Bytes of a bundle in one QR code: a phone reads version 20 at error correction M from a screen or from paper. */
export const courierPartBytes = 600

/** QR codes that one bundle may be split into: more than that is for a file. */
export const courierPartsMax = 64
