import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  afterNews,
  afterStart,
  type HubNews,
  type HubState,
  isToBeSaid,
  modeHeldMs,
  type ModeSaid,
  modeOfAll,
  modeSaidEveryMs,
  silentMsMax,
} from './modes.ts'

const start = afterStart(undefined, 1_000)
const online = afterNews(start, 'answered', 2_000)

describe('a hub', () => {
  it('is offline until it answers', () => {
    expect(start).toMatchObject({ mode: 'offline', since: 1_000 })
    expect(online).toMatchObject({ mode: 'online', since: 2_000 })
  })

  it('is out of reach once it has been silent for long enough, and since it answered last', () => {
    const later = afterNews(online, 'answered', 5_000)
    expect(afterNews(later, 'silent', 5_000 + silentMsMax - 1)).toEqual(later)
    expect(afterNews(later, 'silent', 5_000 + silentMsMax)).toMatchObject({ mode: 'offline', since: 5_000 })
  })

  it('speaks by hand only while it does not answer', () => {
    expect(afterNews(online, 'carried', 3_000)).toEqual(online)
    const carried = afterNews(start, 'carried', 3_000)
    expect(carried).toMatchObject({ mode: 'courier', since: 3_000 })
    expect(afterNews(carried, 'carried', 9_000)).toEqual(carried)
    expect(afterNews(carried, 'silent', 99_000)).toEqual(carried)
    expect(afterNews(carried, 'answered', 9_000)).toMatchObject({ mode: 'online', since: 9_000 })
  })

  it('that was out of reach before a start has been so since then', () => {
    expect(afterStart({ mode: 'courier', since: 7 }, 100)).toMatchObject({ mode: 'courier', since: 7 })
    expect(afterStart({ mode: 'online', since: 7 }, 100)).toMatchObject({ mode: 'offline', since: 100 })
  })
})

test('a node is online while any hub answers, and by courier while any other word comes', () => {
  const [offline, carried] = [start, afterNews(start, 'carried', 3_000)]
  expect(modeOfAll([offline, carried, online])).toBe('online')
  expect(modeOfAll([offline, carried])).toBe('courier')
  expect(modeOfAll([offline])).toBe('offline')
  expect(modeOfAll([])).toBe('offline')
})

describe('the logs are told of a mode', () => {
  it('when it has held, and not before', () => {
    expect(isToBeSaid(start, undefined, 1_000 + modeHeldMs - 1)).toBe(false)
    expect(isToBeSaid(start, undefined, 1_000 + modeHeldMs)).toBe(true)
  })

  it('never of a link that has held since the start', () => {
    fc.assert(
      fc.property(fc.nat(), (ms) => {
        expect(isToBeSaid(online, undefined, 2_000 + ms)).toBe(false)
      }),
    )
  })

  it('also where the clock was set back', () => {
    expect(isToBeSaid(start, { mode: 'online', at: 1_000_000 }, 999)).toBe(true)
  })

  it('at most once in an interval, whatever a link does, and in the end of the mode it is in', () => {
    const news = fc.record({
      kind: fc.constantFrom<HubNews>('answered', 'silent', 'carried'),
      ms: fc.integer({ min: 1, max: modeHeldMs }),
    })
    fc.assert(
      fc.property(fc.array(news, { maxLength: 200 }), (happened) => {
        let now = 0
        let state: HubState = afterStart(undefined, now)
        let said: ModeSaid | undefined
        const times: number[] = []
        const look = (): void => {
          if (!isToBeSaid(state, said, now)) return
          said = { mode: state.mode, at: now }
          times.push(now)
        }
        for (const { kind, ms } of happened) {
          now += ms
          look()
          state = afterNews(state, kind, now)
        }
        now += modeHeldMs + modeSaidEveryMs
        look()
        expect(said?.mode ?? 'online').toBe(state.mode)
        expect(times.every((at, i) => i === 0 || at - (times[i - 1] ?? 0) >= modeSaidEveryMs)).toBe(true)
      }),
    )
  })
})
