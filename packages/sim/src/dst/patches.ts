import { rulesVersions } from '@khata/ledger'
import { KhataNode, LogTable } from '@khata/node'
import { differ, Observer, type ShownLog } from './observers.ts'

/** Methods of the nodes' own code made wrong on purpose, where no port could. Each is put in, and answers how to take it out. */
export const patches = {
  /** A hub judges entries that pin more of the register than it holds. */
  'stale-pin-accepted': () =>
    patched(
      LogTable.prototype,
      'settingOf',
      (settingOf) =>
        function (this: LogTable, identity) {
          const setting = settingOf.call(this, identity)
          return { ...setting, reach: { ...setting.reach, whole: () => true } }
        },
    ),

  /** HQ says of each seat that it holds all that was filed. */
  'cross-check-blind': () =>
    patched(
      KhataNode.prototype,
      'crossCheck',
      (crossCheck) =>
        async function (this: KhataNode) {
          const seats = await crossCheck.call(this)
          return seats?.map((seat) => ({ ...seat, missing: [], different: [] }))
        },
    ),
  /** Snapshots of another version of the folding code are loaded. */
  'snapshot-code-ignored': () =>
    patched(
      KhataNode,
      'open',
      (open) => (setting, server) => open.call(KhataNode, { ...setting, code: 'any' }, server),
    ),

  /** A program judges by rules that it does not have. */
  'unknown-rules-judged': () =>
    patched(
      KhataNode,
      'open',
      (open) => (setting, server) => open.call(KhataNode, { ...setting, rulesVersions }, server),
    ),

  /** An observer keeps of each log only what goes on from what it saw first. */
  'observer-forgets': () => {
    const first = new WeakMap<Observer, Map<string, ShownLog>>()
    return patched(
      Observer.prototype,
      'see',
      (see) =>
        function (this: Observer, log, shown) {
          const seen = first.get(this) ?? new Map<string, ShownLog>()
          first.set(this, seen)
          const before = seen.get(log) ?? shown
          seen.set(log, before)
          return differ(before.entries, shown.entries) || see.call(this, log, shown)
        },
    )
  },
} as const satisfies Readonly<Record<string, () => () => void>>

function patched<T extends object, K extends keyof T>(
  prototype: T,
  method: K,
  wrong: (right: T[K]) => T[K],
): () => void {
  const right = prototype[method]
  prototype[method] = wrong(right)
  return () => {
    prototype[method] = right
  }
}
