import { foldHeader } from '../sheets/match-header.ts'
import { HEADING_NUMBER } from '../sheets/sheet-lines.ts'
import { countryAtStart } from '../cells/country-within.ts'
import { nameColumnsOf } from '../../identity/find-code.ts'
import type { Field } from '../../record-type.ts'
import { recordTypeOf } from '../../record-types.ts'
import type { Source } from '../mapping/mapping.ts'
import { anyOf } from './lines-left-out.ts'
import { lackingOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type MappingChange, type Move } from './move.ts'
import { sayFields } from './value-moves.ts'
import WORDS from './moves.json' with { type: 'json' }

const NUMBER = new RegExp(HEADING_NUMBER, 'u')

/** What the headings between the rows tell of the rows under them: where they are, and of what in a register. */
export function sectionMoves(table: LookedTable): Move[] {
  const { base, path, names, headings } = table
  const [first] = headings
  if (!first) return []
  const column = names[first.column]
  if (column === undefined) return []
  const said = headings.map(({ word }) => word.replace(NUMBER, '').trim())
  const isNumbered = headings.every(({ word }) => NUMBER.test(word))
  const pattern = isNumbered ? `${HEADING_NUMBER}\\s*(.+)$` : `^(${anyOf(headings.map(({ word }) => word))})$`
  return lackingOf(table).flatMap((field): Move[] => {
    const source = sourceOf(field, said)
    if (source === null) return []
    return [
      {
        ...{ id: `section ${field.name}`, kind: 'SECTION', columns: [first.column], isSure: false },
        words: sayFields(WORDS.SECTION, {}, { field }),
        examples: said.slice(0, MOST_EXAMPLES).map((text, at) => ({
          before: headings[at]!.word,
          after: source.place ? (countryAtStart(text) ?? '?') : text,
        })),
        changes: [
          ...(base.section ? [] : [[['section'], { column, pattern }] satisfies MappingChange]),
          [[...path, 'fields', field.name], source],
        ],
      },
    ]
  })
}

/** How the field is read of such headings; null: they do not speak of it. */
function sourceOf(field: Field, said: readonly string[]): Source | null {
  const { kind, required, to } = field
  if (kind === 'country' && required && said.every((text) => countryAtStart(text) !== null))
    return { section: true, place: 'country' }
  if (kind !== 'reference' || to === undefined) return null
  const words = wordsFor(to)
  return said.every((text) => words.some((word) => text.includes(word))) ? { section: true } : null
}

/** What the entries of a register are called in general, as 办学点 and 工坊: the heads of their names say it. */
function wordsFor(to: string): string[] {
  const named = nameColumnsOf(to)
  const heads = recordTypeOf(to).fields.flatMap(({ name, label, also = [] }) =>
    named.includes(name) ? [label.zh, ...also] : [],
  )
  const words = heads.map((head) => foldHeader(head).replaceAll(/[中英外]文|名称?|[a-z]/g, ''))
  return [...new Set(words)].filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
}
