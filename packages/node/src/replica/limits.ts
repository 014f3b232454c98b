/** Entries and bytes of one group: one fsync, one atomic batch, at most one frame to a hub. */
export const groupEntriesMax = 500
export const groupBytesMax = 262_144

/** Entries that are stored while the group before them is appended; fewer wait for it and for more to come. */
export const overlappingEntriesMin = 100

/**
 * Entries that one released checkpoint, and so one frame, may cover: what a replica appends to its stream as one atomic
 * batch (`appendEntriesMax`), and well below a message's 1 MiB.
 */
export const frameBytesMax = 524_288
export const frameEntriesMax = 1_000

/** Statements admitted and not yet answered: beyond it the answer is "busy, send again". */
export const pendingEntriesMax = 5_000

/** Newest entries whose ids a writer remembers beside the store: no fewer than can be decided while a lookup is in flight. */
export const recentEntriesMax = pendingEntriesMax

/** Refusals of one key that a log records; further ones are answered and not recorded. */
export const refusalsRecordedPerKeyMax = 20

/** A request's or a reply's payload: below a nats-server's default max_payload of 1 MiB, headers included. */
export const linkPayloadBytesMax = 1_000_000

/** Pieces of requests, and answers that are fetched in pieces, that a hub keeps in memory; past it: come again. */
export const partsHeldBytesMax = 64 * 2 ** 20

/** Entries in one section of a bundle, where checkpoints stand that close: a bad block of a stick costs little more. */
export const courierFrameBytesMax = 8_192

/** Frames that came by hand too early and are kept, of one log; those nearest to what is held stay. */
export const parkedFramesOfLogMax = 256
export const parkedBytesOfLogMax = 33_554_432

/** The same, of all logs together. */
export const parkedFramesMax = 16_384
export const parkedBytesMax = 536_870_912

/** Uploads under way at once: of all images, of one image, and what has come of them together. */
export const draftsMax = 512
export const draftsPerImageMax = 8
export const draftBytesMax: number = 512 * 2 ** 20

/** An upload to which nothing is added for so long is abandoned; while there is no room for another, for so long. */
export const draftIdleMsMax = 86_400_000
export const draftIdleMsMin = 600_000

/** One part of an image between nodes: an entry waits no longer than it takes, 8 seconds on a link of 2 kB/s. */
export const imagePartBytesMax = 16_384

/** Images named in one question between nodes. */
export const imagesAskedMax = 64
