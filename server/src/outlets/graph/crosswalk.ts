import {
  readCrosswalk,
  type Crosswalk,
  type CrosswalkCell,
  type CrosswalkRow,
} from '../../answers/curriculum/crosswalk.ts'
import { CORRESPONDENCE_WORDS } from '../../answers/curriculum/mapping.ts'
import { fromCursor, toCursor } from '../../ground/cursor.ts'
import { institutionArgument, momentArguments, onDay } from './asked.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { StandardRef } from './standard.ts'
import { CorrespondenceEnum, MappingRef, CoverageRef, UnitRef, USUAL_UNITS, VersionRef } from './standard-version.ts'

const CellRef = builder.objectRef<CrosswalkCell>('CrosswalkCell').implement({
  description: 'One judgement of a unit.',
  fields: (t) => ({
    unit: t.maybe(
      UnitRef,
      'The unit of the other standard; null: that standard as a whole, or a unit that its version has not.',
      'unit',
    ),
    mapping: t.given(MappingRef, 'What was judged.', 'mapping'),
  }),
})

const RowRef = builder.objectRef<CrosswalkRow>('CrosswalkRow').implement({
  description: 'One unit, and what it was judged to be in the other standard.',
  fields: (t) => ({
    unit: t.given(UnitRef, 'Which.', 'unit'),
    correspondence: t.given(CorrespondenceEnum, 'The best of its cells.', 'correspondence'),
    label: t.words('The same in words.', ({ correspondence }) => CORRESPONDENCE_WORDS[correspondence]),
    cells: t.list(CellRef, 2, 'Its judgements. A pair of units that is not here is UNMAPPED.', 'cells'),
  }),
})

const RowConnection = connectionOf(RowRef, 'CrosswalkRow', 'A page of the units of a crosswalk.', 'A unit in a page.')

const CrosswalkRef = builder.objectRef<Crosswalk>('Crosswalk').implement({
  description:
    'One version of a standard, unit by unit, in one version of another, as judged from the first to the second.',
  fields: (t) => ({
    on: t.given('Date', 'The day: later judgements are not read.', 'on'),
    from: t.given(StandardRef, 'The standard that was judged.', 'from'),
    fromVersion: t.maybe(
      VersionRef,
      'Its version; null: it has none.',
      ({ fromVersion, on }) => fromVersion && { ...fromVersion, on },
    ),
    to: t.given(StandardRef, 'The standard it was compared with.', 'to'),
    toVersion: t.maybe(
      VersionRef,
      'Its version, whose units are the columns; null: it has none.',
      ({ toVersion, on }) => toVersion && { ...toVersion, on },
    ),
    rows: t.field({
      type: RowConnection,
      description: 'The units of the first, in the order of their codes.',
      args: pageArguments,
      complexity: pageComplexity,
      resolve: ({ rows }, args) => {
        const { first, after } = readPage(args)
        const start = after === null ? '' : fromCursor(after)
        const rest = rows.filter(({ unit }) => unit.code > start)
        const page = rest.slice(0, first)
        return toConnection(page, ({ unit }) => toCursor(unit.code), rest.length > page.length, rows.length)
      },
    }),
    coverage: t.given(
      CoverageRef,
      'Of the units of the first, by these judgements alone; nothing is said of assessments.',
      'coverage',
    ),
    toCoverage: t.given(
      CoverageRef,
      'Of the units of the second, by these judgements alone: those that nothing leads to are UNMAPPED.',
      'toCoverage',
    ),
    whole: t.list(MappingRef, 1, 'Judgements of the first standard as a whole.', 'whole'),
    strays: t.list(
      MappingRef,
      USUAL_UNITS,
      'Judgements that name a unit which the version has not: to be corrected.',
      'strays',
    ),
  }),
})

builder.queryFields((t) => ({
  crosswalk: t.field({
    type: CrosswalkRef,
    nullable: true,
    description:
      'The crosswalk from a version of a standard to one of another. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      from: t.arg.id({ required: true, description: 'Code of the standard that was judged.' }),
      fromVersion: t.arg.string({
        description: 'Its version; the one in force on the day, else the latest, where omitted.',
      }),
      to: t.arg.id({ required: true, description: 'Code of the standard it was compared with.' }),
      toVersion: t.arg.string({ description: 'Its version; as above where omitted.' }),
      on: t.arg({ type: 'Date', description: "The day; the institution's data date where omitted." }),
    },
    complexity: 100,
    resolve: onDay(({ institution, from, fromVersion, to, toVersion, on }, { causeway }) =>
      readCrosswalk(causeway.database, institution, {
        from: { standard: from, version: fromVersion ?? null },
        to: { standard: to, version: toVersion ?? null },
        on,
      }),
    ),
  }),
}))
