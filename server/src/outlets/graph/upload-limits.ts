import { MOST_EVIDENCE_BYTES } from '../../desk/evidence/attach-evidence.ts'
import { EVIDENCE_KINDS } from '../../desk/evidence/evidence-kind.ts'
import { USUAL_UPLOAD_BYTES } from '../../desk/uploads/usual-upload-bytes.ts'
import { builder } from './builder.ts'

interface UploadLimits {
  fileBytes: number
}

const UploadLimitsRef = builder.objectRef<UploadLimits>('UploadLimits')

UploadLimitsRef.implement({
  description: 'What may be sent along with a mutation.',
  fields: (t) => ({
    fileBytes: t.exposeInt('fileBytes', {
      description: 'Bytes of the files of one request; over it, it is refused with FILE_TOO_LARGE.',
    }),
    evidenceBytes: t.int({
      description: 'Bytes of one file of evidence.',
      resolve: ({ fileBytes }) => Math.min(fileBytes, MOST_EVIDENCE_BYTES),
    }),
    evidenceTypes: t.stringList({
      description: 'Media types that evidence may be.',
      resolve: () => EVIDENCE_KINDS.map(({ type }) => type),
    }),
  }),
})

builder.queryField('uploadLimits', (t) =>
  t.field({
    type: UploadLimitsRef,
    description: 'How large files may be, and which.',
    resolve: (_root, _args, { causeway }) => ({ fileBytes: causeway.mostUploadBytes ?? USUAL_UPLOAD_BYTES }),
  }),
)
