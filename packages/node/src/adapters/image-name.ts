const hashPattern = /^[0-9a-f]{64}$/

/** The hash of the image, and whose draft of it this is. */
const draftPattern = /^[0-9a-f]{64}\.[A-Za-z0-9-]{1,80}$/

/** Names become names of files: any other than these is a bug of the caller, who has read them from abroad. */
export function checkHash(hash: string): string {
  if (!hashPattern.test(hash)) throw new RangeError('no SHA-256 in lower-case hex')
  return hash
}

export function checkDraft(draft: string): string {
  if (!draftPattern.test(draft)) throw new RangeError('no name of a draft')
  return draft
}
