/** A submission's body: four times the largest statement, so that one which is too large is refused with a signature. */
export const submissionBytesMax = 262_144

/** Sections of bundles being taken at once; beyond it: bring it again. */
export const sectionsInFlightMax = 32

/** Bodies of any other request: none is expected. */
export const otherBodyBytesMax = 1_024

/** Request line and headers together. */
export const headerBytesMax = 16_384

/** From the first byte of a request to its last. */
export const requestMsMax = 15_000

/** From the first byte of a request to the end of its headers. */
export const headersMsMax = 5_000

/** Between two looks for connections that are past the two limits above: so much later may one be ended. */
export const slownessCheckedEveryMs = 1_000

/** Nothing is sent or taken in the midst of a request or its answer: longer than a request or a receipt may take. */
export const stalledMsMax = 20_000

/** A connection on which nothing is asked. */
export const idleMsMax = 60_000

/** Requests on one connection before it is closed; devices and observers reconnect. */
export const requestsPerConnectionMax = 100_000

/** Requests of one connection that wait for their answers (HTTP pipelining); beyond it the connection ends. */
export const unansweredMax = 1_024

/** Connections at once: every presiding officer of an office's seats, agents and observers. */
export const connectionsMax = 4_096

/** How long a submitter waits for its log's disk and stream; then: send the same bytes again. */
export const answerMsMax = 12_000

/** Submissions being answered at once, whatever the logs; beyond it: send again. */
export const submissionsInFlightMax = 20_000

/** What a submitter that is sent away waits. */
export const retryAfterSeconds = 1

/** Seconds for which a checkpoint, a form or a status may be kept by caches on the way. */
export const freshSeconds = 1

/** Seconds for which a full tile may be kept: it never changes. */
export const tileSeconds = 31_536_000

/** Entries read at once for an entry bundle on its way out. */
export const bundlePieceEntries = 32

/** Seats in one report of the common data format: each station of each seat is in it. */
export const reportSeatsMax = 16

/** Forms 47 kept for those who ask next; beyond it the oldest is made again. */
export const formsKeptMax = 2_000

/** Time between two comparisons of all seats with each other. */
export const crossSeatMsMin = 30_000

/** One part of an image: what comes of it at once stays in memory until it is written. */
export const uploadPartBytesMax = 262_144

/** Seconds for which an officer's browser may keep an image: its bytes are its name. */
export const imageSeconds = 31_536_000

/** Seconds for which anybody may keep a masked copy: one that shows too much is superseded by another. */
export const publicImageSeconds = 300

/** What one client, by its address, may ask of the public port in one window: a household, or many behind one address. */
export const rateWindowMs = 10_000
export const publicRequestsMax = 2_000

/** The same of what is costly, at each port: an image, a report of many seats, a list of all images of a seat. */
export const costlyRequestsMax = { officers: 1_000, public: 100 } as const

/** Clients whose requests are counted; of more, who has asked least lately is forgotten. */
export const rateClientsMax = 20_000
