/** Why a command cannot begin: a file or a setting is not as it must be. Its message begins with its code. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
  readonly code: StartFaultCode

  constructor(code: StartFaultCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause })
    this.code = code
  }
}

export type StartFaultCode =
  | 'config/unreadable'
  | 'config/malformed'
  | 'tls/unreadable'
  | 'topology/unreadable'
  | 'topology/malformed'
  | 'topology/unknown-site'
  | 'trust/unreadable'
  | 'trust/malformed'
  | 'ceremony/unreadable'
  | 'ceremony/malformed'
  | 'http/cannot-listen'
  | 'statement/unreadable'
  | 'list/unreadable'
  | 'list/malformed'
  | 'receipt/unreadable'
  | 'courier/unreadable'
