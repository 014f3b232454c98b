/** What the comparison uses of it; the package has no types of its own. */
declare module 'hypercore' {
  import type { Duplex } from 'node:stream'

  export default class Hypercore {
    constructor(storage: string, key?: Uint8Array)
    readonly key: Uint8Array
    readonly length: number
    ready(): Promise<void>
    close(): Promise<void>
    append(blocks: readonly Uint8Array[]): Promise<unknown>
    replicate(isInitiator: boolean): Duplex
    download(range: { readonly start: number; readonly end: number }): { done(): Promise<unknown> }
  }
}
