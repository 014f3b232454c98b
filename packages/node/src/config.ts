import { err, ok, type Result } from '@khata/ledger'
import { z } from 'zod'

/** What a node is told at its start: docs/operating.md, "Configuration". Paths are as written, not yet resolved. */
export type NodeConfig = z.infer<typeof configShape>

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
const seatPattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/
const path = z.string().min(1)
const natsUrl = z.url({ protocol: /^(?:nats|tls)$/, error: 'must be nats://host:port' })
const upstream = z.strictObject({ hub: z.string().regex(hubPattern), url: natsUrl })

const configShape = z
  .strictObject({
    role: z.enum(['ro', 'province', 'hq']),
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, dot, dash, underscore; at most 64'),
    trust: path,
    keyFile: path,
    cosignerKeyFile: path.optional(),
    dataDir: path,
    nats: z.strictObject({ url: natsUrl, nkeyFile: path.optional() }),
    http: z.strictObject({ host: z.string().min(1), port: z.int().min(0).max(65_535) }),
    seats: z.array(z.string().regex(seatPattern)).max(seatsMax).default([]),
    hub: z.string().regex(hubPattern).optional(),
    upstreams: z.array(upstream).default([]),
    markerDir: path.optional(),
    verifierThreads: z.int().min(0).max(verifierThreadsMax).optional(),
  })
  .check(({ value, issues }) => {
    for (const [field, message] of roleFaults(value)) {
      issues.push({ code: 'custom', input: value, path: [field], message })
    }
  })

/**
 * Checks a configuration file's text, with the environment laid over it: `KHATA_NATS_URL` is `nats.url`,
 * `KHATA_SEATS` a list with commas, `KHATA_UPSTREAMS` a list of `hub=url` with commas.
 */
export function parseNodeConfig(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): Result<NodeConfig, ConfigFault> {
  const json = parseJson(text)
  if (json === undefined) return err({ code: 'config/malformed', field: '', detail: 'is no JSON object' })
  const parsed = configShape.safeParse(overlaid(json, environment))
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return err({ code: 'config/malformed', field: fieldOf(issue), detail: issue?.message ?? 'is not as described' })
}

type ConfigJson = Readonly<Record<string, unknown>>

interface RoleFields {
  readonly role: 'ro' | 'province' | 'hq'
  readonly seats: readonly string[]
  readonly hub?: string | undefined
  readonly cosignerKeyFile?: string | undefined
  readonly upstreams: readonly { readonly hub: string }[]
}

type RoleFault = readonly [field: string, message: string]

function roleFaults({ role, seats, hub, cosignerKeyFile, upstreams }: RoleFields): readonly RoleFault[] {
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
  KHATA_NATS_URL: ['nats', 'url'],
  KHATA_NATS_NKEY_FILE: ['nats', 'nkeyFile'],
  KHATA_HTTP_HOST: ['http', 'host'],
  KHATA_HTTP_PORT: ['http', 'port'],
  KHATA_SEATS: ['seats'],
  KHATA_HUB: ['hub'],
  KHATA_UPSTREAMS: ['upstreams'],
  KHATA_MARKER_DIR: ['markerDir'],
  KHATA_VERIFIER_THREADS: ['verifierThreads'],
}

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
  if (variable === 'KHATA_HTTP_PORT' || variable === 'KHATA_VERIFIER_THREADS') return Number(text)
  if (variable === 'KHATA_SEATS') return listOf(text)
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

function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return [...issue.path, issue.keys[0]].join('.')
  return issue?.path.join('.') ?? ''
}
