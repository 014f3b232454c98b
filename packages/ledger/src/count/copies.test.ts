import { CopyKind, type Role, Role as Roles } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiesPerOfficeMax, tracesPerOfficeMax } from '../base/limits.ts'
import { type FixtureSeat, fixtureElection, markingSigner, type Watcher } from '../fixture/index.ts'
import { figuresOf, formOf, settled, swappedColumns } from './figures.ts'

const votes = { votes: [10, 20, 30] }
const other = { votes: [20, 10, 30] }
const kinds = [CopyKind.RETURNING_OFFICER, CopyKind.HQ, CopyKind.AGENT, CopyKind.OBSERVER, CopyKind.POSTED] as const

const mayFile: readonly (readonly [keyof typeof filers, readonly CopyKind[]])[] = [
  ['candidate', [CopyKind.AGENT, CopyKind.POSTED]],
  ['agent', [CopyKind.AGENT, CopyKind.POSTED]],
  ['observer', [CopyKind.OBSERVER, CopyKind.POSTED]],
  ['returning officer', [CopyKind.RETURNING_OFFICER, CopyKind.POSTED]],
  ['district returning officer', [CopyKind.RETURNING_OFFICER, CopyKind.POSTED]],
  ['provincial commissioner', [CopyKind.RETURNING_OFFICER, CopyKind.HQ, CopyKind.POSTED]],
  ['HQ', [CopyKind.RETURNING_OFFICER, CopyKind.HQ, CopyKind.POSTED]],
]

describe('a copy is filed', () => {
  it.each(mayFile)('by a %s: of the kinds that the office holds, and of no other', (filer, allowed) => {
    const { seat, by } = filed(filer)
    const codes = kinds.map((kind) => seat.log.admit(by.fileCopy(votes, 1, kind))?.code)
    expect(codes).toEqual(kinds.map((kind) => (allowed.includes(kind) ? undefined : 'copy/not-this-kind')))
    expect(seat.log.admit(by.fileCopy(votes, 1, CopyKind.UNSPECIFIED))?.code).toBe('copy/not-this-kind')
  })

  it("by an agent of the agent's own station only, by a candidate of any", () => {
    const seat = night()
    expect(seat.log.admit(seat.agent(1, 1).fileCopy(votes, 2))?.code).toBe('station/not-own')
    expect(seat.log.admit(seat.candidate(1).fileCopy(votes, 2))).toBeUndefined()
  })

  it('and kept, each a document of its own, in whatever state the station is', () => {
    const seat = night()
    seat.must(seat.agent(1, 1).fileCopy(votes, 1))
    const form = seat.must(seat.po(1).submit(votes))
    seat.must(seat.observer().fileCopy(votes, 1, CopyKind.POSTED))
    seat.must(seat.ro.accept(form, 1))
    seat.must(seat.agent(1, 2).fileCopy(votes, 1))
    const { copies, status } = seat.log.seat.stations.get(1)!
    expect(status).toBe('accepted')
    expect(copies.map(({ kind, office }) => [kind, office])).toEqual([
      [CopyKind.AGENT, 'agent/1/1'],
      [CopyKind.POSTED, 'observer'],
      [CopyKind.AGENT, 'agent/1/2'],
    ])
    expect(new Set(copies.map(({ hash }) => hash)).size).toBe(3)
  })
})

