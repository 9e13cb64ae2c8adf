import { requireChange } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { unknownInstitution } from '../../records/unknown-institution.ts'
import { findInstitution } from '../../records/institutions.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { putByHand, type PutByHand } from './put-by-hand.ts'

export interface NothingToReport {
  institution: string
  recordType: string
  from: string
  to: string
  /** Null: the whole institution. */
  unit?: string | null
  direction?: string | null
  audience?: string | null
  signer: string
  note?: string | null
}

/**
 * Signs that there was nothing of a record type in a stretch of time, as a batch of its own that can be taken back.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, and what `putByHand` throws
 */
export async function declareNothing(
  causeway: Causeway,
  viewer: Viewer,
  { institution, recordType, from, to, unit, direction, audience, signer, note }: NothingToReport,
): Promise<PutByHand & { record: string }> {
  requireChange(viewer, institution)
  if (!(await findInstitution(causeway.database, institution)))
    throw await unknownInstitution(causeway.database, institution)
  const type = recordTypeOf('nothing-to-report')
  const texts = new Map(
    Object.entries({ record_type: recordType, from, to, unit, direction, audience, signer, note }).map(
      ([name, text]): [string, string] => [name, text ?? ''],
    ),
  )
  const batch = { type, institution, doneBy: 'declareNothing', reason: null }
  const put = await putByHand(causeway, viewer, batch, async () => [{ stored: null, texts }])
  return { ...put, record: `${type.name}/${institution}/${put.keys[0]!}` }
}
