import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../base/base64.ts'
import { toHex, utf8Encode } from '../base/bytes.ts'
import { leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts'

type InclusionVector = {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

type ConsistencyVector = {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

describe('hashes', () => {
  it('are those of RFC 6962: tagged 0 for a leaf, 1 for a node', () => {
    const empty = leafHash(new Uint8Array(0))
    expect(toHex(empty)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(toHex(nodeHash(utf8Encode('N123'), utf8Encode('N456')))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    )
  })
})

describe('inclusion', () => {
  it.each(vectorFiles('inclusion'))('%s', (file) => {
    const vector = readVector(file) as InclusionVector
    const claim = {
      index: vector.leafIdx,
      size: vector.treeSize,
      leaf: decode(vector.leafHash),
      root: decode(vector.root),
    }
    expect(verifyInclusion(claim, (vector.proof ?? []).map(decode)).ok).toBe(!vector.wantErr)
  })
})

describe('consistency', () => {
  it.each(vectorFiles('consistency'))('%s', (file) => {
    const vector = readVector(file) as ConsistencyVector
    const claim = {
      oldSize: vector.size1,
      oldRoot: decode(vector.root1),
      newSize: vector.size2,
      newRoot: decode(vector.root2),
    }
    expect(verifyConsistency(claim, (vector.proof ?? []).map(decode)).ok).toBe(!vector.wantErr)
  })
})

function vectorFiles(kind: string): string[] {
  const folder = fileURLToPath(new URL(`../../../../../shared/vectors/merkle/${kind}`, import.meta.url))
  if (!existsSync(folder)) expect.fail(`the Merkle vectors are missing: ${folder}`)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  expect(files).toHaveLength(98)
  return files.map((name) => join(folder, name))
}

function readVector(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function decode(text: string): Uint8Array {
  return fromBase64(text) ?? expect.fail(`not base64: ${text}`)
}
