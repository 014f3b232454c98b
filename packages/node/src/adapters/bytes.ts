/**
 * A plain copy. `slice` would not do: on a Buffer, which any Uint8Array may be, it gives a view of the same memory,
 * and of a client's buffer it would keep the whole socket read alive.
 */
export function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}
