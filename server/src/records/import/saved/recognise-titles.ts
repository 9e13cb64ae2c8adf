import type { RecordType } from '../../record-type.ts'
import { recordTypeOf } from '../../record-types.ts'
import type { TableHead } from '../sheets/table-heads.ts'
import TITLE_WORDS from './title-words.json' with { type: 'json' }

const MOST_TITLES = 4
const MOST_OFFERED = 3
const LONGEST = 80

/** What the titles above a table speak of, the likeliest first: rows with one text alone. The more of a title a word is, the likelier. */
export function recogniseTitles(heads: readonly TableHead[]): { type: RecordType; title: string }[] {
  const titles = heads.flatMap(({ head }) =>
    head.slice(0, MOST_TITLES).flatMap(({ cells }) => {
      const [text, ...others] = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
      return text !== undefined && others.length === 0 && text.length <= LONGEST ? [text] : []
    }),
  )
  const found = Object.entries(TITLE_WORDS).flatMap(([name, words]) =>
    titles.flatMap((title) => {
      const word = words.filter((one) => title.toLowerCase().includes(one)).toSorted((a, b) => b.length - a.length)[0]
      return word === undefined ? [] : [{ name, title, word }]
    }),
  )
  const best = new Map(found.toSorted((a, b) => a.word.length - b.word.length).map((one) => [one.name, one]))
  return [...best.values()]
    .toSorted((a, b) => b.word.length - a.word.length)
    .slice(0, MOST_OFFERED)
    .map(({ name, title }) => ({ type: recordTypeOf(name), title }))
}
