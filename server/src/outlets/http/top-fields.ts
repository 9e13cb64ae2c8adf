import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  print,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql'

/** A field at the top of a document, as a document that asks for nothing else. */
export interface TopField {
  /** How the answer names it. */
  name: string
  /**
   * All that it says but for the names it chose: itself, what is declared of its variables, and the fragments that it comes to use. Where
   * it has years, not which.
   */
  said: string
  /** In the order in which it uses them; without those of its years. */
  variables: string[]
  document: DocumentNode
  years: Years | null
}

/** Of a field that is one series, of which nothing but the list of figures follows from the years that are asked for: one figure for each. */
export interface Years {
  from: YearAsked
  to: YearAsked
  /** How the answer names the series, and its figures. */
  series: string
  figures: string
}

/** As a document writes it: a number, or a variable that may have a usual value. */
interface YearAsked {
  written: ValueNode
  variable: string | null
  usual: number | null
}

/** Of a series, what is the same whatever years it is asked for. */
const OF_NO_YEAR = new Set([
  ...['indicator', 'institution', 'basis', 'at', 'scope', 'profile', 'revision', 'computedAt', '__typename'],
])
/** Of a figure that is a whole, what is the same whatever years are beside it. */
const OF_ONE_YEAR = new Set([
  ...[
    'period',
    'value',
    'gap',
    'numerator',
    'denominator',
    'leftOut',
    'size',
    'interval',
    'coverage',
    'lost',
    'effect',
  ],
  ...['threshold', '__typename'],
])
/** One figure a year is what a series has that is not broken down. */
const BREAKING_DOWN = new Set(['by', 'across'])

/**
 * Of a question for several things, or for the years of one, each of which is named once and asked for whatever its variables are; null: it
 * is none.
 */
export function listTopFields(document: DocumentNode, operationName: string | null | undefined): TopField[] | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.QUERY || operation.directives?.length) return null
  const { selections } = operation.selectionSet
  const fields = selections.filter((one) => one.kind === Kind.FIELD && !one.directives?.length) as FieldNode[]
  const names = new Set(fields.map(nameInAnswer))
  if (names.size < selections.length) return null
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  const found = fields.map((field) => toTopField(operation, field, fragments))
  // One thing that is always the same is a known answer.
  return found.length > 1 || found[0]!.years ? found : null
}

const nameInAnswer = ({ alias, name }: FieldNode) => (alias ?? name).value

function toTopField(
  operation: OperationDefinitionNode,
  field: FieldNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): TopField {
  const uses: string[] = []
  const used = new Set<FragmentDefinitionNode>()
  const look = (node: FieldNode | FragmentDefinitionNode): void => {
    visit(node, {
      Variable: ({ name }) => void uses.push(name.value),
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)!
        if (used.has(fragment)) return
        used.add(fragment)
        look(fragment)
      },
    })
  }
  look(field)
  const declarationOf = (name: string) =>
    operation.variableDefinitions!.find(({ variable }) => variable.name.value === name)!
  const years = findYears(field, fragments, uses, declarationOf)
  const all = [...new Set(uses)]
  const names = all.filter((name) => name !== years?.from.variable && name !== years?.to.variable)
  const own: OperationDefinitionNode = {
    ...{ ...operation, variableDefinitions: all.map(declarationOf) },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  }
  const said = [{ ...field, alias: undefined }, ...names.map(declarationOf), ...used]
  return {
    name: nameInAnswer(field),
    said: said.map((node) => printUnnamed(node, names, years)).join('\n'),
    variables: names,
    document: { kind: Kind.DOCUMENT, definitions: [own, ...used] },
    years,
  }
}

/** Null: it is no such field, or something else may follow from its years. Of a fragment that is used twice they would be those of two. */
function findYears(
  { name, selectionSet }: FieldNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  uses: readonly string[],
  declarationOf: (variable: string) => VariableDefinitionNode,
): Years | null {
  const series = selectionSet?.selections.find((one) => one.kind === Kind.FIELD && one.name.value === 'series')
  if (name.value !== 'indicator' || series?.kind !== Kind.FIELD) return null
  const given = new Map(series.arguments?.map((one) => [one.name.value, one.value]))
  if ([...given.keys()].some((one) => BREAKING_DOWN.has(one))) return null
  const numberIn = (value: ValueNode | undefined) => (value?.kind === Kind.INT ? Number(value.value) : null)
  const [from, to] = ['from', 'to'].map((one): YearAsked => {
    const written = given.get(one)!
    if (written.kind !== Kind.VARIABLE) return { written, variable: null, usual: numberIn(written) }
    const variable = written.name.value
    return { written, variable, usual: numberIn(declarationOf(variable).defaultValue) }
  }) as [YearAsked, YearAsked]
  const own = [from, to].flatMap(({ variable }) => variable ?? [])
  if (uses.filter((one) => own.includes(one)).length > own.length) return null
  const [figures, ...others] = listFields(series, fragments).filter((one) => !OF_NO_YEAR.has(one.name.value))
  if (figures?.name.value !== 'figures' || others.length > 0) return null
  const isOfOne = listFields(figures, fragments).every((one) => OF_ONE_YEAR.has(one.name.value))
  return isOfOne ? { from, to, series: nameInAnswer(series), figures: nameInAnswer(figures) } : null
}

/** In a field, with those of fragments. */
function listFields(
  { selectionSet }: Pick<FieldNode, 'selectionSet'>,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return selectionSet!.selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one]
    return listFields(one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value)!, fragments)
  })
}

/** The same whatever its variables are called and its years are. */
function printUnnamed(node: ASTNode, variables: readonly string[], years: Years | null): string {
  return print(
    visit(node, {
      Argument: (one) =>
        years && [years.from, years.to].some(({ written }) => written === one.value)
          ? { ...one, value: { kind: Kind.ENUM, value: 'YEAR' } }
          : undefined,
      Variable: ({ name }): VariableNode => ({
        kind: Kind.VARIABLE,
        name: { kind: Kind.NAME, value: String(variables.indexOf(name.value)) },
      }),
    }) as ASTNode,
  )
}
