import { ofOthersToo, refusal } from '../../access/refuse.ts'
import { mayChange, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findBatch } from '../../records/batches.ts'
import { revertBatch, type Reverted } from '../../records/revert.ts'
import { checkReason } from './change-record.ts'

/**
 * Takes a batch back, whole.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN where it changed an institution that the viewer may not change, REVERT_REFUSED with
 *   the `laterBatches` that rest on it
 */
export async function revertByHand(
  { database }: Causeway,
  viewer: Viewer,
  { batch, reason }: { batch: string; reason?: string | null },
): Promise<Reverted> {
  if (viewer.role === null || viewer.role === 'reader') throw refusal(viewer)
  const by = { token: viewer.token ?? null, reason: checkReason(reason) }
  const found = await findBatch(database, batch)
  const mine = found?.institutions.filter(({ institution }) => mayChange(viewer, institution)) ?? []
  // Whether there is one of another institution is nobody's business.
  if (mine.length === 0 && viewer.institution !== null) throw refusal(viewer)
  if (found && mine.length < found.institutions.length) throw ofOthersToo()
  return revertBatch(database, batch, by)
}
