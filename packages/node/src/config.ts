import { err, ok, type Result } from '@khata/ledger'
import * as v from 'valibot'
import { type FieldFault, filled, hubName, seatCodes, siteName, wholeNumber } from './config-fields.ts'
import { connectionFields, connectionShape, plainFault } from './connection-config.ts'

/** What a node is told at its start: docs/operating.md, "Configuration". Paths are as written, not yet resolved. */
export type NodeConfig = v.InferOutput<typeof configShape>

export interface ConfigFault {
  readonly code: 'config/unreadable' | 'config/malformed'
  /** Field by its path, `nats.url`; empty where the file as a whole is meant. */
  readonly field: string
  readonly detail: string
}

/** More than any machine's cores that a node is given. */
const verifierThreadsMax = 64

const upstream = v.strictObject({ hub: hubName, ...connectionFields })

const configShape = v.strictObject({
  role: v.picklist(['ro', 'province', 'hq']),
  name: siteName,
  trust: filled,
  keyFile: filled,
  cosignerKeyFile: v.optional(filled),
  dataDir: filled,
  imageDir: v.optional(filled),
  nats: connectionShape,
  http: v.strictObject({ host: filled, port: wholeNumber(65_535) }),
  public: v.optional(
    v.strictObject({ host: filled, port: wholeNumber(65_535), proxies: v.optional(v.array(filled), []) }),
  ),
  seats: v.optional(seatCodes, []),
  hub: v.optional(hubName),
  upstreams: v.optional(v.array(upstream), []),
  markerDir: v.optional(filled),
  verifierThreads: v.optional(wholeNumber(verifierThreadsMax)),
  development: v.optional(v.boolean()),
})

/**
 * Checks a configuration file's text, with the environment laid over it: `KHATA_NATS_URL` is `nats.url`,
 * `KHATA_SEATS` and `KHATA_PUBLIC_PROXIES` lists with commas, `KHATA_UPSTREAMS` a list of `hub=url` with commas, whose
 * keys and certificates the file names.
 */
export function parseNodeConfig(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): Result<NodeConfig, ConfigFault> {
  const json = parseJson(text)
  if (json === undefined) return err({ code: 'config/malformed', field: '', detail: 'is no JSON object' })
  const parsed = v.safeParse(configShape, overlaid(json, environment))
  if (!parsed.success) {
    const [issue] = parsed.issues
    return err({ code: 'config/malformed', field: v.getDotPath(issue) ?? '', detail: issue.message })
  }
  const [fault] = [...roleFaults(parsed.output), ...plainFaults(parsed.output)]
  if (fault === undefined) return ok(parsed.output)
  return err({ code: 'config/malformed', field: fault[0], detail: fault[1] })
}

type ConfigJson = Readonly<Record<string, unknown>>

function roleFaults({ role, seats, hub, cosignerKeyFile, upstreams }: NodeConfig): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const isHub = role !== 'ro'
  if (!isHub && seats.length === 0) faults.push(['seats', 'an RO’s node writes the log of at least one seat'])
  if (!isHub && hub !== undefined) faults.push(['hub', 'an RO’s node is no hub'])
  if (isHub && seats.length > 0) faults.push(['seats', 'only an RO’s node writes the logs of seats'])
  if (isHub && hub === undefined) faults.push(['hub', 'a hub needs its name: hq, or the province’s code'])
  if (role === 'hq' && hub !== undefined && hub !== 'hq') faults.push(['hub', 'the hub of role hq is called hq'])
  if (role === 'province' && hub === 'hq') faults.push(['hub', 'a province’s hub is not called hq'])
  if (isHub && cosignerKeyFile === undefined) faults.push(['cosignerKeyFile', 'a hub cosigns with a key of its own'])
  if (role === 'hq' && upstreams.length > 0) faults.push(['upstreams', 'nothing is above HQ'])
  if (new Set(upstreams.map((it) => it.hub)).size < upstreams.length) faults.push(['upstreams', 'a hub occurs twice'])
  return faults
}

