import { graph } from '../../../graph/graph.ts'
import { Refused } from '../../../graph/send-change.ts'

export const ReportsQuery = graph(`
  query Reports($institution: ID!, $locale: Locale!) {
    reports(institution: $institution) { ...ReportFacts }
    reportTemplates { name label(locale: $locale) }
    releases(institution: $institution) { id name }
    makesPdf
  }
  fragment ReportFacts on Report { id title year release keptAt keptBy { name } fileName address }
`)

export const ReportFigureFacts = graph(`
  fragment ReportFigureFacts on ReportFigure {
    place(locale: $locale) question inDocument today state remark(locale: $locale) cause(locale: $locale) outcome
  }
`)

export const ReportQuery = graph(
  `
  query ReportNow($institution: ID!, $id: ID!, $locale: Locale!) {
    report(institution: $institution, id: $id) { id figures { ...ReportFigureFacts } }
  }
`,
  { ReportFigureFacts },
)

export const FillReportMutation = graph(
  `
  mutation FillReport($input: FillReportInput!, $locale: Locale!) {
    fillReport(input: $input) {
      __typename
      ... on ReportFilled {
        document fileName pdf figures gaps
        asked { place(locale: $locale) question text hasNumber isPartial remark(locale: $locale) }
        unknown { tag place(locale: $locale) problem(locale: $locale) }
      }
      ...Refused
    }
  }
`,
  { Refused },
)

export const VerifyReportMutation = graph(
  `
  mutation VerifyReport($input: VerifyReportInput!, $locale: Locale!) {
    verifyReport(input: $input) {
      __typename
      ... on ReportVerified { figures { ...ReportFigureFacts } unbound { place(locale: $locale) text } }
      ...Refused
    }
  }
`,
  { ReportFigureFacts, Refused },
)

export const RefreshReportMutation = graph(
  `
  mutation RefreshReport($input: RefreshReportInput!, $locale: Locale!) {
    refreshReport(input: $input) {
      __typename
      ... on ReportRefreshed { document fileName pdf figures { ...ReportFigureFacts } said(locale: $locale) }
      ...Refused
    }
  }
`,
  { ReportFigureFacts, Refused },
)

export const ReportProgressQuery = graph(`
  query ReportProgress($name: ID!) { reportProgress(name: $name) reportsBefore(name: $name) }
`)

export const RemoveReportMutation = graph(
  `
  mutation RemoveReport($input: RemoveReportInput!, $locale: Locale!) {
    removeReport(input: $input) { __typename ... on ReportRemoved { title } ...Refused }
  }
`,
  { Refused },
)
