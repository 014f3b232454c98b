import type { KhataNode } from '../../shell/node.ts'
import type { FormShelf } from './form-shelf.ts'

/** Every image that a seat's log names, and how much of it is here; undefined for a seat whose log is not open here. */
export function seatImages(node: KhataNode, forms: FormShelf, seat: string) {
  const running = node.logs.all.get(seat)
  const state = forms.seat(seat)
  if (running === undefined || state === undefined) return undefined
  const states = node.images.statesOf(state.images.keys())
  const images = [...state.images].map(([sha256, { size, mediaTypes, station, index, original, masked, copies }]) => ({
    sha256,
    size,
    mediaTypes,
    station,
    entry: index,
    original: original ?? null,
    masked: masked ?? null,
    copies,
    state: states.get(sha256) ?? 'missing',
  }))
  const named = new Set(images.map(({ station }) => station))
  const withForm = [...state.stations.values()].filter(({ current }) => current !== undefined)
  const stations = withForm.map(({ station }) => station.number)
  return { seat, counts: node.images.countsIn(running), images, notNamed: stations.filter((one) => !named.has(one)) }
}
