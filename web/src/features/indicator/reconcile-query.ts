import { graph } from '../../graph/graph.ts'

/** Every lawful value of the name; for whoever may read records also why they differ. */
export const ReconcileQuery = graph(`
  query Reconcile($id: ID!, $institution: ID!, $year: Int!, $exact: Boolean!, $locale: Locale!) {
    reconcile(indicator: $id, institution: $institution, year: $year) {
      reference { label(locale: $locale) }
      values { ...LawfulValue }
      differences @include(if: $exact) { ...LawfulDifference }
    }
  }
  fragment LawfulValue on ReconciledValue {
    label(locale: $locale) indicator { id code decimals } basis scope part counting unit(locale: $locale) value
    figure { gap period { year label(locale: $locale) } }
    askedBy { form formName(locale: $locale) edition editionName(locale: $locale) number }
  }
  fragment LawfulDifference on ReconciledDifference {
    to { label(locale: $locale) } value sentence(locale: $locale) parts { ...DifferencePart }
  }
  fragment DifferencePart on DifferencePart { side direction label(locale: $locale) recordCount }
`)

/** How many records of a part are listed. */
export const RECORDS_OF_PART = 20

/** The records behind the parts of the differences. */
export const PartRecordsQuery = graph(`
  query PartRecords($id: ID!, $institution: ID!, $year: Int!, $first: Int!, $locale: Locale!) {
    reconcile(indicator: $id, institution: $institution, year: $year) {
      differences {
        to { label(locale: $locale) }
        parts { records(first: $first) { totalCount edges { node { ...PartRecord } } } }
      }
    }
  }
  fragment PartRecord on Record { id label(locale: $locale) row batch { fileName } }
`)
