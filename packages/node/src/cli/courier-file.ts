import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { type CourierPiece, CourierReader, isPartText, PartCollector } from '@khata/ledger'
import { StartFault } from '../start-fault.ts'

/** One bundle to read, as often as is wanted. */
export interface BundleSource {
  readonly name: string
  readonly pieces: () => AsyncIterable<CourierPiece>
}

export interface Sources {
  readonly bundles: readonly BundleSource[]
  /** What was scanned of bundles that are not whole yet, in words. */
  readonly unfinished: readonly string[]
}

/** Scanned texts of one file: far more than anybody scans. */
const textBytesMax = 16_777_216

/** Bundles in files, and those put together from scanned texts of all files. Throws StartFault for a file that cannot be read. */
export async function openSources(files: readonly string[]): Promise<Sources> {
  const bundles: BundleSource[] = []
  const unfinished: string[] = []
  const collector = new PartCollector()
  for (const file of files) {
    if (!isPartText(await beginningOf(file))) {
      bundles.push({ name: file, pieces: () => piecesOfFile(file) })
      continue
    }
    const lines = (await textOf(file)).split('\n').filter((line) => line.trim() !== '')
    const wrong = lines.flatMap((line, at) => (collector.add(line) ? [] : [at + 1]))
    if (wrong.length > 0) unfinished.push(`${file}: not read right, scan again: lines ${wrong.join(', ')}`)
  }
  for (const { id, bundle, missing } of collector.collected) {
    const name = `QR codes ${id.slice(0, 8)}`
    if (bundle === undefined) unfinished.push(`${name}: still to be scanned: parts ${missing.join(', ')}`)
    else bundles.push({ name, pieces: () => piecesOf([bundle]) })
  }
  return { bundles, unfinished }
}

async function* piecesOfFile(file: string): AsyncGenerator<CourierPiece> {
  try {
    yield* piecesOf(createReadStream(file) as AsyncIterable<Uint8Array>)
  } catch (cause) {
    throw unreadable(cause)
  }
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<CourierPiece> {
  const reader = new CourierReader()
  for await (const chunk of chunks) yield* reader.read(chunk)
  yield* reader.end()
}

async function beginningOf(file: string): Promise<string> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(new Uint8Array(16), 0, 16, 0)
    return Buffer.from(buffer.subarray(0, bytesRead)).toString('latin1')
  } catch (cause) {
    throw unreadable(cause)
  }
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file)
  if (bytes.length <= textBytesMax) return bytes.toString('utf8')
  throw new StartFault('courier/unreadable', `${file} holds more than ${textBytesMax} bytes of scanned texts`)
}

function unreadable(cause: unknown): StartFault {
  return new StartFault('courier/unreadable', cause instanceof Error ? cause.message : String(cause), cause)
}
