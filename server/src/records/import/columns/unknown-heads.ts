import { fill, type Words } from '@causeway/shared/words/words'
import { findNearest } from '../../../ground/nearest.ts'
import type { Field } from '../../record-type.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { WarningCode } from '../ground/problem-codes.ts'
import { columnLetters } from '../ground/source-row.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import { isClose, isOfNoField, isOwnName } from '../sheets/match-header.ts'
import { speaksFor, type ColumnValues } from './column-values.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export interface PlanWarning {
  code: WarningCode
  message: Words
}

export interface UnknownHead {
  header: string
  column: number
  /** It names a field that what is under it does not speak for. */
  isNamed: boolean
}

/** The field that a head names. One of the other names of a date has to have dates under it: 批准时间 may be how long it takes. */
export function fieldOfHead(named: Field | undefined, column: ColumnValues): Field | undefined {
  if (named?.kind !== 'date' || isOwnName(named, column.header) || column.texts.length === 0) return named
  return speaksFor(named, column) ? named : undefined
}

const MOST_NAMES = 5
const MOST_FIELDS = 3

/** Finds the fields that a head nearly names, the nearest first. `free`: those that nothing fills yet. `isNear`: of a name of theirs. */
export function makeNear(free: readonly Field[], isNear = isClose): (header: string) => Field[] {
  const names = new Map<string, Field>()
  for (const field of free)
    for (const name of [field.label.zh, field.label.en, field.name, ...(field.also ?? [])]) names.set(name, field)
  return (header) => {
    if (isOfNoField(header)) return []
    const close = [...names.keys()].filter((name) => isNear(header, name))
    const nearest = findNearest(header, close, MOST_NAMES).map((name) => names.get(name)!)
    return [...new Set(nearest)].slice(0, MOST_FIELDS)
  }
}

/**
 * A head that is nearly one of ours is said to be. Where it is that of a field which every record has, it refuses the file: it would be
 * wrong in each row. One that is like nothing here is only said.
 */
export function checkUnknown(
  unknown: readonly UnknownHead[],
  free: readonly Field[],
  header: FoundHeader,
): PlanWarning[] {
  const nearTo = makeNear(free)
  const looked = unknown.slice(0, MOST_LOOKED_AT).map((one) => {
    // Under another head a name is of that: it is near nothing by itself.
    const near = header.levels || one.isNamed ? [] : nearTo(one.header)
    return { ...one, near, isNeeded: near.some(({ required }) => required) }
  })
  const needed = looked.find(({ isNeeded }) => isNeeded)
  if (needed)
    throw new ImportRefused('UNKNOWN_COLUMN', {
      ...fill(REFUSALS.UNKNOWN_COLUMN, sayNear(needed)),
      row: header.row,
      column: needed.header,
    })
  const isStrange = ({ near }: { near: Field[] }) => near.length === 0
  const strange = [...looked.filter(isStrange), ...unknown.slice(MOST_LOOKED_AT)]
  const nearly = looked.filter((one) => !isStrange(one)).map((one) => fill(REFUSALS.NEAR_COLUMN, sayNear(one)))
  return [
    ...nearly.map((message): PlanWarning => ({ code: 'NEAR_COLUMN', message })),
    ...(strange.length > 0 ? [{ code: 'IGNORED_COLUMNS', message: sayIgnored(strange) } satisfies PlanWarning] : []),
  ]
}

const MOST_LOOKED_AT = 500
const MOST_SHOWN = 10

function sayNear({ header, column, near }: UnknownHead & { near: Field[] }) {
  return {
    letter: columnLetters(column),
    header,
    nearZh: near.map(({ label, name }) => `「${label.zh}」（${name}）`).join('、'),
    nearEn: near.map(({ label, name }) => `"${label.en}" (${name})`).join(' or '),
  }
}

function sayIgnored(strange: readonly UnknownHead[]): Words {
  const say = (language: keyof Words) =>
    strange.slice(0, MOST_SHOWN).map(({ header, column }) => {
      const head = header.slice(0, 40)
      return language === 'zh' ? `${columnLetters(column)}「${head}」` : `${columnLetters(column)} "${head}"`
    })
  const more = strange.length > MOST_SHOWN
  return {
    zh: `${strange.length} 列不属于该台账，未导入：${say('zh').join('、')}${more ? ' 等' : ''}。`,
    en: `Columns that are not part of this record type and were not read (${strange.length}): ${say('en').join(', ')}${more ? ' …' : ''}.`,
  }
}
