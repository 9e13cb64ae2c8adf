import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Profile } from '@causeway/shared/series'
import type { Table } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import type { AskedData } from '../graph/context.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { ViewName } from '../../figures/indicators/view-names.ts'
import { isIsoDate } from '@causeway/shared/day'
import { refusal, requireExact } from '../../access/refuse.ts'
import { badParameter, checkParameters } from '../address/address-parameters.ts'
import { findCollege, type CollegeAsked } from './series-view.ts'
import { readArguments } from '../address/series-query.ts'

/** A view that is no series of one indicator: it has its own name in `/i/…` and `/embed/…`, where an indicator would be. */
export interface NamedView {
  name: ViewName
  /** The parameters it takes beside those of every picture. */
  parameters: readonly string[]
  /** Refuses whom the graph refuses the same. Each parameter is known to the view, and is once but for `filter`. */
  read: (asked: AskedData) => Promise<ReadView>
  /** Codes of the indicators whose series its files hold, one under the other; left out: they hold its rows. */
  seriesOf?: readonly string[]
}

export interface ReadView {
  spec: ChartSpec
  table: Table
  /** What has to be known to read it. */
  notes?: Words[]
  /** What of all is shown: one text for each narrowing. */
  narrowed?: Words[]
  /** Its rows for programs: columns by names that stay, numbers unrounded; null: its files hold series. */
  rows: ViewRows | null
  institution: InstitutionFacts
  profile: Profile
  /** When what it was read from was last changed. */
  computedAt: string | null
  /** Of the indicators that it is counted by. */
  codes: string[]
  /** Where it is from; left out: the records of the college. */
  source?: Words
  /** The page where it is, and what its address says of the view. */
  page: { path: string; query: Record<string, string | null> }
  /** Of what, for the name of a file. */
  of: string | null
}

export type ViewCell = string | number | Words | null

interface ViewRows {
  columns: readonly string[]
  rows: ViewCell[][]
}

/** What every named view takes. */
const ALWAYS = ['institution', 'release', 'asOf', 'lang', 'mode', 'size'] as const

/** Throws where a parameter is none of the view's, is twice or cannot be read; the view reads what they say. */
export function checkViewParameters(parameters: URLSearchParams, own: readonly string[]): void {
  checkParameters(parameters, [...ALWAYS, ...own], ['filter'])
}

/** Null: it is not given. */
export function textOf({ parameters }: AskedData, name: string): string | null {
  return parameters.get(name) || null
}

export function dayOf(asked: AskedData, name: string): string | null {
  const text = textOf(asked, name)
  if (text === null || isIsoDate(text)) return text
  throw badParameter(name, { zh: '须是日期，如 2024-08-31', en: 'is a date, as 2024-08-31' })
}

/** The college that is asked about, as it is or was. */
export function findNamedCollege(asked: AskedData, profile: Profile | null = null): Promise<CollegeAsked> {
  const moment = readArguments(asked.parameters, ['release', 'asOf'])
  return findCollege(asked, textOf(asked, 'institution'), { ...moment, profile })
}

/**
 * The same for one of whom the viewer may see everything. One whom the viewer may not see is refused alike whether it is there or not.
 */
export async function findOwnCollege(asked: AskedData): Promise<CollegeAsked> {
  const { viewer, reads } = asked
  const code = textOf(asked, 'institution')
  if (code !== null) {
    reads.institutions.add(code)
    requireExact(viewer, code)
  }
  if (viewer.role === null) throw refusal(viewer)
  const found = await findNamedCollege(asked)
  requireExact(viewer, found.institution.code)
  return found
}
