import { fill } from '@causeway/shared/words/words'
import { existsSync } from 'node:fs'
import type { Causeway } from '../../figures/causeway.ts'
import { makeFormRowCheck } from '../../answers/forms/check-form-row.ts'
import { importFile } from '../../records/import/import-file.ts'
import { toReportJson, type ImportReport } from '../../records/import/report/import-report.ts'
import type { ImportProgress } from '../../records/import/report/import-request.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { RowProblem } from '../../records/import/ground/row-problem.ts'
import { makeImportedRowCheck } from '../../figures/indicators/check-mention.ts'
import type { ReplacedStretch } from '../../records/stretch.ts'
import { openSecret } from '../../records/secret.ts'
import { say } from '../../ground/locale.ts'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { userPath } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export interface ImportOptions {
  as?: string
  mapping?: string
  institution?: string
  dryRun?: boolean
  acceptValid?: boolean
  rejects?: string
  replaces?: ReplacedStretch
  /** Codes of the rows that are the record there is. */
  sameRecord?: string[]
  dataDate?: string
  encoding?: string
  json?: boolean
}

const REFUSED = 1
const MOST_SHOWN = 40
const ROWS_BETWEEN_COLLECTIONS = 50_000

export async function runImport(causeway: Causeway, paths: readonly string[], options: ImportOptions): Promise<void> {
  const { database, indicators, secretFile } = causeway
  const secret = await openSecret(database, secretFile!)
  const [checkMentions, checkFormRow] = [makeImportedRowCheck(indicators), makeFormRowCheck(causeway)]
  const bar = makeProgressBar()
  let collectAt = ROWS_BETWEEN_COLLECTIONS
  const { as, encoding } = options
  const mapping = options.mapping === undefined ? undefined : mappingPath(options.mapping)
  const [first, ...more] = paths.map((path) => ({ path, as, encoding, mapping }))
  const report = await importFile(database, secret, {
    ...options,
    ...first!,
    more,
    sameRecords: options.sameRecord,
    allSheets: true,
    rejects: options.rejects === undefined ? undefined : userPath(options.rejects),
    checkRow: (values) => checkMentions(values) ?? checkFormRow(values),
    onProgress(progress) {
      bar.show(progress)
      if (progress.rows < collectAt) return
      collectGarbage()
      collectAt = progress.rows + ROWS_BETWEEN_COLLECTIONS
    },
  }).finally(bar.clear)
  // A script must not go on as if all of a folder had been read.
  if (report.refused || report.warnings.some(({ code }) => code === 'FILE_NOT_READ')) process.exitCode = REFUSED
  if (options.json) printJson(toReportJson(report))
  else printReport(report, options)
}

/** A file of the user's; else the name of a mapping that ships. */
function mappingPath(text: string): string {
  const path = userPath(text)
  return existsSync(path) ? path : text
}

function printReport(report: ImportReport, options: ImportOptions): void {
  for (const line of describe(report, options)) printLine(line)
  printCreated(report, options)
  printWithdrawals(report, options)
  printProblems({ zh: '有误', en: 'Wrong' }, report.problems)
  printProblems({ zh: '提醒', en: 'Mind' }, report.warnings)
}

function describe(report: ImportReport, options: ImportOptions): string[] {
  const { dryRun, rejects } = options
  const {
    accepted,
    updated,
    unchanged,
    withdrawn,
    rejected,
    rowsRead,
    rowsLeftOut,
    rowsMerged,
    sumsAgreed,
    encoding,
    batch,
  } = report
  const lines: string[] = []
  if (report.refused) {
    lines.push(
      say({
        zh: `未导入任何内容。${rejected > 0 ? `有误 ${rejected} 行。` : ''}`,
        en: `Nothing was imported.${rejected > 0 ? ` Wrong rows: ${rejected}.` : ''}`,
      }),
    )
  } else {
    const replaces = options.replaces !== undefined
    const counts = {
      zh: `新增 ${accepted}，更新 ${updated}，未变 ${unchanged}${replaces ? `，撤除 ${withdrawn}` : ''}，拒收 ${rejected}`,
      en: `${accepted} new, ${updated} updated, ${unchanged} unchanged,${replaces ? ` ${withdrawn} withdrawn,` : ''} ${rejected} rejected`,
    }
    if (dryRun) lines.push(say(fill(SAID.DRY_RUN, { countsZh: counts.zh, countsEn: counts.en })))
    else if (batch === null) lines.push(say({ zh: `没有变化：${counts.zh}。`, en: `Nothing changed: ${counts.en}.` }))
    else
      lines.push(say({ zh: `已导入，批次 ${batch}：${counts.zh}。`, en: `Imported as batch ${batch}: ${counts.en}.` }))
  }
  const read = [say({ zh: `读取 ${rowsRead} 行`, en: `${rowsRead} rows read` })]
  if (rowsLeftOut > 0)
    read.push(say({ zh: `${rowsLeftOut} 行非数据或被筛除`, en: `${rowsLeftOut} left out as no data` }))
  if (rowsMerged > 0) read.push(say({ zh: `${rowsMerged} 行并入其他行`, en: `${rowsMerged} merged into others` }))
  if (encoding) read.push(say({ zh: `编码 ${encoding}`, en: `encoding ${encoding}` }))
  lines.push(`${read.join(say({ zh: '，', en: ', ' }))}${say({ zh: '。', en: '.' })}`)
  if (sumsAgreed > 0) lines.push(say(fill(SAID.SUMS_AGREED, { sumsAgreed })))
  if (report.rejects) lines.push(say(fill(SAID.REJECTS_WRITTEN, { rejects: report.rejects })))
  else if (rejects !== undefined && rejected === 0 && !report.refused)
    lines.push(say({ zh: `没有有误的行，未写 ${rejects}。`, en: `No row is wrong: ${rejects} was not written.` }))
  if (report.refused && rejected > 0) {
    lines.push(say(SAID.CORRECT_THEM))
  }
  return lines
}

