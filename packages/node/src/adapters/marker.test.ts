import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lineageMarkerContract } from '../contract/lineage-marker.ts'
import { PortDamaged, PortUnavailable } from '../ports.ts'
import { openFileLineageMarker } from './marker.ts'

lineageMarkerContract(
  'file',
  async () => {
    const path = await mkdtemp(join(tmpdir(), 'khata-marker-'))
    return {
      open: () => openFileLineageMarker(join(path, 'marks')),
      [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
    }
  },
  test,
)

test('a damaged mark is told, not taken for none', async () => {
  const path = await mkdtemp(join(tmpdir(), 'khata-marker-'))
  const marker = await openFileLineageMarker(path)
  await marker.write('NA-46', { size: 1, root: 'one' })
  const [file] = await readdir(path)
  for (const text of ['', '1 one', '1\n', 'x one\n', '1 one\n1 one\n']) {
    await writeFile(join(path, file ?? ''), text)
    await expect(marker.read('NA-46')).rejects.toThrow(PortDamaged)
  }
  await rm(path, { recursive: true })
  await expect(marker.write('NA-46', { size: 1, root: 'one' })).rejects.toThrow(PortUnavailable)
})
