import { expect, it } from 'vitest'
import { imageTypeBytes, imageTypeOf } from './image-type.ts'

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

it.each([
  ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['image/jpeg', '\xff\xd8\xff\xe1\0\x10Exif'],
  ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['application/pdf', '%PDF-1.7\n'],
  [undefined, ''],
  [undefined, '\xff\xd8'],
  [undefined, 'RIFF\x24\0\0\0WAVEfmt '],
  [undefined, '\x89PNG\n\n\x1a\n'],
  [undefined, '<svg xmlns="http://www.w3.org/2000/svg">'],
  [undefined, '<html><script>'],
  [undefined, ' %PDF-1.7'],
])('is %s, from the first bytes', (type, text) => {
  expect(imageTypeOf(latin1(text))).toBe(type)
  expect(imageTypeOf(latin1(text).subarray(0, imageTypeBytes))).toBe(type)
})
