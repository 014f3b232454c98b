import { err, ok, type Result } from '@khata/ledger'
import * as v from 'valibot'

/** What a node is told at its start: docs/operating.md, "Configuration". Paths are as written, not yet resolved. */
export type NodeConfig = v.InferOutput<typeof configShape>

export interface ConfigFault {
  readonly code: 'config/unreadable' | 'config/malformed'
  /** Field by its path, `nats.url`; empty where the file as a whole is meant. */
  readonly field: string
  readonly detail: string
}

/** The seats of one office: no district has more. */
const seatsMax = 200

/** More than any machine's cores that a node is given. */
const verifierThreadsMax = 64

const hubPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const namePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
const seatPattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/
const filled = v.pipe(v.string(), v.nonEmpty('must not be empty'))
const natsUrl = v.pipe(v.string(), v.check(isNatsUrl, 'must be nats://host:port'))
const hubName = v.pipe(v.string(), v.regex(hubPattern, 'is no name of a hub'))
const upstream = v.strictObject({ hub: hubName, url: natsUrl })

const configShape = v.strictObject({
  role: v.picklist(['ro', 'province', 'hq']),
  name: v.pipe(v.string(), v.regex(namePattern, 'letters, digits, dot, dash, underscore; at most 64')),
  trust: filled,
  keyFile: filled,
  cosignerKeyFile: v.optional(filled),
  dataDir: filled,
  imageDir: v.optional(filled),
  nats: v.strictObject({ url: natsUrl, nkeyFile: v.optional(filled) }),
  http: v.strictObject({ host: filled, port: wholeNumber(65_535) }),
  public: v.optional(
    v.strictObject({ host: filled, port: wholeNumber(65_535), proxies: v.optional(v.array(filled), []) }),
  ),
  seats: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(seatPattern, 'is no seat code'))), v.maxLength(seatsMax)),
    [],
  ),
  hub: v.optional(hubName),
  upstreams: v.optional(v.array(upstream), []),
  markerDir: v.optional(filled),
  verifierThreads: v.optional(wholeNumber(verifierThreadsMax)),
})

function wholeNumber(max: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max))
}

function isNatsUrl(written: string): boolean {
  const url = URL.parse(written)
  return url !== null && ['nats:', 'tls:'].includes(url.protocol) && url.hostname !== ''
}

/**
 * Checks a configuration file's text, with the environment laid over it: `KHATA_NATS_URL` is `nats.url`,
 * `KHATA_SEATS` and `KHATA_PUBLIC_PROXIES` lists with commas, `KHATA_UPSTREAMS` a list of `hub=url` with commas.
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
  const [fault] = roleFaults(parsed.output)
  if (fault === undefined) return ok(parsed.output)
  return err({ code: 'config/malformed', field: fault[0], detail: fault[1] })
}

type ConfigJson = Readonly<Record<string, unknown>>

type RoleFault = readonly [field: string, message: string]

function roleFaults({ role, seats, hub, cosignerKeyFile, upstreams }: NodeConfig): readonly RoleFault[] {
  const faults: RoleFault[] = []
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

/** Fields that the environment may set, by variable. */
const variables: Readonly<Record<string, readonly [field: string, inner?: string]>> = {
  KHATA_ROLE: ['role'],
  KHATA_NAME: ['name'],
  KHATA_TRUST: ['trust'],
  KHATA_KEY_FILE: ['keyFile'],
  KHATA_COSIGNER_KEY_FILE: ['cosignerKeyFile'],
  KHATA_DATA_DIR: ['dataDir'],
  KHATA_IMAGE_DIR: ['imageDir'],
  KHATA_NATS_URL: ['nats', 'url'],
  KHATA_NATS_NKEY_FILE: ['nats', 'nkeyFile'],
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
  const config: Record<string, unknown> = { ...json }
  for (const [variable, [field, inner]] of Object.entries(variables)) {
    const text = environment[variable]
    if (text === undefined) continue
    const value = valueOf(variable, text)
    config[field] = inner === undefined ? value : { ...asObject(config[field]), [inner]: value }
  }
  return config
}

function valueOf(variable: string, text: string): unknown {
  if (numbers.has(variable)) return Number(text)
  if (lists.has(variable)) return listOf(text)
  if (variable === 'KHATA_UPSTREAMS') return listOf(text).map(upstreamOf)
  return text
}

function listOf(text: string): readonly string[] {
  return text.split(',').filter((part) => part !== '')
}

function upstreamOf(text: string) {
  const [hub, url] = text.split(/=(.*)/)
  return { hub, url }
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
