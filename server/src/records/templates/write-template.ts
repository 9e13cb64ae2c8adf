import type { Cell, Worksheet } from '@cj-tech-master/excelts'
import { toDay } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { newWorkbook, widthOf } from '../../ground/downloads.ts'
import { exampleOf, templateColumns } from '../example-row.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { CollegeLists } from '../college-lists.ts'
import { DropDowns } from './drop-downs.ts'
import { explain, writeNotes } from './notes.ts'
import SAY from './words.json' with { type: 'json' }

const MS_PER_DAY = 86_400_000

/**
 * The workbook to fill in, a sheet for each type: headers, an example row that the importer skips while it is untouched, drop-downs,
 * notes. `lists`: what the college has, for its drop-downs.
 */
export async function writeTemplate(
  types: readonly RecordType[],
  language: keyof Words,
  lists: CollegeLists = new Map(),
): Promise<Buffer> {
  const workbook = await newWorkbook()
  const sheets = types.map((type) => {
    const sheet = workbook.addWorksheet(type.label[language], { views: [{ state: 'frozen', ySplit: 1 }] })
    templateColumns(type).forEach((field, i) => writeColumn(sheet, field, i + 1, type, language))
    sheet.getRow(1).height = 32
    return { type, sheet }
  })
  writeNotes(workbook.addWorksheet(SAY.notes[language]), types, language)
  const dropDowns = new DropDowns(workbook, language)
  for (const { type, sheet } of sheets)
    templateColumns(type).forEach((field, i) =>
      dropDowns.add(sheet, i + 1, field, lists.get(`${type.name}.${field.name}`)),
    )
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function writeColumn(sheet: Worksheet, field: Field, index: number, type: RecordType, language: keyof Words): void {
  const column = sheet.getColumn(index)
  const header = `${field.label[language]}${field.required ? '*' : ''}`
  const example = exampleOf(field)[language]
  column.width = Math.min(36, Math.max(widthOf(header), widthOf(example)) + 3)
  column.numFmt = formatOf(field)

  const head = sheet.getCell(1, index)
  head.value = header
  head.numFmt = 'General'
  head.font = { bold: true, color: { argb: 'FFFFFFFF' } }
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: field.required ? 'FF1F4E79' : 'FF5B7F9E' } }
  head.alignment = { vertical: 'middle', wrapText: true }
  head.note = explain(field, type, language)

  writeExample(sheet.getCell(2, index), field, example)
}

function writeExample(cell: Cell, field: Field, example: string): void {
  cell.font = { italic: true, color: { argb: 'FF7F7F7F' } }
  if (example === '') return
  if (field.kind === 'date') cell.value = new Date(toDay(example) * MS_PER_DAY)
  else if (field.kind === 'integer' || field.kind === 'year' || field.kind === 'decimal') cell.value = Number(example)
  else cell.value = example
}

/** Text columns are text to Excel before anything is typed, or `0123` would lose its zero. */
function formatOf(field: Field): string {
  switch (field.kind) {
    case 'date':
      return 'yyyy-mm-dd'
    case 'integer':
    case 'year':
      return '0'
    case 'decimal':
      return 'General'
    default:
      return '@'
  }
}
