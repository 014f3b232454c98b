import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startNatsServer } from '@khata/nats-server'
import { openOfficeAndHub, replicated } from './hub.ts'
import { atMost, type Figure, take } from './measure.ts'
import { nightOf } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const stations = 400
const candidates = 20
const events = 12_000
/** A statement of the night is some 250 bytes; each of four stores keeps it once, and the link carries it once. */
const bytesPerEventMax = 3_000

interface Sizes {
  readonly officeStore: number
  readonly officeStream: number
  readonly hubStore: number
  readonly hubStream: number
  readonly link: number
}

/** What an event of the night takes on the disks of its office and of one hub, and on the line between them. */
export async function benchBytes({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'bytes')
  const hubPath = join(path, 'hub')
  await using hubServer = await startNatsServer({ name: 'bench-bytes-hub', storeDir: join(hubPath, 'nats') })
  await using both = await openOfficeAndHub({ folder: path, stations, candidates, signer, pool }, hubServer.url)
  const { office, hub } = both
  const sizes = async (): Promise<Sizes> => ({
    officeStore: await bytesIn(join(path, 'data')),
    officeStream: await bytesIn(join(path, 'nats', 'jetstream')),
    hubStore: await bytesIn(join(hubPath, 'data')),
    hubStream: await bytesIn(join(hubPath, 'nats', 'jetstream')),
    link: hub.link.bytes,
  })
  await replicated(both)
  const before = await sizes()
  const statements = take(nightOf(office.seat), events)
  await submitAll(office, statements)
  await replicated(both)
  const after = await sizes()
  const each = (part: keyof Sizes): number => (after[part] - before[part]) / events
  const statement = statements.reduce((sum, signed) => sum + signed.statement.length, 0) / events
  const parts = {
    officeStore: each('officeStore'),
    officeStream: each('officeStream'),
    hubStore: each('hubStore'),
    hubStream: each('hubStream'),
    link: each('link'),
  }
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0)
  return {
    ...atMost('bytes', total, { bound: bytesPerEventMax, unit: 'bytes' }, { statement, ...parts, events }),
    plots: [
      {
        name: 'bytes',
        title: 'What one event of the night takes',
        unit: 'bytes',
        bars: [
          { name: 'the statement itself', value: statement },
          { name: 'its signature', value: 64 },
          { name: 'office: store (Level)', value: parts.officeStore },
          { name: 'office: stream (nats-server)', value: parts.officeStream },
          { name: 'line from the office to one hub', value: parts.link },
          { name: 'hub: store (Level)', value: parts.hubStore },
          { name: 'hub: stream (nats-server)', value: parts.hubStream },
        ],
      },
    ],
  }
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = files.filter((file) => file.isFile()).map((file) => stat(join(file.parentPath, file.name)))
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0)
}
