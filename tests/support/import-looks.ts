import { openImportCollege } from './import-college.ts'
import { xlsxOf } from './workbooks.ts'

/** A stay as a file has it. */
export const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
export const STAY = 'S1,派出,学生,学习,泰国,2022-10-01,2022-10-31'

const CHOICES = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { ... on ImportReport {
  encoding recordType { name } sheet sheets headerRow rowsRead accepted refused head { row role cells mergedLeft mergedAbove }
  columns { header field { name } suggestions { name } fits { name } wrong } warnings { code row } asMapping
  newRecords { fields { name after(locale: ZH) } } reading moves { id kind changes }
  problems { code field message(locale: ZH) en: message nearest { key label(locale: ZH) } }
  codes { field options { key label(locale: ZH) } } } } }`

/** A desk where a file is looked at with what somebody says of it: what the page gets to see. */
export async function openDesk(database: Parameters<typeof openImportCollege>[0]) {
  const { college, editor } = await openImportCollege(database)
  return async (file: File, input: object = {}) => {
    const variables = { input: { institution: 'X', dryRun: true, seconds: 20, ...input, file: null } }
    const { data, errors } = await college.send(CHOICES, variables, { 'variables.input.file': file }, editor)
    if (errors) throw new Error(JSON.stringify(errors))
    return data.importRecords
  }
}

export async function workbook(name: string, sheets: Record<string, string[][]>): Promise<File> {
  return new File([new Uint8Array(await xlsxOf(sheets))], name)
}
