import { MOST_EVIDENCE_BYTES } from '../../desk/evidence/attach-evidence.ts'
import { EVIDENCE_KINDS } from '../../desk/evidence/evidence-files.ts'
import { USUAL_UPLOAD_BYTES } from '../../desk/uploads/uploads.ts'
import { builder } from './builder.ts'

interface UploadLimits {
  fileBytes: number
}

const UploadLimitsRef = builder.objectRef<UploadLimits>('UploadLimits').implement({
  description: 'What may be sent along with a mutation.',
  fields: (t) => ({
    fileBytes: t.given(
      'Int',
      'Bytes of the files of one request; over it, it is refused with FILE_TOO_LARGE.',
      'fileBytes',
    ),
    evidenceBytes: t.given('Int', 'Bytes of one file of evidence.', ({ fileBytes }) =>
      Math.min(fileBytes, MOST_EVIDENCE_BYTES),
    ),
    evidenceTypes: t.given(['String'], 'Media types that evidence may be.', () =>
      EVIDENCE_KINDS.map(({ type }) => type),
    ),
  }),
})

builder.queryField('uploadLimits', (t) =>
  t.given(UploadLimitsRef, 'How large files may be, and which.', (_root, { causeway }) => ({
    fileBytes: causeway.mostUploadBytes ?? USUAL_UPLOAD_BYTES,
  })),
)
