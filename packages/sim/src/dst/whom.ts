import { invariant } from '@khata/ledger'
import type { Seeded } from '../election/seeded.ts'
import { machinePlans } from './election.ts'
import type { OfficerDevice } from './devices.ts'
import type { Machine, MachinePlan } from './machine.ts'
import type { Grounds } from './part.ts'

export const offices: readonly MachinePlan[] = machinePlans.filter(({ role }) => role === 'ro')

/** One of the machines by chance: where by then two of one office run, one of the two. */
export function anyOf(
  chance: Seeded,
  plans: readonly MachinePlan[] = machinePlans,
): { readonly name: string; readonly machine: (grounds: Grounds) => Machine } {
  const plan = plans[chance.integer(0, plans.length - 1)]
  const which = chance.uniform()
  const machine = ({ machines }: Grounds): Machine => {
    const same = machines.filter((one) => one.plan.signer === plan?.signer)
    const found = same[Math.floor(which * same.length)]
    if (found === undefined) throw new Error('no machine')
    return found
  }
  return { name: plan?.name ?? '', machine }
}

/** The device of a station's presiding officer. */
export function deviceAt({ devices }: Grounds, seat: string, number: number): OfficerDevice {
  const found = devices.find((one) => one.seat.seat === seat && one.station.number === number)
  invariant(found !== undefined, 'every station has a device')
  return found
}
