import { strToU8 } from 'fflate'
import { fill, type Words } from '@causeway/shared/words/words'
import { findControls, type FoundControl, type FoundControls } from '../docx/find-controls.ts'
import type { FreeNumbers } from '../docx/free-numbers.ts'
import type { WordParts } from '../docx/word-package.ts'
import { controlXml, lookOf } from '../docx/write-controls.ts'
import {
  ancestorOf,
  attributeOf,
  attributePlace,
  childOf,
  edited,
  type Edit,
  type XmlElement,
} from '../docx/xml-places.ts'
import { tagOf, type RememberedTable, type RememberedValue, type ReportMemory } from '../memory.ts'
import { withoutPlace } from '../place-of-loop.ts'
import { columnTags } from '../tags/parse-table.ts'
import WORDS from '../words.json' with { type: 'json' }
import { isOfAnotherMember } from './compare.ts'
import { textToday, type TableToday, type Today } from './today.ts'
import { idsAfter } from './turns.ts'

export interface Widened {
  parts: WordParts
  memory: ReportMemory
  said: Words[]
}

/** Categories that are new become columns at the end of their table, which stays as wide as it was; a table that a person made uneven is left. */
export function addColumns(parts: WordParts, memory: ReportMemory, today: Today, numbers: FreeNumbers): Widened {
  let widened: Widened = { parts, memory, said: [] }
  for (const table of today.tables) if (table.fresh.length > 0) widened = widen(widened, table, today, numbers)
  return widened
}

function widen({ parts, memory, said }: Widened, table: TableToday, today: Today, numbers: FreeNumbers): Widened {
  const found = findControls(parts, memory)
  const say = (words: Words) => {
    const names = table.fresh.map((key) => textToday(today, [columnTags(table.figure, table.across, key).head])?.text)
    return [...said, fill(words, { table: `${table.loop} × ${table.across}`, columns: names.join(', ') })]
  }
  const places = placesOf(found, table)
  // A table that was taken out asks for no column.
  if (places.length === 0) return { parts, memory, said }
  const isEven = places.every(({ rows }) =>
    rows.every((row) => isPlain(row) && cellsOf(row).length === cellsOf(rows[0]!).length),
  )
  if (!isEven) return { parts, memory, said: say(WORDS.columns.notAdded) }
  const written = { ...parts }
  const values = [...memory.values]
  const nextId = idsAfter(memory)
  const edits = new Map<string, Edit[]>()
  for (const place of places) edits.set(place.part, [...(edits.get(place.part) ?? []), ...editsOf(place)])
  for (const [part, list] of edits) written[part] = strToU8(edited(found.roots.get(part)!.xml, list))
  const tables = memory.tables!.map((one) =>
    isSame(one, table) ? { ...one, keys: [...one.keys, ...table.fresh] } : one,
  )
  return { parts: written, memory: { ...memory, values, tables }, said: say(WORDS.columns.added) }

  function editsOf({ part, element, rows, column, anchors }: Place): Edit[] {
    const { xml } = found.roots.get(part)!
    const xmlOf = (one: XmlElement | undefined) => (one ? xml.slice(one.start, one.end) : '')
    const grid = childOf(element, 'w:tblGrid')
    const columns = grid ? childrenOf(grid, 'w:gridCol') : []
    const gridWidths = narrowed(columns)
    const own = columns[column]
    const more = `<w:gridCol w:w="${gridWidths.own}"/>`.repeat(table.fresh.length)
    return [
      ...gridWidths.edits,
      ...(own ? [{ start: own.end, end: own.end, text: more }] : []),
      ...rows.flatMap((row) => {
        const widths = narrowed(cellsOf(row).flatMap((cell) => widthOf(cell) ?? []))
        const { end } = cellsOf(row)[column]!
        return [...widths.edits, { start: end, end, text: cellsXml(cellsOf(row)[column]!, widths.own) }]
      }),
    ]

    /** Widths side by side, with room for as many more as the column has. @returns with `own` of the column */
    function narrowed(elements: XmlElement[]): { edits: Edit[]; own: number } {
      const sizes = elements.map((one) => Number(attributeOf(one, 'w:w')) || 0)
      const all = sizes.reduce((sum, size) => sum + size, 0)
      const model = sizes[column] ?? 0
      const scaled = (size: number) => Math.round((size * all) / (all + model * table.fresh.length || 1))
      const edits = elements.flatMap((one, n): Edit[] => {
        const place = attributePlace(one, 'w:w')
        return place ? [{ start: place[0], end: place[1], text: String(scaled(sizes[n]!)) }] : []
      })
      return { edits, own: scaled(model) }
    }

    function cellsXml(cell: XmlElement, width: number): string {
      const anchor = anchors.find((one) => one.element.start > cell.start && one.element.end < cell.end)
      const properties = xmlOf(childOf(cell, 'w:tcPr')).replace(/(<w:tcW\b[^>]*?\bw:w\s*=\s*")[^"]*/, `$1${width}`)
      const paragraph = anchor ? ancestorOf(anchor.element, 'w:p') : childOf(cell, 'w:p')
      const look = xmlOf(paragraph && childOf(paragraph, 'w:pPr'))
      return table.fresh
        .map((key) => `<w:tc>${properties}<w:p>${look}${anchor ? controlOf(anchor, key) : ''}</w:p></w:tc>`)
        .join('')
    }

    function controlOf(anchor: FoundControl, key: string): string {
      if (isOfAnotherMember(anchor, found, today)) return ''
      const { head, cell } = columnTags(table.figure, table.across, key)
      const path = anchor.value.path.with(-1, anchor.value.path.length === 1 ? head : cell)
      const now = textToday(today, path)
      const known = values.find(({ tag }) => tag === tagOf(path))
      const made: RememberedValue = known ?? {
        ...{ id: nextId(), tag: tagOf(path), path, kind: anchor.value.kind },
        ...{ text: now?.text ?? '', gap: now?.gap ?? null },
      }
      if (!known) values.push(made)
      const facts = { ...made, title: now?.title ?? '', number: numbers.control() }
      return controlXml(facts, memory.storeId, made.text ?? '', lookOf(xml, anchor))
    }
  }
}

