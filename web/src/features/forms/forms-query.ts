import { graph } from '../../graph/graph.ts'

export const FormsQuery = graph(`
  query Forms($locale: Locale!) { forms { ...ListedForm } }
  fragment ListedForm on FormDefinition {
    id name(locale: $locale) authority(locale: $locale) editions { ...ListedEdition }
  }
  fragment ListedEdition on FormEdition { edition name(locale: $locale) from to yearOffset columns }
`)

/** Apart from the list, so that the names need not wait until every table is filled. */
export const FormsOfYearQuery = graph(`
  query FormsOfYear($institution: ID!, $year: Int!) {
    formsOfYear(institution: $institution, year: $year) { ...FilledForm }
  }
  fragment FilledForm on Form { id edition reportYear publishedOn lines { ...LineState } }
  fragment LineState on FilledLine { source gap }
`)
