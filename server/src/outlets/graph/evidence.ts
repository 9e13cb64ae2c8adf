import { requireExact } from '../../access/refuse.ts'
import { EvidenceFiles } from '../../desk/evidence/evidence-files.ts'
import { listEvidence } from '../../records/list-evidence.ts'
import { findRecord, type StoredRecord } from '../../records/list-records.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'
import { lookUpTogether } from './look-up-together.ts'
import { RecordRef } from './record.ts'
import { textIn } from './record-values.ts'

const KINDS = recordTypeOf('evidence').fields.find(({ name }) => name === 'kind')!.choices!

interface FileOfEvidence {
  sha256: string
  name: string
}

const EvidenceFileRef = builder.objectRef<FileOfEvidence>('EvidenceFile')

EvidenceFileRef.implement({
  description: 'The file of a piece of evidence.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it was called when it was uploaded.' }),
    bytes: t.float({
      nullable: true,
      description: 'How large it is; null: it is not where it should be.',
      resolve: ({ sha256 }, _args, { causeway: { evidence } }) =>
        evidence === undefined ? null : new EvidenceFiles(evidence).bytesOf(sha256),
    }),
    type: t.string({
      nullable: true,
      description: 'Its media type, by what it holds; null: it is not where it should be.',
      resolve: async ({ sha256 }, _args, { causeway: { evidence } }) =>
        evidence === undefined ? null : ((await new EvidenceFiles(evidence).kindOf(sha256))?.type ?? null),
    }),
    address: t.string({
      description: 'Where it is had, by whoever may read the record.',
      resolve: ({ sha256 }) => `/evidence/${sha256}`,
    }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of its bytes, hex.' }),
  }),
})

export const EvidenceRef = builder.node(builder.objectRef<StoredRecord>('Evidence'), {
  description:
    'A document that proves one record. One that proves several stands beside each of them, with the same code.',
  id: { resolve: (it) => it.id },
  loadOne: async (id, context) => {
    const institution = id.split('/')[1] ?? ''
    requireExact(context.viewer, institution)
    context.reads.institutions.add(institution)
    const found = await findRecord(context.causeway.database, id)
    return found?.type === 'evidence' ? found : null
  },
  fields: (t) => ({
    code: t.id({ description: 'Its code in the archive.', resolve: (it) => textIn(it, 'code') ?? '' }),
    title: t.string({ description: 'What it is called.', resolve: (it) => textIn(it, 'title') ?? '' }),
    kind: t.string({
      description: 'certificate, contract, letter, register, photo, press or other.',
      resolve: (it) => textIn(it, 'kind') ?? '',
    }),
    kindLabel: t.string({
      description: 'Its kind in words.',
      args: localeArgument,
      resolve: (it, { locale }) => {
        const kind = textIn(it, 'kind') ?? ''
        return say(KINDS.find(({ key }) => key === kind)?.label ?? { zh: kind, en: kind }, locale)
      },
    }),
    issuedBy: t.string({
      nullable: true,
      description: 'Who issued it; null: not said.',
      resolve: (it) => textIn(it, 'issued_by'),
    }),
    issuedOn: t.field({
      type: 'Date',
      description: 'From which day it proves anything.',
      resolve: (it) => textIn(it, 'issued_on')!,
    }),
    expiresOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its last day; null: it does not expire.',
      resolve: (it) => textIn(it, 'expires_on'),
    }),
    file: t.field({
      type: EvidenceFileRef,
      nullable: true,
      description: 'Its file; null: none was uploaded.',
      complexity: 3,
      resolve: (it) => {
        const sha256 = textIn(it, 'file')
        return sha256 === null ? null : { sha256, name: textIn(it, 'file_name') ?? 'file' }
      },
    }),
    record: t.field({
      type: RecordRef,
      nullable: true,
      description: 'What it proves; null: that record is not there any more.',
      complexity: 5,
      resolve: (it, _args, { causeway }) =>
        findRecord(causeway.database, `${textIn(it, 'record_type')}/${it.institution}/${textIn(it, 'record')}`),
    }),
  }),
})

const readEvidence = lookUpTogether((page: StoredRecord[], { causeway }) => listEvidence(causeway.database, page))

builder.objectField(RecordRef, 'evidence', (t) =>
  t.field({
    type: [EvidenceRef],
    description: 'The documents that prove it, in the order of their issue.',
    complexity: { field: 5, multiplier: 3 },
    resolve: async (it, _args, context) => (await readEvidence(it, context)).get(it.id) ?? [],
  }),
)