/** Where a table is, and the controls of its last column. */
interface Place {
  part: string
  element: XmlElement
  rows: XmlElement[]
  column: number
  anchors: FoundControl[]
}

function placesOf({ controls }: FoundControls, { loop, figure, across, keys }: RememberedTable): Place[] {
  const last = columnTags(figure, across, keys.at(-1)!)
  const isAnchor = ({ value: { path } }: FoundControl) =>
    path.length === 1 ? path[0] === last.head : path.at(-1) === last.cell && withoutPlace(path.at(-3)!) === loop
  const anchors = controls.filter(isAnchor)
  const byTable = Map.groupBy(anchors, ({ element }) => ancestorOf(element, 'w:tbl'))
  return [...byTable].flatMap(([element, own]): Place[] => {
    const row = element && ancestorOf(own[0]!.element, 'w:tr')
    if (!element || !row) return []
    const column = cellsOf(row).findIndex(
      ({ start, end }) => start < own[0]!.element.start && own[0]!.element.end < end,
    )
    return column < 0 ? [] : [{ part: own[0]!.part, element, rows: childrenOf(element, 'w:tr'), column, anchors: own }]
  })
}

const childrenOf = (element: XmlElement, name: string) =>
  element.childNodes.filter((one): one is XmlElement => one.nodeName === name)
const cellsOf = (row: XmlElement) => childrenOf(row, 'w:tc')

function widthOf(cell: XmlElement): XmlElement | undefined {
  const properties = childOf(cell, 'w:tcPr')
  return properties && childOf(properties, 'w:tcW')
}

/** No cell is joined with another. */
function isPlain(row: XmlElement): boolean {
  const isJoined = (properties: XmlElement | undefined, ...names: string[]) =>
    properties !== undefined && names.some((name) => childOf(properties, name) !== undefined)
  return (
    !isJoined(childOf(row, 'w:trPr'), 'w:gridBefore', 'w:gridAfter') &&
    cellsOf(row).every((cell) => !isJoined(childOf(cell, 'w:tcPr'), 'w:gridSpan', 'w:vMerge', 'w:hMerge'))
  )
}

const isSame = (one: RememberedTable, other: RememberedTable) =>
  one.loop === other.loop && one.figure === other.figure && one.across === other.across
