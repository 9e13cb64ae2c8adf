import { requireExact } from '../../access/refuse.ts'
import { EvidenceFiles } from '../../desk/evidence/evidence-files.ts'
import { listEvidence } from '../../records/list-evidence.ts'
import { findRecord, type StoredRecord } from '../../records/list-records.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { builder } from './builder.ts'
import { lookUpTogether } from './context.ts'
import { RecordRef, textIn } from './record.ts'

const KINDS = recordTypeOf('evidence').fields.find(({ name }) => name === 'kind')!.choices!

interface FileOfEvidence {
  sha256: string
  name: string
}

const EvidenceFileRef = builder.objectRef<FileOfEvidence>('EvidenceFile').implement({
  description: 'The file of a piece of evidence.',
  fields: (t) => ({
    name: t.given('String', 'What it was called when it was uploaded.', 'name'),
    bytes: t.maybe(
      'Float',
      'How large it is; null: it is not where it should be.',
      ({ sha256 }, { causeway: { evidence } }) =>
        evidence === undefined ? null : new EvidenceFiles(evidence).bytesOf(sha256),
    ),
    type: t.maybe(
      'String',
      'Its media type, by what it holds; null: it is not where it should be.',
      async ({ sha256 }, { causeway: { evidence } }) =>
        evidence === undefined ? null : ((await new EvidenceFiles(evidence).kindOf(sha256))?.type ?? null),
    ),
    address: t.given(
      'String',
      'Where it is had, by anyone who may read the record.',
      ({ sha256 }) => `/evidence/${sha256}`,
    ),
    sha256: t.given('String', 'SHA-256 of its bytes, hex.', 'sha256'),
  }),
})

export const EvidenceRef = builder.node(builder.objectRef<StoredRecord>('Evidence'), {
  description: 'A document that proves one record. One that proves several is beside each of them, with the same code.',
  id: { resolve: (it) => it.id },
  loadOne: async (id, context) => {
    const institution = id.split('/')[1] ?? ''
    requireExact(context.viewer, institution)
    context.reads.institutions.add(institution)
    const found = await findRecord(context.causeway.database, id)
    return found?.type === 'evidence' ? found : null
  },
  fields: (t) => ({
    code: t.given('ID', 'Its code in the archive.', (it) => textIn(it, 'code') ?? ''),
    title: t.given('String', 'What it is called.', (it) => textIn(it, 'title') ?? ''),
    kind: t.given(
      'String',
      'certificate, contract, letter, register, photo, press or other.',
      (it) => textIn(it, 'kind') ?? '',
    ),
    kindLabel: t.words('Its kind in words.', (it) => {
      const kind = textIn(it, 'kind') ?? ''
      return KINDS.find(({ key }) => key === kind)?.label ?? { zh: kind, en: kind }
    }),
    issuedBy: t.maybe('String', 'Who issued it; null: not said.', (it) => textIn(it, 'issued_by')),
    issuedOn: t.given('Date', 'From which day it proves anything.', (it) => textIn(it, 'issued_on')!),
    expiresOn: t.maybe('Date', 'Its last day; null: it does not expire.', (it) => textIn(it, 'expires_on')),
    file: t.maybe(
      EvidenceFileRef,
      'Its file; null: none was uploaded.',
      (it) => {
        const sha256 = textIn(it, 'file')
        return sha256 === null ? null : { sha256, name: textIn(it, 'file_name') ?? 'file' }
      },
      3,
    ),
    record: t.maybe(
      RecordRef,
      'What it proves; null: that record is not there any more.',
      (it, { causeway }) =>
        findRecord(causeway.database, `${textIn(it, 'record_type')}/${it.institution}/${textIn(it, 'record')}`),
      5,
    ),
  }),
})

const readEvidence = lookUpTogether((page: StoredRecord[], { causeway }) => listEvidence(causeway.database, page))

builder.objectField(RecordRef, 'evidence', (t) =>
  t.list(
    EvidenceRef,
    { times: 3, cost: 5 },
    'The documents that prove it, in the order of their issue.',
    async (it, context) => (await readEvidence(it, context)).get(it.id) ?? [],
  ),
)
