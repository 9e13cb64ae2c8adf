import { inLocale } from '@causeway/shared/words/words'
import { seriesToTable, type Table } from '@causeway/shared/table'
import type { ChartSpec } from '@causeway/shared/chart-spec'
import type { Locale } from '@causeway/shared/words/words'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import type { AnswerReads } from '../graph/context.ts'
import type { InstitutionFacts } from '../records/institutions.ts'
import { mirroredTable } from './mirrored-table.ts'
import { readMirroredView, WHO_LEARNS_FROM_WHOM } from './mirrored-view.ts'
import { pictureNotes } from './picture-notes.ts'
import { readSeriesView } from './series-view.ts'
import type { ViewQuestion } from './view-query.ts'

/** What a picture, an embedded chart and a preview show: a chart with its table and everything said beside it. */
export interface ShownView {
  spec: ChartSpec
  table: Table
  institution: InstitutionFacts
  narrowed: string | null
  notes: string[]
  /** The page where it stands: the path without parameters. */
  page: string
  /** For the name of a file: `EX02-demo-country-zh`. */
  fileName: string
}

/** The view of an indicator, or of the picture of the overview by its own name. */
export async function readShownView(
  causeway: Causeway,
  viewer: Viewer,
  question: ViewQuestion,
  reads: AnswerReads,
): Promise<ShownView> {
  const { locale, request } = question
  if (request.indicator === WHO_LEARNS_FROM_WHOM) {
    const { spec, institution, sides } = await readMirroredView(causeway, viewer, question, reads)
    const [{ series }] = sides
    return {
      spec,
      table: mirroredTable(sides, spec.title),
      institution,
      narrowed: null,
      notes: pictureNotes(spec, institution, series, codesOf(sides), locale),
      page: '/',
      fileName: nameFile([WHO_LEARNS_FROM_WHOM, institution.code], locale),
    }
  }
  const view = await readSeriesView(causeway, viewer, question, reads)
  const { spec, institution, series, declaration, facts, narrowed } = view
  const said = narrowed.map((words) => inLocale(words, locale))
  return {
    spec,
    table: seriesToTable(series, facts),
    institution,
    narrowed: said.length > 0 ? said.join(locale === 'ZH' ? '，' : ', ') : null,
    notes: pictureNotes(spec, institution, series, [declaration.code], locale),
    page: `/indicator/${encodeURIComponent(declaration.code)}`,
    fileName: nameFile([declaration.code, institution.code, series.dimension, series.across], locale),
  }
}

function codesOf(sides: readonly { declaration: { code: string } }[]): string[] {
  return sides.map(({ declaration }) => declaration.code)
}

/** Of signs that every system takes. */
export function nameFile(parts: (string | null)[], locale: Locale): string {
  return [...parts, locale.toLowerCase()]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]/g, '_')
}
