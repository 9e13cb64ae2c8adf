import { basename } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../../access/viewer.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import { causewayAsked } from '../../../figures/causeway-then.ts'
import { readTemplate } from '../docx/read-template.ts'
import { findStrayBraces } from '../docx/tag-place.ts'
import { listTags } from '../docx/word-template.ts'
import { figureReader } from '../figure-reader.ts'
import { partnerOf } from '../partner.ts'
import type { LockedFigure } from '../report.ts'
import { toTagTree, type TagNode, type UnknownTag } from '../tag-tree.ts'
import { writeValues } from '../write-values.ts'
import type { FigureState } from './compare.ts'
import type { AskedTime } from './today.ts'
import { requireInstitution } from '../../../records/institutions.ts'

interface CheckOrder extends AskedTime {
  template: string
  institution: string
  year: number
  locale: 'ZH' | 'EN'
  partner?: string
}

/** What a template asks at one place, and what the data have for it. */
export interface AskedFigure {
  place: Words
  question: string
  figure: LockedFigure
  /** `hidden` and `gone` of a figure that has no number; else `same`. */
  state: FigureState
}

export interface CheckedTemplate {
  figures: AskedFigure[]
  unknown: UnknownTag[]
}

/** Looks at a template before a report is filled: what it asks, what is missing or hidden, what is not understood. Writes nothing. */
export async function checkTemplate(given: Causeway, viewer: Viewer, order: CheckOrder): Promise<CheckedTemplate> {
  const { year, locale, template } = order
  const causeway = await causewayAsked(given, viewer, order)
  const institution = await requireInstitution(causeway.database, order.institution)
  const name = basename(template)
  const bytes = await readTemplate(template, name)
  const tags = await listTags(bytes, name)
  const tree = toTagTree(tags, causeway)
  tree.unknown.push(...(await findStrayBraces(bytes, tags.length)))
  const reader = figureReader(causeway, viewer, institution.code, given)
  const partner = await partnerOf(causeway, viewer, tree, institution.code, order.partner ?? null)
  const { report, unknown } = await writeValues(reader, tree, { institution, year, locale, partner })
  const figures = nodesOf(tree.roots).flatMap(({ raw, place }) =>
    report.figures
      .filter(({ tags: own }) => own.includes(raw))
      .map((figure): AskedFigure => ({ place, question: raw, figure, state: stateOf(figure) })),
  )
  return { figures, unknown }
}

function nodesOf(nodes: readonly TagNode[]): TagNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children)])
}

function stateOf({ gap }: LockedFigure): FigureState {
  return gap === null ? 'same' : gap === 'SUPPRESSED' ? 'hidden' : 'gone'
}
