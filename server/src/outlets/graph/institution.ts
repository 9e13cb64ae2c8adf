import { listInstitutions, type InstitutionFacts } from '../../records/institutions.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { causewayOf, contextOf, readInstitution } from './context.ts'
import { momentArguments } from './asked.ts'
import { withoutRelease } from '../../figures/causeway-then.ts'
import { listCurrent } from '../../figures/releases/release.ts'
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
    nothingReleased: t.given(
      'Boolean',
      'The public reads releases here, and there is none of it: its name is all that is said.',
      async ({ code }, context) => (await causewayOf(context, code)).nothingReleased ?? false,
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
      const { served, viewer } = context
      const current = served.publicReleases && viewer.role === null ? await listCurrent(served.database) : null
      const at = current && new Map([...current].map(([code, { revision }]) => [code, revision]))
      const found = await listInstitutions(served.database, { search, first, after: place, ...(at && { at }) })
      if (current)
        found.institutions = found.institutions.map((one) => (current.has(one.code) ? one : withoutRelease(one)))
      return toConnection(found.institutions, (it) => toCursor(it.code), found.hasNext, found.totalCount)
    },
  }),
  institution: t.field({
    type: InstitutionRef,
    nullable: true,
    description:
      'One institution by its code, as it is or was: all below is of then. Null where there is none at all. To the public it is as its current release has it.',
    complexity: 5,
    args: {
      ...momentArguments,
      code: t.arg.id({
        description:
          "The code its records carry. Omitted: the one that pages open on, the token's own, else one that has records and is not invented, else the first.",
      }),
    },
    resolve: async (_root, { code: named, ...asked }, given, info) => {
      if (named == null) given.reads.everyInstitution = true
      const code = named ?? (await findOpeningInstitution(given.served, given.viewer))?.code
      if (code === undefined) return null
      return readInstitution(await contextOf(given, info, { institution: code, ...asked }), code)
    },
  }),
}))
