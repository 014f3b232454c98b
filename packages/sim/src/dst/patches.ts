import { KhataNode, LogTable } from '@khata/node'

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
