import { countAdoptionStates } from '../../answers/adoptions/adoption-states.ts'
import { readAdoptionsOf } from '../../answers/adoptions/list-adoptions.ts'
import { coverageOf } from '../../answers/curriculum/mapping.ts'
import { readProgrammeStandards } from '../../answers/curriculum/programme-coverage.ts'
import { readAssessedUnits, readCertificates } from '../../answers/curriculum/results.ts'
import { findStandard, listStandards, type Standard } from '../../answers/curriculum/standard.ts'
import { isInForce, readVersions } from '../../answers/curriculum/version.ts'
import { readCanonical } from '../../records/identity/canonical-records.ts'
import { AdoptionStatesRef, AdoptionRef } from './adoption.ts'
import { institutionArgument, momentArguments, onDay } from './asked.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { lookUpTogether } from './context.ts'
import { labelOf, textOf, labelIn, RecordRef, textIn, titleOf } from './record.ts'
import {
  CoverageRef,
  MappingRef,
  ProgrammeStandardRef,
  readPageMappings,
  StandardCertificateRef,
  USUAL_UNITS,
  VersionRef,
} from './standard-version.ts'

/** Reads what belongs to the standards of a page, of one institution on one day. */
function ofPage<Found>(
  read: (
    database: Parameters<typeof readVersions>[0],
    institution: string,
    codes: string[],
    on: string,
  ) => Promise<Found>,
) {
  return lookUpTogether((page: Standard[], { causeway }) =>
    read(
      causeway.database,
      page[0]!.institution,
      page.map(({ code }) => code),
      page[0]!.on,
    ),
  )
}

const readPageVersions = ofPage(readVersions)
const readPageAssessed = ofPage(readAssessedUnits)
const readPageCertificates = ofPage(readCertificates)
const readPageAdoptions = ofPage((database, institution, codes, on) =>
  readAdoptionsOf(database, { institution, on }, codes),
)
const readPageProgrammes = ofPage((database, institution, codes) =>
  readProgrammeStandards(database, institution, { standard: codes }),
)
const readPageResources = ofPage((database, institution, codes) =>
  readCanonical(database, 'resource', institution, { standard: codes }),
)

