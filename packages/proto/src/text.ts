// Combining grapheme joiner, soft hyphen, Arabic letter mark, Mongolian vowel separator, zero-width space and joiner,
// the bidi marks, embeddings, overrides and isolates, word joiner and invisible operators, byte order mark.
// ZWNJ (U+200C) stays: Urdu orthography needs it.
const invisible = /[\u{34F}\u{AD}\u{61C}\u{180E}\u{200B}\u{200D}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}]/u

/** What keeps a string from being one and visible, or null: the one rule of both directions. */
export function textFault(text: string): string | null {
  if (!text.isWellFormed()) return 'a surrogate without its pair'
  const found = invisible.exec(text)
  if (found !== null) return `the invisible character U+${hex(found[0])}`
  return text === text.normalize('NFC') ? null : 'not in Unicode normalisation form C'
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
