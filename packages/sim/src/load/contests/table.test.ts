import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { generateElection } from '../../election/generate.ts'
import { withSeats } from './seats.ts'
import { CONTESTS, SEAT_KINDS } from './table.ts'

describe('the table of contests', () => {
  it('gives each contest a seat of its own, beside those of the generated election', () => {
    const plan = withSeats(generateElection({ seed: 7, seats: 12 }), SEAT_KINDS)
    const seats = plan.seats.map(({ seat }) => seat)
    expect(new Set(seats).size).toBe(12 + CONTESTS.length)
    expect(new Set(plan.seats.slice(12).map(({ assembly }) => assembly))).toEqual(new Set(['NA', 'PA']))
  })

  it.each(CONTESTS.map(({ kind, comesTo }) => [kind.seat, { kind, comesTo }] as const))(
    'says of each station of %s where it ends',
    (_, { kind, comesTo }) => {
      const { listed, registeredVoters: _registered, ...states } = comesTo.form47.stations ?? {}
      const added = (listed ?? 0) - kind.stations.length
      expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(listed)
      expect(added).toBe(kind.seat === 'PP-404' ? 1 : 0)
      expect(comesTo.proceedings.status).toBeDefined()
    },
  )

  it('is the one of docs/load.md', async () => {
    const docs = await readFile(new URL('../../../../../docs/load.md', import.meta.url), 'utf8')
    const rows = docs.split('\n').filter((line) => /^\| [A-Z]{2}-4\d\d \|/.test(line))
    expect(rows).toEqual(CONTESTS.map(({ kind, title }) => `| ${kind.seat} | ${kindText(kind)} | ${title} |`))
  })
})

function kindText({ stations, candidates }: (typeof SEAT_KINDS)[number]): string {
  const types = [...new Set(stations)].join(', ')
  return `${stations.length} ${types}; ${candidates} candidate${candidates === 1 ? '' : 's'}`
}
