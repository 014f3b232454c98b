export type NatsServerFaultCode =
  | 'nats-server/too-old'
  | 'nats-server/version-unreadable'
  | 'nats-server/not-obtainable'
  | 'nats-server/start-failed'
  | 'nats-server/port-taken'

/** What went wrong with the server's binary or its process. The message says what the operator can do. */
export class NatsServerFault extends Error {
  override readonly name = 'NatsServerFault'
  readonly code: NatsServerFaultCode

  constructor(code: NatsServerFaultCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options)
    this.code = code
  }
}
