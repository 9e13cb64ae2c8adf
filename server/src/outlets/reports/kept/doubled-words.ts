import { fill } from '@causeway/shared/words/words'
import { PATH_MARK, type ReportText, type ReportValue } from '../report.ts'
import type { TagNode, UnknownTag } from '../tag-tree.ts'
import WORDS from '../words.json' with { type: 'json' }

/** A tag whose text repeats a word that its writer has beside it, as 学年 after {学年}. */
export type DoubledWord = Omit<UnknownTag, 'index'>

/** Finds the tags that write a word which stands beside them already: 学年学年, 人人, %%, students students. */
export function findDoubledWords(nodes: readonly TagNode[], values: ReadonlyMap<string, ReportValue>): DoubledWord[] {
  const texts = Map.groupBy(
    [...values].flatMap(([key, value]): [name: string, text: ReportText][] =>
      'text' in value ? [[key.split(PATH_MARK).at(-1)!, value]] : [],
    ),
    ([name]) => name,
  )
  return nodes.flatMap(({ name, raw, tag, place, beside: [before, after] = ['', ''] }) => {
    const isUnit = tag.is === 'figure' && tag.figure.facet === 'unit'
    for (const [, { text, kind }] of texts.get(name) ?? []) {
      const shortest = kind === 'FIGURE' || isUnit ? 1 : 2
      const word = repeatedWord(text, after, shortest) ?? repeatedWord(before, text, shortest)
      if (word !== null) return [{ tag: raw, place, problem: fill(WORDS.doubledWord, { word }) }]
    }
    return []
  })
}

/** The word that one text ends with and the next begins with; null if there is none. @param shortest of Chinese words, in characters */
function repeatedWord(first: string, second: string, shortest: number): string | null {
  const [, last] = /([A-Za-z]+|[%‰])\s*$/.exec(first) ?? []
  const [, next] = /^\s*([A-Za-z]+|[%‰])/.exec(second) ?? []
  if (last !== undefined && last.toLowerCase() === next?.toLowerCase()) return last
  const [, end = ''] = /(\p{Script=Han}+)\s*$/u.exec(first) ?? []
  const [, begin = ''] = /^\s*(\p{Script=Han}+)/u.exec(second) ?? []
  for (let length = Math.min(end.length, begin.length); length >= shortest; length--)
    if (end.endsWith(begin.slice(0, length))) return begin.slice(0, length)
  return null
}
