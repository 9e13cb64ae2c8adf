import type { ImportProblem, ImportReport, TypeField } from '../../../graph/generated.ts'
import type { Draft } from './import-draft.ts'

/** How a mapping fills a field in all rows: with one value, or from what is said of the sheet as a whole. */
export type SaidOfAll = { is: 'constant'; value: string } | { is: 'title' | 'sheet' | 'file' }

interface Source {
  constant?: string | number
  title?: true
  sheet?: true
  file?: true
}

/** By field, as the file is read so far. */
export function saidOfAll({ reading }: Pick<ImportReport, 'reading'>): ReadonlyMap<string, SaidOfAll> {
  if (reading === null) return new Map()
  const whole = JSON.parse(reading) as { fields?: Fields; records?: { fields: Fields }[] }
  const entries = whole.records ?? [{ fields: whole.fields ?? {} }]
  return new Map(
    entries.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([field, source]): [string, SaidOfAll][] => {
        if (typeof source === 'string') return []
        if (source.constant !== undefined) return [[field, { is: 'constant', value: String(source.constant) }]]
        const is = (['title', 'sheet', 'file'] as const).find((place) => source[place])
        return is ? [[field, { is }]] : []
      }),
    ),
  )
}

type Fields = Record<string, string | Source>

/** What was said for all rows, here or by the mapping; empty: nothing. */
export function valueOfAll(
  { constants }: Pick<Draft, 'constants'>,
  field: string,
  said: SaidOfAll | undefined,
): string {
  return constants[field] ?? (said?.is === 'constant' ? said.value : '')
}

const ASKED_AGAIN = ['FILE_SAYS_OTHERWISE', 'FILE_SAYS_NOTHING'] as const

/** Whether a problem is of a value that a mapping gives to all rows, and that has to be said anew. */
export const isAskedAgain = ({ code }: Pick<ImportProblem, 'code'>): boolean =>
  (ASKED_AGAIN as readonly string[]).includes(code)

/** Why the value for all rows has to be said anew; null: it holds. */
export function askedAgain({ wrongRows }: ImportReport, field: string): (typeof ASKED_AGAIN)[number] | null {
  const problems = wrongRows.flatMap((row) => row.problems.filter((problem) => problem.field === field))
  return ASKED_AGAIN.find((code) => problems.some((problem) => problem.code === code)) ?? null
}

/** As it is named where it is chosen. */
export function labelOf(field: TypeField | undefined, value: string): string {
  return field?.options.find(({ key }) => key === value)?.label ?? value
}

/** The draft with a value for all rows, or for those of one sheet of several. */
export function withValue(draft: Draft, field: string, value: string, sheet: string | null): Partial<Draft> {
  if (sheet === null) return { constants: { ...draft.constants, [field]: value } }
  return { ofSheets: { ...draft.ofSheets, [field]: { ...draft.ofSheets[field], [sheet]: value } } }
}
