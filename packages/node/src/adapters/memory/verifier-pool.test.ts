import { beforeAll, test } from 'vitest'
import { verifierPoolContract } from '../../contract/verifier-pool.ts'
import { installNativeVerify } from '@khata/verifier-pool'
import { SequentialVerifierPool } from './verifier-pool.ts'

beforeAll(() => installNativeVerify())

verifierPoolContract('sequential', async () => new SequentialVerifierPool(), test)
