import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Database } from '@causeway/server/ground/database/database'
import type { QuestionError } from '@causeway/server/ground/question-error'
import { writeReport, type WrittenReport } from '@causeway/server/outlets/reports/write-report'
import { openFilledCollege, type College } from './college.ts'
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
}

export async function openReportDesk(database: Database): Promise<ReportDesk> {
  const folder = folderOfTest()
  const college = await openFilledCollege(database, fill)
  const out = join(folder, 'out.docx')
  const write: ReportDesk['write'] = async (template, more) => {
    const path = join(folder, 'template.docx')
    writeFileSync(path, template)
    const order = { template: path, institution: 'X', year: 2022, locale: 'EN' as const, strict: false, out, ...more }
    const written = await writeReport(college.causeway, OPERATOR, order)
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

/** Two foreign students in 2020/21, nothing known of 2021/22, three in 2022/23, one of them from Macao. */
async function fill(college: College): Promise<void> {
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲 & 乙 <学院>,College A & B <X>,CN'])
  await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'])
  const learner = (name: string, nationality: string, year: number) =>
    `${name},PA,degree,1,${nationality},${year}-09-01,${year + 1}-07-01`
  await college.put('enrolment', [
    'person,programme,kind,full_time,nationality,start,end',
    learner('L1', 'VN', 2020),
    learner('L2', 'LA', 2020),
    learner('L3', 'VN', 2022),
    learner('L4', 'VN', 2022),
    learner('L5', 'MO', 2022),
    learner('L6', 'LA', 2023),
  ])
  await college.put('training-session', [
    'session,start,end,training_days,headcount,country',
    'S1,2023-03-01,2023-03-03,3,10,RU',
  ])
}
