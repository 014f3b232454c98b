import type { KeyRefusal } from './keys.ts'

/**
 * The part of test/vectors/ed25519-mixed-order.json that every native verifier and key check is tried on at start.
 * A test holds the two together.
 */

type KeyVector = {
  readonly name: string
  readonly key: string
  readonly refusal: KeyRefusal['code'] | undefined
}

type SignatureVector = {
  readonly name: string
  readonly message: string
  readonly signature: string
  readonly accept: boolean
}

/** The honest key of every signature below. */

export const selfTestKey = 'e7e46dc06564fb8169b316797039fdb4554184675751e96eea785426e321f69b'

export const selfTestKeys: readonly KeyVector[] = [
  { name: 'honest key', key: selfTestKey, refusal: undefined },
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

export const selfTestSignatures: readonly SignatureVector[] = [
  {
    name: 'honest signature 0',
    message: '',
    signature:
      '3fcd8d2e7ad05ad1d0110ac36e60d3c5de391b586d927d6df8ef1c770f883f60f8c0004af988dd471793eefb6876830f18e885a26b1a438d020656ef85ade30c',
    accept: true,
  },
  {
    name: 'honest signature 1',
    message: '62616c6c6f74',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b03',
    accept: true,
  },
  {
    name: 'honest signature of another message',
    message: '62616c6c6f7473',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b03',
    accept: false,
  },
  {
    name: 'honest signature without its last byte',
    message: '62616c6c6f74',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b',
    accept: false,
  },
  {
    name: 'honest signature and one byte more',
    message: '62616c6c6f74',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b0300',
    accept: false,
  },
  { name: 'no signature', message: '62616c6c6f74', signature: '', accept: false },
  {
    name: 'zero signature',
    message: '62616c6c6f74',
    signature:
      '00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    accept: false,
  },
  {
    name: 'honest key, R plus 1 times a point of order 8, message 0',
    message: '6e6f6e636520706c757320746f7273696f6e20312030',
    signature:
      '248386136994988da1edf88594796e0cad7ce36751354fe016481d2ab08ffd75053455c629379150143582db253e0220904d7d9f1013970d36d88bc16c209d0e',
    accept: false,
  },
  {
    name: 'honest key, R plus 1 times a point of order 8, message 1',
    message: '6e6f6e636520706c757320746f7273696f6e20312031',
    signature:
      '248386136994988da1edf88594796e0cad7ce36751354fe016481d2ab08ffd75fead402fab5efcb3afa67244d87890949f5a4e50f22f1d7b59fd15655b28fb0a',
    accept: false,
  },
  {
    name: 'honest key, R plus 2 times a point of order 8, message 0',
    message: '6e6f6e636520706c757320746f7273696f6e20322030',
    signature:
      'fa094f2240622386348659dc41b5236516b1c893c29cbb37ec0d30b8e86cd5aa3b100a11a04758b7f0c37ce8f95bce26ac5077e8a113721b840a1bd567770b0c',
    accept: false,
  },
  {
    name: 'honest key, R plus 2 times a point of order 8, message 1',
    message: '6e6f6e636520706c757320746f7273696f6e20322031',
    signature:
      'fa094f2240622386348659dc41b5236516b1c893c29cbb37ec0d30b8e86cd5aa0e11e143469a895ad449f24ac9139b3b61441104dfd02a282fab1c636becd60d',
    accept: false,
  },
  {
    name: 'honest key, R plus 3 times a point of order 8, message 0',
    message: '6e6f6e636520706c757320746f7273696f6e20332030',
    signature:
      '8d141f9ce14df7bd607631919d0a7724e2cf4ba7b0acf3eaabf050c9ce6ceb87f7b18cddd0ef4f0724170de9491e541cf5a738b8d6c3a4a9216b5992463a3706',
    accept: false,
  },
  {
    name: 'honest key, R plus 3 times a point of order 8, message 1',
    message: '6e6f6e636520706c757320746f7273696f6e20332031',
    signature:
      '8d141f9ce14df7bd607631919d0a7724e2cf4ba7b0acf3eaabf050c9ce6ceb8797c6978931ba9f99103836755cbc5e8da30d604753b164cd924c446201f3d408',
    accept: false,
  },
  {
    name: 'honest key, R plus 4 times a point of order 8, message 0',
    message: '6e6f6e636520706c757320746f7273696f6e20342030',
    signature:
      '5b509229547d07ea0fb1ab4afeb8da4d75394597c3d2cf0a45f86a59aa7151bfe63a8bedddc6265fed29a91b5240dc222f83ecd5021886eb6347e16b47c00f0a',
    accept: false,
  },
  {
    name: 'honest key, R plus 4 times a point of order 8, message 1',
    message: '6e6f6e636520706c757320746f7273696f6e20342031',
    signature:
      '5b509229547d07ea0fb1ab4afeb8da4d75394597c3d2cf0a45f86a59aa7151bf6c606c123f12714361cb0e3130daa7cf2e7e95f1d432e605207962baa012e008',
    accept: false,
  },
  {
    name: 'honest key, R plus 5 times a point of order 8, message 0',
    message: '6e6f6e636520706c757320746f7273696f6e20352030',
    signature:
      'c97c79ec966b67725e12077a6b8691f352831c98aecab01fe9b7e2d54f70028a04a75b24f2cf0921608db4bb8be36af89438d77968f8eb5c2797324def093401',
    accept: false,
  },
  {
    name: 'honest key, R plus 5 times a point of order 8, message 1',
    message: '6e6f6e636520706c757320746f7273696f6e20352031',
    signature:
      'c97c79ec966b67725e12077a6b8691f352831c98aecab01fe9b7e2d54f70028a980e2b96ddb513d05398841a5860b67bf9d2c86e5a3137f17cabbfb2368b180e',
    accept: false,
  },
  {
    name: 'honest key, R plus 6 times a point of order 8, message 0',
    message: '6e6f6e636520706c757320746f7273696f6e20362030',
    signature:
      'f3f5b0ddbf9ddc79cb79a623be4adc9ae94e376c3d6344c813f2cf4717932a556e06f9f289c1a3636ffd804a29eef0871f73917f738faf92c54ecdfafb910101',
    accept: false,
  },
  {
    name: 'honest key, R plus 6 times a point of order 8, message 1',
    message: '6e6f6e636520706c757320746f7273696f6e20362031',
    signature:
      'f3f5b0ddbf9ddc79cb79a623be4adc9ae94e376c3d6344c813f2cf4717932a5500280f12292b56f0e72965e28ab27e19a989008f7fa9f60e9c39344769cc4a04',
    accept: false,
  },
  {
    name: 'honest key, R plus 7 times a point of order 8, message 0',
    message: '6e6f6e636520706c757320746f7273696f6e20372030',
    signature:
      '60ebe0631eb208429f89ce6e62f588db1d30b4584f530c15540faf3631931478c1edb61767e1e3b1564b56a3d287e7df3bb8033b6f6addbae3d00d5ad3a8d10a',
    accept: false,
  },
  {
    name: 'honest key, R plus 7 times a point of order 8, message 1',
    message: '6e6f6e636520706c757320746f7273696f6e20372031',
    signature:
      '60ebe0631eb208429f89ce6e62f588db1d30b4584f530c15540faf36319314784d8c18567c0fa4643eac1d9427e60cf681a8b67585a1f8f162575d8cadc32007',
    accept: false,
  },
  {
    name: 'honest key, small-order R 1',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '010000000000000000000000000000000000000000000000000000000000000041ddc0403386d30e7f1169bc168eeb6b73252dc680c1291266faf3917c202d0c',
    accept: false,
  },
  {
    name: 'honest key, small-order R 2',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a78d3e52d95c48a91b5c5021a5d1585550f89a2b7e95f387632db1b96cc10ea01',
    accept: false,
  },
  {
    name: 'honest key, small-order R 3',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '0000000000000000000000000000000000000000000000000000000000000080e7d828493942319f96c2926c3e2f694c9121b6e1e1b331383853c3069a5dab01',
    accept: false,
  },
  {
    name: 'honest key, small-order R 4',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc053e7f0f77542fd76906b0d11e72e65453cbd38c5d23706bf68553cc581563c703',
    accept: false,
  },
  {
    name: 'honest key, small-order R 5',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f5f18d4e73124817c09b7717d5731a55e6d1bc9e4171e9200fdb876597d908a01',
    accept: false,
  },
  {
    name: 'honest key, small-order R 6',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85ff2149575e1c9d0cfd2434c97b3c0b54f540510cdecd4d0c9e766419dfaae20e',
    accept: false,
  },
  {
    name: 'honest key, small-order R 7',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '0000000000000000000000000000000000000000000000000000000000000000f9dba0f50c13b8c95993869d390c86a37c21e17257443d6d1eb45b25eb157407',
    accept: false,
  },
  {
    name: 'honest key, small-order R 8',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fadfc623a88068507c2b52cf5f82be21ca0a696aa791742e57661067fc36de7700',
    accept: false,
  },
  {
    name: 'honest key, small-order R 9',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '0100000000000000000000000000000000000000000000000000000000000080af02725acbd67691931acca8788f692736ca7eaa1171701654a08028096d7d08',
    accept: false,
  },
  {
    name: 'honest key, small-order R 10',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd7f88b1b2147a236e8b6eddaa637ea2a44665425443dac5acf645b0fadeb5a05',
    accept: false,
  },
  {
    name: 'honest key, small-order R 11',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f6e5031f610de4f56a3ec88bcc63abd8f732f4bbad6fd7c74c1f9ae8437c6b708',
    accept: false,
  },
  {
    name: 'honest key, small-order R 12',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff40159309ce577bfc82fd1e537a5da05283a1b05f42dd1d72f8f3ff0518383e0d',
    accept: false,
  },
  {
    name: 'honest key, small-order R 13',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f7d12e6c55c88d5502e3d18eb45f3874a26be0815c7e169fb54d33bada13ef506',
    accept: false,
  },
  {
    name: 'honest key, small-order R 14',
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffb7cccc7f00d36f4049720992473112b918d180b9e9d3c85d320c99f9e69c6106',
    accept: false,
  },
  {
    name: 'honest signature, S plus 1 times L',
    message: '7363616c6172',
    signature:
      '58bef1bd225ed73555763a9fe160e8b4f216d268c601e472633805c962cbb53b7e7fccae475234896c89049c1c251b048006fcbd2add091049d67cef4d3ea510',
    accept: false,
  },
  {
    name: 'honest signature, S plus 2 times L',
    message: '7363616c6172',
    signature:
      '58bef1bd225ed73555763a9fe160e8b4f216d268c601e472633805c962cbb53b6b53c20b62b546e14226fc3efb1efa188006fcbd2add091049d67cef4d3ea520',
    accept: false,
  },
  {
    name: 'honest signature, S plus 15 times L',
    message: '7363616c6172',
    signature:
      '58bef1bd225ed73555763a9fe160e8b4f216d268c601e472633805c962cbb53b74163ec4b8bd355a251d8f8549cf4c288106fcbd2add091049d67cef4d3ea5f0',
    accept: false,
  },
]
