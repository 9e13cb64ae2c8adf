import { mirroredTable } from '../mirrored-table.ts'
import { MIRRORED_CODES, readMirroredView, WHO_LEARNS_FROM_WHOM } from '../mirrored-view.ts'
import type { NamedView } from '../named-view.ts'
import { nameFilters } from '../name-filters.ts'
import { readViewQuery } from '../view-query.ts'

const COUNTRY = /^country:([^,]+)$/

/** The picture of the overview; of one country with `filter=country:VN`, as on the page of that country. */
export const whoLearnsFromWhom: NamedView = {
  name: WHO_LEARNS_FROM_WHOM,
  parameters: ['basis', 'scope', 'from', 'to', 'year', 'filter', 'profile'],
  seriesOf: MIRRORED_CODES,
  read: async ({ causeway, viewer, parameters, reads }) => {
    const question = readViewQuery(WHO_LEARNS_FROM_WHOM, parameters)
    const { spec, institution, request, sides } = await readMirroredView(causeway, viewer, question, reads)
    const [{ series, declaration }] = sides
    const country = parameters.getAll('filter').length === 1 ? COUNTRY.exec(parameters.get('filter')!)?.[1] : null
    return {
      spec,
      table: mirroredTable(sides, spec.title),
      narrowed: await nameFilters(causeway, viewer, {
        request: { ...request, indicator: declaration.id },
        declaration,
        profile: series.profile,
      }),
      rows: null,
      institution,
      profile: series.profile,
      computedAt: series.computedAt,
      codes: sides.map((side) => side.declaration.code),
      page: { path: country ? `/country/${encodeURIComponent(country)}` : '/', query: {} },
      of: country ?? null,
    }
  },
}
