import { MultiBar, Presets, type SingleBar } from 'cli-progress'

/** How far the night has come. */
export type Count =
  | 'enrolled'
  | 'received'
  | 'examined'
  | 'hqCopies'
  | 'replicated'
  | 'shown'
  | 'ro'
  | 'province'
  | 'hq'

export type Totals = Readonly<Record<Count, number>>

const names: Readonly<Record<Count, string>> = {
  enrolled: 'RO: ceremony, statements filed',
  received: 'RO: Form 45 received',
  examined: 'RO: Form 45 accepted or returned',
  hqCopies: 'HQ: direct copies of forms and locks',
  replicated: 'replicated receipts',
  shown: 'HQ: Form 45 shown to the public',
  ro: 'RO logs, entries',
  province: 'province, entries of these logs',
  hq: 'HQ, entries of these logs',
}

/** A display that takes numbers as they come. */
export interface Progress extends Disposable {
  add(count: Count, more?: number): void
  set(count: Count, value: number): void
  /** Shows these counts from now on; `total` is what each will come to. */
  show(totals: Partial<Totals>): void
  /** Ends what is shown. */
  hide(): void
  note(line: string): void
}

export interface ProgressStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean
}

/** Without a terminal a line is written so often, in milliseconds. */
const lineEveryMs = 3_000

export function openProgress(stream: ProgressStream, shown: boolean): Progress {
  if (!shown) return new Silent(stream)
  return stream.isTTY === true ? new Bars(stream) : new Lines(stream)
}

abstract class Counter {
  protected readonly values = new Map<Count, number>()
  protected totals: Partial<Totals> = {}
  protected readonly stream: ProgressStream

  constructor(stream: ProgressStream) {
    this.stream = stream
  }

  add(count: Count, more = 1): void {
    this.set(count, (this.values.get(count) ?? 0) + more)
  }

  set(count: Count, value: number): void {
    this.values.set(count, value)
    this.changed(count, value)
  }

  show(totals: Partial<Totals>): void {
    this.hide()
    this.totals = totals
    this.shown()
  }

  note(line: string): void {
    this.stream.write(`${line}\n`)
  }

  hide(): void {
    this.totals = {}
  }

  [Symbol.dispose](): void {
    this.hide()
  }

  protected get counts(): readonly Count[] {
    return (Object.keys(names) as Count[]).filter((count) => this.totals[count] !== undefined)
  }

  // The logs' own entries are not counted beforehand.
  protected totalOf(count: Count): number {
    return Math.max(this.totals[count] ?? 0, this.values.get(count) ?? 0)
  }

  protected abstract changed(count: Count, value: number): void
  protected abstract shown(): void
}

class Silent extends Counter implements Progress {
  protected changed(): void {}
  protected shown(): void {}
}

class Lines extends Counter implements Progress {
  #timer: NodeJS.Timeout | undefined

  override hide(): void {
    clearInterval(this.#timer)
    super.hide()
  }

  protected changed(): void {}

  protected shown(): void {
    this.#timer = setInterval(() => this.#write(), lineEveryMs)
  }

  #write(): void {
    const parts = this.counts.map((count) => `${names[count]} ${this.values.get(count) ?? 0}/${this.totalOf(count)}`)
    this.stream.write(`  ${parts.join('; ')}\n`)
  }
}

class Bars extends Counter implements Progress {
  readonly #bars = new Map<Count, SingleBar>()
  #multi: MultiBar | undefined

  override hide(): void {
    this.#multi?.stop()
    this.#multi = undefined
    this.#bars.clear()
    super.hide()
  }

  protected changed(count: Count, value: number): void {
    const bar = this.#bars.get(count)
    if (bar === undefined) return
    bar.setTotal(this.totalOf(count))
    bar.update(value)
  }

  protected shown(): void {
    const format = `  {name} {bar} {value}/{total}`
    const options = { format, stream: this.stream, hideCursor: true, clearOnComplete: false, barsize: 30 }
    this.#multi = new MultiBar(options, Presets.shades_grey)
    for (const count of this.counts) {
      const name = names[count].padEnd(34)
      this.#bars.set(count, this.#multi.create(this.totalOf(count), this.values.get(count) ?? 0, { name }))
    }
  }
}
