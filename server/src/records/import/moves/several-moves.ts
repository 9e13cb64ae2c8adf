import { fill } from '@causeway/shared/words/words'
import { countryAtStart, restAfterCountry } from '../cells/country-within.ts'
import { countPersons } from '../cells/persons.ts'
import { OUTSIDE_BRACKETS } from '../cells/several-names.ts'
import { isRead, lackingOf, shareOf, textsOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type MappingChange, type Move } from './move.ts'
import { sayFields } from './value-moves.ts'
import WORDS from './moves.json' with { type: 'json' }

const OF_NAMES = /姓名|名单|获奖学生|参赛学生|学生|选手|学员|队员|人员|教师|name|student|participant/iu
const NO_NAMES = /指导|随行|带队|编号|学号|人数|类别|类型|学院|院系|部门|单位|备注|来源/u
const PARTING = new RegExp(`[、；;/／，,\\n]${OUTSIDE_BRACKETS}`, 'u')
const OF_BIRTH = /出生|生日|birth/iu
/** Where those who came are from, and not where something was. */
const OF_GUESTS = /参[会加展赛]|与会|来宾|嘉宾|成员|覆盖|涉及|attend|participa|member|guest/iu
const NAME = /^[\p{L}\s·•・.'’、；;，,/-]{2,80}$/u

/** People who have a name and no number. */
export function personMoves(table: LookedTable): Move[] {
  const { type, fields, columns, names, path } = table
  const person = lackingOf(table).find(({ kind }) => kind === 'person')
  if (!person || 'headcount' in fields) return []
  // A group has a headcount and no persons.
  if (type.exactlyOne?.some((pair) => pair.includes(person.name) && pair.some((name) => name in fields))) return []
  // A column of numbers is there, if nobody said so yet.
  if (columns.some(({ suggestions }) => suggestions[0]?.name === person.name)) return []
  const named = columns.filter(({ index, header }) => mayBeNames(table, index, header))
  const birth = columns.find(({ header }) => OF_BIRTH.test(header))
  const mayBeNumbered = columns.some(({ fits }) => fits[0]?.name === person.name)
  return named.slice(0, 2).map(({ index }, at): Move => {
    const column = names[index]!
    return {
      ...{ id: `name ${column}`, kind: 'PERSON_NAME', isSure: at === 0 && !mayBeNumbered },
      columns: [index, ...(birth ? [birth.index] : [])],
      words: birth
        ? fill(WORDS.PERSON_NAME_BIRTH, { column, birth: names[birth.index]! })
        : fill(WORDS.PERSON_NAME, { column }),
      examples: [],
      changes: [[[...path, 'fields', person.name], { name: column, ...(birth && { birth: names[birth.index] }) }]],
    }
  })
}

export function mayBeNames(table: LookedTable, index: number, header: string): boolean {
  if (!OF_NAMES.test(header) || NO_NAMES.test(header) || isRead(table, index)) return false
  return shareOf(textsOf(table, index), (text) => NAME.test(text)) >= 0.8
}

/** 马来西亚/泰国, and 老挝（巴巴萨技术学院）、柬埔寨（国立理工）: each part begins with a country. */
export function namesCountries(text: string): boolean {
  const parts = partsOf(text)
  return parts.length > 1 && parts.every((part) => countryAtStart(part) !== null)
}

export function partsOf(text: string): string[] {
  return text
    .split(PARTING)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** 刘洋 陈晨: names of two or three characters. Longer ones are from elsewhere, and may have a blank within them. */
export const BLANK_BETWEEN_NAMES = String.raw`(?<=(?:^|[\s、；;，,/])\p{Script=Han}{2,3})\s+(?=\p{Script=Han}{2,3}(?:[\s、；;，,/]|$))`
const BETWEEN_NAMES = new RegExp(BLANK_BETWEEN_NAMES, 'u')

/** The persons in a cell, whatever is between them. */
export function personsOf(text: string): string[] {
  return partsOf(text).flatMap((part) => (countPersons(part) > 1 ? part.split(BETWEEN_NAMES) : [part]))
}

/** Whether blanks part the persons of a cell; null: there is such a blank, and it is within a name. */
export function areBlanksBetween(text: string): boolean | null {
  const parts = partsOf(text).filter((part) => BETWEEN_NAMES.test(part))
  if (parts.length === 0) return false
  return parts.every((part) => countPersons(part) > 1) || null
}

/** A country and the name of somebody there, in one cell. */
export function countryMoves(table: LookedTable): Move[] {
  const { columns, names, path, type, fields } = table
  const lacking = lackingOf(table)
  const country = lacking.find(({ kind, required, name }) => kind === 'country' && required && name in fields === false)
  if (!country) return []
  const moves = columns.flatMap(({ index, header, suggestions: [meant] }): Move[] => {
    const parts = textsOf(table, index).flatMap((text) => (namesCountries(text) ? partsOf(text) : [text]))
    if (header === '' || shareOf(parts, (part) => countryAtStart(part) !== null) < 0.6) return []
    const column = names[index]!
    // A town is no code of what happened there.
    const rest = lacking.find(
      ({ name, kind, required }) => required && name !== 'code' && ['text', 'code', 'reference'].includes(kind),
    )
    const isNamed = rest !== undefined && shareOf(parts, (part) => restAfterCountry(part) !== '') >= 0.6
    // Where nothing but countries is in it, those of next year are read too.
    const isBare = parts.every((part) => restAfterCountry(part) === '')
    const words = isBare ? WORDS.COUNTRY_ALONE : isNamed ? WORDS.COUNTRY_AND_NAME : WORDS.COUNTRY_OF
    return [
      {
        ...{ id: `country ${column}`, kind: 'COUNTRY_AND_NAME', columns: [index] },
        isSure: !isRead(table, index) && !OF_GUESTS.test(header),
        words: sayFields(words, { column }, { country, field: rest ?? type }),
        examples: parts.slice(0, MOST_EXAMPLES).map((part) => ({
          before: part,
          after: [countryAtStart(part) ?? '?', ...(isNamed ? [restAfterCountry(part)] : [])].join(' · '),
        })),
        changes: [
          [[...path, 'fields', country.name], { column, ...(!isBare && { place: 'country' }) }],
          // What else the column was meant to be it is none the less: a passport number says where it is from.
          ...(meant && meant !== country ? [[[...path, 'fields', meant.name], column] satisfies MappingChange] : []),
          ...(isNamed ? [[[...path, 'fields', rest.name], { column, place: 'rest' }] satisfies MappingChange] : []),
        ],
      },
    ]
  })
  // Of several columns nobody knows which says it.
  return moves.length > 1 ? moves.map((move) => ({ ...move, isSure: false })) : moves
}
