import { parsePlace, type PageName } from '@causeway/shared/pages'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { findOpeningInstitution } from '../../figures/warm.ts'
import { ANONYMOUS } from '../../access/viewer.ts'
import { findForm } from '../../figures/forms/find-form.ts'
import type { AnswerReads } from '../graph/context.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { findInstitution } from '../../records/institutions.ts'
import { countryOf } from '../../ground/reference/countries.ts'
import { findPublicSubject } from '../../answers/subjects/public-subjects.ts'
import { SUBJECT_KINDS, typeOfKind } from '../../answers/subjects/subject.ts'
import { causewayShown } from '../../figures/causeway-then.ts'

/** The page and the code of an address; null: no page has it. */
function partsOf(path: string): { page: PageName; code: string | null } | null {
  const place = parsePlace(path)
  return place.page === 'not-found' ? null : { page: place.page, code: 'id' in place ? place.id : null }
}

/**
 * Whether an address is that of a page, as far as it can be known without a record. Standards and records are not public: of them it
 * is never said.
 */
export function mayBeThere(causeway: Causeway, path: string): boolean {
  const parts = partsOf(path)
  if (parts === null) return false
  const { page, code } = parts
  // Who publishes nothing does not say either which own indicators and forms there are.
  if (code === null || !causeway.publicReading) return true
  if (page === 'country') return countryOf(code) !== undefined
  if (page === 'indicator' || page === 'answer') return isFound(() => findIndicator(causeway, code))
  if (page === 'form') return isFound(() => findForm(causeway, code))
  return true
}

/** Whether the public may know of what an address names: its institution, and what public figures name of that. */
export async function isPublicly(
  causeway: Causeway,
  { pathname, searchParams }: URL,
  reads: AnswerReads,
): Promise<boolean> {
  // Where nothing is public, nothing is said.
  if (!causeway.publicReading) return true
  const code = searchParams.get('institution') || null
  const { page, code: named } = partsOf(pathname)!
  const kind = kindOf(page)
  if (code === null && !kind) return true
  const institution =
    code === null ? await findOpeningInstitution(causeway, ANONYMOUS) : await findInstitution(causeway.database, code)
  reads.everyInstitution ||= code === null || institution === null
  if (!institution) return code === null
  reads.institutions.add(institution.code)
  if (!kind || named === null) return true
  const asked = await causewayShown(causeway, ANONYMOUS, { institution: institution.code })
  if (institution.dataDate === null || asked.nothingReleased) return true
  return (await findPublicSubject(asked, institution.code, kind, named)) !== null
}

/** The kind of subject that pages of a name are about, of those that records name; countries are known to everybody. */
function kindOf(page: string): string | undefined {
  return [...SUBJECT_KINDS.keys()].find((kind) => typeOfKind(kind) === page)
}

/** Whether what an address says depends on who asks: anyone who signed in may know of more. */
export function dependsOnViewer(path: string): boolean {
  const [, page = '', code] = path.split('/')
  return code !== undefined && kindOf(page) !== undefined
}

function isFound(find: () => unknown): boolean {
  try {
    find()
    return true
  } catch (error) {
    if (error instanceof QuestionError) return false
    throw error
  }
}
