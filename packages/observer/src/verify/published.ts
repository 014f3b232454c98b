import { canonicalBytes, equalBytes, type Form47, sha256, toHex, utf8Decode } from '@khata/ledger'
import type { PublishedForm } from './report.ts'

/** Size of the log that a published Form 47 says it was made of; undefined where it does not say. */
export function publishedSize(bytes: Uint8Array): number | undefined {
  const log = parseObject(bytes)?.['log']
  const size = isObject(log) ? log['size'] : undefined
  return Number.isSafeInteger(size) && (size as number) > 0 ? (size as number) : undefined
}

/**
 * Compares published bytes with the form computed at the same size; with nothing where there is no such form,
 * because the published one names no size or one beyond the log.
 */
export function comparePublished(bytes: Uint8Array, computed: Form47 | undefined): PublishedForm {
  const same = computed !== undefined && equalBytes(bytes, canonicalBytes(computed))
  return {
    hash: toHex(sha256(bytes)),
    size: publishedSize(bytes),
    same,
    differing: same ? [] : differingFields(parseObject(bytes), computed),
  }
}

function differingFields(published: JsonObject | undefined, computed: Form47 | undefined): readonly string[] {
  if (published === undefined || computed === undefined) return []
  const names = new Set([...Object.keys(published), ...Object.keys(computed)])
  const ours = computed as unknown as JsonObject
  return [...names].filter((name) => !sameJson(published[name], ours[name])).toSorted()
}

function sameJson(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other
  return equalBytes(canonicalBytes({ value: one }), canonicalBytes({ value: other }))
}

type JsonObject = Readonly<Record<string, unknown>>

function parseObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(utf8Decode(bytes) ?? '')
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
