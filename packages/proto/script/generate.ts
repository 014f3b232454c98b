// Writes gen/ from the schema; with --check, writes to a temporary folder and fails when gen/ differs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import pbjs from 'protobufjs-cli/pbjs.js'
import { emitDeclarations, emitRead, emitShapes, emitTypes } from './emit.ts'
import { readSchema, schemaFiles, schemaFolder } from './schema.ts'

const genFolder = fileURLToPath(new URL('../gen', import.meta.url))

// A third of the time of encoding goes into asking whether a property is inherited. The codec encodes only objects whose
// properties it has found to be own: src/input.ts.
const ownPropertyTest = / && \$Object\.hasOwnProperty\.call\(message, "[\w$]+"\)/gu

if (process.argv.includes('--check')) await check()
else await generate(genFolder)

async function check(): Promise<void> {
  const folder = mkdtempSync(`${tmpdir()}/khata-gen-`)
  try {
    const stale = (await generate(folder)).filter((file) => !sameFile(`${folder}/${file}`, `${genFolder}/${file}`))
    for (const file of stale) console.error(`gen/${file} is not what the schema generates: run \`pnpm run generate\``)
    if (stale.length > 0) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function generate(folder: string): Promise<string[]> {
  const schema = readSchema()
  const files = {
    'khata.js': await staticModule(),
    'khata.d.ts': emitDeclarations(schema),
    'types.ts': emitTypes(schema),
    'read.ts': emitRead(schema),
    'shapes.ts': emitShapes(schema),
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(`${folder}/${file}`, text)
  return Object.keys(files)
}

async function staticModule(): Promise<string> {
  const only = ['create', 'decode', 'verify', 'convert', 'delimited', 'typeurl', 'service', 'comments'].map(
    (part) => `--no-${part}`,
  )
  const target = ['-t', 'static-module', '-w', 'esm', '-r', 'khata-v1', '--force-number']
  const text = await run([...target, ...only, '-p', schemaFolder, ...schemaFiles()])
  return text.replaceAll(ownPropertyTest, '')
}

function run(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    pbjs.main(args, (error, output) => (error === null && output !== undefined ? resolve(output) : reject(error)))
  })
}

function sameFile(a: string, b: string): boolean {
  try {
    return readFileSync(a).equals(readFileSync(b))
  } catch {
    return false
  }
}
