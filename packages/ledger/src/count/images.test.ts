import type { EvidenceRefInput } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { imageBytesMax, maskedCopiesMax } from '../base/limits.ts'
import type { SignedBytes } from '../event/statement.ts'
import {
  type Actor,
  type FixtureSeat,
  fixtureElection,
  form45Of,
  imageNamed,
  markingSigner,
  masked,
} from '../fixture/index.ts'

const votes = [3, 2, 1]
const original = imageNamed('the form')

describe('an image', () => {
  it.each([
    ['a form', (seat: FixtureSeat) => seat.po(1).submit({ votes, fields: { image: original } })],
    ['a paper', (seat: FixtureSeat) => seat.ro.certifyPaper(1, [seat.aro], { image: original })],
    ['a copy', (seat: FixtureSeat) => copied(seat)],
    ['what was posted', (seat: FixtureSeat) => posted(seat)],
  ])('is known from the entry in which %s names it', (_, named) => {
    const seat = night()
    seat.must(named(seat))
    expect(recordOf(seat, original)).toEqual({
      size: original.size,
      mediaTypes: ['image/jpeg'],
      station: 1,
      index: seat.log.fold.size - 1,
      original: undefined,
      masked: undefined,
      copies: 0,
    })
  })

  it('is known by its first name; of whoever names it again a type is added, and none that nobody takes', () => {
    const seat = night()
    const named = (station: number, mediaType: string) =>
      seat.must(seat.po(station).submit({ votes, fields: { image: { ...original, size: 7 + station, mediaType } } }))
    named(1, 'text/html')
    expect(recordOf(seat, original)).toMatchObject({ size: 8, station: 1, mediaTypes: [] })
    named(2, 'image/png')
    named(3, 'image/jpeg')
    seat.must(seat.observer().say('NA-1', { body: 'copySeenPosted', copySeenPosted: { station: 1, image: original } }))
    const mediaTypes = ['image/png', 'image/jpeg']
    expect(recordOf(seat, original)).toMatchObject({ size: 8, station: 1, mediaTypes })
    expect(recordOf(withForm(), original)?.mediaTypes).toBe(recordOf(withForm(), original)?.mediaTypes)
  })

  it.each([
    ['without bytes', { ...original, size: 0 }],
    ['above the limit', { ...original, size: imageBytesMax + 1 }],
    ['without a hash', { ...original, sha256: new Uint8Array(31) }],
  ])('%s is named in vain, and the form stands', (_, image) => {
    const seat = night()
    seat.must(seat.po(1).submit({ votes, fields: { image } }))
    expect(seat.log.seat.images.size).toBe(0)
  })

  it('is known from an intake log too, which counts nothing', () => {
    const election = fixtureElection({ signer: markingSigner() })
    const [seat, intake] = [election.seat('NA-1'), election.intake('hq')]
    expect(intake.submit(seat.po(1).submit({ votes, fields: { image: original } }))).toBeUndefined()
    const { content } = intake.fold
    expect(content.kind === 'intake' && [...content.images.keys()]).toEqual([toHex(original.sha256)])
  })
})

describe('a masked copy', () => {
  it('takes the place of the one before, and neither is forgotten', () => {
    const seat = withForm()
    const [first, second] = [imageNamed('first'), imageNamed('second')]
    seat.must(mask(seat.ro, first))
    seat.must(mask(seat.aro, second))
    expect(recordOf(seat, original)).toMatchObject({ masked: toHex(second.sha256), copies: 2, original: undefined })
    for (const copy of [first, second]) {
      expect(recordOf(seat, copy)).toMatchObject({ original: toHex(original.sha256), station: 1, masked: undefined })
    }
  })

  it('is of an image that the log names', () => {
    const seat = withForm()
    seat.must(mask(seat.ro, imageNamed('copy')))
    expect(refusal(seat, mask(seat.ro, imageNamed('x'), imageNamed('unknown')))).toBe('image/not-named')
    expect(refusal(seat, mask(seat.ro, imageNamed('x'), imageNamed('copy')))).toBe('image/not-named')
  })

  it('is no original and no copy of another, which would show what it is to cover', () => {
    const seat = withForm()
    const other = imageNamed('another form')
    seat.must(seat.po(2).submit({ votes, fields: { image: other } }))
    const copy = imageNamed('copy')
    seat.must(mask(seat.ro, copy))
    for (const named of [original, other]) {
      expect(refusal(seat, mask(seat.ro, named))).toBe('image/named-otherwise')
    }
    expect(refusal(seat, mask(seat.ro, copy, other))).toBe('image/named-otherwise')
    expect(refusal(seat, mask(seat.ro, copy))).toBe('act/already-done')
  })

  it('can be taken', () => {
    const seat = withForm()
    for (const odd of [{ size: 0 }, { size: imageBytesMax + 1 }, { sha256: new Uint8Array(1) }]) {
      expect(refusal(seat, mask(seat.ro, { ...imageNamed('x'), ...odd }))).toBe('statement/bad-shape')
    }
    expect(refusal(seat, mask(seat.ro, undefined))).toBe('statement/bad-shape')
  })

  it('is made so often and no more', () => {
    const seat = withForm()
    for (let i = 0; i < maskedCopiesMax; i += 1) seat.must(mask(seat.ro, imageNamed(`copy ${i}`)))
    expect(refusal(seat, mask(seat.ro, imageNamed('one more')))).toBe('image/masked-often-enough')
  })

  it('is named by the returning officer’s office alone', () => {
    const seat = withForm()
    const stranger = seat.po(1)
    expect(refusal(seat, mask(stranger, imageNamed('copy')))).toBe('statement/no-standing')
  })
})

function mask(by: Actor, copy: EvidenceRefInput | undefined, of: EvidenceRefInput = original): SignedBytes {
  return by.say('NA-1', masked(of, copy))
}

function copied(seat: FixtureSeat): SignedBytes {
  const form = { ...form45Of(1, { votes }), image: imageNamed('within the copy') }
  return seat.observer().say('NA-1', { body: 'copyFiled', copyFiled: { kind: 4, form, image: original, channel: 1 } })
}

function posted(seat: FixtureSeat): SignedBytes {
  return seat.observer().say('NA-1', { body: 'copySeenPosted', copySeenPosted: { station: 1, image: original } })
}

function refusal(seat: FixtureSeat, signed: SignedBytes): string | undefined {
  return seat.log.admit(signed)?.code
}

function recordOf(seat: FixtureSeat, { sha256: hash }: EvidenceRefInput) {
  return seat.log.seat.images.get(toHex(hash))
}

function withForm(): FixtureSeat {
  const seat = night()
  seat.must(seat.po(1).submit({ votes, fields: { image: original } }))
  return seat
}

function night(): FixtureSeat {
  return fixtureElection({ signer: markingSigner(), watchers: true }).seat('NA-1')
}
