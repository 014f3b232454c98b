/** Arabic presentation forms A and B: shapes of letters, which a PDF may hold in place of the letters. */
const shape = /[\uFB50-\uFDFF\uFE70-\uFEFC]/u

/** Letters that only end Urdu words (U+06D2, U+06BA, U+0629, U+06C3, U+06D3), at the start of one. */
const endAtStart = /(?<![\p{L}\p{M}\p{N}\u200C])[\u06D2\u06BA\u0629\u06C3\u06D3](?=\p{L})/u

/** A comma or full stop that begins a word. */
const stopAtStart = /(?<!\S)[\u060C,.\u06D4](?=[\p{L}\p{N}])/u

/**
 * Whether a name looks like PDF text in the order of its glyphs on paper, letters of each word from left to right: a
 * warning for whoever imports it, since such a name cannot be read or searched for. Misses some; flags hardly any other.
 */
export function looksGlyphReversed(name: string): boolean {
  if (!/\p{Script=Arabic}/u.test(name)) return false
  return shape.test(name) || endAtStart.test(name) || stopAtStart.test(name) || closesFirst(name)
}

function closesFirst(name: string): boolean {
  let open = 0
  for (const character of name) {
    if (character === '(') open += 1
    if (character === ')') open -= 1
    if (open < 0) return true
  }
  return false
}
