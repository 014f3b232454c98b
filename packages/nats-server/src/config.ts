import { join } from 'node:path'

/** Settings of nats-server's own configuration language, which takes JSON. */
export type NatsConfig = Readonly<Record<string, unknown>>

export interface ConfigInput {
  readonly name: string
  readonly port: number
  readonly storeDir: string
  readonly memoryStoreBytesMax: number
  readonly fileStoreBytesMax: number
  /** Laid over the rest; `jetstream` is laid over setting by setting. */
  readonly config: NatsConfig
}

/**
 * The server's configuration file. `sync_interval: always` makes an acknowledgement mean that the message is on disk;
 * the server's default would lose up to two minutes of them with the power.
 */
export function configText(input: ConfigInput): string {
  const { jetstream, ...rest } = input.config
  const settings = {
    server_name: input.name,
    host: '127.0.0.1',
    port: input.port,
    jetstream: {
      store_dir: input.storeDir,
      sync_interval: 'always',
      max_mem: input.memoryStoreBytesMax,
      max_file: input.fileStoreBytesMax,
      ...(isSettings(jetstream) ? jetstream : {}),
    },
    ...rest,
  }
  return `${JSON.stringify(settings, undefined, 2)}\n`
}

export function configFile(storeDir: string): string {
  return join(storeDir, 'nats-server.conf')
}

export function logFile(storeDir: string): string {
  return join(storeDir, 'nats-server.log')
}

/** Written by the server once all its listeners are open: `{"nats":["nats://127.0.0.1:4222"]}`. */
export function portsFile(storeDir: string, pid: number): string {
  return join(storeDir, `nats-server_${pid}.ports`)
}

function isSettings(value: unknown): value is NatsConfig {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
