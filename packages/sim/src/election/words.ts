/**
 * The words a drill's names are made of: things of nature and colours, so that no name can be read as a real person's,
 * a real party's or a real place's. Both lists stand in Urdu alphabetical order, the order of Form 33.
 */
export type Word = readonly [english: string, urdu: string]

export const THINGS: readonly [Word, ...Word[]] = [
  ['Badal', 'بادل'],
  ['Barish', 'بارش'],
  ['Barkha', 'برکھا'],
  ['Patang', 'پتنگ'],
  ['Parbat', 'پربت'],
  ['Pankh', 'پنکھ'],
  ['Titli', 'تتلی'],
  ['Teela', 'ٹیلہ'],
  ['Jugnu', 'جگنو'],
  ['Jangal', 'جنگل'],
  ['Jharna', 'جھرنا'],
  ['Jheel', 'جھیل'],
  ['Chiragh', 'چراغ'],
  ['Chashma', 'چشمہ'],
  ['Chinar', 'چنار'],
  ['Darya', 'دریا'],
  ['Dhanak', 'دھنک'],
  ['Rasta', 'رستہ'],
  ['Sahil', 'ساحل'],
  ['Shaakh', 'شاخ'],
  ['Sehra', 'صحرا'],
  ['Ghuncha', 'غنچہ'],
  ['Fasal', 'فصل'],
  ['Qatra', 'قطرہ'],
  ['Kinara', 'کنارہ'],
  ['Koyal', 'کوئل'],
  ['Kohsar', 'کوہسار'],
  ['Lehar', 'لہر'],
  ['Mashal', 'مشعل'],
  ['Nadi', 'ندی'],
]

export const COLOURS: readonly [Word, ...Word[]] = [
  ['Aabi', 'آبی'],
  ['Banafshi', 'بنفشی'],
  ['Jamni', 'جامنی'],
  ['Chamkila', 'چمکیلا'],
  ['Khaki', 'خاکی'],
  ['Dhani', 'دھانی'],
  ['Rupehla', 'روپہلا'],
  ['Zard', 'زرد'],
  ['Sabz', 'سبز'],
  ['Surmai', 'سرمئی'],
  ['Safaid', 'سفید'],
  ['Sunehra', 'سنہرا'],
  ['Firozi', 'فیروزی'],
  ['Qirmizi', 'قرمزی'],
  ['Kasni', 'کاسنی'],
  ['Gulabi', 'گلابی'],
  ['Lajwardi', 'لاجوردی'],
  ['Narangi', 'نارنجی'],
  ['Nuqrai', 'نقرئی'],
  ['Neela', 'نیلا'],
]

/** District names are a thing and an ending: `Jugnupur`. */
export const PLACE_ENDINGS: readonly [string, ...string[]] = ['pur', 'abad', 'kot', 'garh', 'nagar']

/** A drill's parties are called by their symbols; none of these is a party's symbol in the ECP's list. */
export const PARTY_SYMBOLS: readonly string[] = [
  'Sundial',
  'Astrolabe',
  'Lighthouse',
  'Hourglass',
  'Abacus',
  'Anvil',
  'Almanac',
  'Viaduct',
  'Kaleidoscope',
  'Metronome',
  'Sextant',
  'Orrery',
]

export const INDEPENDENT_SYMBOLS: readonly string[] = `
  Acorn Awl Balcony Barometer Basin Bellows Bobbin Bollard Bookend Bracket Buckle Bulkhead Buoy Canopy Capstan
  Chisel Clasp Cork Crate Dial Doorbell Easel Eyelet Ferry Flask Funnel Gasket Girder Grindstone Hinge Inkwell
  Jigsaw Kiln Ladle Latch Lattice Lever Loom Mallet Mortar Oar Paperweight Pendulum Pestle Pier Pinwheel
  Plumbline Pulley Quill Raft Rivet Rudder Shutter Sieve Spindle Spool Stencil Thimble Tiller Trellis
`
  .trim()
  .split(/\s+/u)
