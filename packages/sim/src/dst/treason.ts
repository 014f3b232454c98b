import { openEntry, type SignedBytes } from '@khata/ledger'
import type { Seeded } from '../election/seeded.ts'
import { fileUntilLogged } from './filing.ts'
import { seatOf, ownLogs } from './ceremony.ts'
import type { Machine } from './machine.ts'
import type { Deed, Grounds } from './part.ts'
import type { Treason } from './traitor.ts'
import { anyOf, offices } from './whom.ts'
import { Program } from './world.ts'

const treasons: readonly [Treason, ...Treason[]] = [
  'two-faced',
  'two-faced',
  're-sequencing',
  're-sequencing',
  'withholding',
  'deaf',
]

/** An office deceives from now on. */
export function treason(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance, offices)
  const kind = chance.pick(treasons)
  return {
    words: `${name} is a traitor from now on: ${kind}`,
    act: (grounds) => {
      const office = machine(grounds)
      for (const log of ownLogs(office.plan)) grounds.history.betray(log)
      office.treason = kind
      if (kind === 'two-faced') twoFaced(office, grounds)
      if (kind === 're-sequencing') return resequence(office, grounds, chance)
      office.crash('kill', 10)
    },
  }
}

function twoFaced(office: Machine, { double }: Grounds): void {
  const other = double(office, office.hardware.server.clone())
  other.treason = office.treason
  other.start()
}

/** The night is written again from its beginning: the same statements in another order, and some of them left out. */
function resequence(office: Machine, { world, history, early }: Grounds, chance: Seeded): void {
  const log = seatOf(office)
  const before = early(office)
  const said = office.hardware.server.entries(log).slice(before.server.entries(log).length).flatMap(statementOf)
  office.hardware.server.become(before.server)
  office.hardware.marks.become(before.marks)
  office.replaceDisk(before.disk, 10)
  const kept = chance.shuffled(said).slice(chance.integer(0, 1))
  const client = new Program(`clerk of ${office.name}`)
  const desk = { world, history, client, machines: () => [office], log, way: { lossRate: 0 } }
  void (async () => {
    for (const signed of kept) await fileUntilLogged(desk, signed)
  })()
}

function statementOf(bytes: Uint8Array): readonly SignedBytes[] {
  const opened = openEntry(bytes)
  return opened.ok && opened.value.statement.ok ? [opened.value.entry] : []
}
