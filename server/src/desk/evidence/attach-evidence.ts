import { randomBytes } from 'node:crypto'
import { toIso } from '@causeway/shared/day'
import type { Viewer } from '../../access/viewer.ts'
import { addressOf, checkReason, unknownRecord } from '../by-hand/change-record.ts'
import { putByHand, type HandRow, type PutByHand } from '../by-hand/put-by-hand.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkZip } from '../../records/import/readers/zip-file.ts'
import { ImportRefused } from '../../records/import/ground/import-refused.ts'
import { noFile } from '../intake/import-records.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { findRecord } from '../../records/list-records.ts'
import type { StoredValues } from '../../records/stored-values.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { EvidenceFiles, readHead, EVIDENCE_KINDS, findEvidenceKind } from './evidence-files.ts'
import { fill } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

export interface NewEvidence {
  /** `type/institution/key`, of one institution. */
  records: readonly string[]
  /** Null: made. */
  code?: string | null
  title: string
  kind: string
  issuedBy?: string | null
  issuedOn: string
  expiresOn?: string | null
  /** Id that the file has among those of the request; null: none, or the one that is there stays. */
  file?: string | null
  reason?: string | null
}

/** One file. */
export const MOST_EVIDENCE_BYTES = 32 * 1024 * 1024
/** What an office document among them may unpack to. */
const MOST_UNPACKED = 160 * 1024 * 1024
const MOST_RECORDS = 200

/**
 * Says that a document proves records, and keeps its file, as its own batch that can be taken back. A code that is there already
 * is changed.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_RECORD, NO_RECORDS_NAMED, SEVERAL_INSTITUTIONS, NO_FILE, FILE_TOO_LARGE,
 *   EMPTY_FILE, WRONG_FILE_KIND, NOT_SET_UP, and what `putByHand` throws
 */
export async function attachEvidence(
  causeway: Causeway,
  viewer: Viewer,
  uploads: Uploads | undefined,
  asked: NewEvidence,
): Promise<PutByHand & { institution: string }> {
  const addresses = [...new Set(asked.records)].map((id) => ({ id, ...addressOf(viewer, id, 'evidence') }))
  if (addresses.length === 0 || addresses.length > MOST_RECORDS)
    throw new QuestionError('NO_RECORDS_NAMED', fill(REFUSALS.NO_RECORDS_NAMED, { most: MOST_RECORDS }))
  const { institution } = addresses[0]!
  if (addresses.some((one) => one.institution !== institution))
    throw new QuestionError('SEVERAL_INSTITUTIONS', REFUSALS.SEVERAL_INSTITUTIONS)
  for (const { id } of addresses) if (!(await findRecord(causeway.database, id))) throw unknownRecord()
  const given = asked.file == null ? {} : await keepFile(causeway, uploads, asked.file)
  const code = asked.code?.trim() || makeCode()
  const rows = addresses.map(({ type, key }): HandRow => {
    const texts = {
      ...{ code, title: asked.title, kind: asked.kind, issued_on: asked.issuedOn, record_type: type.name, record: key },
      ...{ issued_by: asked.issuedBy ?? '', expires_on: asked.expiresOn ?? '' },
    }
    return { stored: null, texts: new Map(Object.entries(texts)), given }
  })
  const batch = {
    ...{ type: recordTypeOf('evidence'), institution, doneBy: 'attachEvidence', reason: checkReason(asked.reason) },
  }
  const put = await putByHand(causeway, viewer, batch, async () => rows)
  return { ...put, institution }
}

async function keepFile(causeway: Causeway, uploads: Uploads | undefined, id: string): Promise<StoredValues> {
  const file = uploads?.find(id)
  if (!file) throw noFile()
  if (causeway.evidence === undefined) throw new QuestionError('NOT_SET_UP', REFUSALS.NOT_SET_UP)
  if (file.bytes > MOST_EVIDENCE_BYTES)
    throw new QuestionError('FILE_TOO_LARGE', {
      ...fill(REFUSALS.EVIDENCE_TOO_LARGE, { megabytes: MOST_EVIDENCE_BYTES / 1024 / 1024 }),
      facts: { limit: MOST_EVIDENCE_BYTES },
    })
  if (file.bytes === 0) throw new QuestionError('EMPTY_FILE', REFUSALS.EMPTY_FILE)
  const kind = findEvidenceKind(await readHead(file.path))
  if (!kind) throw wrongKind()
  if (['docx', 'xlsx', 'pptx'].includes(kind.ending)) await refuseBomb(file.path)
  return { file: await new EvidenceFiles(causeway.evidence).put(file.path), file_name: file.name }
}

/** Nobody unpacks it here, but anyone who opens it does. */
async function refuseBomb(path: string): Promise<void> {
  try {
    await checkZip(path, MOST_UNPACKED)
  } catch (error) {
    if (error instanceof ImportRefused) throw new QuestionError(error.code, error.words)
    throw error
  }
}

function wrongKind(): QuestionError {
  const endings = EVIDENCE_KINDS.map(({ ending }) => ending.toUpperCase())
  return new QuestionError('WRONG_FILE_KIND', {
    zh: `按文件内容看，这不是可用作佐证的文件。可用：${endings.join('、')}。`,
    en: `By what it holds, this is no file that evidence may be. It may be ${endings.join(', ')}.`,
    facts: { kinds: endings },
  })
}

/** `EV20261125-k7m2q9`: of the day, and like no other. */
function makeCode(): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz'
  const rest = Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join('')
  return `EV${toIso(Math.floor(Date.now() / 86_400_000)).replaceAll('-', '')}-${rest}`
}
