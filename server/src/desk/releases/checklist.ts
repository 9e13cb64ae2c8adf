import { toPeriod, calendarOf } from '@causeway/shared/period'
import { periodLabel } from '@causeway/shared/period'
import { fill, inBoth, type Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import { listBiggestChanges } from '../../answers/changes/biggest-changes.ts'
import { readReported } from '../../answers/unreported/reported-years.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { requireInstitutionAsked } from '../../figures/standing.ts'
import { causewayAt } from '../../figures/causeway-then.ts'
import { momentOf } from '../../figures/moment.ts'
import type { Release } from '../../figures/releases/release.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** Something to look at before a release is published. */
export interface ChecklistItem {
  code: 'NO_RECORDS' | 'DEFINITION_GONE' | 'UNREPORTED' | 'PARTIAL' | 'FAR_FROM_LAST_YEAR'
  /** It cannot be published so; anything else is a remark. */
  blocker: boolean
  words: Words
  count: number | null
}

/** A figure that is half as much again, or half, is looked at. */
const FAR = 0.5
const MOST_CHANGES = 50

/** What is missing, doubtful or far from last year in a release. */
export async function listChecklist(causeway: Causeway, viewer: Viewer, release: Release): Promise<ChecklistItem[]> {
  const { institution, year } = release
  const then = await causewayAt(causeway, await momentOf(causeway.database, release))
  const home = await requireInstitutionAsked(then, institution)
  const period = toPeriod('SCHOOL_YEAR', year, calendarOf(home))
  const facts = { year: inBoth((locale) => periodLabel(period, locale)) }
  const say = (code: keyof typeof ITEMS, count: number | null, blocker = false): ChecklistItem => ({
    ...{ code, blocker, count },
    words: fill(ITEMS[code], { count: count ?? '', yearZh: facts.year.zh, yearEn: facts.year.en }),
  })
  const items: ChecklistItem[] = []
  const { records, expected, reported } = await readReported(causeway.database, institution, year)
  if (records === 0) items.push(say('NO_RECORDS', null, true))
  const gone = then.gone?.size ?? 0
  if (gone > 0) items.push(say('DEFINITION_GONE', gone, true))
  if (reported < expected) items.push(say('UNREPORTED', expected - reported))
  if (period.partial) items.push(say('PARTIAL', null))
  const changes = await listBiggestChanges(causeway, viewer, institution, year, MOST_CHANGES)
  const far = changes.filter(({ before, difference }) => Math.abs(difference) > FAR * Math.abs(before.value ?? 0))
  if (far.length > 0) items.push(say('FAR_FROM_LAST_YEAR', far.length))
  return items
}

const ITEMS = {
  NO_RECORDS: REFUSALS.CHECK_NO_RECORDS,
  DEFINITION_GONE: REFUSALS.CHECK_DEFINITION_GONE,
  UNREPORTED: REFUSALS.CHECK_UNREPORTED,
  PARTIAL: REFUSALS.CHECK_PARTIAL,
  FAR_FROM_LAST_YEAR: REFUSALS.CHECK_FAR,
}
