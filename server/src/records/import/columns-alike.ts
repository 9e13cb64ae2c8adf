import type { Words } from '@causeway/shared/words/words'
import type { Field } from '../record-type.ts'
import { ImportRefused } from './import-refused.ts'
import { columnLetters } from './source-row.ts'

/** What would fill a field: a column of the file, or (column null) what a person said is the same in every row. */
interface Claim {
  column: number | null
  header: string
}

/** In a sentence. */
const MOST_NAMED = 5

/**
 * One field has one column, wherever the columns are: of two, one would be lost without a word. `claims`: by field, in the order of
 * the file. Throws `DUPLICATE_COLUMN`, which names every such field, with the columns of the first.
 */
export function refuseColumnsAlike(claims: Iterable<readonly [Field, readonly Claim[]]>, headerRow: number): void {
  const alike = [...claims].filter(([, columns]) => columns.length > 1)
  if (alike.length === 0) return
  const said = alike.slice(0, MOST_NAMED).map(([field, columns]) => sayAlike(field, columns))
  const sameHeader = alike.some(([, columns]) => columns.some(({ header }, i) => header === columns[i - 1]?.header))
  throw new ImportRefused(
    'DUPLICATE_COLUMN',
    {
      zh: `${said.map(({ zh }) => zh).join('')}${CURE.zh}${sameHeader ? TWO_ROWS.zh : ''}`,
      en: `${said.map(({ en }) => en).join(' ')} ${CURE.en}${sameHeader ? ` ${TWO_ROWS.en}` : ''}`,
    },
    { row: headerRow, column: alike[0]![1].at(-1)!.header },
  )
}

function sayAlike(field: Field, claims: readonly Claim[]): Words {
  const columns = claims.filter(({ column }) => column !== null)
  const say = (language: keyof Words) => [
    ...columns.map(({ column, header }) =>
      language === 'zh' ? `${columnLetters(column!)} 列「${header}」` : `${columnLetters(column!)} "${header}"`,
    ),
    ...(columns.length < claims.length ? [SAME_IN_ALL[language]] : []),
  ]
  return {
    zh: `${say('zh').join('与 ')}都会填入「${field.label.zh}」（${field.name}）。`,
    en: `${columns.length > 1 ? 'Columns' : 'Column'} ${say('en').join(' and ')} would both fill "${field.label.en}" (${field.name}).`,
  }
}

const SAME_IN_ALL: Words = { zh: '各行统一填写的值', en: 'the value that was given for every row' }

const CURE: Words = {
  zh: '每个字段只能取自一列：请改列名，或删去不用的一列，或用对照文件写明读哪一列。',
  en: 'A field takes one column: rename one, delete the one that is not meant, or say in a mapping which is read.',
}

const TWO_ROWS: Words = {
  zh: '如果表头有两行（如“人数”下分“男”“女”），请把两行合为一行，让每列有自己的列名。',
  en: 'Where the header has two rows, as men and women under one headcount, make one row of them in which each column has its own name.',
}
