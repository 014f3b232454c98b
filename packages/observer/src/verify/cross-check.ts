import { type OpenedEntry, type RegisterState, rulesOf, type SeatState } from '@khata/ledger'
import { type IntakeClaim, stationOf } from './intake.ts'
import type { CrossCheck, DifferentStatement, MissingStatement } from './report.ts'

/** Looks in one seat's log, entry by entry, for what the intake logs hold for the seat. */
export class SeatCrossCheck {
  readonly #intakes: readonly string[]
  readonly #held: number
  readonly #wanted: Map<string, IntakeClaim>
  readonly #byId: ReadonlyMap<string, IntakeClaim>
  readonly #stations: ReadonlySet<number>
  readonly #known: ReadonlySet<string>
  readonly #otherById = new Map<string, Instead>()
  readonly #otherByStation = new Map<number, Instead>()

  constructor(intakes: readonly string[], claims: ReadonlyMap<string, IntakeClaim>) {
    this.#intakes = intakes
    this.#held = claims.size
    this.#wanted = new Map(claims)
    this.#byId = new Map([...claims.values()].map((claim) => [claim.id, claim]))
    this.#stations = new Set([...claims.values()].flatMap(({ claim }) => claim.station ?? []))
    this.#known = new Set(claims.keys())
  }

  /** An entry of the seat's log, void or not: what is there has not been withheld. */
  see(entry: OpenedEntry): void {
    if (!entry.statement.ok || this.#held === 0) return
    const { hashHex, idHex } = entry.statement.value
    if (this.#wanted.delete(hashHex) || this.#known.has(hashHex)) return
    const instead = { entry: entry.entry.index, instead: hashHex }
    if (this.#byId.has(idHex)) this.#otherById.set(idHex, instead)
    const station = stationOf(entry)
    if (station !== undefined && this.#stations.has(station)) this.#otherByStation.set(station, instead)
  }

  /**
   * @param now milliseconds since 1970: what the register's parameter `withheld_after_ms` counts to.
   */
  result(seat: SeatState, register: RegisterState, now: number): CrossCheck {
    const absent = [...this.#wanted.values()].filter(({ claim }) => !seat.refused.has(claim.statement))
    const [due, pending] = partition(absent, ({ claim }) => claim.since + withheldAfterMs(register) <= now)
    const [owed, withoutStanding] = partition(
      due,
      ({ claim }) => seat.rolls.has(claim.signer) || register.offices.has(claim.signer),
    )
    const different = owed.flatMap((one) => this.#different(one))
    const replaced = new Set(different.map(({ statement }) => statement))
    return {
      intakes: this.#intakes,
      held: this.#held,
      found: this.#held - this.#wanted.size,
      refused: this.#wanted.size - absent.length,
      missing: owed.map(claimOf).filter(({ statement }) => !replaced.has(statement)),
      different,
      pending: pending.map(claimOf),
      withoutStanding: withoutStanding.map(claimOf),
    }
  }

  #different({ id, claim }: IntakeClaim): readonly DifferentStatement[] {
    const ofStation = claim.station === undefined ? undefined : this.#otherByStation.get(claim.station)
    const instead = this.#otherById.get(id) ?? ofStation
    return instead === undefined ? [] : [{ ...claim, ...instead }]
  }
}

/** What the seat's log has in a statement's place. */
type Instead = Pick<DifferentStatement, 'entry' | 'instead'>

/** Without the parameter there is no time for which a statement may be absent. */
function withheldAfterMs(register: RegisterState): number {
  return rulesOf(register).parameters.withheldAfterMs ?? 0
}

function claimOf({ claim }: IntakeClaim): MissingStatement {
  return claim
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}
