import { attachEvidence } from '../../desk/evidence/attach-evidence.ts'
import type { PutByHand } from '../../desk/by-hand/put-by-hand.ts'
import { findRecords } from './context.ts'
import { builder, readRecordId } from './builder.ts'
import { DoneByHandRef, mutation, type DoneByHand } from './mutation.ts'
import { EvidenceRef } from './evidence.ts'

type Attached = DoneByHand & PutByHand

const EvidenceAttachedRef = builder.objectRef<Attached>('EvidenceAttached').implement({
  description: 'It was said what a document proves, and its file kept; or it stood so already.',
  interfaces: [DoneByHandRef],
  fields: (t) => ({
    evidence: t.list(EvidenceRef, { times: 3, cost: 5 }, 'One for each record.', ({ keys, institution }, context) => {
      const ids = keys.map((key) => `evidence/${institution}/${key}`)
      return findRecords(context, ids)
    }),
  }),
})

mutation('attachEvidence', {
  right: 'evidence',
  description: 'Says that a document proves records, and keeps its file.',
  done: EvidenceAttachedRef,
  answers: 'Attached, or refused: `problems` says what is wrong with each field.',
  input: {
    asks: 'The document.',
    description: 'A document that proves records, and its file.',
    fields: (t) => ({
      records: t.idList({ required: true, description: '`id` of the records it proves, of one institution.' }),
      code: t.id({ description: 'Its code in the archive; one is made where omitted. One that is there is changed.' }),
      title: t.string({ required: true, description: 'What it is called.' }),
      kind: t.id({
        required: true,
        description: 'certificate, contract, letter, register, photo, press or other.',
      }),
      issuedBy: t.string({ description: 'Who issued it.' }),
      issuedOn: t.field({ type: 'Date', required: true, description: 'From which day it proves anything.' }),
      expiresOn: t.field({ type: 'Date', description: 'Its last day; it does not expire where omitted.' }),
      file: t.field({
        type: 'Upload',
        description: 'PDF, PNG, JPEG, WEBP, DOCX, XLSX or PPTX by what it holds; none where omitted.',
      }),
      reason: t.string({ description: 'Why; kept with the batch.' }),
    }),
  },
  complexity: 500,
  make: (input, { causeway, viewer, uploads }) =>
    attachEvidence(causeway, viewer, uploads, { ...input, records: input.records.map(readRecordId) }),
})
