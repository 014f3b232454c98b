import { parentPort } from 'node:worker_threads'
import { loadNativeVerifier } from './native.ts'
import { answerRequests } from './worker-loop.ts'

if (parentPort === null) throw new Error('this file runs as a worker')
answerRequests(parentPort, await loadNativeVerifier())
