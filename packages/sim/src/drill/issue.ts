import type { Form47 } from '@khata/ledger'
import type { Drill } from './drill.ts'
import { forSites } from './network.ts'

/**
 * Elections Act 2017 s. 13(3): each returning officer's Form 47 as it stands, with a reason for each station awaited.
 * @param late the reason of a station from which nothing came.
 */
export async function issueAll(drill: Drill, late: string): Promise<readonly ('partial' | 'complete')[]> {
  return await forSites(drill.plan.seats, ({ seat }) => drill.ro(seat).issue((open) => reasonFor(open, late)))
}

function reasonFor({ status }: Form47['notCounted'][number], late: string): string {
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
    case 'closed':
      return 'no poll was completed'
  }
}
