import { listInstitutions, type InstitutionFacts } from '../../records/institutions.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { readInstitution } from './context.ts'
import { fromCursor, toCursor } from '../../ground/cursor.ts'
import { findOpeningInstitution } from '../../figures/warm.ts'

export const InstitutionRef = builder.objectRef<InstitutionFacts>('Institution').implement({
  description: 'A college, or another body whose records are held here.',
  fields: (t) => ({
    code: t.given('ID', 'The code its records carry, as a school code.', 'code'),
    name: t.words('Its name.', 'name'),
    country: t.given('String', 'Where it is, ISO 3166-1 alpha-2.', 'country'),
    demonstration: t.given('Boolean', 'True: it is invented, and so is every figure of it.', 'demonstration'),
    schoolYearStart: t.given('String', 'MM-DD on which its school years begin.', 'schoolYearStart'),
    revision: t.given(
      'Int',
      'Rises with every change that can alter an answer: what `revisionChanged` tells of.',
      'revision',
    ),
    dataDate: t.maybe(
      'Date',
      'The day up to which its records speak; null: nothing was imported for it yet.',
      'dataDate',
    ),
  }),
})

const InstitutionConnection = connectionOf(
  InstitutionRef,
  'Institution',
  'A page of institutions.',
  'An institution in a page.',
)

builder.queryFields((t) => ({
  institutions: t.field({
    type: InstitutionConnection,
    nullable: true,
    description: 'The institutions whose figures can be asked, in order of their codes.',
    args: {
      search: t.arg.string({ description: 'Part of a code or of a name in either language.' }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: async (_root, { search, ...args }, context) => {
      context.reads.everyInstitution = true
      const { first, after } = readPage(args)
      const place = after === null ? null : fromCursor(after)
      const found = await listInstitutions(context.causeway.database, { search, first, after: place })
      return toConnection(found.institutions, (it) => toCursor(it.code), found.hasNext, found.totalCount)
    },
  }),
  institution: t.field({
    type: InstitutionRef,
    nullable: true,
    description: 'One institution by its code; null where there is none at all.',
    complexity: 5,
    args: {
      code: t.arg.id({
        description:
          "The code its records carry. Omitted: the one that pages open on, the token's own, else one that has records and is not invented, else the first.",
      }),
    },
    resolve: async (_root, { code }, context) => {
      if (code != null) return readInstitution(context, code)
      context.reads.everyInstitution = true
      return findOpeningInstitution(context.causeway.database, context.viewer)
    },
  }),
}))
