import iconv from 'iconv-lite'
import { csvLine } from '../csv.ts'
import type { ReplacedStretch } from '../records/replaced-stretch.ts'

/** A file as one office of the college would hand it in. */
export interface DemonstrationFile {
  name: string
  recordType: string
  bytes: Buffer
  /** It is complete for this: what it lacks of it is withdrawn. */
  replaces?: ReplacedStretch
}

/** One record, dates as ISO text, choices by key; a field that is not there is an empty cell. */
export type Row = Record<string, string | number | undefined>

/** How an office keeps its table: what it calls a column, and how it writes the choices in it. */
export type Columns = Record<string, string | { header: string; words: Record<string, string> }>

export interface Habits {
  columns: Columns
  delimiter?: ',' | ';'
  encoding?: 'utf-8' | 'utf-8 with BOM' | 'gb18030'
  /** 2023-09-01, 2023/9/1, 20230901, 2023年9月1日. */
  dates?: 'iso' | 'slashes' | 'digits' | 'characters'
  /** Rows above the header. */
  titles?: string[]
}

export function toCsvFile(name: string, recordType: string, rows: Row[], habits: Habits): DemonstrationFile {
  const { columns, delimiter = ',', encoding = 'utf-8', dates = 'iso', titles = [] } = habits
  const fields = Object.entries(columns)
  const header = fields.map(([, column]) => (typeof column === 'string' ? column : column.header))
  const lines = rows.map((row) => {
    const stray = Object.keys(row).find((field) => row[field] !== undefined && !(field in columns))
    if (stray) throw new Error(`${name} has no column for ${stray}`)
    return fields.map(([field, column]) => {
      const value = row[field] === undefined ? '' : String(row[field])
      return writeDate(typeof column === 'string' ? value : (column.words[value] ?? value), dates)
    })
  })
  const text = [...titles.map((title) => [title]), header, ...lines].map((cells) => csvLine(cells, delimiter)).join('')
  const bytes =
    encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`)
  return { name, recordType, bytes }
}

function writeDate(value: string, dates: Habits['dates']): string {
  if (dates === 'iso' || !/^\d{4}-\d\d-\d\d$/.test(value)) return value
  const [year, month, day] = value.split('-') as [string, string, string]
  if (dates === 'digits') return year + month + day
  return dates === 'slashes' ? `${year}/${Number(month)}/${Number(day)}` : `${year}年${Number(month)}月${Number(day)}日`
}
