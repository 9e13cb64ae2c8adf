import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { PROFILES, type Profile } from '@causeway/shared/series'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import { writeForm, type FormFormat } from '../../answers/forms/write-form.ts'
import type { AnswerReads } from '../graph/context.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { checkParameters, missingParameter, readEnum, readLanguage } from '../address/address-parameters.ts'
import { fileAnswer, type Answer } from './answer.ts'

export interface FormAddress {
  form: string
  edition: string
  year: string
  format: FormFormat
}

const PARAMETERS = ['institution', 'profile', 'lang'] as const

/** An official table, as `/forms/{form}/{edition}/{year}.xlsx` and `.csv` give it. */
export async function answerForm(
  causeway: Causeway,
  viewer: Viewer,
  { form, edition, year, format }: FormAddress,
  parameters: URLSearchParams,
  reads: AnswerReads,
): Promise<Answer> {
  if (!causeway.publicReading && viewer.role === null) throw refusal(viewer)
  const { institution, profile, locale } = readParameters(parameters)
  reads.institutions.add(institution)
  const request = { form, edition, institution, year: readYear(year), profile }
  const body = await writeForm(causeway, viewer, request, format, locale)
  const { form: found, edition: asked } = findEdition(causeway, form, edition)
  const name = `${inLocale(found.name, locale)}${locale === 'ZH' ? '' : ' '}${inLocale(asked.name, locale)}-${institution}-${year}`
  return fileAnswer(body, format, name, `${form}-${edition}-${institution}-${year}`)
}

function readParameters(parameters: URLSearchParams): { institution: string; profile: Profile | null; locale: Locale } {
  checkParameters(parameters, PARAMETERS)
  const institution = parameters.get('institution')
  if (!institution) throw missingParameter('institution')
  const profile = readEnum<Profile>('profile', parameters.get('profile') || null, PROFILES)
  return { institution, profile, locale: readLanguage(parameters) }
}

function readYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year
  throw new QuestionError('BAD_PERIOD', {
    zh: `年份须为 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间的四位数字，即统计时段起始的年份。`,
    en: `The year is one of four digits from ${FIRST_YEAR} to ${LAST_YEAR}: the one its period begins in.`,
    facts: { year: text },
  })
}
