import type { NodeClient } from '../officers/node-client.ts'

/** What a node says of one of its logs. */
export interface LogLine {
  readonly log: string
  readonly size: number
  readonly sequencing: boolean
}

/** `GET /v1/logs`, by log. */
export async function logLines(client: NodeClient): Promise<ReadonlyMap<string, LogLine>> {
  const { status, bytes } = await client.get('/v1/logs')
  if (status !== 200) return new Map()
  const { logs } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly logs: readonly LogLine[] }
  return new Map(logs.map((line) => [line.log, line]))
}