/** Entries that names made, with the codes that were made for them. */
function printCreated({ created, entries, refused }: ImportReport, { dryRun }: ImportOptions): void {
  const total = Object.values(created).reduce((sum, count) => sum + count, 0)
  if (total === 0 || refused) return
  printLine('')
  sayLine(dryRun ? SAID.WOULD_CREATE : SAID.CREATED)
  for (const [type, count] of Object.entries(created)) {
    const { label } = recordTypeOf(type)
    sayLine({ zh: `  ${label.zh} ${count} 条`, en: `  ${count} of "${label.en}"` })
    const shown = entries.filter((entry) => entry.type === type).slice(0, MOST_SHOWN)
    for (const { code, name } of shown) printLine(`    ${name} [${code}]`)
    const more = count - shown.length
    if (more > 0) sayLine({ zh: `    …… 另有 ${more} 条`, en: `    … and ${more} more` })
  }
}

function printWithdrawals({ withdrawals, withdrawn }: ImportReport, { dryRun }: ImportOptions): void {
  if (!withdrawals || withdrawn === 0) return
  printLine('')
  printLine(
    dryRun
      ? say({ zh: '文件中没有、将会撤除的记录：', en: 'Records that the file lacks and that would be withdrawn:' })
      : say({ zh: '文件中没有、已撤除的记录：', en: 'Records that the file lacks and that were withdrawn:' }),
  )
  for (const { label, key } of withdrawals.slice(0, MOST_SHOWN)) printLine(`  ${say(label)} [${key}]`)
  const more = withdrawn - Math.min(withdrawals.length, MOST_SHOWN)
  if (more > 0) sayLine({ zh: `  …… 另有 ${more} 条`, en: `  … and ${more} more` })
}

function printProblems(title: { zh: string; en: string }, problems: RowProblem[]): void {
  if (problems.length === 0) return
  printLine('')
  sayLine({ zh: `${title.zh}：`, en: `${title.en}:` })
  // The one that counts the rest comes last and is always shown.
  const rest = problems.at(-1)?.code === 'MORE_PROBLEMS' ? problems.at(-1) : undefined
  const listed = rest ? problems.slice(0, -1) : problems
  for (const problem of listed.slice(0, MOST_SHOWN)) printLine(toLine(problem))
  const hidden = listed.length - MOST_SHOWN
  if (hidden > 0)
    sayLine({ zh: `  …… 另有 ${hidden} 处，用 --json 全部列出`, en: `  … and ${hidden} more, all listed by --json` })
  if (rest) printLine(toLine(rest))
}

function toLine({ file, row, sheet, code, message }: RowProblem): string {
  const of = sheet === undefined ? { zh: '', en: '' } : { zh: `工作表「${sheet}」`, en: `sheet "${sheet}", ` }
  // Of a mapping the row is its own line, which the sentence says.
  const place =
    row === null || code === 'BAD_MAPPING' ? '' : say({ zh: `${of.zh}第 ${row} 行　`, en: `${of.en}row ${row}: ` })
  const name = file === undefined ? '' : say({ zh: `${file}：`, en: `${file}: ` })
  return `  ${name}${place}${say(message)} [${code}]`
}

/** On a terminal only: in a pipe there is none. */
function makeProgressBar(): { show: (progress: ImportProgress) => void; clear: () => void } {
  if (!process.stderr.isTTY) return { show: () => {}, clear: () => {} }
  const WIDTH = 30
  let shownAt = 0
  return {
    show({ bytes, totalBytes, rows }) {
      const now = Date.now()
      if (now - shownAt < 100) return
      shownAt = now
      const part = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 0
      const filled = Math.round(part * WIDTH)
      const words = say({ zh: `${rows.toLocaleString('en')} 行`, en: `${rows.toLocaleString('en')} rows` })
      process.stderr.write(
        `\r[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${String(Math.floor(part * 100)).padStart(3)} %  ${words}\u001b[K`,
      )
    },
    clear: () => {
      if (shownAt > 0) process.stderr.write('\r\u001b[K')
    },
  }
}

let collect: (() => void) | undefined

/**
 * Collects garbage now. Left alone on a busy machine, the engine lets the heap of a long import grow to several times what lives
 * in it, and a small server has other uses for that memory.
 */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
    setFlagsFromString('--no-expose-gc')
  }
  collect()
}
