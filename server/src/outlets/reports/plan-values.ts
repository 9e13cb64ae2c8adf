import type { Locale, Words } from '@causeway/shared/words/words'
import type { Question } from '../../figures/check-request.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { ReportPartner } from './partner.ts'
import type { FigureQuery, FigureReader } from './figure-reader.ts'
import { TAG_ARGUMENTS, type FigureTag } from './report-tag.ts'
import type { TagNode, UnknownTag } from './tag-tree.ts'

export interface ReportAsk {
  institution: InstitutionFacts
  /** First year of the school year picked. */
  year: number
  locale: Locale
  /** Null: the report is about none. */
  partner: ReportPartner | null
}

/** Where a tag is: the year of the loop around it, and the category. */
export interface TagStanding {
  year: number
  path: (string | number)[]
  category: { tag: FigureTag; query: FigureQuery; key: string | null; label: Words | null } | null
}

/** A figure's sentence tells of this many periods. */
export const SUMMARY_YEARS = 5

export interface Plan {
  unknown: UnknownTag[]
  /** Tags whose question makes no sense. */
  senseless: Set<number>
  questions: Map<string, Question>
}

/** Says what has to be read before anything can be written. */
export function planValues(reader: FigureReader, roots: readonly TagNode[], { year: picked }: ReportAsk): Plan {
  const plan: Plan = { unknown: [], senseless: new Set(), questions: new Map() }
  const want = (query: FigureQuery, from: number, to = from) =>
    plan.questions.set(JSON.stringify(query), reader.want(query, from, to))
  const add = (node: TagNode, standing: TagStanding): void => {
    const { tag } = node
    try {
      if (tag.is === 'years') {
        for (let turn = 0; turn < tag.count; turn++)
          for (const child of node.children) add(child, { ...standing, year: picked - tag.count + 1 + turn })
      } else if (tag.is === 'categories') {
        const query = queryOf(tag.figure)
        want(query, standing.year - tag.figure.back)
        for (const child of node.children)
          add(child, { ...standing, category: { tag: tag.figure, query, key: null, label: null } })
      } else if (tag.is === 'chart') {
        for (const figure of tag.figures) {
          const last = picked - figure.back
          want(queryOf(figure), figure.by ? last : last - tag.years + 1, last)
        }
      } else if (tag.is === 'figure') {
        const { query, year } = resolve(tag.figure, standing)
        want(query, tag.figure.facet === 'summary' ? year - SUMMARY_YEARS + 1 : year, year)
      }
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error
      if (plan.senseless.has(node.index)) return
      plan.senseless.add(node.index)
      plan.unknown.push({ tag: node.raw, place: node.place, problem: withNearest(error), index: node.index })
    }
  }
  for (const node of roots) add(node, { year: picked, path: [], category: null })
  return plan
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
