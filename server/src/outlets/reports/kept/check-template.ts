import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../../access/viewer.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import { readAsked, type TemplateOrder } from '../asked-report.ts'
import type { LockedFigure } from '../report.ts'
import type { TagNode, UnknownTag } from '../tag-tree.ts'
import type { FigureTag, ReportTag } from '../tags/kinds.ts'
import WORDS from '../words.json' with { type: 'json' }
import type { FigureState } from './compare.ts'

/** What a template asks at one place, and what the data have for it. */
export interface AskedFigure {
  place: Words
  question: string
  figure: LockedFigure
  /** `hidden` and `gone` of a figure that has no number; else `same`. */
  state: FigureState
  /** What its paragraph leaves unsaid of it; null: nothing. */
  remark: Words | null
}

export interface CheckedTemplate {
  figures: AskedFigure[]
  unknown: UnknownTag[]
}

/** Looks at a template before a report is filled: what it asks, what is missing or hidden, what is not understood. Writes nothing. */
export async function checkTemplate(given: Causeway, viewer: Viewer, order: TemplateOrder): Promise<CheckedTemplate> {
  const { tree, report, unknown } = await readAsked(given, viewer, order)
  const nodes = nodesOf(tree.roots)
  const figures = nodes.flatMap(({ raw, place, tag }) =>
    report.figures
      .filter(({ tags: own }) => own.includes(raw))
      .map((figure): AskedFigure => {
        const beside = nodes.filter((one) => one.place.zh === place.zh)
        return { place, question: raw, figure, state: stateOf(figure), remark: unsaidOf(tag, beside) }
      }),
  )
  return { figures, unknown }
}

function nodesOf(nodes: readonly TagNode[]): TagNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children)])
}

/** Another basis, or another scope of the same indicator, than what its paragraph begins with, where no tag beside it says which. */
function unsaidOf(tag: ReportTag, beside: readonly TagNode[]): Words | null {
  if (tag.is !== 'figure' || !tag.figure.declaration) return null
  const others = beside.flatMap((one) => (one.tag.is === 'figure' && one.tag.figure.declaration ? one.tag.figure : []))
  const basisOf = ({ basis, declaration }: FigureTag) => basis ?? declaration!.bases[0]
  const own = basisOf(tag.figure)
  const [first] = others.filter(({ facet }) => facet === 'value' || facet === 'number')
  if (!first || first === tag.figure || tag.figure.facet === 'period') return null
  const saysPeriod = others.some((one) => one.facet === 'period' && basisOf(one) === own)
  if (own !== basisOf(first) && !saysPeriod) return WORDS.otherBasis
  const isSame = first.declaration === tag.figure.declaration
  return isSame && first.scope !== tag.figure.scope ? WORDS.otherScope : null
}

function stateOf({ gap }: LockedFigure): FigureState {
  return gap === null ? 'same' : gap === 'SUPPRESSED' ? 'hidden' : 'gone'
}
