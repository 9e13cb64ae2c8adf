import { attachEvidence } from '../../desk/evidence/attach-evidence.ts'
import type { PutByHand } from '../../desk/by-hand/put-by-hand.ts'
import { findRecord } from '../../records/list-records.ts'
import { builder } from './builder.ts'
import { DoneByHandRef, type DoneByHand, orRefused, Refused, RefusedRef } from './mutation.ts'
import { EvidenceRef } from './evidence.ts'
import { readRecordId } from './ids.ts'

type Attached = DoneByHand & PutByHand

const EvidenceAttachedRef = builder.objectRef<Attached>('EvidenceAttached').implement({
  description: 'It was said what a document proves, and its file kept; or it stood so already.',
  interfaces: [DoneByHandRef],
  fields: (t) => ({
    evidence: t.given(
      [EvidenceRef],
      'One for each record.',
      async ({ keys, institution }, { causeway }) => {
        const found = await Promise.all(
          keys.map((key) => findRecord(causeway.database, `evidence/${institution}/${key}`)),
        )
        return found.filter((record) => record !== null)
      },
      { field: 5, multiplier: 3 },
    ),
  }),
})

const AttachEvidenceResult = builder.unionType('AttachEvidenceResult', {
  description: 'Attached, or refused: `problems` says what is wrong with each field.',
  types: [EvidenceAttachedRef, RefusedRef],
  resolveType: (it) => (it instanceof Refused ? RefusedRef : EvidenceAttachedRef),
})

const AttachEvidenceInput = builder.inputType('AttachEvidenceInput', {
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
})

builder.mutationField('attachEvidence', (t) =>
  t.field({
    type: AttachEvidenceResult,
    description:
      'Says that a document proves records, and keeps its file. Needs a token of an editor or higher that may change the institution.',
    args: { input: t.arg({ type: AttachEvidenceInput, required: true, description: 'The document.' }) },
    complexity: 500,
    resolve: (_root, { input }, { causeway, viewer, uploads }) =>
      orRefused(
        Promise.resolve().then(() =>
          attachEvidence(causeway, viewer, uploads, { ...input, records: input.records.map(readRecordId) }),
        ),
      ),
  }),
)
