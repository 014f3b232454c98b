import { constants, platform, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { loadNativeVerifier } from './native.ts'
import { answerRequests } from './worker-loop.ts'

if (parentPort === null) throw new Error('this file runs as a worker')
// Of this thread alone, on Linux: whoever feeds the verifiers must not wait for them.
if (platform() === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
answerRequests(parentPort, await loadNativeVerifier())
