import type { ImageType } from '../base/image-type.ts'
import type { HashHex } from '../event/statement.ts'

/** An image that a statement names: a form's, a paper's, a copy's, or what is shown to the public in its place. */
export interface ImageRecord {
  readonly size: number
  /** As statements say: each that names it may say another one. Its bytes tell the true one. */
  mediaTypes: readonly ImageType[]
  readonly station: number
  /** The first entry that names it. */
  readonly index: number
  /** Of a masked copy: the image that it is of. */
  readonly original: HashHex | undefined
  /** The newest copy for the public, and how many there were. */
  masked: HashHex | undefined
  copies: number
}
