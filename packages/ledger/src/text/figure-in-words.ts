import { invariant } from '../base/invariant.ts'
import { countMax } from '../base/limits.ts'

export type WordsLanguage = 'en' | 'ur'

/**
 * A figure of a form in words, from 0 to 99,999,999, grouped by crore, lakh, thousand and hundred as Pakistan does:
 * 2,105,340 is "twenty-one lakh five thousand three hundred forty".
 */
export function figureInWords(figure: number, language: WordsLanguage): string {
  invariant(Number.isInteger(figure) && figure >= 0 && figure <= countMax, 'a figure of a form is within its limit')
  const { below, groups } = words[language]
  if (figure === 0) return below(0)
  const spoken: string[] = []
  let rest = figure
  for (const [value, name] of groups) {
    if (rest >= value) spoken.push(below(Math.floor(rest / value)), name)
    rest %= value
  }
  return [...spoken, ...(rest > 0 ? [below(rest)] : [])].join(' ')
}

interface Words {
  /** Of a number below 100. */
  readonly below: (number: number) => string
  readonly groups: readonly (readonly [number, string])[]
}

const englishBelow20 =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const urduBelow100 = [
  'صفر ایک دو تین چار پانچ چھ سات آٹھ نو',
  'دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس',
  'بیس اکیس بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس',
  'تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس',
  'چالیس اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس',
  'پچاس اکاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ',
  'ساٹھ اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر',
  'ستر اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی',
  'اسی اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی',
  'نوے اکانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے اٹھانوے ننانوے',
].flatMap((ten) => ten.split(' '))

const words: Readonly<Record<WordsLanguage, Words>> = {
  en: {
    below: englishBelow100,
    groups: [
      [10_000_000, 'crore'],
      [100_000, 'lakh'],
      [1_000, 'thousand'],
      [100, 'hundred'],
    ],
  },
  ur: {
    below: (number) => urduBelow100[number] ?? '',
    groups: [
      [10_000_000, 'کروڑ'],
      [100_000, 'لاکھ'],
      [1_000, 'ہزار'],
      [100, 'سو'],
    ],
  },
}

function englishBelow100(number: number): string {
  const unit = englishBelow20[number]
  if (unit !== undefined) return unit
  const ten = englishTens[Math.floor(number / 10) - 2] ?? ''
  return number % 10 === 0 ? ten : `${ten}-${englishBelow20[number % 10] ?? ''}`
}
