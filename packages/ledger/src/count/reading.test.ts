import type { FigureResolvedInput, RuleParametersInput } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignedBytes } from '../event/statement.ts'
import { type Figures, type FixtureSeat, fixtureElection, markingSigner } from '../fixture/index.ts'
import { differences } from './figures.ts'

const votes = { votes: [1, 2, 3] }
const misread = { votes: [9, 2, 3] }

describe('two readings of a form from a device', () => {
  it('are the presiding officer’s own and one operator’s', () => {
    const { seat, document } = office({ readingsAcceptedMin: 2 })
    expect(seat.log.admit(seat.ro.accept(document, 1))?.code).toBe('reading/missing')
    seat.must(seat.operator(1).read(document, votes, 1))
    seat.must(seat.ro.accept(document, 1))
  })

  it('may come one after the other: counted on the first at 02:00, pending, and not complete without the second', () => {
    const { seat, document } = office({ readingsAcceptedMin: 1, readingsCompleteMin: 2 }, 1)
    seat.must(seat.ro.accept(document, 1))
    expect(seat.log.form47.readings).toEqual({ neededForComplete: 2, pending: [1], open: [] })
    expect(seat.log.admit(seat.ro.issueForm47(seat.log))?.code).toBe('form-47/readings-missing')
    seat.must(seat.operator(1).read(document, votes, 1))
    expect(seat.log.form47.readings.pending).toEqual([])
    seat.must(seat.ro.issueForm47(seat.log))
  })

  it('that differ count as none until every figure is settled, by whom and why on record', () => {
    const { seat, document } = office()
    seat.must(seat.operator(1).read(document, misread, 1))
    expect(seat.log.form47.readings.open).toEqual([1])
    expect(seat.log.admit(seat.ro.accept(document, 1))?.code).toBe('reading/differs')
    const figures = open(seat, 1, 'own')
    for (const wrong of [figures.slice(1), [...figures, ...figures], []]) {
      expect(seat.log.admit(seat.ro.resolve(document, 1, wrong))?.code).toBe('reading/not-as-open')
    }
    expect(seat.log.admit(seat.ro.resolve(document, 1, figures, ''))?.code).toBe('act/needs-reason')
    seat.must(seat.ro.resolve(document, 1, figures))
    seat.must(seat.ro.accept(document, 1))
    expect(seat.log.form47.candidates.map((candidate) => candidate.votes)).toEqual([1, 2, 3])
  })

  it('settled against what the officer signed hold the station: nobody else alters his form', () => {
    const { seat, document } = office()
    seat.must(seat.ro.accept(document, 1))
    seat.must(seat.operator(1).read(document, misread, 1))
    expect(seat.log.form47.stations.accepted).toBe(1)
    seat.must(seat.ro.resolve(document, 1, open(seat, 1, 'read')))
    expect(seat.log.form47.holds).toMatchObject([{ station: 1, why: 'form-45/paper-differs' }])
    expect(seat.log.form47.candidates.map(({ votes: counted, held }) => [counted, held])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ])
  })
})

