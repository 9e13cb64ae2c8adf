import { rightToChange } from '@causeway/shared/rights'
import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { listStartOffers } from '../../answers/quality/open-starts.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { requireInstitution } from '../../records/institutions.ts'
import { findRecordType, unknownType } from '../../records/record-types.ts'
import { checkReason } from './change-record.ts'
import { putByHand, type PutByHand } from './put-by-hand.ts'
import ANSWERS from '../../answers/refusals.json' with { type: 'json' }

interface StartsToTake {
  institution: string
  recordType: string
  /** Ids of the records, `type/institution/key`; all that have an offer if absent. */
  records?: readonly string[] | null
  reason?: string | null
}

/**
 * Fills the empty starts of records in from the first records that name them, as one batch that can be taken back. Offers are read
 * inside the transaction: a start that somebody filled in meanwhile is left alone.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, UNKNOWN_RECORD_TYPE, NO_START_TO_TAKE, and what `putByHand` throws
 */
export async function takeStarts(
  causeway: Causeway,
  viewer: Viewer,
  { institution, recordType, records, reason }: StartsToTake,
): Promise<PutByHand> {
  requireRight(viewer, rightToChange([recordType]), institution)
  await requireInstitution(causeway.database, institution)
  const type = findRecordType(recordType)
  if (!type) throw unknownType(recordType)
  const batch = { type, institution, doneBy: 'takeStarts', reason: checkReason(reason) }
  return putByHand(causeway, viewer, batch, async (writer) => {
    const offers = await listStartOffers(writer.connection, institution, recordType)
    const prefix = `${recordType}/${institution}/`
    const wanted = records?.map((id) => offers.find(({ key }) => `${prefix}${key}` === id)) ?? offers
    if (wanted.includes(undefined)) throw new QuestionError('NO_START_TO_TAKE', ANSWERS.NO_START_TO_TAKE)
    const starts = new Map(wanted.map((offer) => [offer!.key, offer!.start]))
    const found = await writer.findRecords([...starts.keys()].map((key) => [institution, key]))
    const field = 'starts' in type.span ? type.span.starts[0]! : ''
    return found.map((stored) => ({ stored, texts: new Map([[field, starts.get(stored.key)!]]) }))
  })
}
