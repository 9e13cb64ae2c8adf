import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../../access/viewer.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import { causewayAsked } from '../../../figures/causeway-then.ts'
import type { InstitutionFacts } from '../../../records/institutions.ts'
import { figureReader } from '../figure-reader.ts'
import type { RememberedTable, ReportMemory } from '../memory.ts'
import { partnerOf } from '../partner.ts'
import { pathKey, type LockedFigure, type ReportChart, type ReportText, type ReportValue } from '../report.ts'
import { withoutPlace } from '../place-of-loop.ts'
import { readColumns } from '../table-columns.ts'
import { parseFigure } from '../tags/parse-figure.ts'
import { columnTags } from '../tags/parse-table.ts'
import { startOf } from '../tags/parse-tag.ts'
import { inside, tidy, wordOf } from '../tags/spoken.ts'
import { toTagTree, type PlacedTag } from '../tag-tree.ts'
import { writeValues } from '../write-values.ts'
import { requireInstitution } from '../../../records/institutions.ts'

export interface AskedTime {
  release?: string | null
  asOf?: string | null
}

/** What the data say of everything that a report shows. */
export interface Today {
  causeway: Causeway
  institution: InstitutionFacts
  locale: Locale
  revision: number
  figures: LockedFigure[]
  values: Map<string, ReportValue>
  tables: TableToday[]
  /** Turns of loops in whose rows a person wrote, or that a person took out: their paths as keys. */
  turnsByHand: ReadonlySet<string>
  /** Those of them whose members the data have no more: they are kept as they are. */
  keptTurns: ReadonlySet<string>
}

/** A table of two dimensions, and the categories of its columns that it does not have yet. */
export interface TableToday extends RememberedTable {
  fresh: string[]
}

/** Asks again what a report asked when it was filled, all of it at one revision. */
export async function readToday(
  given: Causeway,
  viewer: Viewer,
  memory: ReportMemory,
  asked: AskedTime,
): Promise<Today> {
  const causeway = await causewayAsked(given, viewer, { institution: memory.institution, ...asked })
  for (let attempt = 0; ; attempt++) {
    const institution = await requireInstitution(causeway.database, memory.institution)
    const locale = memory.language === 'zh' ? 'ZH' : 'EN'
    const tables = await tablesToday(causeway, viewer, memory)
    const tree = toTagTree(tagsOf(memory, tables), causeway)
    const reader = figureReader(causeway, viewer, institution.code, given)
    const partner = await partnerOf(causeway, viewer, tree, institution.code, memory.partner ?? null)
    const { report } = await writeValues(reader, tree, { institution, year: memory.year, locale, partner, whole: true })
    const { values, figures } = report
    const revision = report.revision ?? institution.revision
    // An import between columns and figures: both are read again.
    const isMoved = causeway === given && revision !== institution.revision
    if (tables.length > 0 && isMoved && attempt < MOST_ATTEMPTS) continue
    return {
      causeway,
      institution,
      locale,
      revision,
      figures,
      values,
      tables,
      turnsByHand: new Set(),
      keptTurns: new Set(),
    }
  }
}

const MOST_ATTEMPTS = 100

async function tablesToday(causeway: Causeway, viewer: Viewer, memory: ReportMemory): Promise<TableToday[]> {
  const tables: TableToday[] = []
  for (const table of memory.tables ?? []) {
    const figure = parseFigure(table.loop, causeway.indicators, false)
    const keys = 'words' in figure ? figure : await readColumns(causeway, viewer, memory, figure, table.across)
    tables.push({ ...table, fresh: 'words' in keys ? [] : keys.filter((key) => !table.keys.includes(key)) })
  }
  return tables
}

export function textToday({ values }: Today, path: readonly string[]): ReportText | null {
  const value = values.get(pathKey([...path]))
  return value && 'text' in value ? value : null
}

export function chartToday({ values }: Today, path: readonly string[]): ReportChart | null {
  const value = values.get(pathKey([...path]))
  return value && 'series' in value ? value : null
}

