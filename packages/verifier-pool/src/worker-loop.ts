import type { MessagePort } from 'node:worker_threads'
import type { NativeVerifier } from './native.ts'
import { rememberingKeys } from './native.ts'
import { unpackTriples } from './packing.ts'

/** Sent to a worker: triples packed, or keys one after another. */
export type WorkerRequest =
  | { readonly type: 'triples'; readonly packed: ArrayBuffer }
  | { readonly type: 'keys'; readonly keys: Uint8Array }

/** Sent by a worker: once what it verifies with, then for every request, in order, 1 for true and 0 for false. */
export type WorkerReply =
  | { readonly type: 'loaded'; readonly kind: NativeVerifier['kind'] }
  | { readonly type: 'verdicts'; readonly verdicts: Uint8Array }

/** Keys that a worker remembers as checked: about 6 MB. */
export const checkedKeysMax = 65_536

export function answerRequests(port: MessagePort, verifier: NativeVerifier): void {
  const check = rememberingKeys(verifier, checkedKeysMax)
  port.on('message', (request: WorkerRequest) => {
    const verdicts = Uint8Array.from(verdictsOn(request, verifier, check), Number)
    const reply: WorkerReply = { type: 'verdicts', verdicts }
    port.postMessage(reply, [verdicts.buffer])
  })
  const loaded: WorkerReply = { type: 'loaded', kind: verifier.kind }
  port.postMessage(loaded)
}

function verdictsOn(
  request: WorkerRequest,
  verifier: NativeVerifier,
  check: (triple: Parameters<NativeVerifier['checkSignature']>[0]) => boolean,
): readonly boolean[] {
  if (request.type === 'triples') return Array.from(unpackTriples(request.packed), check)
  const count = request.keys.length / 32
  return Array.from({ length: count }, (_, at) => verifier.checkKey(request.keys.subarray(at * 32, at * 32 + 32)))
}
