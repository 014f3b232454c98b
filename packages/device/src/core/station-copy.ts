import {
  err,
  form45In,
  type KeyHex,
  type OpenedStatement,
  ok,
  openStatement,
  type PublicKey,
  type Result,
  type SignedBytes,
  statementSigningBytes,
  verifyStrict,
} from '@khata/ledger'
import { decodeSignedStatement, encodeSignedStatement, type Form45 } from '@khata/proto'
import { encode, renderSVG, renderUnicodeCompact } from 'uqr'
import { stationCopyBytesMax } from './limits.ts'

/**
 * The officer's signed Form 45 itself as one QR code: anyone may scan it, check it offline against the register and
 * hand it to any node.
 */
export interface StationCopy {
  /** The encoded SignedStatement: what the code holds, and what may be carried as a file instead. */
  readonly bytes: Uint8Array
  /** 1 to 40. */
  readonly qrVersion: number
  /** Modules of one side, without the quiet zone. */
  readonly qrSide: number
}

export interface StationCopyTooLarge {
  readonly code: 'station-copy/too-large'
  readonly bytes: number
  readonly bytesMax: number
}

export type StationCopyRefusal =
  | { readonly code: 'station-copy/malformed'; readonly detail: string }
  | { readonly code: 'station-copy/not-a-form-45' }
  | { readonly code: 'station-copy/unknown-key'; readonly signer: KeyHex; readonly seat: string }
  | { readonly code: 'station-copy/bad-signature' }

/** A station copy whose signature holds. */
export interface ReadStationCopy {
  readonly opened: OpenedStatement
  readonly form: Form45
}

/** The key as enrolled for that seat in the reader's register and seat log; undefined where it is not. */
export type KeyLookup = (signer: KeyHex, seat: string) => PublicKey | undefined

/** Makes the copy of a signed statement. */
export function stationCopy(signed: SignedBytes): Result<StationCopy, StationCopyTooLarge> {
  const bytes = encodeSignedStatement(signed)
  if (bytes.length > stationCopyBytesMax) {
    return err({ code: 'station-copy/too-large', bytes: bytes.length, bytesMax: stationCopyBytesMax })
  }
  // The bytes are the copy; the picture takes twenty milliseconds, and is made when it is looked at.
  let drawn: ReturnType<typeof encode> | undefined
  const drawing = () => (drawn ??= encode(Array.from(bytes), { ...qrOptions, border: 0 }))
  return ok({
    bytes,
    get qrVersion() {
      return drawing().version
    },
    get qrSide() {
      return drawing().size
    },
  })
}

/** For a terminal: two modules a character, white on black whatever the terminal's own colours. */
export function stationCopyText(copy: StationCopy): string {
  const lines = renderUnicodeCompact(Array.from(copy.bytes), qrOptions).split('\n')
  return lines.map((line) => `\u001B[97;40m${line}\u001B[0m\n`).join('')
}

export function stationCopySvg(copy: StationCopy): string {
  return renderSVG(Array.from(copy.bytes), { ...qrOptions, pixelSize: 4 })
}

/** Reads what a scanner gave: the bytes of a station copy. Anything but an enrolled officer's own form is refused. */
export function readStationCopy(bytes: Uint8Array, keyOf: KeyLookup): Result<ReadStationCopy, StationCopyRefusal> {
  const signed = decodeSignedStatement(bytes)
  if (!signed.ok) return err({ code: 'station-copy/malformed', detail: signed.error.code })
  const opened = openStatement(signed.value.statement, signed.value.signature)
  if (!opened.ok) return err({ code: 'station-copy/malformed', detail: opened.error.code })
  const { statement, signerHex } = opened.value
  const form = form45In(statement)
  if (form === null) return err({ code: 'station-copy/not-a-form-45' })
  const key = keyOf(signerHex, statement.seat)
  if (key === undefined) return err({ code: 'station-copy/unknown-key', signer: signerHex, seat: statement.seat })
  const message = statementSigningBytes(opened.value.bytes)
  if (!verifyStrict(key, message, opened.value.signature)) return err({ code: 'station-copy/bad-signature' })
  return ok({ opened: opened.value, form })
}

// Shown on a screen, where few and large modules matter more than surviving damage to paper; the quiet zone is the
// standard's four modules.
const qrOptions = { ecc: 'L', boostEcc: false, border: 4 } as const
