import { formatValue } from '@causeway/shared/format-figure'
import { calendarOf, periodLabel, toPeriod } from '@causeway/shared/period'
import { fill, inBoth, type Words } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { changeOf, changeWords } from '../../answers/change/year-change.ts'
import { explainFiled } from '../../answers/forms/filed-difference.ts'
import { fillForm } from '../../answers/forms/fill-form.ts'
import { shownDecimals } from '../../answers/forms/form-words.ts'
import { listFiledForms } from '../../answers/forms/form-values.ts'
import { addressOfList, checkRules, listNamed, listUnproved } from '../../answers/quality/check-rules.ts'
import { readCompleteness } from '../../answers/quality/completeness.ts'
import { LEAST_COUNT } from '../../answers/quality/indicator-quality.ts'
import { readSchoolYear, type SchoolYear } from '../../answers/quality/school-year.ts'
import { readReported } from '../../answers/unreported/reported-years.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAt } from '../../figures/causeway-then.ts'
import { momentOf } from '../../figures/moment.ts'
import { readSeries } from '../../figures/read-series.ts'
import { listInOrder, type Release } from '../../figures/releases/release.ts'
import { readStandingNow } from '../../figures/standing.ts'
import { toRecordId } from '../../ground/cursor.ts'
import { describeRecords } from '../../records/describe-record.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { listCandidates } from '../../records/identity/list-candidates.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

const CODES = {
  NO_RECORDS: REFUSALS.CHECK_NO_RECORDS,
  DEFINITION_GONE: REFUSALS.CHECK_DEFINITION_GONE,
  CHANGED_SINCE: REFUSALS.CHECK_CHANGED_SINCE,
  OTHER_CAME_OUT: REFUSALS.CHECK_OTHER_CAME_OUT,
  UNREPORTED: REFUSALS.CHECK_UNREPORTED,
  PARTIAL: REFUSALS.CHECK_PARTIAL,
  DOUBTFUL: REFUSALS.CHECK_DOUBTFUL,
  DUPLICATES: REFUSALS.CHECK_DUPLICATES,
  FAR_FROM_LAST_YEAR: REFUSALS.CHECK_FAR,
  FILED_OTHERWISE: REFUSALS.CHECK_FILED,
  WITHOUT_EVIDENCE: REFUSALS.CHECK_EVIDENCE,
}
type Code = keyof typeof CODES

/** One of the things that an item counts, and where it is put right. */
export interface ChecklistPlace {
  words: Words
  /** Address on the page, in no language. */
  href: string
  /** How many of what the item counts it stands for. */
  count: number
}

/** Something to look at before a release is published. */
export interface ChecklistItem {
  code: Code
  words: Words
  /** Address on the page, in no language: the list of exactly what is counted, or if nothing is, where it is put right. */
  href: string
  /** It cannot be published so; anything else is a remark. */
  blocker: boolean
  count: number | null
  /** The first few things that the item counts. Empty if there is nothing more to say. */
  places: ChecklistPlace[]
}

/** A figure that is half as much again, or half, is looked at. */
const FAR = 0.5

interface Asked {
  causeway: Causeway
  viewer: Viewer
  release: Release
  year: SchoolYear
}

interface Found {
  count?: number
  /** What the sentence says beside the count and the year. */
  facts?: Record<string, string>
  /** Absent: the list of its places. */
  href?: string
  places?: ChecklistPlace[]
}

/** Nothing found: no item. */
type Find = (asked: Asked) => Promise<Found | Found[] | null>

/**
 * What is missing, doubtful, far from last year, filed otherwise or without evidence. It is asked of the records as they are now: what
 * was put right since the release was made is said no more, but that the release does not have it (`CHANGED_SINCE`). What blocks is asked
 * of the release itself.
 */
export async function listChecklist(causeway: Causeway, viewer: Viewer, release: Release): Promise<ChecklistItem[]> {
  requireExact(viewer, release.institution)
  return find(causeway, viewer, release, Object.keys(CODES) as Code[])
}

