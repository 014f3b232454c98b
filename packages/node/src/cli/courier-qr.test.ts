import { splitForQr } from '@khata/ledger'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrOptions } from './courier-qr.ts'

// docs/courier.md states these sizes: a phone has to read the codes.
test.each([
  [600, 20, 97],
  [300, 14, 73],
])('%i bytes are a code of version %i, %i modules a side', (bytes, version, size) => {
  const split = splitForQr(new Uint8Array(bytes).map((_, at) => (at * 2_654_435_761) >>> 13))
  const [text = ''] = split.ok ? split.value : []
  expect(encode(text, { ...qrOptions, border: 0 })).toMatchObject({ version, size })
})
