import type { ListKind } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { shownList } from '../count/lists.ts'
import type { ExceptionKind, ListDraft } from '../count/list-state.ts'
import type { SeatState } from '../count/state.ts'
import type { RegisterState } from '../identity/register.ts'
import { seatNamed, type SeatNamed } from './seat-heading.ts'
import { type ExceptionShown, exceptionsOf } from './exceptions.ts'
import { line } from './seat-text.ts'

/** What Forms 28 and 33 say of their list beside its rows: every act on it with the entry that holds it. */
export interface ListForm extends SeatNamed {
  /** The version that is shown: frozen, else the newest certified, else the draft. 0 where nothing is listed yet. */
  readonly version: number
  /** Entries that carry its parts, in order. */
  readonly entries: readonly number[]
  /** Null while it is a draft. */
  readonly certified: { readonly entry: number; readonly sha256: string } | null
  readonly acknowledged: readonly { readonly office: string; readonly entry: number }[]
  /** HQ's freeze: how many entries of the log it covers, and the register's entry that orders it. */
  readonly frozen: { readonly size: number; readonly registerEntry: number } | null
  /** A draft beside the version shown. */
  readonly newerVersion: number | null
  /** Changes of this list after the freeze, oldest first. */
  readonly amendments: readonly ExceptionShown[]
}

export interface ListOfSeat {
  readonly list: ListKind
  readonly draft: ListDraft<unknown>
  /** Kinds of exceptions that change this list. */
  readonly amendedBy: (kind: ExceptionKind) => boolean
}

export function listForm(seat: SeatState, register: RegisterState, { list, draft, amendedBy }: ListOfSeat): ListForm {
  const { version, entries, certified } = shownList(draft)
  const freeze = seat.frozen ? register.freezes.get(seat.seat) : undefined
  return {
    ...seatNamed(seat.seat, register),
    version,
    entries,
    certified: certified === undefined ? null : { entry: certified.since, sha256: toHex(certified.sha256) },
    acknowledged: seat.acknowledgements
      .filter((one) => one.list === list && one.version === version)
      .map(({ office, index }) => ({ office, entry: index })),
    frozen: freeze === undefined ? null : { size: freeze.value.size, registerEntry: freeze.since },
    newerVersion: draft.version > version ? draft.version : null,
    amendments: exceptionsOf(seat, amendedBy),
  }
}

/** Lines of a form's text about what was done with its list. */
export function listLines(form: ListForm): readonly string[] {
  const { version, certified, acknowledged, frozen, newerVersion } = form
  return [
    line('Version', newerVersion === null ? String(version) : `${version}; version ${newerVersion} is a draft`),
    line('Certified', certified === null ? 'no, a draft' : `in entry ${certified.entry}`),
    ...acknowledged.map(({ office, entry }) => line('Acknowledged', `by ${office} in entry ${entry}`)),
    line('Frozen', frozen === null ? 'no' : `by HQ, at ${frozen.size} entries`),
  ]
}
