/**
 * The device's own records, in order. Every adapter passes `contract/store.ts`.
 */
export interface DeviceStore {
  /** All records. What is returned survives loss of power, also when the append that wrote it gave no answer. */
  read(): Promise<readonly Uint8Array[]>
  /**
   * Writes record number `index`, whole or not at all. Resolves when it survives loss of power; rejects where a record
   * of that number exists, so that two processes never both go on. After another rejection the record may be there.
   */
  append(index: number, record: Uint8Array): Promise<void>
}

/** Carries statements to nodes. Answers are not yet believed. An adapter never rejects: what it meets is an answer. */
export interface Transport {
  /** @param signed an encoded SignedStatement. */
  submit(address: string, signed: Uint8Array): Promise<Answer>
  /** Asks for a replicated receipt. */
  receipt(address: string, question: ReceiptQuestion): Promise<Answer>
}

export interface ReceiptQuestion {
  readonly log: string
  /** Key of the statement's signer and its id, lower-case hex. */
  readonly signer: string
  readonly statementId: string
}

export type Answer =
  | { readonly type: 'receipt'; readonly bytes: Uint8Array }
  | { readonly type: 'refusal'; readonly note: Uint8Array }
  /** The node has no such receipt yet. */
  | { readonly type: 'not-yet' }
  | { readonly type: 'busy'; readonly retryAfterMs?: number }
  | { readonly type: 'unreachable'; readonly detail: string }
  | { readonly type: 'unintelligible'; readonly detail: string }

/**
 * Images that the officer has photographed, by SHA-256 in lower-case hex. Never taken away. Every adapter passes
 * `contract/image-keeper.ts`.
 */
export interface ImageKeeper {
  /** Resolves when the image survives loss of power. The same image may be kept again. */
  keep(hash: string, image: Uint8Array): Promise<void>
  /** Undefined where it is not there. What is there may have been damaged since. */
  read(hash: string): Promise<Uint8Array | undefined>
}

/** An upload's address at a node: image and id, lower-case hex. */
export interface Upload {
  readonly image: string
  readonly id: string
}

export interface ImagePart {
  readonly offset: number
  readonly bytes: Uint8Array
  readonly isLast: boolean
}

/** Carries images to nodes, part by part. An adapter never rejects: what it meets is an answer. */
export interface ImageTransport {
  /** Asks how far an upload has come. */
  uploaded(address: string, upload: Upload): Promise<ImageAnswer>
  upload(address: string, upload: Upload, part: ImagePart): Promise<ImageAnswer>
}

export type ImageAnswer =
  /** The node has the image, whoever brought it. */
  | { readonly type: 'held' }
  | { readonly type: 'offset'; readonly offset: number }
  | { readonly type: 'refused'; readonly code: string }
  | Extract<Answer, { readonly type: 'busy' | 'unreachable' | 'unintelligible' }>

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}

/** Unpredictable bytes of the platform. */
export interface Entropy {
  bytes(count: number): Uint8Array
}

/** The officer's key, wherever it is kept. */
export interface Signer {
  readonly key: Uint8Array
  sign(message: Uint8Array): Uint8Array
}
