import { sha256, toHex } from '@khata/ledger'
import type { ImageAnswer, ImagePart, Upload } from '../core/ports.ts'

/** What a node keeps of images, as docs/http.md has it: enough to test a device against. */
export class ImageNode {
  readonly images = new Map<string, Uint8Array>()
  readonly uploads = new Map<string, Uint8Array>()
  /** Bytes of the parts that were sent here, in their order. */
  readonly parts: number[] = []

  uploaded({ image, id }: Upload): ImageAnswer {
    if (this.images.has(image)) return { type: 'held' }
    return { type: 'offset', offset: this.uploads.get(id)?.length ?? 0 }
  }

  upload({ image, id }: Upload, { offset, bytes, isLast }: ImagePart): ImageAnswer {
    this.parts.push(bytes.length)
    const come = this.uploads.get(id) ?? new Uint8Array(0)
    if (this.images.has(image)) return { type: 'held' }
    if (offset !== come.length) return { type: 'offset', offset: come.length }
    const whole = new Uint8Array(Buffer.concat([come, bytes]))
    this.uploads.set(id, whole)
    if (!isLast) return { type: 'offset', offset: whole.length }
    this.uploads.delete(id)
    if (toHex(sha256(whole)) !== image) return { type: 'refused', code: 'image/hash-differs' }
    this.images.set(image, whole)
    return { type: 'held' }
  }

  /** Uploads that nobody has added to for long are thrown away. */
  forget(): void {
    this.uploads.clear()
  }
}
