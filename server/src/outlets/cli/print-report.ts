import { writeFile } from 'node:fs/promises'
import { fill, shortened, type Words } from '@causeway/shared/words/words'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { userPath } from './command-line.ts'
import { printJson, printLine, sayLine, sayNote } from './print.ts'
import { inColumns } from './text-table.ts'
import type { ListedFigure } from '../reports/kept/verify-report.ts'
import REPORT from '../reports/words.json' with { type: 'json' }
import SAID from './said.json' with { type: 'json' }

export interface ReportOptions {
  institution?: string
  year?: number
  release?: string
  asOf?: string
  partner?: string
  out?: string
  strict?: boolean
  bind?: boolean
  take?: boolean
  tracked?: boolean
  pdf?: boolean
  json?: boolean
}

const LANGUAGE: 'zh' | 'en' = cliLocale === 'ZH' ? 'zh' : 'en'

/** With what has to be given, which commander was asked about. */
type Given<Name extends keyof ReportOptions> = ReportOptions & Required<Pick<ReportOptions, Name>>

export async function fillReport(causeway: Causeway, template: string, options: ReportOptions): Promise<void> {
  const { unknownLine, writeReport } = await import('../reports/write-report.ts')
  const { institution, year, release, asOf, partner, out: given } = options as Given<'institution' | 'year' | 'out'>
  const out = userPath(given)
  const asked = { template, institution, year, locale: cliLocale, release, asOf, partner }
  const order = { ...asked, strict: options.strict === true, out }
  const { findOffice, writePdf } = await import('../reports/pdf.ts')
  const office = options.pdf ? findOffice() : null
  const { lock, lockFile, unknown } = await writeReport(causeway, OPERATOR, order)
  const pdf = office && (await writePdf(out, office))
  const gaps = lock.figures.filter(({ gap }) => gap !== null).length
  if (unknown.length > 0) {
    sayNote(fill(SAID.NOT_UNDERSTOOD, { length: unknown.length, unknownEn: unknown.length === 1 ? 'tag' : 'tags' }))
    for (const one of unknown) sayNote(unknownLine(one))
  }
  if (lock.year.partial) sayPartial(lock.dataDate, lock.year.label)
  if (options.json) {
    const { year: schoolYear, revision } = lock
    const figures = lock.figures.length
    return printJson({ out, lock: lockFile, pdf, year: schoolYear, revision, figures, gaps, unknown: lock.unknown })
  }
  sayLine({
    zh: `已写出 ${out}：${lock.institution.name}，${lock.year.label}（质量年报 ${lock.year.edition}年度），指标值 ${lock.figures.length} 个，其中无数值 ${gaps} 个。逐项清单：${lockFile}`,
    en: `Wrote ${out}: ${lock.institution.name}, ${lock.year.label} (quality report of ${lock.year.edition}), ${lock.figures.length} figures, ${gaps} of them without a number. Each is listed in ${lockFile}`,
  })
  if (pdf) sayLine(fill(REPORT.pdf, { pdf }))
}

function sayPartial(dataDate: string | null, label: string): void {
  sayNote({
    zh: `注意：数据截至 ${dataDate ?? '（尚无数据）'}，${label}的数据未完整。`,
    en: `Mind: the data reach ${dataDate ?? '(none yet)'}, so ${label} is not complete.`,
  })
}

export async function printCheck(causeway: Causeway, template: string, options: ReportOptions): Promise<void> {
  const { checkTemplate } = await import('../reports/kept/check-template.ts')
  const { unknownLine } = await import('../reports/write-report.ts')
  const { institution, year, release, asOf, partner } = options as Given<'institution' | 'year'>
  const asked = { template, institution, year, locale: cliLocale, release, asOf, partner }
  const { figures, unknown, doubled } = await checkTemplate(causeway, OPERATOR, asked)
  if (options.json)
    return printJson({
      figures: figures.map(({ place, question, figure: { text, gap, period, code }, state, remark }) => ({
        ...{ place: say(place), question, locked: null, inDocument: null, today: text, state },
        ...{ code, period: period.label, gap, partial: period.partial, remark: remark && say(remark) },
      })),
      unknown: unknown.map(({ tag, place, problem }) => ({ tag, place: say(place), problem: say(problem) })),
      doubled: doubled.map(({ tag, place, problem }) => ({ tag, place: say(place), problem: say(problem) })),
    })
  const notable = figures.filter(
    ({ figure, state, remark }) => state !== 'same' || figure.period.partial || remark !== null,
  )
  printTable(
    notable.map(({ place, question, figure: { text, period }, remark }) => [
      say(place),
      question,
      period.label,
      text + (period.partial ? say(REPORT.partialYear) : ''),
      remark ? say(remark) : '',
    ]),
  )
  for (const one of [...unknown, ...doubled]) sayLine(unknownLine(one))
  const gaps = figures.filter(({ figure }) => figure.gap !== null).length
  const partial = figures.filter(({ figure }) => figure.period.partial).length
  sayLine(fill(REPORT.checked, { count: figures.length, gaps, partial, unknown: unknown.length }))
}

