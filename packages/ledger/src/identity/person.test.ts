import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { personCommitment, positionCommitment } from './person.ts'

const salt = new Uint8Array(32).fill(7)
const person = { name: 'نیلا جھیل', cnic: '00000-0000001-1', phone: '+92 000 0000001' }

describe('a commitment', () => {
  it('to a person is what the protocol says, and opens to nobody else', () => {
    const text = `${person.name}\n${person.cnic}\n${person.phone}\n`
    const expected = createHash('sha256').update('khata/person/v1\n').update(salt).update(text).digest('hex')
    expect(toHex(personCommitment(person, salt))).toBe(expected)
    for (const other of [{ name: 'نیلی جھیل' }, { cnic: '00000-0000002-1' }, { phone: '' }]) {
      expect(toHex(personCommitment({ ...person, ...other }, salt))).not.toBe(expected)
    }
    expect(toHex(personCommitment(person, new Uint8Array(32)))).not.toBe(expected)
  })

  it('to a position is what the protocol says', () => {
    const text = '33684420\n73047885\n'
    const expected = createHash('sha256').update('khata/position/v1\n').update(salt).update(text).digest('hex')
    expect(toHex(positionCommitment({ latitude: 33_684_420, longitude: 73_047_885 }, salt))).toBe(expected)
  })
})
