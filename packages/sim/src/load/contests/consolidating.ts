import { fromHex, invariant } from '@khata/ledger'
import { bodies } from './bodies.ts'
import { issue } from './desk.ts'
import type { Scene } from './scene.ts'

/** The complete Form 47, notice, and the consolidation's beginning. */
export async function begin(scene: Scene): Promise<void> {
  const form47 = await issue(scene, 'complete')
  await scene.says(scene.ro, bodies.notified(Date.now() + 86_400_000))
  await scene.says(scene.ro, bodies.begun(form47))
}

/** Signs Forms 48 and 49 as the node shows them for the log's end. */
export async function conclude(scene: Scene): Promise<void> {
  await scene.until('Forms 48 and 49', async () => (await sizeShown(scene)) === (await sizeOfLog(scene)))
  const [form48, form49] = [await scene.page('form48'), await scene.page('form49')]
  const [form48Sha256, form49Sha256] = [fromHex(form48.hash), fromHex(form49.hash)]
  invariant(form48Sha256 !== undefined && form49Sha256 !== undefined, 'a node names a form by its hash')
  const consolidationConcluded = { size: form48.json.log.size, form48Sha256, form49Sha256 }
  await scene.says(scene.ro, { body: 'consolidationConcluded', consolidationConcluded })
}

async function sizeShown(scene: Scene): Promise<number> {
  return (await scene.page('form48')).json.log.size
}

async function sizeOfLog(scene: Scene): Promise<number> {
  return (await scene.page('status')).json.log.size
}
