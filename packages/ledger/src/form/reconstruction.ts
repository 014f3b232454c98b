/** Stands on every form, inside its canonical bytes, and on every screen in mode replay. */
export const reconstructionNotice =
  'RECONSTRUCTION from published figures, not signed by officers. No winner is declared.'
