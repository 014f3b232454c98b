/** Every limit of the device, in one place. Waits are in milliseconds. */

/** First wait after a failed attempt; doubled with each further one, up to the cap, then drawn at random below it. */
export const retryMsBase = 1_000
export const retryMsMax = 60_000

/** Cap after a refusal: asking again is cheap, and the reason may have been mended meanwhile. */
export const refusedRetryMsMax = 300_000

/** A node may ask for patience, but nobody can ask for silence. */
export const retryAfterMsMax = 300_000

/** Waits between questions for a replicated receipt. */
export const pollMsBase = 2_000
export const pollMsMax = 60_000

/** Longest wait that this device ever sets itself; one that looks longer means that the clock was set back. */
export const waitMsMax: number = retryAfterMsMax + refusedRetryMsMax

/** One question in so many repeats the statement itself: a log that lost it, or a successor, takes it then. */
export const pollsPerResend = 4

/** A QR code of version 40 with error correction L, in bytes (ISO/IEC 18004 table 7). */
export const stationCopyBytesMax = 2_953

/** Characters of a refusal's advice that are kept. */
export const adviceCharactersMax = 300

/** Characters of a foreign error's text that are kept. */
export const detailCharactersMax = 200

/** Records of refusals kept for one statement at one destination; later ones are shown, not kept. */
export const refusalsKeptMax = 50

/** Places that one statement is sent to. */
export const destinationsMax = 8

/** Offices that one device serves: a National and a Provincial Assembly seat, and room for by-elections held together. */
export const postsMax = 8

/** One part of an image: a statement waits no longer than it takes, 8 seconds on a link of 2 kB/s. */
export const imagePartBytesMax = 16_384

/** Unpredictable bytes from which the addresses of an image's uploads are made. */
export const uploadSecretBytes = 16

/** After so long a destination is asked whether it still has an image. */
export const lookAgainMs = 3_600_000
