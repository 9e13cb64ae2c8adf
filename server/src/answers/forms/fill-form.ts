import type { Gap } from '@causeway/shared/figure'
import { FIRST_YEAR, LAST_YEAR, toPeriod, type Period, calendarOf } from '@causeway/shared/period'
import type { Profile } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import { refusal } from '../../access/refuse.ts'
import { maySeeExact, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { findInstitution, requireInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { findEditionFor, isInForce } from '../../figures/forms/find-form.ts'
import type { FormDefinition, FormEdition } from '../../figures/forms/form-definition.ts'
import type { FormLine } from '../../figures/indicators/form-line.ts'
import { readFormValues, readPublishedOn, type FormValue } from './form-values.ts'
import { isComputed, isPublicCut, readLine, type LineFigure } from './line-figure.ts'
import { noteOf } from './line-note.ts'

export interface FormRequest {
  form: string
  edition: string
  institution: string
  /** The year its period begins in, whatever year the report has. */
  year: number
  /** Omitted: EXACT for one who may read it, else PUBLIC. */
  profile?: Profile | null
  /** As it would have been filled of a release, or at a time; omitted: as it is. */
  release?: string | null
  asOf?: string | null
}

/** As `FormRequest`; without an edition the one that the report of the year takes. */
export type FillRequest = Omit<FormRequest, 'edition'> & { edition?: string | null }

/** An official table of one institution and year. */
export interface FilledForm {
  /** As of the time that was asked about. */
  causeway: Causeway
  form: FormDefinition
  edition: FormEdition
  institution: InstitutionFacts
  year: number
  /** Year that the report has. */
  reportYear: number
  /** What it holds: a school year, or a calendar year where its lines count by that. */
  period: Period
  /** The one a year before: what `last` of its lines speaks of. */
  periodBefore: Period
  /** False: the edition is not the one of this report year. */
  inForce: boolean
  /** The day it was published as the law demands; null: it was not. */
  publishedOn: string | null
  /** Everything is shown, as to one who may see it or because it was published. */
  isExact: boolean
  /** Of a release the public is always shown what is public, also where that is everything. */
  profile: Profile
  lines: FilledLine[]
}

/** `computed`: from records; `hand-filled`; `empty`: nothing was filled in; `withheld`: there is a value, which is not public. */
export type LineSource = 'computed' | 'hand-filled' | 'empty' | 'withheld'

export interface LineContent {
  source: LineSource
  /** In the unit of the line; null: see `gap` and `text`. */
  value: number | null
  gap: Gap | null
  /** Words instead of a number. */
  text: string | null
  figures: LineFigure[]
  /** What was filed for it; null: nothing, or not for the asker. */
  filed: FormValue | null
}

export interface FilledLine extends LineContent {
  line: FormLine
  note: Words | null
  /** What was filled in by hand, where no record can fill the line; null for anyone who may not read records. */
  handFilled: FormValue | null
  /** The same line a year before. */
  last: LineContent
}

/**
 * An official table, filled from the records: exact for one who may see them and, once it was published as the law demands, for
 * everybody; else with small numbers hidden and without notes.
 * @throws QuestionError UNKNOWN_FORM, UNKNOWN_EDITION, UNKNOWN_INSTITUTION, BAD_PERIOD, FORBIDDEN, UNAUTHENTICATED, and those of `readMoment`
 */
export async function fillForm(given: Causeway, viewer: Viewer, request: FillRequest): Promise<FilledForm> {
  const causeway = await causewayAsked(given, viewer, request)
  const { form, edition } = findEditionFor(causeway, request.form, request.edition, request.year)
  const mayRead = maySeeExact(viewer, request.institution)
  if (!mayRead && (!causeway.publicReading || request.profile === 'EXACT')) throw refusal(viewer)
  checkFormYear(request.year)
  for (let tries = 1; ; tries++) {
    const institution = await requireInstitution(causeway.database, request.institution)
    const filled = await fill(causeway, viewer, request, { form, edition, institution })
    const now = await findInstitution(causeway.database, request.institution)
    // Its lines are of one state of the records, unless these never rest.
    if (now?.revision === institution.revision || tries === MOST_TRIES) return filled
  }
}

const MOST_TRIES = 10

/** Throws BAD_PERIOD. */
export function checkFormYear(year: number): void {
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return
  throw new QuestionError('BAD_PERIOD', {
    zh: `年份须在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间，即统计时段起始的年份。`,
    en: `The year is from ${FIRST_YEAR} to ${LAST_YEAR}: the one its period begins in.`,
    facts: { year },
  })
}

async function fill(
  causeway: Causeway,
  viewer: Viewer,
  { year, profile }: FillRequest,
  { form, edition, institution }: Pick<FilledForm, 'form' | 'edition' | 'institution'>,
): Promise<FilledForm> {
  const { code } = institution
  const asksExact = maySeeExact(viewer, code) && profile !== 'PUBLIC'
  const sight = async (of: number): Promise<Sight> => {
    const publishedOn = await readPublishedOn(
      causeway,
      { institution: code, dataDate: institution.dataDate },
      form.id,
      edition.edition,
      of,
    )
    const exact = asksExact || publishedOn !== null
    return { exact, inside: asksExact, publishedOn, viewer: exact ? { role: 'reader', institution: code } : viewer }
  }
  const [now, before] = [await sight(year), await sight(year - 1)]
  const values = await readFormValues(causeway, code, form.id, edition.edition, [year, year - 1])
  const lines: FilledLine[] = []
  for (const line of edition.lines) {
    const content = await readContent(causeway, code, line, year, values, now)
    const handFilled = find(values, line, year, 'hand-filled')
    lines.push({
      ...content,
      line,
      handFilled: now.inside && content.source !== 'computed' ? handFilled : null,
      note: now.exact
        ? await noteOf({ ...causeway, released: undefined }, code, line, content, edition.noteLimit)
        : null,
      last: await readContent(causeway, code, line, year - 1, values, before),
    })
  }
  const calendar = calendarOf(institution)
  const reportYear = year + edition.yearOffset
  return {
    causeway,
    form,
    edition,
    institution,
    year,
    reportYear,
    period: toPeriod(basisOf(edition), year, calendar),
    periodBefore: toPeriod(basisOf(edition), year - 1, calendar),
    inForce: isInForce(edition, year),
    publishedOn: now.publishedOn,
    isExact: now.exact,
    profile: now.inside || (now.exact && !causeway.released) ? 'EXACT' : 'PUBLIC',
    lines,
  }
}

/** Points in time and cohorts belong to either. */
function basisOf({ lines }: FormEdition): 'SCHOOL_YEAR' | 'CALENDAR_YEAR' {
  const bases = new Set(lines.map(({ basis }) => basis))
  return bases.has('CALENDAR_YEAR') && !bases.has('SCHOOL_YEAR') ? 'CALENDAR_YEAR' : 'SCHOOL_YEAR'
}

/** How much of a year is shown, and who asks for it. */
interface Sight {
  exact: boolean
  /** For one of the college: who filled something in, and what was filed, is shown to nobody else. */
  inside: boolean
  publishedOn: string | null
  viewer: Viewer
}

async function readContent(
  causeway: Causeway,
  institution: string,
  line: FormLine,
  year: number,
  values: readonly FormValue[],
  { exact, inside, viewer }: Sight,
): Promise<LineContent> {
  const filed = inside ? find(values, line, year, 'filed') : null
  const nothing = { value: null, gap: null, text: null, figures: [], filed }
  if (isComputed(causeway, line)) {
    // Another day or cut is in no public table.
    if (!exact && !isPublicCut(causeway, line)) return { ...nothing, source: 'withheld' }
    const asker = { viewer, profile: exact ? ('EXACT' as const) : ('PUBLIC' as const) }
    // What was published is exact, and no figure that is stored.
    const then = exact ? { ...causeway, released: undefined } : causeway
    return { ...nothing, ...(await readLine(then, asker, institution, line, year)), source: 'computed' }
  }
  const byHand = find(values, line, year, 'hand-filled')
  if (!byHand) return { ...nothing, source: 'empty', gap: 'NO_RECORDS' }
  // Nobody can tell how many persons are behind a number that was typed.
  if (!exact) return { ...nothing, source: 'withheld' }
  return { ...nothing, source: 'hand-filled', value: byHand.value, text: byHand.text }
}

function find(
  values: readonly FormValue[],
  { number }: FormLine,
  year: number,
  status: FormValue['status'],
): FormValue | null {
  return values.find((one) => one.line === number && one.year === year && one.status === status) ?? null
}