export const StandardRef = builder.objectRef<Standard>('Standard').implement({
  description: 'A standard of vocational education in the register of an institution.',
  fields: (t) => ({
    code: t.given('ID', 'Its code.', 'code'),
    successor: t.maybe(
      'ID',
      'Code that represents it since it was renamed or merged: what is said of it is said there. Null: it represents itself.',
      'successor',
    ),
    title: t.words('Its title; in the other language where it has none in this one.', ({ record }, locale) =>
      titleOf(record, locale),
    ),
    type: t.given(
      'String',
      'programme, course, occupational, practice, teacher, conditions or equipment.',
      ({ record }) => textIn(record, 'type') ?? '',
    ),
    typeLabel: t.words('Its type in words.', ({ record }, locale) => labelIn(record, 'type', locale) ?? ''),
    direction: t.given('String', 'introduced, own or joint.', ({ record }) => textIn(record, 'direction') ?? ''),
    directionLabel: t.words(
      'Its direction in words.',
      ({ record }, locale) => labelIn(record, 'direction', locale) ?? '',
    ),
    major: t.maybe('String', 'The major it is for; null: not said.', textOf('major')),
    country: t.maybe('String', 'Where it comes from, ISO 3166-1 alpha-2; null: not said.', textOf('country')),
    countryLabel: t.maybeWords('Where it comes from, by its name; null: not said.', labelOf('country')),
    version: t.maybe(
      'String',
      'Its version, as the register itself names one; null: not said. See `versions`.',
      textOf('version'),
    ),
    localisedOn: t.maybe(
      'Date',
      'When an introduced one was made fit for use here; null: not yet.',
      textOf('localised_on'),
    ),
    withdrawnOn: t.maybe('Date', 'Since when it is out of use; null: in use.', textOf('withdrawn_on')),
    on: t.given('Date', 'The day for which it is described.', 'on'),
    versions: t.list(VersionRef, { times: 3, cost: 5 }, 'Its versions, the earliest first.', async (it, context) =>
      ((await readPageVersions(it, context)).get(it.code) ?? []).map((version) => ({ ...version, on: it.on })),
    ),
    mappings: t.list(
      MappingRef,
      { times: USUAL_UNITS, cost: 5 },
      'What it, or its units, were judged to be in others: of one pair the latest judgement by the day.',
      async (it, context) => (await readPageMappings(it, context)).filter(({ standard }) => standard === it.code),
    ),
    mappedFrom: t.list(
      MappingRef,
      { times: USUAL_UNITS, cost: 5 },
      'What others, or their units, were judged to be in it.',
      async (it, context) => (await readPageMappings(it, context)).filter(({ toStandard }) => toStandard === it.code),
    ),
    coverage: t.given(
      CoverageRef,
      'How far the units of its versions in force on the day have been judged and assessed.',
      async (it, context) => {
        const versions = (await readPageVersions(it, context)).get(it.code) ?? []
        const units = versions.filter((version) => isInForce(version, it.on)).flatMap((version) => version.units)
        const assessed = await readPageAssessed(it, context)
        return coverageOf(units, await readPageMappings(it, context), (unit) => assessed.has(unit))
      },
      10,
    ),
    programmes: t.list(
      ProgrammeStandardRef,
      { times: 4, cost: 5 },
      'Programmes that implement it or are benchmarked to it, whenever.',
      async (it, context) => (await readPageProgrammes(it, context)).filter(({ standard }) => standard === it.code),
    ),
    adoptions: t.list(
      AdoptionRef,
      { times: 5, cost: 10 },
      'Who adopted it, each with its state on the day.',
      async (it, context) => (await readPageAdoptions(it, context)).get(it.code) ?? [],
    ),
    adoptionStates: t.given(
      AdoptionStatesRef,
      'How many adoptions of it are in which state on the day, by country.',
      async (it, context) => countAdoptionStates(it.on, (await readPageAdoptions(it, context)).get(it.code) ?? []),
      10,
    ),
    resources: t.list(
      RecordRef,
      { times: 3, cost: 5 },
      'Textbooks, courses and equipment that serve it.',
      async (it, context) =>
        (await readPageResources(it, context))
          .filter(({ values }) => values['standard'] === it.code)
          .map(({ record }) => record),
    ),
    certificates: t.list(
      StandardCertificateRef,
      { times: 3, cost: 10 },
      'Examinations for certificates whose results, up to the day, are on it.',
      async (it, context) => (await readPageCertificates(it, context)).filter(({ standard }) => standard === it.code),
    ),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

const StandardConnection = connectionOf(StandardRef, 'Standard', 'A page of standards.', 'A standard in a page.')

const ON = "The day to tell of them; the institution's data date where omitted."

builder.queryFields((t) => ({
  standards: t.field({
    type: StandardConnection,
    nullable: true,
    description:
      'The register of standards of an institution; one that is the same as another is not in it. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      on: t.arg({ type: 'Date', description: ON }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: onDay(async ({ institution, on, ...args }, { causeway }) => {
      const page = await listStandards(causeway.database, { institution, on, ...readPage(args) })
      return toConnection(page.things, ({ record }) => record.cursor, page.hasNext, page.totalCount)
    }),
  }),
  standard: t.field({
    type: StandardRef,
    nullable: true,
    description:
      'One standard, by whichever of its codes. An unknown one is refused with the nearest codes. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      code: t.arg.id({ required: true, description: 'Code of the standard.' }),
      on: t.arg({ type: 'Date', description: ON }),
    },
    complexity: 20,
    resolve: onDay(({ institution, code, on }, { causeway }) => findStandard(causeway.database, institution, code, on)),
  }),
}))
