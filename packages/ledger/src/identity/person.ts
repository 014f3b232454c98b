import { concatBytes, utf8Encode } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'

/**
 * Who holds an office. On no log: the returning officer, HQ and the court keep it in a name file, and can erase it
 * without breaking a hash.
 */
export interface Person {
  readonly name: string
  /** Number of the national identity card, as printed. */
  readonly cnic: string
  readonly phone: string
}

/** Where a form was photographed; on no log either. Whole millionths of a degree. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/**
 * What an enrolment carries of its holder: SHA-256 over a salt of 32 random bytes, the person's own and the same in
 * each of the person's offices, and the name, CNIC and phone.
 */
export function personCommitment({ name, cnic, phone }: Person, salt: Uint8Array): Uint8Array {
  return commitment('person', [name, cnic, phone], salt)
}

/** What a form carries of its position: as `personCommitment`, with a salt for each form. */
export function positionCommitment({ latitude, longitude }: Position, salt: Uint8Array): Uint8Array {
  return commitment('position', [String(latitude), String(longitude)], salt)
}

function commitment(kind: string, fields: readonly string[], salt: Uint8Array): Uint8Array {
  const lines = fields.map((field) => `${field}\n`).join('')
  return sha256(concatBytes(utf8Encode(`khata/${kind}/v1\n`), salt, utf8Encode(lines)))
}
