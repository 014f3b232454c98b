import { type EvidenceRef, type ImageMasked, Role, type Statement } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { type ImageType, imageTypes } from '../base/image-type.ts'
import { hashBytes, imageBytesMax, maskedCopiesMax } from '../base/limits.ts'
import { none } from '../base/none.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { form45In, type HashHex } from '../event/statement.ts'
import type { ImageRecord } from './image-record.ts'
import type { Laws, SeatPlace } from './law.ts'
import type { Said } from './said.ts'
import { present } from './station.ts'

/**
 * Images are kept beside the logs, by the SHA-256 that a statement names. Of an original, which shows a national identity
 * number, a thumb print and a telephone, the office names the copy for the public in which they are covered.
 */
export const imageLaws: Laws<'imageMasked'> = {
  imageMasked: {
    offices: [Role.RETURNING_OFFICER, Role.ASSISTANT_RETURNING_OFFICER],
    decide: (place, masked) => decideMasked(place, masked),
    evolve: ({ state: { images }, said: { index } }, { original, masked }) => {
      const hash = toHex(original)
      const record = present(images.get(hash))
      const copy = toHex(present(masked).sha256)
      images.set(copy, newRecord(present(masked), { station: record.station, index, original: hash }))
      record.masked = copy
      record.copies += 1
    },
  },
}

/** Whether an image named so can be taken at all: what is too large or has no bytes is named in vain. */
export function namedImage(image: EvidenceRef | null | undefined): image is EvidenceRef {
  return image?.sha256.length === hashBytes && image.size > 0 && image.size <= imageBytesMax
}

/** Notes what an admitted statement names. Who names an image again can only add a type that its bytes may have. */
export function noteImages(images: Map<HashHex, ImageRecord>, { opened: { statement }, index }: Said): void {
  for (const { station, image } of imagesIn(statement)) {
    if (!namedImage(image)) continue
    const hash = toHex(image.sha256)
    const known = images.get(hash)
    if (known === undefined) images.set(hash, newRecord(image, { station, index, original: undefined }))
    else if (typesNamed(image).some((type) => !known.mediaTypes.includes(type))) {
      known.mediaTypes = [...known.mediaTypes, ...typesNamed(image)]
    }
  }
}

/** The image of the form or paper that a statement carries. */
export function imageNamedIn(statement: Statement): EvidenceRef | undefined {
  return imagesIn(statement).flatMap(({ image }) => (namedImage(image) ? [image] : []))[0]
}

interface Named {
  readonly station: number
  readonly image: EvidenceRef | null
}

/** Originals that a statement names. */
function imagesIn(statement: Statement): readonly Named[] {
  switch (statement.body) {
    case 'form45Submitted':
    case 'form45Corrected':
      return imageOf(form45In(statement))
    case 'stationRecounted':
      return imageOf(statement.stationRecounted.form)
    case 'form45Keyed':
      return imageOf(statement.form45Keyed.form)
    case 'paperForm45Certified':
      return [statement.paperForm45Certified]
    case 'copyFiled': {
      const { form, image } = statement.copyFiled
      return [{ station: form?.station ?? 0, image }, ...imageOf(form)]
    }
    case 'copySeenPosted':
      return [statement.copySeenPosted]
    default:
      return []
  }
}

function imageOf(form: Named | null): readonly Named[] {
  return form === null ? [] : [form]
}

function newRecord(image: EvidenceRef, place: Pick<ImageRecord, 'station' | 'index' | 'original'>): ImageRecord {
  return { size: image.size, mediaTypes: typesNamed(image), ...place, masked: undefined, copies: 0 }
}

/** One list for all images of a type: a hub keeps a record of each. */
const typesAlone: ReadonlyMap<string, readonly ImageType[]> = new Map(imageTypes.map((type) => [type, [type]]))

function typesNamed({ mediaType }: EvidenceRef): readonly ImageType[] {
  return typesAlone.get(mediaType) ?? none
}

function decideMasked({ state: { images } }: SeatPlace, { original, masked }: ImageMasked): Refusal | undefined {
  const record = images.get(toHex(original))
  if (record === undefined || record.original !== undefined) return refuse('image/not-named')
  if (!namedImage(masked)) return refuse('statement/bad-shape', { field: 'masked' })
  const hash = toHex(masked.sha256)
  if (record.masked === hash) return refuse('act/already-done')
  // What is an original anywhere, or a copy of another, would show what it is to cover.
  if (images.has(hash)) return refuse('image/named-otherwise')
  return record.copies < maskedCopiesMax ? undefined : refuse('image/masked-often-enough', { maskedCopiesMax })
}
