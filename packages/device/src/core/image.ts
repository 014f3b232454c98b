import { err, imageBytesMax, type ImageType, imageTypeOf, imageTypes, ok, type Result, sha256 } from '@khata/ledger'
import type { EvidenceRefInput } from '@khata/proto'

export type ImageRefusal =
  | { readonly code: 'device/image-too-large'; readonly bytes: number; readonly bytesMax: number }
  | { readonly code: 'device/image-type-not-taken'; readonly types: readonly ImageType[] }

/** How a form names this image; what no node takes is told while the officer can photograph the form again. */
export function nameImage(bytes: Uint8Array): Result<EvidenceRefInput, ImageRefusal> {
  if (bytes.length > imageBytesMax) {
    return err({ code: 'device/image-too-large', bytes: bytes.length, bytesMax: imageBytesMax })
  }
  const mediaType = imageTypeOf(bytes)
  if (mediaType === undefined) return err({ code: 'device/image-type-not-taken', types: imageTypes })
  return ok({ sha256: sha256(bytes), size: bytes.length, mediaType })
}
