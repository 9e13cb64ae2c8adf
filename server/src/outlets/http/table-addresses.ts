import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { type Profile, PROFILES } from '@causeway/shared/series'
import { inLocale } from '@causeway/shared/words/words'
import { refusal, requireExact } from '../../access/refuse.ts'
import { makeTemplate } from '../../answers/make-template.ts'
import { findEdition } from '../../figures/forms/find-form.ts'
import { type FormFormat, writeForm } from '../../answers/forms/write-form.ts'
import { requireReading, type AskedData } from '../graph/context.ts'
import { QuestionError } from '../../ground/question-error.ts'
import {
  badParameter,
  checkParameters,
  missingParameter,
  readEnum,
  readLanguage,
} from '../address/address-parameters.ts'
import { type Answer, fileAnswer } from './answer.ts'
import { isIsoDate } from '@causeway/shared/day'
import { writeCrosswalk } from '../../answers/curriculum/crosswalk.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { readArguments } from '../address/series-query.ts'
import { readDayAsked } from '../../figures/standing.ts'

interface FormAddress {
  form: string
  edition: string
  year: string
  format: FormFormat
}

/** An official table, as `/forms/{form}/{edition}/{year}.xlsx` and `.csv` give it. */
export async function answerForm(
  given: AskedData,
  { form, edition, year: written, format }: FormAddress,
): Promise<Answer> {
  requireReading(given)
  const { viewer, parameters, reads } = given
  const institution = readInstitution(parameters, ['release', 'asOf', 'profile'])
  const profile = readEnum<Profile>('profile', parameters.get('profile') || null, PROFILES)
  const locale = readLanguage(parameters)
  reads.institutions.add(institution)
  const request = { form, edition, institution, year: readFormYear(written), profile }
  const asked = await causewayAsked(given.causeway, viewer, {
    institution,
    ...readArguments(parameters, ['release', 'asOf']),
  })
  const body = await writeForm(asked, viewer, request, format, locale)
  const found = findEdition(asked, form, edition)
  const title = [found.form.name, found.edition.name].map((name) => inLocale(name, locale))
  const ends = [institution, written, asked.moment?.releaseName ?? []].flat().join('-')
  const name = `${title.join(locale === 'ZH' ? '' : ' ')}-${ends}`
  return fileAnswer(body, format, name, `${form}-${edition}-${ends}`.replace(/[^\w.-]/g, '_'))
}

/** A crosswalk between two standards, as `/crosswalk/{from}/{to}.csv` gives it: a file that an import takes back. */
export async function answerCrosswalk(
  { causeway, viewer, parameters, reads }: AskedData,
  { from, to }: { from: string; to: string },
): Promise<Answer> {
  // Nothing of it is public, whatever is asked.
  if (viewer.role === null) throw refusal(viewer)
  const institution = readInstitution(parameters, ['on', 'unmapped', 'release', 'asOf'])
  const day = parameters.get('on') || null
  if (day !== null && !isIsoDate(day)) throw badParameter('on', { zh: '应为 YYYY-MM-DD', en: 'is written YYYY-MM-DD' })
  const unmapped = parameters.get('unmapped') || '0'
  if (unmapped !== '0' && unmapped !== '1') throw badParameter('unmapped', { zh: '可用：0、1', en: 'is 0 or 1' })
  const locale = readLanguage(parameters)
  requireExact(viewer, institution)
  reads.institutions.add(institution)
  const moment = readArguments(parameters, ['release', 'asOf'])
  const { database } = await causewayAsked(causeway, viewer, { institution, ...moment })
  const on = await readDayAsked(database, institution, day)
  const request = { institution, from, to, on, withUnmapped: unmapped === '1' }
  const { csv } = await writeCrosswalk(database, request, locale)
  const name = locale === 'ZH' ? `标准对照表-${from}-${to}` : `crosswalk-${from}-${to}`
  return fileAnswer(csv, 'csv', name, `crosswalk-${from}-${to}`)
}

/**
 * The workbook to fill in, as `/templates/{types}.xlsx`: record types or themes with commas between, or `reported`. Anyone who may read
 * the `institution` has its lists in it.
 */
export async function answerTemplate(
  { causeway: { database }, viewer, parameters, reads }: AskedData,
  name: string,
): Promise<Answer> {
  checkParameters(parameters, ['lang', 'institution', 'unit'])
  const language = readLanguage(parameters) === 'ZH' ? 'zh' : 'en'
  const [institution, unit] = [parameters.get('institution') || null, parameters.get('unit') || null]
  const asked = { names: name.split(','), language, institution, unit } as const
  const { types, workbook, isPrivate } = await makeTemplate(database, viewer, asked)
  if (isPrivate) reads.institutions.add(institution!)
  const [only] = types.length === 1 ? types : []
  if (language === 'en') return fileAnswer(workbook, 'xlsx', only?.name ?? 'records')
  return fileAnswer(workbook, 'xlsx', `${only?.label.zh ?? '台账'}模板`, only?.name ?? 'records')
}

/** Takes the parameters of a table that are `its` alone, and those of all. */
function readInstitution(parameters: URLSearchParams, its: string[]): string {
  checkParameters(parameters, ['institution', ...its, 'lang'])
  const institution = parameters.get('institution')
  if (!institution) throw missingParameter('institution')
  return institution
}

function readFormYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year
  throw new QuestionError('BAD_PERIOD', {
    zh: `年份须为 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间的四位数字，即统计时段起始的年份。`,
    en: `The year is one of four digits from ${FIRST_YEAR} to ${LAST_YEAR}: the one its period begins in.`,
    facts: { year: text },
  })
}
