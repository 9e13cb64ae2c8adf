import type { BatchResult } from '../../commit.ts'
import type { ImportReport, PartReport, SheetsOfFile } from './import-report.ts'

/** The report of an import of one table, or of several that went in together. `result`: null where it did not take place. */
export function wholeReport(
  parts: readonly PartReport[],
  result: BatchResult | null,
  sheetsFound: readonly SheetsOfFile[],
): ImportReport {
  const [only, ...others] = parts
  if (others.length === 0) return { ...only!.report, sheetsFound }
  const reports = parts.map(({ report }) => report)
  const sum = (name: keyof ImportReport) => reports.reduce((total, report) => total + (report[name] as number), 0)
  const refused = reports.some((report) => report.refused)
  const rejects = reports.flatMap((report) => report.rejects ?? [])
  const created: Record<string, number> = {}
  for (const report of reports)
    for (const [type, count] of Object.entries(report.created)) created[type] = (created[type] ?? 0) + count
  return {
    ...{ refused, created, parts, sheetsFound, withdrawals: null, withdrawn: 0, encoding: null, fileHash: null },
    batch: refused ? null : (result?.batch ?? null),
    revisions: refused ? {} : (result?.revisions ?? {}),
    entries: reports.flatMap((report) => report.entries),
    sums: reports.flatMap((report) => report.sums),
    problems: reports.flatMap((report) => report.problems),
    warnings: reports.flatMap((report) => report.warnings),
    rejects: rejects.length > 0 ? rejects.join(', ') : null,
    ...{ accepted: sum('accepted'), updated: sum('updated'), unchanged: sum('unchanged'), rejected: sum('rejected') },
    ...{ rowsRead: sum('rowsRead'), rowsLeftOut: sum('rowsLeftOut'), rowsMerged: sum('rowsMerged') },
    ...{ sumsAgreed: sum('sumsAgreed'), problemCount: sum('problemCount'), warningCount: sum('warningCount') },
  }
}
