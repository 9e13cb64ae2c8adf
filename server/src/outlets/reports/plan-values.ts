import type { Locale, Words } from '@causeway/shared/words/words'
import type { Question } from '../../figures/check-request.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { FigureQuery, FigureReader } from './figure-reader.ts'
import { TAG_ARGUMENTS, type FigureTag } from './report-tag.ts'
import type { TagNode, UnknownTag } from './tag-tree.ts'

export interface ReportAsk {
  institution: InstitutionFacts
  /** First year of the school year picked. */
  year: number
  locale: Locale
}

/** Where a tag is: the year of the loop around it, and the category. */
export interface TagStanding {
  year: number
  path: (string | number)[]
  category: { tag: FigureTag; query: FigureQuery; key: string | null; label: Words | null } | null
}

/** A figure's sentence tells of this many periods. */
export const SUMMARY_YEARS = 5

/** Says what has to be read before anything can be written. */
export class Planner {
  readonly unknown: UnknownTag[] = []
  /** Tags whose question makes no sense. */
  readonly senseless = new Set<number>()
  readonly questions = new Map<string, Question>()
  readonly #reader: FigureReader
  readonly #ask: ReportAsk

  constructor(reader: FigureReader, ask: ReportAsk) {
    this.#reader = reader
    this.#ask = ask
  }

  plan(node: TagNode, standing: TagStanding): void {
    const { tag } = node
    try {
      if (tag.is === 'years') {
        for (let turn = 0; turn < tag.count; turn++) {
          for (const child of node.children)
            this.plan(child, { ...standing, year: this.#ask.year - tag.count + 1 + turn })
        }
      } else if (tag.is === 'categories') {
        const query = queryOf(tag.figure)
        this.#want(query, standing.year - tag.figure.back)
        for (const child of node.children)
          this.plan(child, { ...standing, category: { tag: tag.figure, query, key: null, label: null } })
      } else if (tag.is === 'chart') {
        for (const figure of tag.figures) {
          const last = this.#ask.year - figure.back
          this.#want(queryOf(figure), figure.by ? last : last - tag.years + 1, last)
        }
      } else if (tag.is === 'figure') {
        const { query, year } = resolve(tag.figure, standing)
        this.#want(query, tag.figure.facet === 'summary' ? year - SUMMARY_YEARS + 1 : year, year)
      }
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error
      if (this.senseless.has(node.index)) return
      this.senseless.add(node.index)
      this.unknown.push({ tag: node.raw, place: node.place, problem: withNearest(error), index: node.index })
    }
  }

  #want(query: FigureQuery, from: number, to = from): void {
    this.questions.set(JSON.stringify(query), this.#reader.want(query, from, to))
  }
}

export function resolve(tag: FigureTag, standing: TagStanding): { query: FigureQuery; year: number } {
  if (tag.declaration !== null) return { query: queryOf(tag), year: standing.year - tag.back }
  const { category } = standing
  return { query: category!.query, year: standing.year - category!.tag.back - tag.back }
}

/** Two tags that ask the same have the same query, whatever the order in which they say it. */
export function queryOf({ declaration, ...tag }: FigureTag): FigureQuery {
  const asked = TAG_ARGUMENTS.filter((name) => tag[name] != null).map((name) => [name, tag[name]])
  return { indicator: declaration!.id, ...Object.fromEntries(asked) }
}

/** With what may have been meant; bases and dimensions are in the sentence itself. */
function withNearest({ words, facts }: QuestionError): Words {
  const { nearest, dimensions } = facts
  if (!Array.isArray(nearest) || nearest.length === 0 || dimensions !== undefined) return words
  return { zh: `${words.zh}是否为：${nearest.join('、')}？`, en: `${words.en} Did you mean ${nearest.join(', ')}?` }
}
