import { readPlace } from '../../../ground/reference/find-country.ts'
import { identityOf, isKnownByCode, type Field, type RecordType } from '../../record-type.ts'
import { findRecordType, RECORD_TYPES } from '../../record-types.ts'
import { nameColumnsOf } from '../../identity/find-code.ts'
import type { Words } from '@causeway/shared/words/words'
import { codeFromName, codeFromParts } from '../cells/code-from-name.ts'
import { countsRows } from '../cells/running-number.ts'
import { foldHeader, headersOf } from '../sheets/match-header.ts'
import type { Source } from '../mapping/mapping.ts'
import { columnsOf } from './column-names.ts'
import { isNeeded, isRead, lackingOf, shareOf, textsOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type MappingChange, type Move } from './move.ts'
import { examplesOf, sayFields } from './value-moves.ts'
import WORDS from './moves.json' with { type: 'json' }

const NUMBERED = /^(?:序号|编号|no\.?|number|#)$/iu

/** Names where a register has codes: an entry of each. */
export function createMoves(table: LookedTable): Move[] {
  const { type, fields, names, base, columns } = table
  const made = new Set([...(base.create ?? []), ...(base.records ?? []).map((entry) => entry.type)])
  return type.fields.flatMap((field): Move[] => {
    const to = field.to === undefined ? undefined : findRecordType(field.to)
    const name = columnsOf(fields[field.name])[0]
    const index = name === undefined ? -1 : names.indexOf(name)
    if (!to || made.has(to.name) || index < 0 || isMadeFrom(fields[field.name]) || !isNamedAlone(to)) return []
    const texts = textsOf(table, index)
    if (shareOf(texts, (text) => /\p{Script=Han}|\s/u.test(text)) < 0.5) return []
    const country =
      columns.find(({ index: at }) => isCountry(table, at)) ??
      columns.find(
        ({ index: at, header }) => isCountryOf(to, header) && !isRead(table, at) && holdsCountries(table, at),
      )
    const needsCountry = to.fields.some(
      ({ name, kind, required }) => name === 'country' && kind === 'country' && required,
    )
    const createWith = { ...base.create_with, [to.name]: { country: names[country?.index ?? 0] } }
    return [
      {
        ...{ id: `create ${to.name}`, kind: 'CREATE', columns: [index], isSure: false },
        words: sayFields(WORDS.CREATE, { column: name! }, { type: to }),
        examples: examplesOf(texts, codeFromName),
        changes: [
          [['create'], [...(base.create ?? []), to.name]],
          ...(needsCountry && country ? [[['create_with'], createWith] satisfies MappingChange] : []),
        ],
      },
    ]
  })
}

function isMadeFrom(source: string | Source | undefined): boolean {
  return typeof source === 'object' && source.made_from !== undefined
}

/** What says the country of an entry: only where every cell names one. */
function isCountry(table: LookedTable, at: number): boolean {
  const { type, fields, names } = table
  const isRead = type.fields.some(({ name, kind }) => kind === 'country' && fields[name] === names[at])
  return isRead && holdsCountries(table, at)
}

/** Whether a head is that of the country of such an entry, where the records of the file have none. */
function isCountryOf(type: RecordType, header: string): boolean {
  return headersOf(type).get(foldHeader(header))?.kind === 'country'
}

function holdsCountries(table: LookedTable, at: number): boolean {
  const texts = textsOf(table, at)
  return texts.length > 0 && texts.every((text) => readPlace(text)?.is === 'country')
}

/** A name and, at most, a country are all that an entry needs. */
function isNamedAlone(type: RecordType): boolean {
  const named = nameColumnsOf(type.name)
  const needed = type.fields.filter(
    ({ name, required, kind }) => required && kind !== 'country' && name !== 'code' && !named.includes(name),
  )
  return type.name !== 'institution' && isKnownByCode(type) && named.length > 0 && needed.length === 0
}

/** Codes that the file does not have, made of what identifies the row; in place of the number of the row too. */
export function codeMoves(table: LookedTable): Move[] {
  const { type, fields } = table
  const code = type.fields.find(({ name }) => name === 'code')
  const isInstead = code !== undefined && isNeeded(type, code) && isWeak(table)
  const lacking = lackingOf(table).flatMap((field): Move[] => {
    // An edition that others are read by, as of a scale, is no number of a row.
    const isEdition = type.fields.some(({ on }) => on && Object.values(on).includes(field.name))
    if (field.kind !== 'code' || !isNeeded(type, field) || isEdition) return []
    return field.name === 'code' ? codeMove(table, field, WORDS.CODE) : numberMove(table, field)
  })
  return isInstead && fields['code'] !== undefined
    ? [...lacking, ...codeMove(table, code, WORDS.CODE_INSTEAD)]
    : lacking
}

/** Whether a code is read that the next list may give to another record: the number of the row, or a name of what comes back every year. */
function isWeak({ type, fields, names, columns }: LookedTable): boolean {
  const source = fields['code']
  if (typeof source === 'object' && (source.row === true || typeof source.made_from === 'string'))
    return source.row === true || identityOf(type).length > 1
  const column = columnsOf(source)[0]
  const head = columns.find(({ index }) => names[index] === column)?.header
  return head !== undefined && countsRows(head)
}

/** A code made of the name, or of the columns that identify a row; none if one of those is not read yet. */
function codeMove(table: LookedTable, field: Field, words: Words): Move[] {
  const { type, fields, names, path } = table
  const found: string[] = []
  for (const part of identityOf(type)) {
    const column = part
      .map((name) => columnsOf(fields[name])[0])
      .find((one) => one !== undefined && names.includes(one))
    const isOptional = type.fields.some(({ name, required }) => part.length === 1 && name === part[0] && !required)
    if (column === undefined && !isOptional) return []
    if (column !== undefined && !found.includes(column)) found.push(column)
  }
  const [first, ...others] = found
  if (first === undefined) return []
  const columns = found.map((name) => names.indexOf(name))
  const list = { zh: found.map((name) => `“${name}”`).join(''), en: found.map((name) => `“${name}”`).join(', ') }
  return [
    {
      ...{ id: 'code', kind: 'CODE', columns, isSure: fields['code'] === undefined },
      words: sayFields(words, { listZh: list.zh, listEn: list.en }, { field }),
      examples: table.rows.slice(0, MOST_EXAMPLES).map(({ cells }) => {
        const texts = columns.map((at) => cells[at]?.trim() ?? '')
        return { before: texts.join(' '), after: others.length > 0 ? codeFromParts(texts) : codeFromName(texts[0]!) }
      }),
      changes: [[[...path, 'fields', field.name], { made_from: others.length > 0 ? found : first }]],
    },
  ]
}

/** The number of a row where it tells the parts of one thing apart, as teams; what every record of the type says is no such number. */
function numberMove(table: LookedTable, field: Field): Move[] {
  const { type, names, columns, path } = table
  const number = columns.find(({ index, header }) => NUMBERED.test(header.trim()) && !isRead(table, index))
  const isInPlace = type.oneOf?.some((fields) => fields.includes(field.name)) === true
  if (!number || field.required || !isInPlace) return []
  const column = names[number.index]!
  return [
    {
      ...{ id: `number of ${field.name}`, kind: 'CODE', columns: [number.index], isSure: true },
      words: sayFields(WORDS.CODE_NUMBER, { column }, { field }),
      examples: examplesOf(textsOf(table, number.index), (text) => text),
      changes: [[[...path, 'fields', field.name], column]],
    },
  ]
}

/** What else a row tells: of the types that name a record of this one those whose heads are among the columns that are not read. */
export function secondTypeMoves(table: LookedTable): Move[] {
  const { type, base, fields, columns, names } = table
  if (base.records || base.create || !isKnownByCode(type)) return []
  const name = nameColumnsOf(type.name).flatMap((one) => columnsOf(fields[one]))[0]
  const code = fields['code'] ?? (name === undefined ? undefined : { made_from: name })
  if (code === undefined) return []
  const free = columns.filter(({ index, header }) => header !== '' && !isRead(table, index))
  const found = RECORD_TYPES.flatMap((other) => {
    const reference = other.fields.find(({ to }) => to === type.name)
    if (!reference || other === type) return []
    const own = new Map(other.fields.map((field) => [field.name, field]))
    const known = headersOf(other)
    const read = free.flatMap(({ index, header }) => {
      const field = known.get(foldHeader(header))
      return field && own.has(field.name) ? [[field, names[index]!] as const] : []
    })
    // A cell may hold more than one thing: a head that begins as a label does speaks for it too.
    const starts = new Set(other.fields.map(({ label }) => label.zh.slice(0, 2)))
    const near = free.filter(({ header }) => !known.has(foldHeader(header)) && starts.has(header.slice(0, 2)))
    return read.length > 0 ? [{ other, reference, read, score: read.length + near.length }] : []
  })
  const [best] = found.toSorted((a, b) => b.score - a.score)
  if (!best || best.score < 2) return []
  const { other, reference, read } = best
  const fieldsRead = Object.fromEntries(read.map(([field, name]) => [field.name, name]))
  const top = Object.fromEntries(
    (['unpivot', 'split_rows', 'when', 'add_up', 'one_per'] as const).flatMap((key) =>
      base[key] === undefined ? [] : [[key, base[key]]],
    ),
  )
  return [
    {
      ...{ id: `second ${other.name}`, kind: 'SECOND_TYPE', isSure: false },
      columns: free.map(({ index }) => index),
      words: sayFields(WORDS.SECOND_TYPE, {}, { type: other }),
      examples: read.slice(0, MOST_EXAMPLES).map(([{ label }, name]) => ({ before: name, after: label })),
      changes: [
        ...(['type', 'fields', ...Object.keys(top)] as string[]).map((key): MappingChange => [[key], null]),
        [
          ['records'],
          [
            { type: type.name, ...top, fields: { ...fields, code } },
            { type: other.name, fields: { [reference.name]: code, ...fieldsRead } },
          ],
        ],
      ],
    },
  ]
}
