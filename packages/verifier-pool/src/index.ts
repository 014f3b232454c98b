export * from './install.ts'
export { importSodium, type NativeVerifier, type Sodium } from './native.ts'
export * from './pool.ts'
export { VerifierUnfit } from './verifier-worker.ts'
