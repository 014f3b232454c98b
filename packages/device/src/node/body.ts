/** The whole body; undefined, and the rest never read, when it has more than `bytesMax` bytes. */
export async function readBody(response: Response, bytesMax: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  // Leaving the loop cancels the stream.
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > bytesMax) return undefined
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts, length))
}
