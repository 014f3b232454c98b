import type { KeyRefusal } from './keys.ts'

type KeyVector = {
  readonly name: string
  readonly key: string
  readonly refusal: KeyRefusal['code'] | undefined
}

const honestKey = 'e7e46dc06564fb8169b316797039fdb4554184675751e96eea785426e321f69b'

/**
 * The part of test/vectors/ed25519-mixed-order.json that every native key check is tried on at start.
 * A test holds the two together.
 */
export const selfTestKeys: readonly KeyVector[] = [
  { name: 'honest key', key: honestKey, refusal: undefined },
  {
    name: 'key plus 1 times a point of order 8',
    key: 'e6cdf81bfe0104ed98e0bceb951951bd2f23c2df6adfc1535980b39139159685',
    refusal: 'key/torsion',
  },
  {
    name: 'key plus 2 times a point of order 8',
    key: 'a9b790e213359c4934f88e9faa54a62c9d3ecbd32bd687e702d2eba33eb2dc47',
    refusal: 'key/torsion',
  },
  {
    name: 'key plus 3 times a point of order 8',
    key: 'ec13b2a4277206e492228479c87b9701c1538b6649a252cd29f5a35b12058fde',
    refusal: 'key/torsion',
  },
  {
    name: 'key plus 4 times a point of order 8',
    key: '061b923f9a9b047e964ce9868fc6024baabe7b98a8ae16911587abd91cde0964',
    refusal: 'key/torsion',
  },
  {
    name: 'key plus 5 times a point of order 8',
    key: '073207e401fefb12671f43146ae6ae42d0dc3d2095203eaca67f4c6ec6ea697a',
    refusal: 'key/torsion',
  },
  {
    name: 'key plus 6 times a point of order 8',
    key: '44486f1decca63b6cb07716055ab59d362c1342cd4297818fd2d145cc14d23b8',
    refusal: 'key/torsion',
  },
  {
    name: 'key plus 7 times a point of order 8',
    key: '01ec4d5bd88df91b6ddd7b86378468fe3eac7499b65dad32d60a5ca4edfa7021',
    refusal: 'key/torsion',
  },
  {
    name: 'small-order key 8',
    key: '0100000000000000000000000000000000000000000000000000000000000000',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 9',
    key: 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 10',
    key: '0000000000000000000000000000000000000000000000000000000000000080',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 11',
    key: '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 12',
    key: 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 13',
    key: '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 14',
    key: '0000000000000000000000000000000000000000000000000000000000000000',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 15',
    key: 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    refusal: 'key/small-order',
  },
  {
    name: 'small-order key 16',
    key: '0100000000000000000000000000000000000000000000000000000000000080',
    refusal: 'key/not-canonical',
  },
  {
    name: 'small-order key 17',
    key: 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    refusal: 'key/not-canonical',
  },
  {
    name: 'small-order key 18',
    key: 'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    refusal: 'key/not-canonical',
  },
  {
    name: 'small-order key 19',
    key: 'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    refusal: 'key/not-canonical',
  },
  {
    name: 'small-order key 20',
    key: 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    refusal: 'key/not-canonical',
  },
  {
    name: 'small-order key 21',
    key: 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    refusal: 'key/not-canonical',
  },
]
