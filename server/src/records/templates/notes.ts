import type { Worksheet } from '@cj-tech-master/excelts'
import { fill, type Words } from '@causeway/shared/words/words'
import { foreignWords } from '@causeway/shared/unknown'
import { templateColumns } from '../example-row.ts'
import { describeKey } from '../natural-key.ts'
import type { Field, RecordType } from '../record-type.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }
import SAY_WORDS from './words.json' with { type: 'json' }

type Language = keyof Words

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

/** Whether a sheet is named as that of the notes is. */
export function isNotesSheet(name: string | null): boolean {
  return Object.values(SAY.notes).some((notes) => notes === name?.trim())
}

/** What each column of each sheet takes. */
export function writeNotes(sheet: Worksheet, types: readonly RecordType[], language: Language): void {
  sheet.columns = [{ width: 30 }, { width: 14 }, { width: 100 }]
  for (const [at, type] of types.entries()) {
    if (at > 0) sheet.addRow([])
    writeNotesOf(sheet, type, language)
  }
}

function writeNotesOf(sheet: Worksheet, type: RecordType, language: Language): void {
  const columns = templateColumns(type)
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
export function explain(field: Field, type: RecordType, language: Language): string {
  const choices = isLong(field)
    ? undefined
    : field.choices?.map(({ label }) => label[language]).join(language === 'zh' ? '、' : ', ')
  const said = choices && (language === 'zh' ? `可填：${choices}。` : `Choices: ${choices}.`)
  return together(
    [KIND_WORDS[field.kind][language], field.note?.[language], said, ofSeveral(field, type, language)],
    language,
  )
}

/** Kinds of which a form shows by itself how they are filled in. */
const PLAIN: readonly Field['kind'][] = ['text', 'code', 'choice', 'date', 'flag', 'integer', 'decimal']

/** The same beside a field of a form, which offers what can be chosen. */
export function explainInForm(field: Field, type: RecordType, language: Language): string {
  const kind = PLAIN.includes(field.kind) ? undefined : KIND_WORDS[field.kind][language]
  return together([kind, field.note?.[language], ofSeveral(field, type, language)], language)
}

function together(texts: readonly (string | undefined)[], language: Language): string {
  return texts.filter(Boolean).join(language === 'zh' ? '' : ' ')
}

/** Of which fields one is filled in. */
function ofSeveral(field: Field, type: RecordType, language: Language): string | undefined {
  const one = [...(type.oneOf ?? []), ...(type.exactlyOne ?? [])].find((names) => names.includes(field.name))
  if (!one) return undefined
  const exactly = type.exactlyOne?.some((names) => names.includes(field.name))
  const alternatives = one
    .map((name) => type.fields.find((other) => other.name === name)!.label[language])
    .join(language === 'zh' ? '、' : ', ')
  return language === 'zh'
    ? `${alternatives}${exactly ? '须填且只填一项' : '至少填一项'}。`
    : `${exactly ? 'Exactly' : 'At least'} one of: ${alternatives}.`
}
