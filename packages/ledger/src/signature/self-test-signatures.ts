type SignatureVector = {
  readonly name: string
  readonly key: string
  readonly message: string
  readonly signature: string
  readonly accept: boolean
}

const honestKey = 'e7e46dc06564fb8169b316797039fdb4554184675751e96eea785426e321f69b'

/**
 * The part of test/vectors/ed25519-mixed-order.json that every native verifier is tried on at start.
 * A test holds the two together.
 */
export const selfTestSignatures: readonly SignatureVector[] = [
  {
    name: 'honest signature 0',
    key: honestKey,
    message: '',
    signature:
      '3fcd8d2e7ad05ad1d0110ac36e60d3c5de391b586d927d6df8ef1c770f883f60f8c0004af988dd471793eefb6876830f18e885a26b1a438d020656ef85ade30c',
    accept: true,
  },
  {
    name: 'honest signature 1',
    key: honestKey,
    message: '62616c6c6f74',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b03',
    accept: true,
  },
  {
    name: 'honest signature of another message',
    key: honestKey,
    message: '62616c6c6f7473',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b03',
    accept: false,
  },
  {
    name: 'honest signature without its last byte',
    key: honestKey,
    message: '62616c6c6f74',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b',
    accept: false,
  },
  {
    name: 'honest signature and one byte more',
    key: honestKey,
    message: '62616c6c6f74',
    signature:
      'e570f732a54cb0a94626c527428bb0dd950a16bcac25ff2431ff2f1f32fcef757437c5fc5df10cb77a66b503c7bca1279719612a5063b9afd14cb9ccaa145b0300',
    accept: false,
  },
  { name: 'no signature', key: honestKey, message: '62616c6c6f74', signature: '', accept: false },
  {
    name: 'zero signature',
    key: honestKey,
    message: '62616c6c6f74',
    signature:
      '00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
    accept: false,
  },
  {
    name: 'honest key, R plus 1 times a point of order 8, message 0',
    key: honestKey,
    message: '6e6f6e636520706c757320746f7273696f6e20312030',
    signature:
      '248386136994988da1edf88594796e0cad7ce36751354fe016481d2ab08ffd75053455c629379150143582db253e0220904d7d9f1013970d36d88bc16c209d0e',
    accept: false,
  },
  {
    name: 'honest key, R plus 2 times a point of order 8, message 0',
    key: honestKey,
    message: '6e6f6e636520706c757320746f7273696f6e20322030',
    signature:
      'fa094f2240622386348659dc41b5236516b1c893c29cbb37ec0d30b8e86cd5aa3b100a11a04758b7f0c37ce8f95bce26ac5077e8a113721b840a1bd567770b0c',
    accept: false,
  },
  {
    name: 'honest key, R plus 3 times a point of order 8, message 0',
    key: honestKey,
    message: '6e6f6e636520706c757320746f7273696f6e20332030',
    signature:
      '8d141f9ce14df7bd607631919d0a7724e2cf4ba7b0acf3eaabf050c9ce6ceb87f7b18cddd0ef4f0724170de9491e541cf5a738b8d6c3a4a9216b5992463a3706',
    accept: false,
  },
  {
    name: 'honest key, R plus 4 times a point of order 8, message 0',
    key: honestKey,
    message: '6e6f6e636520706c757320746f7273696f6e20342030',
    signature:
      '5b509229547d07ea0fb1ab4afeb8da4d75394597c3d2cf0a45f86a59aa7151bfe63a8bedddc6265fed29a91b5240dc222f83ecd5021886eb6347e16b47c00f0a',
    accept: false,
  },
  {
    name: 'honest key, R plus 5 times a point of order 8, message 0',
    key: honestKey,
    message: '6e6f6e636520706c757320746f7273696f6e20352030',
    signature:
      'c97c79ec966b67725e12077a6b8691f352831c98aecab01fe9b7e2d54f70028a04a75b24f2cf0921608db4bb8be36af89438d77968f8eb5c2797324def093401',
    accept: false,
  },
  {
    name: 'honest key, R plus 6 times a point of order 8, message 0',
    key: honestKey,
    message: '6e6f6e636520706c757320746f7273696f6e20362030',
    signature:
      'f3f5b0ddbf9ddc79cb79a623be4adc9ae94e376c3d6344c813f2cf4717932a556e06f9f289c1a3636ffd804a29eef0871f73917f738faf92c54ecdfafb910101',
    accept: false,
  },
  {
    name: 'honest key, R plus 7 times a point of order 8, message 0',
    key: honestKey,
    message: '6e6f6e636520706c757320746f7273696f6e20372030',
    signature:
      '60ebe0631eb208429f89ce6e62f588db1d30b4584f530c15540faf3631931478c1edb61767e1e3b1564b56a3d287e7df3bb8033b6f6addbae3d00d5ad3a8d10a',
    accept: false,
  },
  {
    name: 'honest key, small-order R 1',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '010000000000000000000000000000000000000000000000000000000000000041ddc0403386d30e7f1169bc168eeb6b73252dc680c1291266faf3917c202d0c',
    accept: false,
  },
  {
    name: 'honest key, small-order R 2',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a78d3e52d95c48a91b5c5021a5d1585550f89a2b7e95f387632db1b96cc10ea01',
    accept: false,
  },
  {
    name: 'honest key, small-order R 3',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '0000000000000000000000000000000000000000000000000000000000000080e7d828493942319f96c2926c3e2f694c9121b6e1e1b331383853c3069a5dab01',
    accept: false,
  },
  {
    name: 'honest key, small-order R 4',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc053e7f0f77542fd76906b0d11e72e65453cbd38c5d23706bf68553cc581563c703',
    accept: false,
  },
  {
    name: 'honest key, small-order R 5',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f5f18d4e73124817c09b7717d5731a55e6d1bc9e4171e9200fdb876597d908a01',
    accept: false,
  },
  {
    name: 'honest key, small-order R 6',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85ff2149575e1c9d0cfd2434c97b3c0b54f540510cdecd4d0c9e766419dfaae20e',
    accept: false,
  },
  {
    name: 'honest key, small-order R 7',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '0000000000000000000000000000000000000000000000000000000000000000f9dba0f50c13b8c95993869d390c86a37c21e17257443d6d1eb45b25eb157407',
    accept: false,
  },
  {
    name: 'honest key, small-order R 8',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fadfc623a88068507c2b52cf5f82be21ca0a696aa791742e57661067fc36de7700',
    accept: false,
  },
  {
    name: 'honest key, small-order R 9',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      '0100000000000000000000000000000000000000000000000000000000000080af02725acbd67691931acca8788f692736ca7eaa1171701654a08028096d7d08',
    accept: false,
  },
  {
    name: 'honest key, small-order R 10',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd7f88b1b2147a236e8b6eddaa637ea2a44665425443dac5acf645b0fadeb5a05',
    accept: false,
  },
  {
    name: 'honest key, small-order R 11',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f6e5031f610de4f56a3ec88bcc63abd8f732f4bbad6fd7c74c1f9ae8437c6b708',
    accept: false,
  },
  {
    name: 'honest key, small-order R 12',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff40159309ce577bfc82fd1e537a5da05283a1b05f42dd1d72f8f3ff0518383e0d',
    accept: false,
  },
  {
    name: 'honest key, small-order R 13',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f7d12e6c55c88d5502e3d18eb45f3874a26be0815c7e169fb54d33bada13ef506',
    accept: false,
  },
  {
    name: 'honest key, small-order R 14',
    key: honestKey,
    message: '736d616c6c2d6f72646572206e6f6e6365',
    signature:
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffb7cccc7f00d36f4049720992473112b918d180b9e9d3c85d320c99f9e69c6106',
    accept: false,
  },
  {
    name: 'honest signature, S plus 1 times L',
    key: honestKey,
    message: '7363616c6172',
    signature:
      '58bef1bd225ed73555763a9fe160e8b4f216d268c601e472633805c962cbb53b7e7fccae475234896c89049c1c251b048006fcbd2add091049d67cef4d3ea510',
    accept: false,
  },
  {
    name: 'honest signature, S plus 15 times L',
    key: honestKey,
    message: '7363616c6172',
    signature:
      '58bef1bd225ed73555763a9fe160e8b4f216d268c601e472633805c962cbb53b74163ec4b8bd355a251d8f8549cf4c288106fcbd2add091049d67cef4d3ea5f0',
    accept: false,
  },
  {
    name: 'key plus 1 times a point of order 8, k a multiple of 8',
    key: 'e6cdf81bfe0104ed98e0bceb951951bd2f23c2df6adfc1535980b39139159685',
    message: '6d6573736167652030',
    signature:
      '92af6dd6ab82f815f04e54b5014725b28ac6ba683c2d30f5ba0795a6558eae40d6d50eff9301a2b73b4389fbac6944265b1a3abcf9f3b9f8ceca7842fd2f1d07',
    accept: false,
  },
  {
    name: 'small-order key 1',
    key: '0100000000000000000000000000000000000000000000000000000000000000',
    message: '736d616c6c2d6f72646572206b6579',
    signature:
      '92af6dd6ab82f815f04e54b5014725b28ac6ba683c2d30f5ba0795a6558eae40283257a6c2823be691825e7f29929b083ab16ca0c2dd62b52e06aa76203ad209',
    accept: false,
  },
  {
    name: 'small-order key 2',
    key: '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    message: '736d616c6c2d6f72646572206b6579',
    signature:
      '92af6dd6ab82f815f04e54b5014725b28ac6ba683c2d30f5ba0795a6558eae40283257a6c2823be691825e7f29929b083ab16ca0c2dd62b52e06aa76203ad209',
    accept: false,
  },
  {
    name: 'small-order key 3',
    key: '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    message: '736d616c6c2d6f72646572206b6579',
    signature:
      '92af6dd6ab82f815f04e54b5014725b28ac6ba683c2d30f5ba0795a6558eae40283257a6c2823be691825e7f29929b083ab16ca0c2dd62b52e06aa76203ad209',
    accept: false,
  },
  {
    name: 'small-order key 4',
    key: '0100000000000000000000000000000000000000000000000000000000000080',
    message: '736d616c6c2d6f72646572206b6579',
    signature:
      '92af6dd6ab82f815f04e54b5014725b28ac6ba683c2d30f5ba0795a6558eae40283257a6c2823be691825e7f29929b083ab16ca0c2dd62b52e06aa76203ad209',
    accept: false,
  },
  {
    name: 'small-order key 5',
    key: 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    message: '736d616c6c2d6f72646572206b6579',
    signature:
      '92af6dd6ab82f815f04e54b5014725b28ac6ba683c2d30f5ba0795a6558eae40283257a6c2823be691825e7f29929b083ab16ca0c2dd62b52e06aa76203ad209',
    accept: false,
  },
  {
    name: 'small-order key 6',
    key: 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    message: '736d616c6c2d6f72646572206b6579',
    signature:
      '92af6dd6ab82f815f04e54b5014725b28ac6ba683c2d30f5ba0795a6558eae40283257a6c2823be691825e7f29929b083ab16ca0c2dd62b52e06aa76203ad209',
    accept: false,
  },
]
