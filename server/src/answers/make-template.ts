import { THEMES, type Theme } from '@causeway/shared/series'
import { fill, type Words } from '@causeway/shared/words/words'
import { refusal } from '../access/refuse.ts'
import { maySeeExact, type Viewer } from '../access/viewer.ts'
import { CATALOGUE } from '../figures/indicators/catalogue.ts'
import { countedTypes } from '../figures/indicators/find-field.ts'
import type { Database } from '../ground/database/database.ts'
import { didYouMean, findNearest } from '../ground/nearest.ts'
import { QuestionError } from '../ground/question-error.ts'
import { readCollegeLists, typesWithRecords } from '../records/college-lists.ts'
import { requireInstitution } from '../records/institutions.ts'
import { requireUnit } from '../records/import/saved/saved-mapping.ts'
import type { RecordType } from '../records/record-type.ts'
import { RECORD_TYPES, reportedTypes } from '../records/record-types.ts'
import { writeTemplate } from '../records/templates/write-template.ts'
import { REPORTED, TEMPLATE_NAMES } from './template-names.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

export interface TemplateRequest {
  /** Of record types, of themes, or `reported`. */
  names: readonly string[]
  language: keyof Words
  /** Whose lists it offers; null: nobody's. */
  institution: string | null
  /** Null: the whole institution. */
  unit: string | null
}

export interface MadeTemplate {
  types: readonly RecordType[]
  workbook: Buffer
  /** It holds what the college keeps to itself. */
  isPrivate: boolean
}

/**
 * The workbook to fill in. Anyone who may not read the institution's records gets it without the institution's lists, whether or not
 * there is one.
 * @param database null: nothing is asked of an institution
 * @throws QuestionError NOT_FOUND, UNKNOWN_INSTITUTION, UNKNOWN_UNIT, INSTITUTION_MISSING, NOTHING_REPORTED, UNAUTHENTICATED, FORBIDDEN
 */
export async function makeTemplate(
  database: Database | null,
  viewer: Viewer,
  { names, language, institution, unit }: TemplateRequest,
): Promise<MadeTemplate> {
  for (const name of names) checkName(name)
  const mayRead = institution !== null && database !== null && maySeeExact(viewer, institution)
  if (names.includes(REPORTED) && !mayRead)
    throw institution === null ? new QuestionError('INSTITUTION_MISSING', REFUSALS.REPORTED_BY_WHOM) : refusal(viewer)
  if (!mayRead) return { ...(await write(typesOf(names, []), language)), isPrivate: false }
  await requireInstitution(database, institution)
  if (unit !== null) await requireUnit(database.quick, institution, unit)
  const reported = names.includes(REPORTED)
    ? await typesWithRecords(database, reportedTypes(), { institution, unit })
    : []
  if (names.includes(REPORTED) && reported.length === 0)
    throw new QuestionError('NOTHING_REPORTED', REFUSALS.NOTHING_REPORTED)
  const types = typesOf(names, reported)
  const lists = await readCollegeLists(database, types, { institution, unit }, language)
  return { ...(await write(types, language, lists)), isPrivate: true }
}

async function write(types: readonly RecordType[], ...given: [keyof Words, ReadonlyMap<string, readonly string[]>?]) {
  return { types, workbook: await writeTemplate(types, ...given) }
}

/** The record types of a theme: those that its indicators are counted from. */
export function isOfTheme({ name }: RecordType, theme: Theme): boolean {
  return CATALOGUE.some((indicator) => indicator.theme === theme && countedTypes(indicator).includes(name))
}

/** Each once, what is pointed to before what points to it. */
function typesOf(names: readonly string[], reported: readonly RecordType[]): readonly RecordType[] {
  const themes = THEMES.filter((theme) => names.includes(theme.toLowerCase()))
  return RECORD_TYPES.filter(
    (type) => names.includes(type.name) || reported.includes(type) || themes.some((theme) => isOfTheme(type, theme)),
  )
}

function checkName(name: string): void {
  if (TEMPLATE_NAMES.includes(name)) return
  const nearest = findNearest(name, TEMPLATE_NAMES)
  const near = didYouMean(nearest)
  const said = fill(REFUSALS.NO_TEMPLATE, { name, nearZh: near.zh || '。', nearEn: near.en || '.' })
  throw new QuestionError('NOT_FOUND', { ...said, facts: { nearest } })
}
