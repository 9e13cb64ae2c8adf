import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPERATOR, type Viewer } from '@causeway/server/access/viewer'
import type { Database } from '@causeway/server/ground/database/database'
import type { QuestionError } from '@causeway/server/ground/question-error'
import { writeReport, type WrittenReport } from '@causeway/server/outlets/reports/write-report'
import { fillReports, openFilledCollege, type College } from './college.ts'
import { readDocument, type ReadDocument } from './word.ts'
import { folderOfTest } from './folders.ts'

/** Fills templates for the college `X` and reads what came of them. */
export interface ReportDesk {
  college: College
  out: string
  lockFile: string
  write(template: Buffer, more?: Partial<Asked>): Promise<WrittenReport & { read: ReadDocument }>
  /** Why a report was not written; throws where it was. */
  refusal(template: Buffer, more?: Partial<Asked>): Promise<QuestionError>
}

interface Asked {
  strict: boolean
  year: number
  locale: 'ZH' | 'EN'
  viewer: Viewer
  partner: string
}

export async function openReportDesk(database: Database): Promise<ReportDesk> {
  const folder = folderOfTest()
  const college = await openFilledCollege(database, fillReports)
  const out = join(folder, 'out.docx')
  const write: ReportDesk['write'] = async (template, more) => {
    const path = join(folder, 'template.docx')
    writeFileSync(path, template)
    const { viewer = OPERATOR, ...asked } = more ?? {}
    const order = { template: path, institution: 'X', year: 2022, locale: 'EN' as const, strict: false, out, ...asked }
    const written = await writeReport(college.causeway, viewer, order)
    return { ...written, read: readDocument(readFileSync(out)) }
  }
  return {
    college,
    out,
    lockFile: join(folder, 'out.lock.json'),
    write,
    refusal: (template, more) =>
      write(template, more).then(
        () => {
          throw new Error('it was written')
        },
        (error: QuestionError) => error,
      ),
  }
}