/** Those that keep it from being published. */
export function listBlockers(causeway: Causeway, viewer: Viewer, release: Release): Promise<ChecklistItem[]> {
  return find(causeway, viewer, release, BLOCKERS)
}

const BLOCKERS: Code[] = ['NO_RECORDS', 'DEFINITION_GONE']

async function find(causeway: Causeway, viewer: Viewer, release: Release, codes: Code[]): Promise<ChecklistItem[]> {
  const year = await readSchoolYear(causeway, viewer, release.institution, release.year)
  const period = toPeriod('SCHOOL_YEAR', release.year, calendarOf(year.home))
  const label = inBoth((locale) => periodLabel(period, locale))
  const items: ChecklistItem[] = []
  for (const code of codes) {
    const found = (await FINDERS[code]({ causeway, viewer, release, year })) ?? []
    for (const { count = null, facts = {}, places = [], href = listOf(release, code, places) } of [found].flat()) {
      const words = fill(CODES[code], { yearZh: label.zh, yearEn: label.en, ...facts, count: count ?? '' })
      items.push({ ...{ code, words, count, href, places }, blocker: BLOCKERS.includes(code) })
    }
  }
  return items
}

/** The list of the places of an item; of a single one that place itself. */
function listOf({ name, ...release }: Release, list: Code, places: ChecklistPlace[]): string {
  return places.length === 1 ? places[0]!.href : dataPage({ name, ...release }, 'releases', { about: name, list })
}

const isOut = ({ status }: Release) => status !== 'DRAFT' && status !== 'SCHEDULED'

