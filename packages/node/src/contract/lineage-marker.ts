import assert from 'node:assert/strict'
import type { LineageMarker } from '../ports.ts'
import type { Case, RegisterTest } from './case.ts'
import { registerCases } from './case.ts'

/** A place where a marker lives while it is opened again and again. */
export interface LineageMarkerPlace extends AsyncDisposable {
  open(): Promise<LineageMarker>
}

/** What every LineageMarker keeps. `test` is the test framework's own. */
export function lineageMarkerContract(
  name: string,
  place: () => Promise<LineageMarkerPlace>,
  test: RegisterTest,
): void {
  registerCases(name, cases, place, test)
}

const cases: Readonly<Record<string, Case<LineageMarkerPlace>>> = {
  'knows no mark of a log that has none': knowsNone,
  'keeps the last mark of each log, and after opening again': keepsLast,
  'takes many marks at once, the last one counts': manyAtOnce,
}

async function knowsNone(place: LineageMarkerPlace): Promise<void> {
  const marker = await place.open()
  assert.equal(await marker.read('NA-46'), undefined)
}

async function keepsLast(place: LineageMarkerPlace): Promise<void> {
  const marker = await place.open()
  await marker.write('NA-46', { size: 1, root: 'one' })
  await marker.write('NA-46/1', { size: 9_007_199, root: 'other' })
  await marker.write('NA-46', { size: 2, root: 'two+/=' })
  for (const opened of [marker, await place.open()]) {
    assert.deepEqual(await opened.read('NA-46'), { size: 2, root: 'two+/=' })
    assert.deepEqual(await opened.read('NA-46/1'), { size: 9_007_199, root: 'other' })
  }
}

async function manyAtOnce(place: LineageMarkerPlace): Promise<void> {
  const marker = await place.open()
  const sizes = Array.from({ length: 50 }, (_, at) => at)
  await Promise.all(sizes.map((size) => marker.write('NA-46', { size, root: `root${size}` })))
  assert.deepEqual(await marker.read('NA-46'), { size: 49, root: 'root49' })
}
