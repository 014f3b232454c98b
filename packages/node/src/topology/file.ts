import { parseJson, readText } from '../files.ts'
import { StartFault } from '../start-fault.ts'
import { parseTopology, type Site, type Topology } from './topology.ts'

/** Throws StartFault. */
export async function readTopology(file: string): Promise<Topology> {
  const parsed = parseTopology(parseJson(await readText(file, 'topology/unreadable')))
  if (parsed.ok) return parsed.value
  const { code, field, detail } = parsed.error
  throw new StartFault(code, [file, field, detail].filter((part) => part !== '').join(': '))
}

/** Throws StartFault. */
export function siteNamed({ sites }: Topology, name: string): Site {
  const found = sites.find((site) => site.name === name)
  if (found !== undefined) return found
  throw new StartFault('topology/unknown-site', `${name} is none of ${sites.map((site) => site.name).join(', ')}`)
}
