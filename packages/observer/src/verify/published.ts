import { canonicalBytes, equalBytes, type Form47, sha256, toHex, utf8Decode } from '@khata/ledger'
import type { PublishedForm } from './report.ts'

/** Bytes that a source publishes as a seat's Form 47. */
export interface Published {
  readonly bytes: Uint8Array
  readonly json: JsonObject | undefined
  /** Size of the log that it says it was made of; undefined where it does not say. */
  readonly size: number | undefined
}

/** A form as this observer computed it, with its canonical bytes. */
export interface ComputedForm {
  readonly form: Form47
  readonly bytes: Uint8Array
}

export function openPublished(bytes: Uint8Array): Published {
  const json = parseObject(bytes)
  const log = json?.['log']
  const size = isObject(log) ? log['size'] : undefined
  return { bytes, json, size: Number.isSafeInteger(size) && (size as number) > 0 ? (size as number) : undefined }
}

/**
 * Compares published bytes with the form computed at the same size; with nothing where there is no such form,
 * because the published one names no size or one beyond the log.
 */
export function comparePublished({ bytes, json, size }: Published, computed: ComputedForm | undefined): PublishedForm {
  const same = computed !== undefined && equalBytes(bytes, computed.bytes)
  const differing = same ? [] : differingFields(json, computed?.form)
  return { hash: toHex(sha256(bytes)), size, same, differing }
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
