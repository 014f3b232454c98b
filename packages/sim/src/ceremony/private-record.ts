import { fromHex, invariant, type Person, type Position, sha256, toHex, utf8Encode } from '@khata/ledger'
import { COLOURS, THINGS, type Word } from '../election/words.ts'

/** What a name file says of the holder of a rehearsal's key, and where that holder's station would stand. */
export interface PrivateRecord {
  /** Of the key that the holder signs with. */
  readonly keyName: string
  readonly person: Person
  readonly position: Position
  /** Lower-case hex. */
  readonly salt: string
}

/**
 * Invented, the same for the same seed: a name of two words, a CNIC of a district that does not exist, a phone number
 * that nobody has, and a place in the sea.
 */
export function privateRecord(seed: string, keyName: string): PrivateRecord {
  const chance = sha256(utf8Encode(`khata/drill-person/v1\n${seed}\n${keyName}`))
  const [thing, colour, ...digits] = chance
  const number = digits
    .slice(0, 10)
    .map((digit) => digit % 10)
    .join('')
  return {
    keyName,
    person: {
      name: `${wordAt(COLOURS, colour)} ${wordAt(THINGS, thing)}-${number.slice(7)}`,
      cnic: `00000-${number.slice(0, 7)}-0`,
      phone: `+92 000 ${number.slice(0, 7)}`,
    },
    position: { latitude: 20_000_000 + Number(number.slice(0, 6)), longitude: 62_000_000 + Number(number.slice(4)) },
    salt: toHex(sha256(chance)),
  }
}

export function saltOf({ salt }: PrivateRecord): Uint8Array {
  const bytes = fromHex(salt)
  invariant(bytes !== undefined, 'a salt is hex')
  return bytes
}

function wordAt(words: readonly [Word, ...Word[]], chance = 0): string {
  return (words[chance % words.length] ?? words[0])[0]
}
