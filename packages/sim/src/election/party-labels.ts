import type { CandidatePlan, CollectedColumn } from './plan.ts'

/**
 * Which Form 33 party a collected label stands for: the spellings read there, folded, and the symbol allotted to that
 * party. Only spellings that can mean one party are listed. Left out on purpose: `MQM` and `JUI` alone (two parties
 * each), `Jamiat-e-Islam Pakistan` (a misreading of either of two), a blank party.
 *
 * `PTI-IND` and `IND` are independents: Form 33 has dozens in a seat and does not say whom a party backs, so no
 * candidate can be told and they have no entry here.
 */
const PARTIES: Readonly<Record<string, { readonly spellings: readonly string[]; readonly symbol: string }>> = {
  'PML-N': {
    spellings: ['PAKISTAN MUSLIM LEAGUE N', 'PAKISTAN MUSLIM LEAGUE NAWAZ', 'PML N', 'PMLN'],
    symbol: 'TIGER',
  },
  PPP: {
    // The collector's label is short for either; two of them in one seat are two matches and none is linked.
    spellings: [
      'PAKISTAN PEOPLES PARTY PARLIAMENTARIANS',
      'PAKISTAN PEOPLES PARTY PARLIAMENTARIANS PPPP',
      'PAKISTAN PEOPLES PARTY PARLIAMENTARIAN',
      'PAKISTAN PEOPLES PARTY PARLIAMENTARIAN PPPP',
      'PPP PARLIAMENTARIAN',
      'PPPP',
      'PAKISTAN PEOPLES PARTY',
      'PPP',
    ],
    symbol: 'ARROW',
  },
  JIP: {
    spellings: [
      'JAMAAT E ISLAMI PAKISTAN',
      'JAMAAT E ISLAMI PAKISTAN JI',
      'JAMAT E ISLAMI PAKISTAN',
      'JAMAAT E ISLAMI',
      'JAMIAT E ISLAMI PAKISTAN',
      'J I',
    ],
    symbol: 'SCALE',
  },
  TLP: {
    spellings: [
      'TEHREEK LABBAIK PAKISTAN',
      'TEHREEK LABBAIK PAKISTAN TLP',
      'TEHREEK E LABBAIK PAKISTAN',
      'TEHREEK LABAIK PAKISTAN',
      'TAHREEK LABBAIK PAKISTAN',
      'TLP',
    ],
    symbol: 'CRANE',
  },
  'MQM-P': {
    // Muttahida, in the spellings read; Mohajir Qaumi Movement is another party.
    spellings: [
      'MUTTAHIDA QAUMI MOVEMENT PAKISTAN',
      'MUTTAHIDA QAUMI MOVEMENT PAKISTAN MQM P',
      'MUTTAHIDA QOMI MOVEMENT PAKISTAN',
      'MUTTAHIDA QOUMI MOVEMENT PAKISTAN',
      'MUTTAHIDA QOUMI MOVEMENT PAKISTAN MQM P',
      'MUTTAHIDA QOOMI MOVEMENT PAKISTAN',
      'MUTTAHIDA QUAMI MOVEMENT PAKISTAN',
      'MUTAHIDA QOMI MOVEMENT PAKISTAN',
      'MUTTHAIDA QOMI MOVEMENT PAKISTAN',
      'MUTTAHIDA QAUMI MOVEMENT',
      'MQM P',
    ],
    symbol: 'KITE',
  },
  IPP: { spellings: ['ISTEHKAM E PAKISTAN PARTY', 'ISTEHKAM E PAKISTAN'], symbol: 'EAGLE' },
  // The ECP's name of PML (Quaid-e-Azam) is Pakistan Muslim League.
  'PML-Q': { spellings: ['PAKISTAN MUSLIM LEAGUE', 'PAKISTAN MUSLIM LEAGUE Q'], symbol: 'TRACTOR' },
  'PML-Z': { spellings: ['PAKISTAN MUSLIM LEAGUE ZIA UL HAQ SHAHEED'], symbol: 'HELICOPTER' },
  ANP: { spellings: ['AWAMI NATIONAL PARTY', 'AWAMI NATIONAL PARTY ANP'], symbol: 'LANTERN' },
  JUI: { spellings: ['JAMIAT ULAMA E ISLAM PAKISTAN', 'JAMIAT ULEMA E ISLAM PAKISTAN'], symbol: 'BOOK' },
}

/**
 * Links a collected label to the one candidate whose party is spelt as one of the label's and who does not hold another
 * party's symbol. None or several: the column stays unmatched. A symbol alone links nothing.
 */
export function collectedColumn(label: string, candidates: readonly CandidatePlan[]): CollectedColumn {
  const party = PARTIES[label]
  if (party === undefined) return { label }
  const matches = candidates.filter((candidate) => party.spellings.includes(folded(candidate.party)))
  const [match] = matches
  if (match === undefined || matches.length > 1 || !mayHold(match, party.symbol)) return { label }
  return { label, serial: match.serial }
}

/** Symbols were read by OCR: one list has `TIGER CODE`, and a missing symbol contradicts nothing. */
function mayHold(candidate: CandidatePlan, symbol: string): boolean {
  return candidate.symbol === undefined || folded(candidate.symbol).split(' ').includes(symbol)
}

function folded(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^A-Z]+/gu, ' ')
    .trim()
}
