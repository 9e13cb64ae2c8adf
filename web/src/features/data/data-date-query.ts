import { graph } from '../../graph/graph.ts'
import { Refused } from '../../graph/refused.ts'

/** With what the overview opens with under a data date; its changes are null where there was no time to count them. */
export const SetDataDateMutation = graph(
  `
  mutation SetDataDate($input: SetDataDateInput!, $locale: Locale!) {
    setDataDate(input: $input) { __typename ...DataDateSet ...Refused }
  }
  fragment DataDateSet on DataDateSet { __typename changed before { ...OverviewSaid } after { ...OverviewSaid } }
  fragment OverviewSaid on OverviewSaid {
    dataDate openingYear partial reported { expected reported } targetsKnown targetsOnCourse
    changes { indicator { id name(locale: $locale) } sentence(locale: $locale) }
  }
`,
  { Refused },
)
