import type { AwaitedStation } from '../officers/returning-officer.ts'
import type { Drill } from './drill.ts'
import { forSites } from './network.ts'

/**
 * Elections Act 2017 s. 13(3): each returning officer's Form 47 as it stands, with a reason for each station awaited.
 * @param late the reason of a station from which nothing came.
 */
export async function issueAll(drill: Drill, late: string): Promise<readonly ('partial' | 'complete')[]> {
  return await forSites(drill.plan.seats, async ({ seat }) => {
    const { stage } = await drill.ro(seat).issue((open) => reasonFor(open, late))
    return stage
  })
}

function reasonFor({ status }: AwaitedStation, late: string): string {
  switch (status) {
    case 'awaited':
      return late
    case 'returned':
      return 'returned to the presiding officer for correction'
    case 'received':
      return 'received, not yet examined'
    case 'rejected':
      return 'not a Form 45 of this station'
    case 'held':
      return 'two forms that differ'
  }
}
