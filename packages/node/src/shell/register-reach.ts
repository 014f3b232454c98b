import { registerLog, registerSizeNeeded } from '@khata/ledger'
import type { PushReply } from '@khata/proto'
import type { EvidencedEntry } from '../replica/fold-group.ts'

/** How far this node's copy of the register goes: what a log pins can be judged only by who holds as much. */
export interface RegisterReach {
  /** Entries of the register that are durable here; a pin names no more, since a crash may take the rest. */
  readonly durable: () => number
  /** This node writes the register: whoever names more of it names what does not exist. */
  readonly whole: () => boolean
}

/** Entries name a register that this node does not hold yet. It comes, and they are judged then. */
export class RegisterBehind extends Error {
  override readonly name = 'RegisterBehind'
}

/** Whether some of these entries cannot be judged yet. */
export function isBeyondReach(entries: readonly EvidencedEntry[], { durable, whole }: RegisterReach): boolean {
  return !whole() && entries.some(({ entry }) => sizeNeeded(entry) > durable())
}

/** Whether a hub answers so because it is behind in the register: whoever pushes to it has what it lacks. */
export function lacksRegister(log: string, { code }: PushReply): boolean {
  return log !== registerLog && (code === 'frame/register-behind' || code === 'push/unknown-log')
}

function sizeNeeded({ statement }: EvidencedEntry['entry']): number {
  return statement.ok ? registerSizeNeeded(statement.value.statement) : 0
}
