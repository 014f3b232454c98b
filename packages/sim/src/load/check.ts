/** What one check came to. One that had nothing to look at does not hold. */
export interface CheckTold {
  readonly name: string
  readonly claim: string
  readonly checked: number
  readonly failed: number
  /** The first of them. */
  readonly faults: readonly string[]
  readonly holds: boolean
}

/** Faults of one check that are told. */
const faultsToldMax = 50

/** A claim that a load run tries again and again. */
export class Check {
  readonly #name: string
  readonly #claim: string
  readonly #faults: string[] = []
  #checked = 0
  #failed = 0

  constructor(name: string, claim: string) {
    this.#name = name
    this.#claim = claim
  }

  /** Takes one outcome; `fault` says what is wrong, undefined that nothing is. */
  take(fault: string | undefined): void {
    this.#checked += 1
    if (fault === undefined) return
    this.#failed += 1
    if (this.#faults.length < faultsToldMax) this.#faults.push(fault)
  }

  get told(): CheckTold {
    const [checked, failed] = [this.#checked, this.#failed]
    const holds = checked > 0 && failed === 0
    return { name: this.#name, claim: this.#claim, checked, failed, faults: [...this.#faults], holds }
  }
}

/** Everything that a load run checks, in the order of the report. */
export class Checks {
  readonly answering = new Check('answering', 'every node answered whoever looked over it')
  readonly ways = new Check('ways', 'every form that a device sent was answered, and examined by its returning officer')
  readonly receipts = new Check(
    'receipts',
    'every receipt proves that the statement is an entry under the log’s signed checkpoint',
  )
  readonly replicated = new Check('replicated', 'every form came to a receipt with a hub’s cosignature')
  readonly entries = new Check('entries', 'what was acknowledged is read back at HQ, at its place, byte for byte')
  readonly shown = new Check('shown', 'every form is shown to the public at HQ')
  readonly form47 = new Check('form-47', 'no node’s Form 47 differs from another’s at the same size')
  readonly compared = new Check('form-47-compared', 'each seat’s Form 47 was compared at every node that has it')
  readonly everywhere = new Check('everywhere', 'province and HQ come to hold every entry of every seat’s log')
  readonly issued = new Check('issued', 'every returning officer issues the Form 47 that his node shows')
  readonly crossCheck = new Check('cross-check', 'HQ finds its direct copies in the seats’ logs')
  readonly copies = new Check('copies', 'every form came to HQ directly too')
  readonly observer = new Check(
    'observer',
    'an observer with nothing but the trust file verifies every seat, and comes to the same Form 47',
  )
  readonly devices = new Check('devices', 'devices that are asked at the end hold every replicated receipt')

  get told(): readonly CheckTold[] {
    return [
      this.answering,
      this.ways,
      this.receipts,
      this.replicated,
      this.entries,
      this.shown,
      this.form47,
      this.compared,
      this.everywhere,
      this.issued,
      this.copies,
      this.crossCheck,
      this.observer,
      this.devices,
    ].map(({ told }) => told)
  }
}
