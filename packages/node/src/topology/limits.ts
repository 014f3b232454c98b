/** Limits of a nats-server in Khata's network: docs/nats.md has them as a table. */

/** A request or a reply: 1,000,000 bytes (`linkPayloadBytesMax`), headers beside it. */
export const payloadBytesMax = 1_048_576

/** One line of the protocol: two subjects, or a login. */
export const controlLineBytesMax = 4_096

/** What waits for one slow client before it is cut off: a whole batch that its node reads. */
export const pendingBytesMax = 67_108_864

/** Between a write to a client that takes nothing and the end of its connection. */
export const writeDeadlineSeconds = 10

/** A TLS handshake over a satellite, or a line of 2 kB/s that loses a third of what it carries. */
export const handshakeSeconds = 20

export const pingIntervalSeconds = 20
export const pingsUnansweredMax = 3

/** Subscriptions of one client: an inbox, and the two verbs that a hub's node answers. */
export const subscriptionsMax = 64

/** At an office: its node, an operator, and those that are about to be noticed as gone. */
export const officeConnectionsMax = 64

/** At a hub: every office of the country comes back at the same moment. */
export const hubConnectionsMax = 4_096

/** JetStream's memory store: Khata keeps every stream in files. */
export const memoryStoreBytes = 67_108_864

/** A seat's night is some ten megabytes: room for every seat of an office many times over. */
export const officeFileStoreBytes = 8_589_934_592

/** All seats of the country, and what was filed at the hub. */
export const hubFileStoreBytes = 68_719_476_736

/** Sites of one network: 859 seats have one each in a large election. */
export const sitesMax = 2_000

/** One machine, or three that outlive the loss of one. */
export const clusterServers = 3

/** The key in use, and the one that comes after it. */
export const nkeysPerUserMax = 2

export const operatorsMax = 100
export const observersMax = 1_000