describe('a form on paper', () => {
  it('counts by what two operators read, and the register sees its share', () => {
    const { seat } = office({ readingsAcceptedMin: 2, paperSharePerMilleMax: 333 })
    const paper = seat.must(seat.ro.certifyPaper(2, [seat.aro]))
    expect(seat.log.admit(seat.ro.accept(paper, 2))?.code).toBe('reading/missing')
    seat.must(seat.operator(1).read(paper, votes, 2))
    expect(seat.log.admit(seat.ro.accept(paper, 2))?.code).toBe('reading/missing')
    seat.must(seat.operator(2).read(paper, votes, 2))
    seat.must(seat.ro.accept(paper, 2))
    expect(seat.log.form47.candidates.map((candidate) => candidate.votes)).toEqual([1, 2, 3])
    expect(seat.log.form47.paper).toEqual({ stations: [2], perMille: 500, alert: true })
  })

  it('is not accepted before anyone has read it, whatever the register asks', () => {
    const { seat } = office()
    const paper = seat.must(seat.ro.certifyPaper(2, [seat.aro]))
    expect(seat.log.admit(seat.ro.accept(paper, 2))?.code).toBe('reading/missing')
  })

  it('whose readings are settled is checked again as settled, and counts so', () => {
    const { seat } = office()
    const paper = seat.must(seat.ro.certifyPaper(2, [seat.aro]))
    seat.must(seat.operator(1).read(paper, misread, 2))
    seat.must(seat.ro.accept(paper, 2))
    seat.must(seat.operator(2).read(paper, votes, 2))
    seat.must(seat.ro.resolve(paper, 2, open(seat, 2, 'read')))
    expect(seat.log.form47.candidates.map((candidate) => candidate.votes)).toEqual([1, 2, 3])
    expect(seat.log.form47.stations.accepted).toBe(1)
  })

  it('settled into something that does not add up leaves the count again', () => {
    const { seat } = office()
    const paper = seat.must(seat.ro.certifyPaper(2, [seat.aro]))
    const wrong = { ...votes, fields: { validTotal: 7 } }
    seat.must(seat.operator(1).read(paper, votes, 2))
    seat.must(seat.ro.accept(paper, 2))
    seat.must(seat.operator(2).read(paper, wrong, 2))
    seat.must(seat.ro.resolve(paper, 2, open(seat, 2, 'read')))
    expect(seat.log.form47.stations).toMatchObject({ accepted: 0, received: 2 })
    expect(seat.log.form47.candidates.map((candidate) => candidate.votes)).toEqual([0, 0, 0])
    expect(seat.log.admit(seat.ro.accept(paper, 2))?.code).toBe('form-45/has-errors')
  })

  it('gives way to the officer’s own form until it is read, and holds the station where they differ', () => {
    const { seat } = office()
    seat.must(seat.ro.certifyPaper(2, [seat.aro]))
    seat.must(seat.po(2).submit(votes))
    expect(seat.log.seat.stations.get(2)).toMatchObject({ status: 'received', current: { basis: 'device' } })
    const paper = seat.must(seat.ro.certifyPaper(3, [seat.aro]))
    seat.must(seat.operator(1).read(paper, misread, 3))
    seat.must(seat.po(3).submit(votes))
    expect(seat.log.form47.holds).toMatchObject([{ station: 3, why: 'form-45/paper-differs' }])
  })
})

describe('over any two readings', () => {
  it('settling them to either leaves nothing open, and the figures are those settled', () => {
    const figures = fc.array(fc.nat(300), { minLength: 3, maxLength: 3 }).map((counts): Figures => ({ votes: counts }))
    fc.assert(
      fc.property(figures, figures, fc.boolean(), (first, second, toSecond) => {
        const { seat } = office()
        const paper = seat.must(seat.ro.certifyPaper(2, [seat.aro]))
        seat.must(seat.operator(1).read(paper, first, 2))
        seat.must(seat.operator(2).read(paper, second, 2))
        const settled = open(seat, 2, toSecond ? 'read' : 'own')
        if (settled.length > 0) seat.must(seat.ro.resolve(paper, 2, settled))
        expect(seat.log.form47.readings.open).toEqual([])
        seat.must(seat.ro.accept(paper, 2))
        expect(seat.log.form47.candidates.map((candidate) => candidate.votes)).toEqual(
          (toSecond ? second : first).votes,
        )
      }),
      { numRuns: 30 },
    )
  })
})

/** An office with two operators, at which the forms of the first stations have arrived. */
function office(parameters: RuleParametersInput = {}, stations = 3) {
  const seat: FixtureSeat = fixtureElection({ signer: markingSigner(), parameters, operators: 2, stations }).seat(
    'NA-1',
  )
  const document: SignedBytes = seat.must(seat.po(1).submit(votes))
  return { seat, document }
}

/** Each figure in which a station's readings differ, as its form has it or as the other reading has it. */
function open(seat: FixtureSeat, station: number, outcome: 'own' | 'read'): readonly FigureResolvedInput[] {
  const current = seat.log.seat.stations.get(station)?.current
  const own = current?.figures ?? ''
  const read = current?.readings.find(({ figures }) => figures !== undefined)?.figures ?? own
  const differing = outcome === 'own' ? differences(read, own) : differences(own, read)
  return differing.map(({ figure, row, value }) => ({ figure: { figure, row }, value }))
}
