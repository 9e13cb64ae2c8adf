import { CAUSE_WORDS } from '@causeway/shared/views/change-view'
import { formatFigure } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { scopeWords } from '@causeway/shared/words/terms'
import { asIs, writtenWords, type Words } from '@causeway/shared/words/words'
import { OPERATOR } from '../../access/viewer.ts'
import { compareReleases } from '../../answers/change/compare-releases.ts'
import type { FigureChange } from '../../answers/change/compare-moments.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { LIVE } from '../../figures/releases/release.ts'
import { readCategoryLabels } from '../../figures/series-facts.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { printJson, printLine, sayLine } from './print.ts'
import { inColumns } from './text-table.ts'

interface Asked {
  institution: string
  /** A release by name or id, or `live`. */
  from: string
  to: string
  /** Dimension whose categories are compared. */
  by?: string
  json?: boolean
}

type Row = FigureChange & { category: { key: string; label: Words } | null }

/** Answers `causeway release compare`. */
export async function printComparison(causeway: Causeway, { json, by: given, ...asked }: Asked): Promise<void> {
  const by = given ?? null
  const { note, compare } = await compareReleases(causeway, OPERATOR, asked)
  const { changes: all, unchanged, explain } = await compare(by)
  const changes = await explain(all)
  const rows = await Promise.all(changes.map((change) => withCategory(causeway, change)))
  if (json) return printJson({ ...asked, by, note, unchanged, changes: rows.map(toJson) })
  const heads = [
    { zh: '编号', en: 'code' },
    { zh: '指标', en: 'indicator' },
    { zh: '时段', en: 'period' },
    { zh: '范围', en: 'scope' },
    ...(by === null ? [] : [{ zh: '类别', en: 'category' }]),
    ...[asked.from, asked.to].map((name) => (name === LIVE ? LIVE_WORDS : asIs(name))),
    { zh: '主要原因', en: 'main cause' },
    { zh: '差异的构成', en: 'what makes the difference' },
  ]
  const cells = rows.map((row) => cellsOf(row, by !== null))
  const before = by === null ? 4 : 5
  if (rows.length > 0) for (const line of inColumns([heads.map(say), ...cells], [before, before + 1])) printLine(line)
  sayLine({
    zh: `不同的数字 ${rows.length} 个，相同的 ${unchanged} 个。`,
    en: `Figures that differ: ${rows.length}; as they were: ${unchanged}.`,
  })
  if (!note) return
  const { zh, en } = writtenWords(note)
  sayLine({ zh: `说明：${zh}`, en: `Note: ${en}` })
}

const LIVE_WORDS: Words = { zh: '动态数据', en: 'live' }

async function withCategory(causeway: Causeway, change: FigureChange): Promise<Row> {
  const { declaration, institution, after } = change
  const [filter] = after.question.filters
  if (!filter) return { ...change, category: null }
  const [key] = filter.in as [string]
  const labels = await readCategoryLabels(causeway, institution, declaration, filter.dimension, [key])
  return { ...change, category: { key, label: labels.get(key)! } }
}

function cellsOf({ declaration, before, after, cause, parts, category }: Row, byCategory: boolean): string[] {
  const { scope } = after.question
  return [
    declaration.code,
    say(declaration.name),
    periodLabel(after.figure.period, cliLocale),
    scope === null ? '' : say(scopeWords[scope]),
    ...(byCategory ? [category ? say(category.label) : ''] : []),
    ...[before, after].map(({ figure }) => formatFigure(figure, declaration, cliLocale)),
    say(CAUSE_WORDS[cause]),
    parts.map(({ sentence }) => say(sentence)).join(' '),
  ]
}

function toJson({ declaration, before, after, difference, cause, parts, category }: Row): object {
  const { basis, at, scope } = after.question
  const end = ({ figure: { period, value, gap } }: FigureChange['before']) => ({ year: period.year, value, gap })
  return {
    indicator: declaration.id,
    code: declaration.code,
    basis,
    at: basis === 'POINT_IN_TIME' ? at : null,
    scope,
    category: category?.key ?? null,
    before: end(before),
    after: end(after),
    difference,
    cause,
    parts: parts.map(({ cause: why, value, sentence, records }) => ({
      ...{ cause: why, value, sentence: say(sentence), recordCount: records.length },
    })),
  }
}
