import { parseDecimal } from '../base/decimal.ts'
import { invariant } from '../base/invariant.ts'
import { tileLevelMax, tilePathBytesMax, tileWidth } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { TileId } from './tiles.ts'

export type TilePathRefusal = { readonly code: 'tile/bad-path' }

const tilePathPattern = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/

/** `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`: C2SP tlog-tiles. */
export function formatTilePath({ level, index, width }: TileId): string {
  const path = `tile/${level}/${formatIndex(index)}${width === tileWidth ? '' : `.p/${width}`}`
  invariant(parseTilePath(path).ok, `not a tile: ${path}`)
  return path
}

/** Accepts exactly what `formatTilePath` writes, so an untrusted path never leaves the tiles. */
export function parseTilePath(path: string): Result<TileId, TilePathRefusal> {
  const match = path.length <= tilePathBytesMax ? tilePathPattern.exec(path) : null
  const [, levelText = '', indexText = '', widthText = String(tileWidth)] = match ?? []
  const level = levelText === 'entries' ? levelText : parseDecimal(levelText)
  const index = parseIndex(indexText)
  const width = parseDecimal(widthText)
  if (level === undefined || index === undefined || width === undefined) return err({ code: 'tile/bad-path' })
  if (level !== 'entries' && level > tileLevelMax) return err({ code: 'tile/bad-path' })
  const isPartial = match?.[3] !== undefined
  if (isPartial && (width < 1 || width >= tileWidth)) return err({ code: 'tile/bad-path' })
  return ok({ level, index, width })
}

/** Digits in groups of three, each but the last behind an x: 1234067 is x001/x234/067. */
function formatIndex(index: number): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/.{3}/g) ?? []
  return groups.map((group, i) => (i === groups.length - 1 ? group : `x${group}`)).join('/')
}

function parseIndex(text: string): number | undefined {
  const digits = text.replaceAll(/[x/]/g, '')
  const index = parseDecimal(digits.replace(/^0+(?=[0-9])/, ''))
  return index !== undefined && formatIndex(index) === text ? index : undefined
}
