/** Endings, without their dot, of files that are read as tables, by what such a file is. */
export const TABLE_ENDINGS = {
  text: ['csv', 'tsv', 'txt'],
  gzip: ['csv.gz', 'tsv.gz', 'txt.gz'],
  zip: ['xlsx', 'xlsm', 'xlsb'],
  ole: ['xls', 'et'],
} as const

const ALL = Object.values(TABLE_ENDINGS).flat()
const ENDING = new RegExp(`\\.(${ALL.map((ending) => ending.replace('.', '\\.')).join('|')})$`, 'i')

/** The `accept` of an `<input>` for such files: of `.csv.gz` a browser compares the last part. */
export const ACCEPTED_FILES = [...new Set(ALL.map((ending) => ending.replace(/^.*\.|^/, '.')))].join(',')

/** Returns a name without the ending of a table: `a.csv.gz` is `a`. */
export const withoutTableEnding = (name: string): string => name.replace(ENDING, '')

/** Files that a spreadsheet or an operating system keeps beside others, and that are hidden. */
const SYSTEM = /^(\.|~\$|__MACOSX$|(ehthumbs|thumbs)\.db$|desktop\.ini$|icon\r$)/i
/** Files that hold no records by their name: explanations, pictures, sound and film. */
const NO_TABLE =
  /^(read[ _-]?me|licen[cs]e|copying|changelog)(\.|$)|\.(md|jpe?g|png|gif|bmp|tiff?|webp|heic|svg|ico|mp[34]|m4[av]|wav|mov|avi|lnk|url)$/i

/**
 * What a file among several is by its name: a table; one that the system keeps, of which nothing has to be said; one that holds no
 * records; or one that is not read here and may hold some.
 */
export function roleOfFile(name: string): 'table' | 'system' | 'no-table' | 'unread' {
  if (SYSTEM.test(name)) return 'system'
  if (NO_TABLE.test(name)) return 'no-table'
  return ENDING.test(name) ? 'table' : 'unread'
}
