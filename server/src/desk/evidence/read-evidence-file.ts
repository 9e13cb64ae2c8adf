import { refusal } from '../../access/refuse.ts'
import { maySeeExact, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { EvidenceFiles, isFileHash } from './evidence-files.ts'
import { findEvidenceKind } from './evidence-kind.ts'
import { selectHolders } from './store.ts'

export interface EvidenceFile {
  name: string
  /** Of HTTP. */
  type: string
  body: Buffer
}

/**
 * A file of evidence, for one who may read the records of an institution that has it.
 * @throws QuestionError UNAUTHENTICATED, NOT_FOUND: also where it is another institution's
 */
export async function readEvidenceFile(
  { database, evidence }: Causeway,
  viewer: Viewer,
  hash: string,
): Promise<EvidenceFile> {
  if (viewer.role === null) throw refusal(viewer)
  if (!isFileHash(hash) || evidence === undefined) throw notFound()
  const holders = await selectHolders(database.quick, hash)
  const holder = holders.find(({ institution }) => maySeeExact(viewer, institution))
  const body = holder ? await new EvidenceFiles(evidence).read(hash) : null
  if (!holder || !body) throw notFound()
  const kind = findEvidenceKind(body.subarray(0, 4096))
  return { name: holder.name, type: kind?.type ?? 'application/octet-stream', body }
}

function notFound(): QuestionError {
  return new QuestionError('NOT_FOUND', { zh: '没有这份佐证材料文件。', en: 'There is no such file of evidence.' })
}
