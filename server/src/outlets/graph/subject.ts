import { toDay } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { BLOCS } from '../../ground/reference/blocs.ts'
import { CONTINENTS, countryName, countryOf } from '../../ground/reference/countries.ts'
import { institutionArgument, momentArguments, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { requirePublic } from '../../access/refuse.ts'
import { findInstitution, unknownInstitution } from '../../records/institutions.ts'
import {
  placesNaming,
  readMentions,
  findSubject,
  SUBJECT_KINDS,
  type Subject,
  type Mention,
} from '../../answers/subjects/subject.ts'
import { pinyinOf } from '../../ground/pinyin.ts'
import { findPublicSubject, listPublicSubjects, type PublicSubject } from '../../answers/subjects/public-subjects.ts'
import { causewayOf, readInstitution } from './context.ts'
import { nothingReleased } from '../../figures/public-release.ts'
import { pageArguments, pageComplexity, readPage } from './connection.ts'
import { RecordTypeRef } from './record-type.ts'
import { RecordConnection, RecordRef, toRecordConnection } from './record.ts'

interface Named {
  key: string
  label: Words
}

interface CountryAnswer {
  code: string
  name: Words
  continent: Named
  blocs: Named[]
}

const PlaceRef = builder.objectRef<Named>('Place').implement({
  description: 'A part of the world that countries are grouped by: a continent or a bloc.',
  fields: (t) => ({
    key: t.given('ID', 'As `filter` takes it.', 'key'),
    label: t.words('Its name.', 'label'),
  }),
})

const CountryRef = builder.objectRef<CountryAnswer>('Country').implement({
  description: 'A country or region, as everything here names it.',
  fields: (t) => ({
    code: t.given('ID', 'ISO 3166-1 alpha-2.', 'code'),
    name: t.words('Its name.', 'name'),
    continent: t.given(PlaceRef, 'Where it is.', 'continent'),
    blocs: t.list(PlaceRef, 2, 'The blocs that it is a member of on the day, in the order they are shown.', 'blocs'),
  }),
})

builder.queryFields((t) => ({
  country: t.field({
    type: CountryRef,
    nullable: true,
    description: 'One country or region; null: there is none of this code.',
    args: {
      code: t.arg.id({ required: true, description: 'ISO 3166-1 alpha-2.' }),
      on: t.arg({ type: 'Date', required: true, description: 'The day to tell its blocs for.' }),
    },
    resolve: (_root, { code, on }) => {
      const country = countryOf(code)
      if (!country) return null
      const day = toDay(on)
      const continent = CONTINENTS.find(({ id }) => id === country.continent)!
      return {
        code,
        name: countryName(code),
        continent: { key: continent.id, label: continent.name },
        blocs: BLOCS.filter(({ members }) =>
          members.some((it) => it.country === code && it.from <= day && (it.to === null || it.to >= day)),
        ).map(({ id, name }) => ({ key: id, label: name })),
      }
    },
  }),
}))

const SubjectKindEnum = builder.enumType('SubjectKind', {
  description: 'What records can be gathered around.',
  values: Object.fromEntries([...SUBJECT_KINDS].map(([kind, { means }]) => [kind, { description: means }])),
})

const MentionRef = builder.objectRef<Mention>('Mention').implement({
  description: 'The records of one type that name a subject in one field.',
  fields: (t) => ({
    recordType: t.given(RecordTypeRef, 'What kind of records.', 'type'),
    field: t.given('String', 'The field that names it.', 'field.name'),
    fieldLabel: t.words('Name of the field.', 'field.label'),
    records: t.given(
      RecordConnection,
      'Those of the page that was asked for.',
      ({ page }) => toRecordConnection(page),
      1,
    ),
  }),
})

const SubjectRef = builder.objectRef<Subject>('Subject').implement({
  description: 'A programme, a partner, a platform or a country, as the records of an institution speak of it.',
  fields: (t) => ({
    kind: t.given(SubjectKindEnum, 'What it is.', 'kind'),
    code: t.given('ID', 'The code that represents it, if another was asked for.', 'code'),
    name: t.words('Its name; in the other language where it has none in this one.', 'name'),
    record: t.maybe(RecordRef, 'Its own record; null: a country has none.', 'record'),
    mentions: t.field({
      type: [MentionRef],
      description:
        'The records that name it, by type and field, whichever of its codes they were written with. Fields that name it nowhere are not there.',
      args: {
        type: t.arg.id({ description: 'Of this record type only.' }),
        field: t.arg.string({ description: 'In this field only; needed with `after`.' }),
        ...pageArguments,
      },
      complexity: (args) => ({
        field: 50,
        multiplier: pageComplexity(args).multiplier * (args.type == null ? USUAL_PLACES : 1),
      }),
      resolve: (subject, { type = null, field = null, ...args }, { causeway }) =>
        readMentions(causeway.database, subject, { type, field, ...readPage(args) }),
    }),
  }),
})

const PublicSubjectRef = builder.objectRef<PublicSubject>('PublicSubject').implement({
  description: 'A programme, a partner, a platform or a country that public figures name.',
  fields: (t) => ({
    kind: t.given(SubjectKindEnum, 'What it is.', 'kind'),
    code: t.given('ID', 'The code that represents it, as `filter` takes it.', 'code'),
    name: t.words('Its name; in the other language where it has none in this one.', 'name'),
    pinyin: t.given(
      ['String'],
      'Its Chinese name spelt without tones, a syllable for each character, for a search by them or their initials.',
      ({ name }) => [...pinyinOf(name.zh)],
      0,
    ),
  }),
})

/** How many things of a kind public figures name, about. */
const USUAL_SUBJECTS = 60

/** How many types name a programme, a partner or a country, about. */
const USUAL_PLACES = Math.max(...[...SUBJECT_KINDS.keys()].map((kind) => placesNaming(kind).length))

builder.queryFields((t) => ({
  subject: t.field({
    type: SubjectRef,
    nullable: true,
    description:
      'Everything that the records of an institution say of one programme, partner, platform or country. An unknown one is refused with the nearest codes. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      kind: t.arg({ type: SubjectKindEnum, required: true, description: 'What it is.' }),
      code: t.arg.id({ required: true, description: 'Its code.' }),
    },
    complexity: 20,
    resolve: ofInstitution(async ({ institution, kind, code }, { causeway }) => {
      if (!(await findInstitution(causeway.database, institution)))
        throw await unknownInstitution(causeway.database, institution)
      return findSubject(causeway.database, institution, kind, code)
    }),
  }),
  publicSubjects: t.field({
    type: [PublicSubjectRef],
    nullable: true,
    description:
      'The programmes, partners, platforms or countries that a public breakdown of the last ten school years names, by code. What is in a register alone is not among them: to the public it is as if it were not there.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      kind: t.arg({ type: SubjectKindEnum, required: true, description: 'What they are.' }),
      code: t.arg.id({ description: 'Only the one of this code, or of one that was decided to be the same.' }),
    },
    complexity: ({ code }) => ({ field: 200, multiplier: code == null ? USUAL_SUBJECTS : 1 }),
    resolve: async (_root, { institution, kind, code, release, asOf }, context) => {
      const { viewer } = context
      requirePublic(context.served.publicReading, viewer, institution)
      // What is public of another time is in a release.
      const profile = release == null && asOf == null ? null : 'PUBLIC'
      const causeway = await causewayOf(context, institution, { release, asOf, profile })
      if (causeway.nothingReleased) throw nothingReleased()
      await readInstitution(context, institution)
      if (code == null) return listPublicSubjects(causeway, institution, kind)
      const found = await findPublicSubject(causeway, institution, kind, code)
      return found ? [found] : []
    },
  }),
}))
