import type { Cell, Workbook, Worksheet } from '@cj-tech-master/excelts'
import { toDay } from '@causeway/shared/day'
import { fill, type Words } from '@causeway/shared/words/words'
import { foreignWords, unknownWords } from '@causeway/shared/unknown'
import { COUNTRIES } from '../ground/reference/countries.ts'
import { newWorkbook, widthOf } from '../ground/downloads.ts'
import { describeKey } from './natural-key.ts'
import { exampleOf, templateColumns } from './example-row.ts'
import type { Field, RecordType } from './record-type.ts'
import REFUSALS from './refusals.json' with { type: 'json' }
import SAY_WORDS from './template.json' with { type: 'json' }

type Language = keyof Words

const LISTS_SHEET = '_lists'
/** Drop-downs and formats reach this far down. */
const PREPARED_ROWS = 5000
const MS_PER_DAY = 86_400_000
const MOST_CHOICES_SAID = 60

const SAY = SAY_WORDS satisfies Record<string, Words>

const KIND_WORDS: Record<Field['kind'], Words> = {
  text: { zh: '填文字。', en: 'Text.' },
  code: { zh: '填编号或代码，按文本保存，前导零保留。', en: 'A code, kept as text with its leading zeros.' },
  choice: { zh: '从下拉列表中选择。', en: 'One of the list.' },
  country: fill(REFUSALS.COUNTRY_HINT, { foreignWordsZh: foreignWords.zh, foreignWordsEn: foreignWords.en }),
  reference: REFUSALS.REFERENCE_HINT,
  person: { zh: '填学号、工号或证件号。', en: 'A student, staff or document number.' },
  date: { zh: '填日期，如 2023-09-01。', en: 'A day, as 2023-09-01.' },
  'month-day': { zh: '填月-日，如 09-01。', en: 'Month and day, as 09-01.' },
  flag: { zh: '填“是”或“否”。', en: '“yes” or “no”.' },
  integer: { zh: '填整数。', en: 'A whole number.' },
  year: { zh: '填四位年份。', en: 'A year of four digits.' },
  decimal: { zh: '填数字。', en: 'A number.' },
  level: { zh: '填等级名称或序号。', en: 'The name of a level, or its number.' },
  'record-key': REFUSALS.RECORD_KEY_HINT,
}

/** The empty workbook of a record type: headers, an example row that the importer skips while it is untouched, drop-downs, notes. */
export async function writeTemplate(type: RecordType, language: Language): Promise<Buffer> {
  const workbook = await newWorkbook()
  const sheet = workbook.addWorksheet(type.label[language], { views: [{ state: 'frozen', ySplit: 1 }] })
  const columns = templateColumns(type)
  columns.forEach((field, i) => writeColumn(sheet, field, i + 1, type, language))
  sheet.getRow(1).height = 32
  writeNotes(workbook.addWorksheet(SAY.notes[language]), type, columns, language)
  addLists(workbook, sheet, columns, language)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function writeColumn(sheet: Worksheet, field: Field, index: number, type: RecordType, language: Language): void {
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

/** Drop-downs read from a hidden sheet: a list inside a cell's rule ends at 255 characters. */
function addLists(workbook: Workbook, sheet: Worksheet, columns: Field[], language: Language): void {
  const lists = workbook.addWorksheet(LISTS_SHEET, { state: 'veryHidden' })
  let used = 0
  columns.forEach((field, i) => {
    const items = listItems(field, language)
    if (!items) return
    const list = lists.getColumn(++used)
    list.values = items
    const letter = sheet.getColumn(i + 1).letter
    sheet.dataValidations.add(`${letter}2:${letter}${PREPARED_ROWS}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${LISTS_SHEET}!$${list.letter}$1:$${list.letter}$${items.length}`],
      showErrorMessage: true,
      // A country may be written in many ways; a choice only in those we know.
      errorStyle: field.kind === 'country' ? 'warning' : 'stop',
      errorTitle: SAY.notListedTitle[language],
      error: SAY.notListed[language],
    })
  })
}

function listItems(field: Field, language: Language): string[] | undefined {
  if (field.kind === 'choice') return field.choices!.map(({ label }) => label[language])
  if (field.kind === 'flag') return [SAY.yes[language], SAY.no[language]]
  if (field.kind !== 'country') return undefined
  const order = new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en')
  const names = COUNTRIES.map((country) => country[language]).sort(order.compare)
  return field.mustBeKnown ? names : [...names, foreignWords[language], unknownWords[language]]
}

function writeNotes(sheet: Worksheet, type: RecordType, columns: Field[], language: Language): void {
  sheet.columns = [{ width: 30 }, { width: 14 }, { width: 100 }]
  sheet.addRow([`${type.label[language]}${language === 'zh' ? '：' : ': '}${type.description[language]}`]).font = {
    bold: true,
    size: 12,
  }
  const labels = new Map(columns.map(({ name, label }) => [name, label[language]]))
  sheet.addRow([
    `${SAY.key[language]}${language === 'zh' ? '：' : ': '}${describeKey(type, (name) => labels.get(name) ?? name, language)}`,
  ])
  sheet.addRow([])
  sheet.addRow([SAY.column[language], SAY.need[language], SAY.how[language]]).font = { bold: true }
  columns.forEach((field, i) => {
    const letter = sheet.getColumn(i + 1).letter
    const row = sheet.addRow([
      `${letter}: ${field.label[language]}`,
      field.required ? SAY.required[language] : SAY.optional[language],
      explain(field, type, language),
    ])
    row.alignment = { vertical: 'top', wrapText: true }
  })
}

/** The drop-down has them all, and the note says what they are. */
function isLong({ choices = [] }: Field): boolean {
  return choices.length > MOST_CHOICES_SAID
}

/** What a person needs to know to fill a column in. */
function explain(field: Field, type: RecordType, language: Language): string {
  const choices = isLong(field)
    ? undefined
    : field.choices?.map(({ label }) => label[language]).join(language === 'zh' ? '、' : ', ')
  const one = [...(type.oneOf ?? []), ...(type.exactlyOne ?? [])].find((names) => names.includes(field.name))
  const alternatives = one
    ?.map((name) => type.fields.find((other) => other.name === name)!.label[language])
    .join(language === 'zh' ? '、' : ', ')
  const exactly = type.exactlyOne?.some((names) => names.includes(field.name))
  return [
    KIND_WORDS[field.kind][language],
    field.note?.[language],
    choices && (language === 'zh' ? `可填：${choices}。` : `Choices: ${choices}.`),
    alternatives &&
      (language === 'zh'
        ? `${alternatives}${exactly ? '须填且只填一项' : '至少填一项'}。`
        : `${exactly ? 'Exactly' : 'At least'} one of: ${alternatives}.`),
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '' : ' ')
}
