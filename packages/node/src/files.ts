import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseTrust, type Trust } from '@khata/ledger'
import { type NodeConfig, parseNodeConfig } from './config.ts'
import type { ConnectionConfig } from './connection-config.ts'
import { StartFault, type StartFaultCode } from './start-fault.ts'

/** Reads a node's configuration; paths in it are relative to its own folder. Throws StartFault. */
export async function readNodeConfig(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<NodeConfig> {
  const parsed = parseNodeConfig(await readText(file, 'config/unreadable'), environment)
  if (!parsed.ok) {
    const { code, field, detail } = parsed.error
    throw new StartFault(code, `${file}: ${[field, detail].filter((part) => part !== '').join(': ')}`)
  }
  return resolved(parsed.value, dirname(resolve(file)))
}

/** Reads what a verifier is given beforehand. Throws StartFault. */
export async function readTrustFile(file: string): Promise<Trust> {
  const parsed = parseTrust(parseJson(await readText(file, 'trust/unreadable')))
  if (parsed.ok) return parsed.value
  throw new StartFault(parsed.error.code, `${file}: ${parsed.error.field}`)
}

/** The text of a file that is to be there; a StartFault of this code where it cannot be read. */
export async function readText(file: string, code: Extract<StartFaultCode, `${string}/unreadable`>): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new StartFault(code, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

/** Undefined for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function resolved(config: NodeConfig, folder: string): NodeConfig {
  const { cosignerKeyFile, imageDir, markerDir, nats, upstreams } = config
  return {
    ...config,
    trust: resolve(folder, config.trust),
    keyFile: resolve(folder, config.keyFile),
    dataDir: resolve(folder, config.dataDir),
    nats: { ...nats, ...connectionFiles(nats, folder) },
    upstreams: upstreams.map((upstream) => ({ ...upstream, ...connectionFiles(upstream, folder) })),
    ...(cosignerKeyFile !== undefined && { cosignerKeyFile: resolve(folder, cosignerKeyFile) }),
    ...(imageDir !== undefined && { imageDir: resolve(folder, imageDir) }),
    ...(markerDir !== undefined && { markerDir: resolve(folder, markerDir) }),
  }
}

function connectionFiles({ nkeyFile, tls }: ConnectionConfig, folder: string): Partial<Omit<ConnectionConfig, 'url'>> {
  return {
    ...(nkeyFile !== undefined && { nkeyFile: resolve(folder, nkeyFile) }),
    ...(tls !== undefined && {
      tls: {
        caFile: resolve(folder, tls.caFile),
        ...(tls.certFile !== undefined && { certFile: resolve(folder, tls.certFile) }),
        ...(tls.keyFile !== undefined && { keyFile: resolve(folder, tls.keyFile) }),
      },
    }),
  }
}
