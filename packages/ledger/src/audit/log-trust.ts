import { invariant } from '../base/invariant.ts'
import { fromHex } from '../base/bytes.ts'
import { parsedKeysMax } from '../base/limits.ts'
import type { RegisterState } from '../identity/register.ts'
import type { Trust } from '../identity/trust.ts'
import type { CheckpointTrust } from '../log/checkpoint.ts'
import { cosignatureVerifier } from '../log/cosignature.ts'
import { type NoteKey, noteKey, noteVerifier } from '../log/note-key.ts'
import { formatOrigin } from '../log/origin.ts'
import { keyParser, type PublicKey } from '../signature/keys.ts'
import type { LogIdentity } from './fold.ts'

/** First line of a log's checkpoints and name of its key. */
export function originOf(trust: Trust, { log, generation }: LogIdentity): string {
  return formatOrigin({ domain: trust.domain, election: trust.election, log, generation })
}

/** The key that signs a log's checkpoints; undefined when the register declares no usable key. */
export function logNoteKey(trust: Trust, identity: LogIdentity): NoteKey | undefined {
  const key = parseKey(fromHex(identity.sequencerKey))
  return key && noteKey(originOf(trust, identity), 'ed25519', key)
}

/** The key under which a hub cosigns: one of its own, beside the key of its intake log. */
export function cosignerNoteKey(trust: Trust, hub: string, cosignerKey: Uint8Array): NoteKey | undefined {
  const key = parseKey(cosignerKey)
  return key && noteKey(`${trust.domain}/khata/${trust.election}/cosigner-${hub}`, 'cosignature/v1', key)
}

/** Whose signatures on a log's checkpoints count: its sequencer's, and the hubs' that the register declares. */
export function checkpointTrustOf(register: RegisterState, identity: LogIdentity): CheckpointTrust {
  const { trust } = register
  const key = logNoteKey(trust, identity)
  invariant(key !== undefined, 'the register admits no log whose key is not one')
  const cosigners = [...register.hubs].flatMap(
    ([hub, { value }]) => cosignerNoteKey(trust, hub, value.cosignerKey) ?? [],
  )
  return { origin: key.name, log: noteVerifier(key), cosigners: cosigners.map(cosignatureVerifier) }
}

function parseKey(bytes: Uint8Array | undefined): PublicKey | undefined {
  const key = bytes && parseDeclaredKey(bytes)
  return key?.ok ? key.value : undefined
}

/** Of keys that the register declares: checked as it is admitted, and not again for every checkpoint. */
export const parseDeclaredKey: ReturnType<typeof keyParser> = keyParser(parsedKeysMax)
