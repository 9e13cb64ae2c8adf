import type { Profile } from '@causeway/shared/series'
import { dimensionName } from '@causeway/shared/series-facts'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readCategoryLabels, recordsNamedBy } from '../../figures/series-facts.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readIdentity } from '../../records/identity/read-identity.ts'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { findPublicSubject } from '../../answers/subjects/public-subjects.ts'
import { SUBJECT_KINDS, typeOfKind } from '../../answers/subjects/subject.ts'

interface Narrowed {
  request: SeriesRequest
  declaration: Declaration
  /** In which its figures are said. */
  profile: Profile
}

/** What of all is counted: one text for each filter. To the public a code that no public figure names reads as it is. */
export async function nameFilters(causeway: Causeway, viewer: Viewer, asked: Narrowed): Promise<Words[]> {
  const named: Words[] = []
  for (const { dimension, in: keys } of asked.request.filter ?? []) {
    const labels = await readLabels(causeway, viewer, asked, dimension as DimensionId, keys)
    const name = dimensionName(dimension)
    const of = (locale: 'zh' | 'en') => keys.map((key) => labels.get(key)?.[locale] ?? key)
    named.push({ zh: `${name.zh}：${of('zh').join('、')}`, en: `${name.en}: ${of('en').join(', ')}` })
  }
  return named
}

async function readLabels(
  causeway: Causeway,
  viewer: Viewer,
  { request, declaration, profile }: Narrowed,
  dimension: DimensionId,
  keys: string[],
): Promise<Map<string, Words>> {
  const { institution } = request
  const type = recordsNamedBy(declaration, dimension)
  if (profile === 'EXACT' || type === null)
    return readCategoryLabels(causeway, institution, declaration, dimension, keys)
  const identity = await readIdentity(causeway.database.quick, institution, null)
  const codes = new Map(keys.map((key) => [key, identity?.canonical(type, key) ?? key]))
  const whole = { ...request, by: dimension, across: null, filter: null, cumulativeFrom: null, profile }
  const { figures } = await readSeries(causeway, viewer, whole)
  const said = new Set(figures.map(({ category }) => category))
  const seen = [...codes.values()].filter((code) => code === UNKNOWN || said.has(code))
  const names = await readCategoryLabels(causeway, institution, declaration, dimension, seen)
  const kind = [...SUBJECT_KINDS.keys()].find((one) => typeOfKind(one) === type)
  const labels = new Map<string, Words>()
  for (const [key, code] of codes) {
    // Figures of other indicators may name it too.
    const name = names.get(code) ?? (kind && (await findPublicSubject(causeway, institution, kind, code))?.name)
    if (name) labels.set(key, name)
  }
  return labels
}
