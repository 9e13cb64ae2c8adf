import { isIsoDate } from '@causeway/shared/day'
import type { Locale } from '@causeway/shared/words/words'
import { requireExact, refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { writeCrosswalk } from '../../answers/curriculum/crosswalk.ts'
import { readDayAsked } from '../../figures/standing.ts'
import type { AnswerReads } from '../graph/context.ts'
import { badParameter, checkParameters, missingParameter, readLanguage } from '../address/address-parameters.ts'
import { fileAnswer, type Answer } from './answer.ts'

const PARAMETERS = ['institution', 'on', 'unmapped', 'lang'] as const

/** A crosswalk between two standards, as `/crosswalk/{from}/{to}.csv` gives it: a file that an import takes back. */
export async function answerCrosswalk(
  causeway: Causeway,
  viewer: Viewer,
  { from, to }: { from: string; to: string },
  parameters: URLSearchParams,
  reads: AnswerReads,
): Promise<Answer> {
  // Nothing of it is public, whatever is asked.
  if (viewer.role === null) throw refusal(viewer)
  const { institution, on, unmapped, locale } = readParameters(parameters)
  requireExact(viewer, institution)
  reads.institutions.add(institution)
  const day = await readDayAsked(causeway.database, institution, on)
  const request = { institution, from, to, on: day, withUnmapped: unmapped }
  const { csv } = await writeCrosswalk(causeway.database, request, locale)
  const name = locale === 'ZH' ? `标准对照表-${from}-${to}` : `crosswalk-${from}-${to}`
  return fileAnswer(csv, 'csv', name, `crosswalk-${from}-${to}`)
}

function readParameters(parameters: URLSearchParams): {
  institution: string
  on: string | null
  unmapped: boolean
  locale: Locale
} {
  checkParameters(parameters, PARAMETERS)
  const institution = parameters.get('institution')
  if (!institution) throw missingParameter('institution')
  const on = parameters.get('on') || null
  if (on !== null && !isIsoDate(on)) throw badParameter('on', { zh: '应为 YYYY-MM-DD', en: 'is written YYYY-MM-DD' })
  const unmapped = parameters.get('unmapped') || '0'
  if (unmapped !== '0' && unmapped !== '1') throw badParameter('unmapped', { zh: '可用：0、1', en: 'is 0 or 1' })
  return { institution, on, unmapped: unmapped === '1', locale: readLanguage(parameters) }
}
