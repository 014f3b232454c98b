import { expect, test } from 'vitest'
import { verifierPoolContract } from '../../contract/verifier-pool.ts'
import { PortUnavailable } from '../../ports.ts'
import { openVerifierPool } from './pool.ts'

const nodeCrypto = new URL('fixture/node-crypto.ts', import.meta.resolve('@khata/verifier-pool'))

verifierPoolContract('one thread', () => openVerifierPool({ workers: 1 }), test)
verifierPoolContract('three threads', () => openVerifierPool({ workers: 3 }), test)
verifierPoolContract('node:crypto', () => openVerifierPool({ workers: 1, workerFile: nodeCrypto }), test)

test('a closed pool answers PortUnavailable', async () => {
  const pool = await openVerifierPool({ workers: 1 })
  await pool[Symbol.asyncDispose]()
  const triple = { key: new Uint8Array(32), message: new Uint8Array(), signature: new Uint8Array(64) }
  await expect(pool.verify([triple])).rejects.toThrow(PortUnavailable)
})
