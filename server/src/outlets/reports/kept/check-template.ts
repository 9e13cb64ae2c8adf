import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../../access/viewer.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import { readAsked, type TemplateOrder } from '../asked-report.ts'
import type { LockedFigure } from '../report.ts'
import type { TagNode, UnknownTag } from '../tag-tree.ts'
import type { FigureState } from './compare.ts'

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
export async function checkTemplate(given: Causeway, viewer: Viewer, order: TemplateOrder): Promise<CheckedTemplate> {
  const { tree, report, unknown } = await readAsked(given, viewer, order)
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
