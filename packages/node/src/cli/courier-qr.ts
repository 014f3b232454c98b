import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { concatBytes, encodeCourierSection, readCourierSections, splitForQr } from '@khata/ledger'
import { decodeSignedStatement } from '@khata/proto'
import { Command } from 'commander'
import { encode, renderSVG, renderUnicodeCompact } from 'uqr'
import { StartFault } from '../start-fault.ts'
import { complain, type ExitCode, type Invocation, printLine, type Work } from './invocation.ts'

interface Options {
  readonly out?: string
  readonly text?: true
}

const helpText = `
FILE is a bundle, or an encoded SignedStatement as devices and station copies carry it; several become one bundle.
Scan the codes in any order, each as often as it takes, into a file with one text a line: khata courier import reads it.`

export function qrCommand(choose: (work: Work) => void): Command {
  return new Command('qr')
    .description('show a small bundle, or a few statements, as QR codes')
    .argument('<file...>', 'bundles or signed statements')
    .option('--out <folder>', 'write one SVG a code there, instead of showing them')
    .option('--text', 'print the texts of the codes, one a line')
    .addHelpText('after', helpText)
    .action((files: readonly string[], options: Options) => choose((invocation) => runQr(files, options, invocation)))
}

/** On paper and on a screen: 15 % of a code may be spoilt. The quiet zone is the standard's four modules. */
export const qrOptions = { ecc: 'M', boostEcc: false, border: 4 } as const

async function runQr(files: readonly string[], { out, text }: Options, invocation: Invocation): Promise<ExitCode> {
  const bundle = concatBytes(...(await Promise.all(files.map(bundleIn))))
  const split = splitForQr(bundle)
  if (!split.ok) {
    const { code, bytes, bytesMax } = split.error
    complain(invocation, `${code}: ${bytes} bytes, at most ${bytesMax}`)
    return 1
  }
  const parts = split.value
  if (text === true) {
    for (const part of parts) printLine(invocation, part)
    return 0
  }
  if (out !== undefined) await mkdir(out, { recursive: true })
  for (const [at, part] of parts.entries()) {
    const name = `${at + 1} of ${parts.length}`
    if (out === undefined) printLine(invocation, `${name}\n${onTerminal(part)}`)
    else
      await writeFile(
        join(out, `${String(at + 1).padStart(2, '0')}.svg`),
        renderSVG(part, { ...qrOptions, pixelSize: 4 }),
      )
  }
  const { version, size } = encode(parts[0] ?? '', { ...qrOptions, border: 0 })
  printLine(invocation, `${bundle.length} bytes in ${parts.length} codes, version ${version}, ${size} modules a side`)
  return 0
}

/** Two modules a character, white on black whatever the terminal's own colours. */
function onTerminal(part: string): string {
  const lines = renderUnicodeCompact(part, qrOptions).split('\n')
  return lines.map((line) => `\u001B[97;40m${line}\u001B[0m\n`).join('')
}

async function bundleIn(file: string): Promise<Uint8Array> {
  const bytes = await contentOf(file)
  if (decodeSignedStatement(bytes).ok) return encodeCourierSection('statement', bytes)
  if (readCourierSections(bytes).some(({ type }) => type === 'section')) return bytes
  throw new StartFault('courier/unreadable', `${file} is neither a bundle nor a signed statement`)
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (cause) {
    throw new StartFault('courier/unreadable', cause instanceof Error ? cause.message : String(cause), cause)
  }
}
