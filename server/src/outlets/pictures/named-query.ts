import { isIsoDate } from '@causeway/shared/day'
import { requireExact } from '../../access/refuse.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { badParameter, checkParameters } from '../address/address-parameters.ts'
import type { AskedView } from './named-view.ts'
import { findCollege } from './series-view.ts'

/** What every named view takes. */
const ALWAYS = ['institution', 'lang', 'mode', 'size'] as const

/** Throws where a parameter is none of the view's, is twice or cannot be read; the view reads what they say. */
export function checkViewParameters(parameters: URLSearchParams, own: readonly string[]): void {
  checkParameters(parameters, [...ALWAYS, ...own], ['filter'])
}

/** Null: it is not given. */
export function textOf({ parameters }: AskedView, name: string): string | null {
  return parameters.get(name) || null
}

export function dayOf(asked: AskedView, name: string): string | null {
  const text = textOf(asked, name)
  if (text === null || isIsoDate(text)) return text
  throw badParameter(name, { zh: '须是日期，如 2024-08-31', en: 'is a date, as 2024-08-31' })
}

/**
 * The college that is asked about, of whom the viewer may see everything. One whom the viewer may not see is refused alike whether it
 * is there or not.
 */
export async function findOwnCollege(asked: AskedView): Promise<InstitutionFacts> {
  const { causeway, viewer, reads } = asked
  const code = textOf(asked, 'institution')
  if (code !== null) {
    reads.institutions.add(code)
    requireExact(viewer, code)
  }
  const institution = await findCollege(causeway, viewer, code, reads)
  reads.institutions.add(institution.code)
  requireExact(viewer, institution.code)
  return institution
}