/** Which year or category each turn of a loop is; null: nothing is known of the loop. */
export function membersToday({ values }: Today, path: readonly string[]): string[] | null {
  const value = values.get(pathKey([...path]))
  return value && 'members' in value ? value.members : null
}

/** Whether what a condition asks is a small group. */
export function isHiddenToday({ values }: Today, path: readonly string[]): boolean {
  const value = values.get(pathKey([...path]))
  return value !== undefined && 'isHidden' in value && value.isHidden === true
}

/** The alternative text of a drawing; null: one of its tags is not understood. */
export function altToday(today: Today, alt: { path: string[]; template: string }): string | null {
  let isWhole = true
  const text = alt.template.replaceAll(TAG, (_, name: string) => {
    const found = textToday(today, [...alt.path, name])
    if (!found) isWhole = false
    return found?.text ?? ''
  })
  return isWhole ? text : null
}

export const TAG = /\{([^{}]+)\}/g

const isChartTag = (path: readonly string[]) => startOf(tidy(path.at(-1)!))[0] === 'chart'

/** Nested as the loops of the template were. */
interface Asked {
  children: Map<string, Asked>
  isChart: boolean
}

/** The tags that a report was filled from, as a template would have them. */
function tagsOf(
  { values, drawings, loops, leftOut = [], sentences = [] }: ReportMemory,
  tables: readonly TableToday[],
): PlacedTag[] {
  const root: Asked = { children: new Map(), isChart: false }
  const add = (path: readonly string[], isChart = false) => {
    let at = root
    for (const name of namesOf(path)) {
      const next = at.children.get(name) ?? { children: new Map(), isChart }
      at.children.set(name, next)
      at = next
    }
  }
  for (const { path } of values) add(path)
  for (const path of leftOut) add(path, isChartTag(path))
  for (const { runs } of sentences)
    for (const { text } of runs ?? []) for (const [, name] of text.matchAll(TAG)) add([name!])
  for (const { loop, figure, across, fresh } of tables)
    for (const key of fresh) {
      const { head, cell } = columnTags(figure, across, key)
      add([head])
      for (const { path } of loops) if (withoutPlace(path.at(-1)!) === loop) add([...path, '0', cell])
    }
  for (const { path } of loops) add(path)
  for (const { chart, alt } of drawings) {
    if (chart) add(chart.path, true)
    for (const [, name] of alt?.template.matchAll(TAG) ?? []) add([...alt!.path, name!])
  }
  const loopNames = new Set(loops.map(({ path }) => JSON.stringify(namesOf(path))))
  const list = (asked: Asked, path: readonly string[]): PlacedTag[] =>
    inOrder(asked.children).flatMap(([name, one]) => {
      const own = [...path, name]
      const tag = { ...{ raw: `{${name}}`, name, place: NOWHERE, part: 0 }, inChart: one.isChart, paragraph: null }
      return loopNames.has(JSON.stringify(own))
        ? [{ ...tag, kind: 'open' as const }, ...list(one, own), { ...tag, kind: 'close' as const }]
        : [{ ...tag, kind: 'single' as const }]
    })
  return list(root, [])
}

/** What separates turns comes first within its loop; in the first turn it is nothing, so it was met last. */
function inOrder(children: ReadonlyMap<string, Asked>): [name: string, asked: Asked][] {
  const isAnd = ([name]: [string, Asked]) => wordOf(tidy(name), inside) === 'and'
  return [...children].toSorted((a, b) => Number(isAnd(b)) - Number(isAnd(a)))
}

/** A path without the turns of its loops: they are every second part of it. */
function namesOf(path: readonly string[]): string[] {
  return path.filter((_, at) => at % 2 === 0)
}

const NOWHERE: Words = { zh: '', en: '' }

export const inLanguage = (words: Words, { language }: Pick<ReportMemory, 'language'>): string =>
  inLocale(words, language === 'zh' ? 'ZH' : 'EN')
