/** Classes of NIST SP 1500-100 version 2 in JSON, with the properties that a report of Form 47 has. */

export interface ElectionReport {
  readonly '@type': 'ElectionResults.ElectionReport'
  readonly Format: 'precinct-level'
  /** ISO 8601 date and time. */
  readonly GeneratedDate: string
  readonly IsTest: boolean
  readonly Issuer: string
  readonly IssuerAbbreviation: string
  readonly Notes: string
  readonly SequenceStart: number
  readonly SequenceEnd: number
  readonly Status: 'unofficial-partial' | 'unofficial-complete'
  readonly VendorApplicationId: string
  readonly Election: readonly Election[]
  readonly GpUnit: readonly ReportingUnit[]
  readonly Party: readonly Party[]
}

export interface Election {
  readonly '@type': 'ElectionResults.Election'
  readonly Name: InternationalizedText
  readonly Type: 'other'
  readonly OtherType: string
  readonly ElectionScopeId: string
  /** ISO 8601 date. */
  readonly StartDate: string
  readonly EndDate: string
  readonly Candidate: readonly NistCandidate[]
  readonly Contest: readonly CandidateContest[]
}

export interface NistCandidate {
  readonly '@id': string
  readonly '@type': 'ElectionResults.Candidate'
  readonly BallotName: InternationalizedText
  readonly PartyId?: string
  readonly PreElectionStatus?: 'withdrawn'
}

export interface CandidateContest extends SubUnits {
  readonly '@id': string
  readonly '@type': 'ElectionResults.CandidateContest'
  readonly Name: string
  readonly ElectoralDistrictId: string
  readonly VotesAllowed: number
  readonly NumberElected: number
  readonly VoteVariation: 'plurality'
  readonly CountStatus: readonly CountStatus[]
  readonly BallotSelection: readonly CandidateSelection[]
  readonly SummaryCounts: readonly SummaryCounts[]
}

export interface CandidateSelection {
  readonly '@id': string
  readonly '@type': 'ElectionResults.CandidateSelection'
  readonly CandidateIds: readonly string[]
  readonly SequenceOrder: number
  readonly VoteCounts: readonly VoteCounts[]
}

export interface ReportingUnit extends Partial<SubUnits> {
  readonly '@id': string
  readonly '@type': 'ElectionResults.ReportingUnit'
  readonly Type: 'country' | 'other' | 'polling-place'
  readonly OtherType?: string
  readonly Name: string
  readonly Number?: string
  readonly VotersRegistered?: number
  readonly CountStatus?: readonly CountStatus[]
  readonly ComposingGpUnitIds?: readonly string[]
}

export interface Party {
  readonly '@id': string
  readonly '@type': 'ElectionResults.Party'
  readonly Name: InternationalizedText
}

export interface CountStatus {
  readonly '@type': 'ElectionResults.CountStatus'
  readonly Type: 'election-day'
  readonly Status: 'completed' | 'in-process' | 'not-processed'
}

export interface VoteCounts {
  readonly '@type': 'ElectionResults.VoteCounts'
  readonly Type: 'election-day'
  readonly GpUnitId: string
  readonly Count: number
}

export interface SummaryCounts {
  readonly '@type': 'ElectionResults.SummaryCounts'
  readonly Type: 'election-day'
  readonly GpUnitId: string
  readonly BallotsCast?: number
  readonly BallotsRejected?: number
}

export interface InternationalizedText {
  readonly '@type': 'ElectionResults.InternationalizedText'
  readonly Text: readonly LanguageString[]
}

export interface LanguageString {
  readonly '@type': 'ElectionResults.LanguageString'
  readonly Content: string
  /** RFC 5646. */
  readonly Language: string
}

interface SubUnits {
  readonly SubUnitsReported: number
  readonly TotalSubUnits: number
}
