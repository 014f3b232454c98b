import { englishTexts } from './check-texts-en.ts'
import { urduTexts } from './check-texts-ur.ts'
import type { FindingCode } from './finding.ts'

/** What a finding says to people. */
export interface FindingText {
  readonly title: string
  /** What should hold, with the names of the finding's figures. */
  readonly formula: string
  /** Who must act, and what comes next. */
  readonly next: string
}

export interface FindingTexts {
  readonly en: FindingText
  readonly ur: FindingText
}

/** The catalogue: every finding in both languages. */
export function textsOf(code: FindingCode): FindingTexts {
  return { en: englishTexts[code], ur: urduTexts[code] }
}
