/** Types of an image that are taken: photographs of a page, and scans of several. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

export type ImageType = (typeof imageTypes)[number]

/** First bytes of a file from which its type can be told. */
export const imageTypeBytes = 12

/** The type that a file's first bytes tell, whatever it is called; undefined where it is none of these. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  return imageTypes.find((type) => signatures[type].every(([at, text]) => startsAt(bytes, at, text)))
}

type Signature = readonly (readonly [at: number, text: string])[]

/** ISO/IEC 10918-1 (SOI and a marker), ISO/IEC 15948 section 5.2, RFC 9649 section 2.4, ISO 32000-1 section 7.5.2. */
const signatures: Readonly<Record<ImageType, Signature>> = {
  'image/jpeg': [[0, '\xff\xd8\xff']],
  'image/png': [[0, '\x89PNG\r\n\x1a\n']],
  'image/webp': [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
  'application/pdf': [[0, '%PDF-']],
}

function startsAt(bytes: Uint8Array, at: number, text: string): boolean {
  return Array.from(text).every((character, i) => bytes[at + i] === character.charCodeAt(0))
}