const FINDERS: Record<Code, Find> = {
  async NO_RECORDS({ causeway, release, release: { institution, year } }) {
    const { database } = await causewayAt(causeway, await momentOf(causeway.database, release))
    const { records } = await readReported(database, institution, year)
    return records > 0 ? null : { href: dataPage(release, 'import') }
  },

  async DEFINITION_GONE({ causeway, release }) {
    const { gone } = await causewayAt(causeway, await momentOf(causeway.database, release))
    const places = [...(gone ?? [])].map(([{ code, name }, why]): ChecklistPlace => ({
      words: { zh: `${code} ${name.zh}：${why.zh}`, en: `${code} ${name.en}: ${why.en}` },
      href: pageOf(release, `indicator/${code}`, { tab: 'about' }),
      count: 1,
    }))
    return places.length === 0 ? null : { count: places.length, places }
  },

  async CHANGED_SINCE({ causeway, release, release: { institution, revision } }) {
    const changedAt = isOut(release) ? null : (await readStandingNow(causeway.database, institution))?.changedAt
    const isChanged = changedAt != null && Math.max(0, ...changedAt.values()) > revision
    return isChanged ? { href: dataPage(release, 'releases') } : null
  },

  // What it hides was worked out together with those that had come out when it was made.
  async OTHER_CAME_OUT({ causeway, release, release: { institution, createdAt } }) {
    if (isOut(release)) return null
    const others = (await listInOrder(causeway.database, institution)).filter((one) => one.publishedAt! > createdAt)
    const names = others.map(({ name }) => name).join(', ')
    return others.length > 0 ? { facts: { names }, href: dataPage(release, 'releases') } : null
  },

  async UNREPORTED({ causeway, release }) {
    const { missing } = await readReported(causeway.database, release.institution, release.year)
    const places = missing.map((name): ChecklistPlace => {
      const words = recordTypeOf(name).label
      return { words, href: dataPage(release, 'import', { type: name }), count: 1 }
    })
    return places.length === 0 ? null : { count: places.length, places }
  },

  async PARTIAL({ release, year }) {
    return year.partial ? { href: dataPage(release, 'missing') } : null
  },

  async DOUBTFUL({ causeway, release, year }) {
    const findings = (await checkRules(causeway, year)).filter(
      ({ rule, records }) => rule.severity !== 'HINT' && records !== null,
    )
    const found: Found[] = []
    for (const finding of findings) {
      const { rule, message, count } = finding
      const named = await listNamed(causeway, finding)
      const described = await describeRecords(causeway.database, named)
      found.push({
        ...{ count, href: addressOfList(finding)! },
        facts: { zh: message.zh + rule.instruction.zh, en: `${message.en} ${rule.instruction.en}` },
        places: named.map(({ id }, at) => ({
          ...{ words: described[at]!.label, href: pageOf(release, `record/${toRecordId(id)}`), count: 1 },
        })),
      })
    }
    return found
  },

  async DUPLICATES({ causeway, release }) {
    const { length: count } = await listCandidates(causeway.database, release.institution)
    return count === 0 ? null : { count, href: dataPage(release, 'same') }
  },

  async FAR_FROM_LAST_YEAR({ causeway, viewer, release, release: { institution, year } }) {
    const places: ChecklistPlace[] = []
    for (const declaration of causeway.indicators) {
      const request = { indicator: declaration.id, institution, from: year - 1, to: year }
      const change = changeOf(declaration, request, await readSeries(causeway, viewer, request), year)
      if (!change || change.verdict === 'noise') continue
      const far = Math.max(FAR * Math.abs(change.before.value!), declaration.decimals === 0 ? LEAST_COUNT : 0)
      if (Math.abs(change.difference) <= far) continue
      const said = changeWords(change)
      const { code, name } = declaration
      places.push({
        words: { zh: `${code} ${name.zh}：${said.zh}`, en: `${code} ${name.en}: ${said.en}` },
        href: pageOf(release, `indicator/${code}`, { tab: 'why' }),
        count: 1,
      })
    }
    return places.length === 0 ? null : { count: places.length, places }
  },

  async FILED_OTHERWISE({ causeway, viewer, release, release: { institution, year } }) {
    const places: ChecklistPlace[] = []
    const forms = await listFiledForms(causeway, institution, year)
    for (const { form, edition } of forms) {
      const filled = await fillForm(causeway, viewer, { form, edition, institution, year, profile: 'EXACT' })
      for (const content of filled.lines) {
        const { line, value, filed } = content
        const different = await explainFiled(causeway, institution, line, content)
        if (!different) continue
        const decimals = shownDecimals(line, content)
        const [was, is] = [String(filed!.value), formatValue(value!, decimals, 'EN')]
        const { zh, en } = different.words
        places.push({
          words: {
            zh: `${filled.form.name.zh} ${line.number} ${line.label.zh}：已报 ${was}，现为 ${is}。${zh}`,
            en: `${filled.form.name.en}, ${line.number} ${line.label.en}: filed ${was}, now ${is}. ${en}`,
          },
          href: pageOf(release, `form/${form}`, { edition, line: line.number }),
          count: 1,
        })
      }
    }
    return places.length === 0 ? null : { count: places.length, places }
  },

  async WITHOUT_EVIDENCE({ causeway, viewer, year }) {
    const all = await readCompleteness(causeway, viewer, year)
    const places = (await listUnproved(causeway, year)).map((finding): ChecklistPlace => {
      const { name, label } = recordTypeOf(finding.recordType!)
      const of = all.find(({ unit, type }) => unit === null && type.name === name)?.records ?? finding.count
      const facts = { of, without: finding.count, typeZh: label.zh, typeEn: label.en }
      return { words: fill(REFUSALS.CHECK_EVIDENCE_OF, facts), href: addressOfList(finding)!, count: finding.count }
    })
    return places.length === 0 ? null : { count: places.reduce((sum, { count }) => sum + count, 0), places }
  },
}

function dataPage(release: Release, tab: string, more: Record<string, string> = {}): string {
  return pageOf(release, 'data', { tab, ...more })
}

/** Where a page is for the year of the release. */
function pageOf({ institution, year }: Release, page: string, more: Record<string, string> = {}): string {
  return `/${page}?${new URLSearchParams({ institution, year: String(year), ...more })}`
}
