import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../../access/viewer.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import { readAsked, type TemplateOrder } from '../asked-report.ts'
import type { LockedFigure } from '../report.ts'
import type { UnknownTag } from '../tag-tree.ts'
import { allNodes, unsaidWords } from '../unsaid.ts'
import type { FigureState } from './compare.ts'
import { findDoubledWords, type DoubledWord } from './doubled-words.ts'

/** What a template asks at one place, and what the data have for it. */
export interface AskedFigure {
  place: Words
  question: string
  figure: LockedFigure
  /** `hidden` and `gone` of a figure that has no number; else `same`. */
  state: FigureState
  /** What its paragraph leaves unsaid of it, which it will say itself; null: nothing. */
  remark: Words | null
}

export interface CheckedTemplate {
  figures: AskedFigure[]
  unknown: UnknownTag[]
  doubled: DoubledWord[]
}

/** Looks at a template before a report is filled: what it asks, what is missing or hidden, what is not understood. Writes nothing. */
export async function checkTemplate(given: Causeway, viewer: Viewer, order: TemplateOrder): Promise<CheckedTemplate> {
  const { tree, report, unknown } = await readAsked(given, viewer, { ...order, whole: true })
  const nodes = allNodes(tree.roots)
  const figures = nodes.flatMap((node) =>
    report.figures
      .filter(({ tags: own }) => own.includes(node.raw))
      .map((figure): AskedFigure => {
        const { place, raw: question } = node
        return { place, question, figure, state: stateOf(figure), remark: unsaidWords(node) }
      }),
  )
  return { figures, unknown, doubled: findDoubledWords(nodes, report.values) }
}

function stateOf({ gap }: LockedFigure): FigureState {
  return gap === null ? 'same' : gap === 'SUPPRESSED' ? 'hidden' : 'gone'
}
