import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { TagNode, TagTree } from './tag-tree.ts'
import type { Facet, FigureTag } from './tags/kinds.ts'
import WORDS from './words.json' with { type: 'json' }

/** What its paragraph leaves unsaid of a figure. */
interface Unsaid {
  period: boolean
  scope: boolean
}

/**
 * Finds figures on another basis than that which their paragraph begins with, or of another scope, of which the paragraph says nothing,
 * and has them say so themselves.
 * @returns how their tags are written then, by their index
 */
export function sayUnsaid({ roots }: TagTree): Map<number, string> {
  const written = new Map<number, string>()
  const nodes = allNodes(roots)
  const beside = Map.groupBy(nodes, ({ paragraph }) => paragraph?.number)
  for (const node of nodes) {
    const { period, scope } = unsaidOf(node, beside.get(node.paragraph?.number) ?? [])
    if (node.tag.is !== 'figure' || !(period || scope)) continue
    Object.assign(node.tag.figure, { ...(period && { withPeriod: true }), ...(scope && { withScope: true }) })
    node.name = [node.name, ...(period ? ['with-period'] : []), ...(scope ? ['with-scope'] : [])].join(' ')
    written.set(node.index, `{${node.name}}`)
  }
  return written
}

/** As a sentence about a tag; null: nothing. */
export function unsaidWords({ tag }: TagNode): Words | null {
  if (tag.is !== 'figure') return null
  return tag.figure.withPeriod ? WORDS.otherBasis : tag.figure.withScope ? WORDS.otherScope : null
}

export function allNodes(nodes: readonly TagNode[]): TagNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)])
}

/** What says itself of which period it is, or shows no figure. */
const SAYS_ALL: readonly Facet[] = [
  ...(['name', 'unit', 'period', 'definition', 'formula', 'category'] as const),
  ...(['summary', 'comparison', 'direction'] as const),
]

/** What a paragraph says of a basis or a scope in its writer's words. */
const BASIS_SAID: Record<Basis, RegExp> = {
  SCHOOL_YEAR: /学年|school year/i,
  CALENDAR_YEAR: /自然年|日历年|calendar year/i,
  POINT_IN_TIME: /时点|截至|学年末|point in time|as of|\bon (?:the )?\d/i,
  COHORT: /届|毕业生|cohort|class of|graduates/i,
}
const SCOPE_SAID: Record<Scope, RegExp> = { ABROAD: /国外|abroad/i, BORDER: /境\s*[)）]?\s*外|港澳台|Hong Kong/i }

function unsaidOf({ tag, paragraph }: TagNode, beside: readonly TagNode[]): Unsaid {
  const nothing = { period: false, scope: false }
  if (!paragraph || tag.is !== 'figure' || !tag.figure.declaration || SAYS_ALL.includes(tag.figure.facet))
    return nothing
  const others = beside.flatMap((one) => (one.tag.is === 'figure' && one.tag.figure.declaration ? one.tag.figure : []))
  const [first] = others.filter(({ facet }) => facet === 'value' || facet === 'number')
  if (!first || first === tag.figure) return nothing
  const [basis, scope] = [basisOf(tag.figure), scopeOf(tag.figure)]
  const saysPeriod = others.some((one) => one.facet === 'period' && basisOf(one) === basis)
  return {
    period: basis !== basisOf(first) && !saysPeriod && !BASIS_SAID[basis].test(paragraph.text),
    scope: scope !== null && isOtherScope(tag.figure, first) && !SCOPE_SAID[scope].test(paragraph.text),
  }
}

/** What an indicator is called says its usual scope: another one is not said by a figure before it that has that as its own. */
function isOtherScope(figure: FigureTag, first: FigureTag): boolean {
  const isUsual = (one: FigureTag) => scopeOf(one) === usualScope(one)
  if (scopeOf(figure) === scopeOf(first)) return !isUsual(figure) && isUsual(first)
  return figure.declaration === first.declaration || !isUsual(figure)
}

const basisOf = ({ basis, declaration }: FigureTag): Basis => basis ?? declaration!.bases[0]!
const usualScope = ({ declaration }: FigureTag): Scope | null => declaration!.scope?.default ?? null
const scopeOf = (figure: FigureTag): Scope | null => figure.scope ?? usualScope(figure)