describe('a copy that says otherwise', () => {
  it('makes the station disputed: counted all the same, and flagged, whichever came first', () => {
    for (const copyFirst of [true, false]) {
      const seat = night()
      if (copyFirst) seat.must(seat.agent(1, 1).fileCopy(other, 1))
      const form = seat.must(seat.po(1).submit(votes))
      seat.must(seat.ro.accept(form, 1))
      if (!copyFirst) seat.must(seat.agent(1, 1).fileCopy(other, 1))
      const { form47 } = seat.log
      expect(form47.candidates.map(({ votes: sum, disputed, held }) => [sum, disputed, held])).toEqual([
        [10, 10, 0],
        [20, 20, 0],
        [30, 30, 0],
      ])
      expect(form47.disputes).toMatchObject([{ station: 1, copy: 'agent', office: 'agent/1/1', swapped: [0, 1] }])
      expect(form47.stations).toMatchObject({ accepted: 1, held: 0 })
    }
  })

  it('contradicts only in what both state: one that lacks figures disputes nothing', () => {
    const seat = night()
    seat.must(seat.ro.accept(seat.must(seat.po(1).submit(votes)), 1))
    seat.must(seat.agent(1, 1).fileCopy({ votes: [10, null, null], fields: unknown }, 1))
    expect(seat.log.form47.disputes).toEqual([])
    seat.must(seat.agent(1, 1).fileCopy({ votes: [11, null, null], fields: unknown }, 1))
    expect(seat.log.form47.disputes).toMatchObject([{ swapped: null }])
  })

  it('ceases to when the presiding officer corrects the form to what it says', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    seat.must(seat.ro.accept(form, 1))
    seat.must(seat.agent(1, 1).fileCopy(other, 1))
    seat.must(seat.ro.ask(form, 1))
    seat.must(seat.ro.accept(seat.must(seat.po(1).correct(form, other)), 1))
    expect(seat.log.form47.disputes).toEqual([])
    expect(seat.log.form47.candidates[0]).toMatchObject({ votes: 20, disputed: 0 })
  })

  it('never moves what is counted, whatever an adversary files at every station; all of it is listed', () => {
    const figure = fc.option(fc.nat(900), { nil: null })
    const adversary = fc.array(fc.tuple(figure, figure, figure), { minLength: 3, maxLength: 24 })
    fc.assert(
      fc.property(adversary, (copies) => {
        const seat = night()
        for (const station of [1, 2, 3]) seat.must(seat.ro.accept(seat.must(seat.po(station).submit(votes)), station))
        const before = structuredClone(seat.log.seat.sums.counted)
        copies.forEach((figures, at) => seat.must(seat.candidate(2).fileCopy({ votes: figures }, 1 + (at % 3))))
        expect(seat.log.seat.sums.counted).toEqual(before)
        const { form47 } = seat.log
        expect(form47.stations).toMatchObject({ accepted: 3, held: 0 })
        const contradicting = copies.filter((figures) => disputes(figures)).length
        expect(form47.disputes).toHaveLength(contradicting)
        const disputed = new Set(copies.flatMap((figures, at) => (disputes(figures) ? [at % 3] : []))).size
        expect(form47.candidates[0]?.disputed).toBe(10 * disputed)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves the sums as they were when its station is returned', () => {
    const seat = night()
    const before = structuredClone(seat.log.seat.sums)
    const form = seat.must(seat.po(1).submit(votes))
    seat.must(seat.ro.accept(form, 1))
    seat.must(seat.agent(1, 1).fileCopy(other, 1))
    seat.must(seat.ro.ask(form, 1))
    expect(seat.log.seat.sums).toEqual(before)
  })
})

describe('a form is countersigned', () => {
  it('by the senior assistant, agents, candidates and observers, or refused with a reason; the newest word stands', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    const assistant = seat.watcher('sapo/1')
    seat.must(assistant.countersign(form, 1))
    seat.must(seat.agent(1, 1).countersign(form, 1, { copyReceived: false }))
    seat.must(seat.agent(1, 2).countersign(form, 1, { refused: 'the box was open', copyReceived: false }))
    seat.must(seat.observer().countersign(form, 1))
    const signed = () => seat.log.seat.stations.get(1)?.current?.countersigned
    expect(signed()).toMatchObject([
      { office: 'sapo/1', refused: false },
      { office: 'agent/1/1', refused: false, copyReceived: false },
      { office: 'agent/1/2', refused: true },
      { office: 'observer', refused: false, copyReceived: true },
    ])
    seat.must(seat.agent(1, 1).countersign(form, 1))
    expect(signed()).toHaveLength(4)
    expect(signed()?.[1]).toMatchObject({ office: 'agent/1/1', refused: false, copyReceived: true })
  })

  it('by nobody of another station, by none without a reason to refuse, and only as it stands', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    expect(seat.log.admit(seat.agent(2, 1).countersign(form, 1))?.code).toBe('station/not-own')
    expect(seat.log.admit(seat.agent(1, 1).countersign(form, 1, { refused: '' }))?.code).toBe('act/needs-reason')
    seat.must(seat.ro.ask(form, 1))
    seat.must(seat.agent(1, 1).countersign(form, 1))
    const corrected = seat.must(seat.po(1).correct(form, other))
    expect(seat.log.admit(seat.agent(1, 1).countersign(form, 1))?.code).toBe('form-45/unknown-form')
    expect(seat.log.seat.stations.get(1)?.current?.countersigned).toEqual([])
    seat.must(seat.agent(1, 1).countersign(corrected, 1))
  })
})

