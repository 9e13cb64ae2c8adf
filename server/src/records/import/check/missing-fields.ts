import { fill, type Words } from '@causeway/shared/words/words'
import { keyFieldsOf, type Field, type RecordType } from '../../record-type.ts'
import type { RowPlan } from '../columns/row-plan.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What a row cannot begin a record without. What it is known by must be there in any case. */
export function findMissing({ type, isMapped }: RowPlan, has: Set<string>, headerRow: number): Field[] {
  const fields = type.fields
  const missing = fields.filter((field) => field.required && !has.has(field.name))
  for (const names of [...(type.oneOf ?? []), ...(type.exactlyOne ?? [])]) {
    if (!names.some((name) => has.has(name))) missing.push(fields.find((field) => field.name === names[0])!)
  }
  const needed = has.has('source_id')
    ? []
    : missing.filter(
        (field) =>
          keyFieldsOf(type).includes(field.name) || type.exactlyOne?.some((names) => names.includes(field.name)),
      )
  if (needed.length === 0) return missing
  throw new ImportRefused('MISSING_COLUMN', {
    ...fill(isMapped ? REFUSALS.FIELDS_NOT_MAPPED : REFUSALS.COLUMNS_MISSING, {
      type: type.name,
      fieldsZh: needed.map((field) => orOthers(type, field, 'zh')).join('、'),
      fieldsEn: needed.map((field) => orOthers(type, field, 'en')).join(', '),
    }),
    row: headerRow,
    column: needed[0]!.name,
  })
}

/** With those that do in its place. */
function orOthers({ fields, oneOf = [], exactlyOne = [] }: RecordType, field: Field, locale: keyof Words): string {
  const names = [...oneOf, ...exactlyOne].find(([first]) => first === field.name) ?? [field.name]
  return names
    .map((name) => fields.find((one) => one.name === name)!)
    .map(({ label, name }) => (locale === 'zh' ? `「${label.zh}」（${name}）` : `"${label.en}" (${name})`))
    .join(locale === 'zh' ? '或' : ' or ')
}