export async function printVerified(causeway: Causeway, file: string, options: ReportOptions): Promise<void> {
  const { verifyReport } = await import('../reports/kept/verify-report.ts')
  const { memory, figures, unbound, foreign, bound, today } = await verifyReport(causeway, OPERATOR, file, {
    ...options,
    language: LANGUAGE,
  })
  const out = options.out === undefined ? null : userPath(options.out)
  if (bound && out) await writeFile(out, bound.report)
  if (options.json) {
    const { institution, year, language, release, revision, asOf } = memory
    return printJson({
      figures: figures.map(figureJson),
      document: { institution, year, language, release, revision, asOf },
      revision: today.revision,
      unbound: unbound.map(({ place, text, isEqual, isStale, figures: same, at }) => ({
        ...{ place: say(place), text, equal: isEqual, stale: isStale, figures: same, canBind: at !== null },
      })),
      ...{ foreign, bound: bound?.count ?? 0 },
    })
  }
  sayOrigin(memory)
  printStates(figures)
  for (const { place, text, isEqual, isStale, figures: same } of unbound) {
    const list = same.map(({ question, today: now }) => `{${question}} ${now}`).join(say(REPORT.listComma))
    const words = isStale ? REPORT.unboundStale : isEqual ? REPORT.unboundEqual : REPORT.unboundNearly
    sayLine(fill(words, { place: say(place), text, list }))
  }
  if (foreign > 0) sayLine(fill(REPORT.foreign, { count: foreign }))
  sayLine(fill(REPORT.verified, countsOf(figures)))
  if (bound && out) sayLine(fill(REPORT.bound, { count: bound.count, out }))
}

export async function printRefreshed(causeway: Causeway, file: string, options: ReportOptions): Promise<void> {
  const { refreshReport } = await import('../reports/kept/refresh-report.ts')
  const { out: given, take = false, tracked = false } = options as Given<'out'>
  const out = userPath(given)
  const order = { ...options, language: LANGUAGE, report: file, out, take, tracked }
  const { findOffice, writePdf } = await import('../reports/pdf.ts')
  const office = options.pdf ? findOffice() : null
  const { figures, said, lockFile, lock } = await refreshReport(causeway, OPERATOR, order)
  const pdf = office && (await writePdf(out, office))
  if (options.json)
    return printJson({
      figures: figures.map((one) => ({ ...figureJson(one), outcome: one.outcome })),
      ...{ said: said.map(say), out, lock: lockFile, pdf, revision: lock.revision },
    })
  printTable(
    figures
      .filter(({ state }) => state !== 'same')
      .map((one) => [...rowOf(one), say(REPORT.outcomes[one.outcome]), noteOf(one)]),
  )
  for (const words of said) sayLine(words)
  const written = figures.filter(({ outcome }) => outcome === 'written').length
  const kept = figures.filter(({ outcome }) => outcome === 'kept' || outcome === 'commented').length
  sayLine(fill(REPORT.refreshed, { out, written, kept, count: figures.length, lock: lockFile }))
  if (pdf) sayLine(fill(REPORT.pdf, { pdf }))
}

function figureJson(one: ListedFigure) {
  const { place, question, locked, inDocument, today, state, remark, cause } = one
  return {
    ...{ place: say(place), question, locked, inDocument, today, state },
    ...{ remark: remark && say(remark), cause: cause && say(cause) },
  }
}

function printStates(figures: readonly ListedFigure[]): void {
  printTable(
    figures
      .filter(({ state }) => state !== 'same')
      .map((one) => [...rowOf(one), say(REPORT.states[one.state]), noteOf(one)]),
  )
}

/** Sentences are shortened; whole in `--json`. */
function rowOf({ place, question, locked, inDocument, today }: ListedFigure): string[] {
  return [say(place), question, ...[locked, inDocument, today].map((text) => shortened(text ?? '—'))]
}

function noteOf({ remark, cause }: ListedFigure): string {
  return [remark, cause].flatMap((words: Words | null) => (words ? say(words) : [])).join(' ')
}

function printTable(rows: string[][]): void {
  if (rows.length > 0) for (const line of inColumns(rows)) printLine(line)
}

function countsOf(figures: readonly ListedFigure[]) {
  const of = (wanted: string) => figures.filter(({ state }) => state === wanted).length
  return {
    ...{ count: figures.length, same: of('same'), moved: of('moved') },
    ...{ edited: of('edited'), hidden: of('hidden'), gone: of('gone') },
  }
}

function sayOrigin({
  institution,
  year,
  release,
  asOf,
}: {
  institution: string
  year: number
  release: string | null
  asOf: string
}) {
  sayLine(
    fill(release === null ? REPORT.filledLive : REPORT.filledOfRelease, {
      institution,
      year,
      release: release ?? '',
      asOf,
    }),
  )
}