/** A connection that anybody on the way could read and change is refused, unless the whole node is for development. */
function plainFaults({ nats, upstreams, development }: NodeConfig): readonly FieldFault[] {
  if (development === true) return []
  const all = [['nats', nats] as const, ...upstreams.map((it, at) => [`upstreams.${at}`, it] as const)]
  return all.flatMap(([field, connection]) => plainFault(field, connection))
}

/** Fields that the environment may set, by variable. That a connection may be plain stands in the file alone. */
const variables: Readonly<Record<string, readonly [field: string, ...inner: readonly string[]]>> = {
  KHATA_ROLE: ['role'],
  KHATA_NAME: ['name'],
  KHATA_TRUST: ['trust'],
  KHATA_KEY_FILE: ['keyFile'],
  KHATA_COSIGNER_KEY_FILE: ['cosignerKeyFile'],
  KHATA_DATA_DIR: ['dataDir'],
  KHATA_IMAGE_DIR: ['imageDir'],
  KHATA_NATS_URL: ['nats', 'url'],
  KHATA_NATS_NKEY_FILE: ['nats', 'nkeyFile'],
  KHATA_NATS_CA_FILE: ['nats', 'tls', 'caFile'],
  KHATA_NATS_CERT_FILE: ['nats', 'tls', 'certFile'],
  KHATA_NATS_KEY_FILE: ['nats', 'tls', 'keyFile'],
  KHATA_HTTP_HOST: ['http', 'host'],
  KHATA_HTTP_PORT: ['http', 'port'],
  KHATA_PUBLIC_HOST: ['public', 'host'],
  KHATA_PUBLIC_PORT: ['public', 'port'],
  KHATA_PUBLIC_PROXIES: ['public', 'proxies'],
  KHATA_SEATS: ['seats'],
  KHATA_HUB: ['hub'],
  KHATA_UPSTREAMS: ['upstreams'],
  KHATA_MARKER_DIR: ['markerDir'],
  KHATA_VERIFIER_THREADS: ['verifierThreads'],
}

const numbers: ReadonlySet<string> = new Set(['KHATA_HTTP_PORT', 'KHATA_PUBLIC_PORT', 'KHATA_VERIFIER_THREADS'])
const lists: ReadonlySet<string> = new Set(['KHATA_SEATS', 'KHATA_PUBLIC_PROXIES'])

function overlaid(json: ConfigJson, environment: Readonly<Record<string, string | undefined>>): ConfigJson {
  let config = json
  for (const [variable, path] of Object.entries(variables)) {
    const text = environment[variable]
    if (text !== undefined) config = withField(config, path, valueOf(variable, text, json))
  }
  return config
}

function withField(json: ConfigJson, [field, ...inner]: readonly string[], value: unknown): ConfigJson {
  if (field === undefined) return json
  return { ...json, [field]: inner.length === 0 ? value : withField(asObject(json[field]), inner, value) }
}

function valueOf(variable: string, text: string, json: ConfigJson): unknown {
  if (numbers.has(variable)) return Number(text)
  if (lists.has(variable)) return listOf(text)
  if (variable === 'KHATA_NATS_URL' && text.includes(',')) return listOf(text)
  if (variable === 'KHATA_UPSTREAMS') return upstreamsOf(listOf(text), json['upstreams'])
  return text
}

function listOf(text: string): readonly string[] {
  return text.split(',').filter((part) => part !== '')
}

/** A hub that is named several times has so many servers; its keys and certificates stay those of the file. */
function upstreamsOf(written: readonly string[], inFile: unknown): readonly ConfigJson[] {
  const urls = Map.groupBy(
    written.map((text) => text.split(/=(.*)/)),
    ([hub]) => hub,
  )
  const known = Array.isArray(inFile) ? inFile.map(asObject) : []
  return [...urls].map(([hub, pairs]) => {
    const [first, ...others] = pairs.map(([, url]) => url)
    return { ...known.find((one) => one['hub'] === hub), hub, url: others.length === 0 ? first : [first, ...others] }
  })
}

function parseJson(text: string): ConfigJson | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as ConfigJson) : undefined
  } catch {
    return undefined
  }
}

function asObject(value: unknown): ConfigJson {
  return typeof value === 'object' && value !== null ? (value as ConfigJson) : {}
}