describe('a key that takes an office of the same name', () => {
  it('neither speaks over the other nor uses up what the other may file', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    const impostor = seat.watcher('impostor')
    const post = { office: 'agent/1/1', role: Roles.POLLING_AGENT, station: 1, candidate: 1 }
    seat.must(seat.ro.enrol(impostor, post, { reason: 'a substitute', secondOfficers: [seat.aro] }))
    seat.must(seat.agent(1, 1).countersign(form, 1, { refused: 'the box was open' }))
    seat.must(impostor.countersign(form, 1))
    const signed = seat.log.seat.stations.get(1)?.current?.countersigned
    expect(signed?.map(({ office, refused }) => [office, refused])).toEqual([
      ['agent/1/1', true],
      ['agent/1/1', false],
    ])
    for (let copy = 0; copy < copiesPerOfficeMax; copy += 1) seat.must(impostor.fileCopy(votes, 1))
    seat.must(seat.agent(1, 1).fileCopy(votes, 1))
    for (let report = 0; report < tracesPerOfficeMax; report += 1) seat.must(impostor.seePosted(1))
    seat.must(seat.agent(1, 1).missPosted(1))
  })
})

describe('two candidates’ columns', () => {
  const text = (rows: readonly (number | null)[]) => figuresOf(formOf(textOf(rows), 1), rows.length)

  it('are swapped where two rows are exchanged and all else is the same', () => {
    expect(swappedColumns(text([1, 2, 3]), text([3, 2, 1]))).toEqual([0, 2])
    expect(swappedColumns(text([1, 2, 3]), text([1, 2, 3]))).toBeUndefined()
    expect(swappedColumns(text([1, 2, 3]), text([2, 3, 1]))).toBeUndefined()
    expect(swappedColumns(text([1, 2, 3]), text([2, 4, 3]))).toBeUndefined()
    expect(swappedColumns(text([1, 2, 3]), text([9, 2, 3]))).toBeUndefined()
    expect(swappedColumns(text([1, 2, 3]), text([2, 1, null]))).toEqual([0, 1])
  })

  it('are not where a figure of the whole form differs too', () => {
    const otherTotal = settled(text([2, 1, 3]), [{ figure: { figure: 6, row: null }, value: 7 }])
    const total = settled(text([1, 2, 3]), [{ figure: { figure: 6, row: null }, value: 6 }])
    expect(swappedColumns(total, otherTotal)).toBeUndefined()
  })

  it('are found from either side, whatever the votes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { minLength: 2, maxLength: 8 }), fc.nat(7), fc.nat(7), (rows, i, j) => {
        const [first, second] = [i % rows.length, j % rows.length]
        const exchanged = rows.with(first, rows[second]!).with(second, rows[first]!)
        const expected = first === second ? undefined : [Math.min(first, second), Math.max(first, second)]
        expect(swappedColumns(text(rows), text(exchanged))).toEqual(expected)
        expect(swappedColumns(text(exchanged), text(rows))).toEqual(expected)
      }),
    )
  })
})

const unknown = {
  validTotal: null,
  polledTotal: null,
  excludedTotal: null,
  excludedByGround: [],
  votersMale: null,
  votersFemale: null,
  votersTotal: null,
  ballots: null,
}

/** Whether an adversary's copy states anything that the form of these tests states otherwise. */
function disputes(figures: readonly (number | null)[]): boolean {
  return figures.some((figure, column) => figure !== null && figure !== votes.votes[column]) || figures.includes(null)
}

function textOf(rows: readonly (number | null)[]): string {
  return `${rows.map((total) => `,,,${total ?? ''}`).join(';')}|,,,,|,,,,,,,,,,,,,,`
}

const filers = {
  candidate: (seat: FixtureSeat) => seat.candidate(1),
  agent: (seat: FixtureSeat) => seat.agent(1, 1),
  observer: (seat: FixtureSeat) => seat.observer(),
  'returning officer': Roles.RETURNING_OFFICER,
  'district returning officer': Roles.DISTRICT_RETURNING_OFFICER,
  'provincial commissioner': Roles.PROVINCIAL_COMMISSIONER,
  HQ: Roles.HQ,
} as const

/** A seat, and somebody of that office who files a copy there. */
function filed(filer: keyof typeof filers): { readonly seat: FixtureSeat; readonly by: Watcher } {
  const election = fixtureElection({ signer: markingSigner(), watchers: true })
  const seat = election.seat('NA-1')
  const given = filers[filer]
  if (typeof given === 'function') return { seat, by: given(seat) }
  const by = seat.watcher(filer)
  election.must(election.order({ body: 'keyEnrolled', keyEnrolled: by.claim(officeOf(given)) }))
  seat.must(seat.pinned())
  return { seat, by }
}

function officeOf(role: Role) {
  return { seat: role === Roles.RETURNING_OFFICER ? 'NA-1' : '', office: 'filer', role }
}

function night(): FixtureSeat {
  return fixtureElection({ signer: markingSigner(), watchers: true }).seat('NA-1')
}
