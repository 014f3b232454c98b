import type { OrderInput } from '@khata/proto'
import { drillKey } from '../../ceremony/drill-key.ts'
import { approve, rootOf } from '../../ceremony/root.ts'
import type { Drill } from '../../drill/drill.ts'
import { logLines } from '../../drill/log-sizes.ts'
import type { Scene } from './scene.ts'

/** Orders of the root, which HQ's officer files in the register. */
export async function orderByRoot(drill: Drill, orders: readonly OrderInput[]): Promise<void> {
  const root = rootOf(drill.election, drill.seed)
  await drill.hq.file(
    orders.map((order) => {
      const body = { body: 'rootOrder', rootOrder: approve(root, order) } as const
      return drill.hqAuthor.say('', body, Date.now()).signed
    }),
  )
}

/** What the root says of no seat: the program, a policy, and a fourth key beside its three. */
export function orderOfNoSeat({ election, seed }: Drill): readonly OrderInput[] {
  const { keys, threshold } = rootOf(election, seed)
  return [
    { body: 'softwareDeclared', softwareDeclared: { version: '0.1.0', sha256: new Uint8Array(32) } },
    { body: 'policyDeclared', policyDeclared: { text: 'Every contest is played once.' } },
    {
      body: 'rootKeysChanged',
      rootKeysChanged: { keys: [...keys, drillKey(seed, 'root/4')].map(({ key }) => key), threshold },
    },
  ]
}

/** Waits until the returning officer's node holds the register as HQ has it. */
export async function untilRegisterKnown(scene: Scene): Promise<void> {
  const { drill, name } = scene
  const size = (await logLines(drill.client('hq'))).get('register')?.size ?? 0
  const site = drill.roSite(name).site.name
  await scene.until(
    'the register',
    async () => ((await logLines(drill.client(site))).get('register')?.size ?? 0) >= size,
  )
}
