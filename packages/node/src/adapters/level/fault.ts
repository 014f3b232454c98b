import { PortDamaged, PortUnavailable } from '../../ports.ts'

/** Another process has the store open. */
export class StoreLocked extends PortUnavailable {
  readonly code = 'store/locked'
}

/** The folder cannot be used: permissions, a full disk, a file in its place. Or the store has been closed. */
export class StoreUnreachable extends PortUnavailable {
  readonly code = 'store/unreachable'
}

/** The files of the store do not hold together: rebuild it from another replica. */
export class StoreDamaged extends PortDamaged {
  readonly code = 'store/damaged'
}

export function openFault(folder: string, cause: unknown): Error {
  const text = textOf(cause)
  if (codesOf(cause).includes('LEVEL_LOCKED')) {
    return new StoreLocked(`store/locked: another process has ${folder} open`, { cause })
  }
  if (isDamage(cause)) return new StoreDamaged(`store/damaged: ${folder}: ${text}`, { cause })
  return new StoreUnreachable(`store/unreachable: ${folder}: ${text}`, { cause })
}

/** What a call on an open store failed with. */
export function useFault(cause: unknown): Error {
  if (cause instanceof PortUnavailable || cause instanceof PortDamaged) return cause
  if (isDamage(cause)) return new StoreDamaged(`store/damaged: ${textOf(cause)}`, { cause })
  return new StoreUnreachable(`store/unreachable: ${textOf(cause)}`, { cause })
}

export function closedFault(): StoreUnreachable {
  return new StoreUnreachable('store/unreachable: the store is closed')
}

/** A table file that is gone is told as an I/O error, not as corruption. */
function isDamage(cause: unknown): boolean {
  return codesOf(cause).includes('LEVEL_CORRUPTION') || /^Corruption|does not exist|No such file/i.test(textOf(cause))
}

function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...own, ...codesOf(error.cause)]
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? textOf(error.cause) : error.message
}
