import type { Workbook } from '@cj-tech-master/excelts'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'

interface Origin {
  title: string
  institution: Words
  /** ISO date-time of the revision that it was made from; null: of none. */
  revisionOf: string | null
}

/** What the properties of a file say. From the records, not from the clock: the same revision gives the same file. */
export function tellOrigin(workbook: Workbook, { title, institution, revisionOf }: Origin, locale: Locale): void {
  workbook.title = title
  workbook.creator = workbook.lastModifiedBy = inLocale(institution, locale)
  workbook.created = workbook.modified = new Date(revisionOf ?? 0)
}
