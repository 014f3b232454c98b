import { Command } from 'commander'
import type { Work } from './invocation.ts'
import { natsConfigCommand } from './ops-nats-config.ts'
import { natsStreamsCommand } from './ops-nats-streams.ts'
import { nkeyCommand } from './ops-nkey.ts'

/** What operators of the network do, beside running its nodes. */
export function opsCommand(choose: (work: Work) => void): Command {
  const ops = new Command('ops').description(
    'what operators of the network do: its nats-servers, their users, their streams',
  )
  for (const make of [natsConfigCommand, natsStreamsCommand, nkeyCommand]) ops.addCommand(make(choose))
  return ops
}
