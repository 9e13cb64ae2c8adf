import { writtenWords } from '@causeway/shared/words/words'
import { maySeeExact } from '../../access/viewer.ts'
import { requireExact } from '../../access/refuse.ts'
import { listChecklist, type ChecklistItem, type ChecklistPlace } from '../../desk/releases/checklist.ts'
import { beginRelease, type ReleaseUnderWay } from '../../desk/releases/begin-release.ts'
import { publishRelease, recallRelease, withdrawRelease } from '../../desk/releases/make-release.ts'
import { momentOf } from '../../figures/moment.ts'
import { listReleases, type Release, type ReleaseStatus } from '../../figures/releases/release.ts'
import { institutionArgument } from './asked.ts'
import { builder } from './builder.ts'
import { causewayOf, readInstitution } from './context.ts'
import { enumOf } from './enums.ts'
import { InstitutionRef } from './institution.ts'
import { mutation, orRefused, Refused, RefusedRef, needs } from './mutation.ts'
import { SeriesRef } from './series.ts'

const StatusEnum = enumOf('ReleaseStatus', 'Where a release is, by the clock.', {
  DRAFT: 'Made, and not published',
  SCHEDULED: 'It comes out at its minute',
  PUBLISHED: 'The one that the public reads',
  SUPERSEDED: 'Another came out after it; it can be read by its name',
  WITHDRAWN: 'Taken back, for a reason',
} satisfies Record<ReleaseStatus, string>)

const PlaceRef = builder.objectRef<ChecklistPlace>('ChecklistPlace').implement({
  description: 'One of the things that an item of a checklist counts.',
  fields: (t) => ({
    sentence: t.words('In words.', 'words'),
    href: t.given('String', 'Where on the page it is put right.', 'href'),
    count: t.given('Int', 'How many of what the item counts it stands for.', 'count'),
  }),
})

const ChecklistItemRef = builder.objectRef<ChecklistItem>('ChecklistItem').implement({
  description: 'Something to look at before a release is published.',
  fields: (t) => ({
    code: t.given('String', 'What kind of thing, for programs.', 'code'),
    blocker: t.given('Boolean', 'False: a remark, which hinders nothing.', 'blocker'),
    sentence: t.words('In words.', 'words'),
    count: t.maybe('Int', 'How many there are of it; null: it is one thing.', 'count'),
    href: t.given(
      'String',
      'Address on the page of the list of exactly what it counts, or, if it counts nothing, of where it is put right.',
      'href',
    ),
    places: t.list(
      PlaceRef,
      10,
      'What it counts, one by one, of records only the first three; none: there is nothing more to say.',
      'places',
    ),
  }),
})

export const ReleaseRef = builder.objectRef<Release>('Release')

builder.node(ReleaseRef, {
  description:
    'What a college released: its figures at one revision, stored as the public sees them, and never changed.',
  id: { resolve: ({ institution, id }) => `${institution}/${id}` },
  loadOne: async (id, context) => {
    const [institution = '', own] = id.split('/')
    context.reads.institutions.add(institution)
    return (await shownReleases(context, institution)).find((one) => one.id === own) ?? null
  },
  fields: (t) => ({
    name: t.given('String', 'The name that the college gave it.', 'name'),
    institution: t.given(InstitutionRef, 'Whose it is.', ({ institution }, context) =>
      readInstitution(context, institution),
    ),
    year: t.given('Int', 'The year that it is about.', 'year'),
    status: t.given(StatusEnum, 'Where it is now.', 'status'),
    createdAt: t.given('DateTime', 'When it was made.', 'createdAt'),
    publishedAt: t.maybe('DateTime', 'When it came out, or is to; null: it is a draft.', 'publishedAt'),
    revision: t.given('Int', 'The revision of the institution that its figures are of.', 'revision'),
    dataDate: t.maybe('Date', 'The day up to which its records speak.', async (release, { causeway }) => {
      return (await momentOf(causeway.database, release)).dataDate
    }),
    note: t.maybeWords('Why it is another one than the release before it.', ({ note }) => note && writtenWords(note)),
    reason: t.maybeWords('Why it was withdrawn; null: it was not.', ({ reason }) => reason && writtenWords(reason)),
    supersedes: t.maybe(
      ReleaseRef,
      'The one that was public before it; null: it is the first.',
      async (it, context) => {
        const shown = await shownReleases(context, it.institution)
        return shown.find(({ id }) => id === it.supersedes) ?? null
      },
    ),
    checklist: t.field({
      type: [ChecklistItemRef],
      nullable: true,
      description: 'What to look at before it is published. Needs a token that may read the institution.',
      complexity: { field: 200, multiplier: 10 },
      resolve: (release, _args, { causeway, viewer }) => {
        requireExact(viewer, release.institution)
        return listChecklist(causeway, viewer, release)
      },
    }),
  }),
})

/** Drafts are for those who may see exact figures. */
async function shownReleases(
  { causeway, viewer }: Parameters<typeof readInstitution>[0],
  institution: string,
): Promise<Release[]> {
  const releases = await listReleases(causeway.database, institution)
  return maySeeExact(viewer, institution) ? releases : releases.filter(({ wasPublic }) => wasPublic)
}

builder.queryFields((t) => ({
  releases: t.field({
    type: [ReleaseRef],
    nullable: true,
    description:
      'The releases of an institution, the first made first; for the public those that came out, also where they were withdrawn.',
    args: institutionArgument,
    complexity: { field: 20, multiplier: 10 },
    resolve: async (_root, { institution }, context) => {
      await readInstitution(context, institution)
      return shownReleases(context, institution)
    },
  }),
}))

builder.objectField(InstitutionRef, 'release', (t) =>
  t.field({
    type: ReleaseRef,
    nullable: true,
    description: 'The release that it is answered as of; null: as it is, or as of a time.',
    complexity: 5,
    resolve: async ({ code }, _args, context) => {
      const { moment } = await causewayOf(context, code)
      if (!moment?.release) return null
      return (await shownReleases(context, code)).find(({ id }) => id === moment.release) ?? null
    },
  }),
)

builder.objectField(InstitutionRef, 'releases', (t) =>
  t.field({
    type: [ReleaseRef],
    description:
      'Its releases, the first made first; for the public those that came out, also where they were withdrawn.',
    complexity: { field: 20, multiplier: 10 },
    resolve: ({ code }, _args, context) => shownReleases(context, code),
  }),
)

builder.objectField(SeriesRef, 'release', (t) =>
  t.field({
    type: ReleaseRef,
    nullable: true,
    description: 'The release whose figures these are, as it stored them or counted at its revision; null: of none.',
    resolve: async ({ causeway, request }, _args, context) => {
      if (causeway.released || request.release == null) return causeway.released ?? null
      const shown = await shownReleases(context, request.institution)
      return shown.find(({ id, name }) => name === request.release || id === request.release) ?? null
    },
  }),
)

class UnderWay {
  readonly of: ReleaseUnderWay

  constructor(of: ReleaseUnderWay) {
    this.of = of
  }
}

const CreatedRef = builder.objectRef<{ release: Release }>('ReleaseCreated').implement({
  description: 'The release is made, and not public.',
  fields: (t) => ({ release: t.given(ReleaseRef, 'The draft.', 'release') }),
})

const UnderWayRef = builder.objectRef<UnderWay>('ReleaseUnderWay').implement({
  description:
    'A release that takes longer than was waited for. It goes on; ask for the same again, and the answer is what came of it.',
  fields: (t) => ({
    name: t.given('String', 'As it was asked for.', 'of.name'),
    startedAt: t.given('DateTime', 'When it was begun.', 'of.startedAt'),
  }),
})

const CreateReleaseResult = builder.unionType('CreateReleaseResult', {
  description: 'Made, under way, or refused.',
  types: [CreatedRef, UnderWayRef, RefusedRef],
  resolveType: (it) => (it instanceof Refused ? RefusedRef : it instanceof UnderWay ? UnderWayRef : CreatedRef),
})

const CreateReleaseInput = builder.inputType('CreateReleaseInput', {
  description: 'A release to make.',
  fields: (t) => ({
    institution: t.id({ required: true, description: 'Code of the institution.' }),
    name: t.string({
      required: true,
      description: 'Its name, at most 60 characters; no other of the college has it.',
    }),
    year: t.int({ description: 'The year it is about; the opening year where omitted.' }),
    note: t.string({
      description: 'Why it is another one than the release before it; shown where it supersedes that.',
    }),
    again: t.boolean({
      description: 'Makes the draft of this name again from the records as they are now; it keeps its year and note.',
    }),
    progress: t.id({
      description: 'A name of your choice, by which `reportProgress` says meanwhile how far it is.',
    }),
  }),
})

builder.mutationField('createRelease', (t) =>
  t.field({
    type: CreateReleaseResult,
    description: `Freezes what the public sees of an institution, as a draft that nobody else sees. ${needs('releases')}`,
    args: { input: t.arg({ type: CreateReleaseInput, required: true, description: 'What to release.' }) },
    complexity: 1000,
    resolve: (_root, { input }, { causeway, viewer }) =>
      orRefused(async () => {
        const begun = await beginRelease(causeway, viewer, input)
        return 'status' in begun ? { release: begun } : new UnderWay(begun)
      }),
  }),
)

mutation('publishRelease', {
  right: 'releases',
  description: 'Makes a release public, at once or at a minute.',
  done: builder.objectRef<{ release: Release }>('ReleasePublished').implement({
    description: 'The release is public, or will be at its minute.',
    fields: (t) => ({ release: t.given(ReleaseRef, 'As it is now.', 'release') }),
  }),
  answers: 'Published, or refused.',
  input: {
    asks: 'Which, and when.',
    description: 'A release to publish.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      release: t.id({ required: true, description: 'Its name or id.' }),
      at: t.field({
        type: 'DateTime',
        description: 'A time to come, by the clock of the college where it has no offset; at once where omitted.',
      }),
    }),
  },
  complexity: 100,
  make: async (input, { causeway, viewer }) => ({ release: await publishRelease(causeway, viewer, input) }),
})

mutation('recallRelease', {
  right: 'releases',
  description: 'Calls back a release that waits for its minute: it is a draft again.',
  done: builder.objectRef<{ release: Release }>('ReleaseRecalled').implement({
    description: 'The release does not come out.',
    fields: (t) => ({ release: t.given(ReleaseRef, 'As it is now.', 'release') }),
  }),
  answers: 'Called back, or refused.',
  input: {
    asks: 'Which.',
    description: 'A release to call back.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      release: t.id({ required: true, description: 'Its name or id.' }),
    }),
  },
  complexity: 100,
  make: async (input, { causeway, viewer }) => ({ release: await recallRelease(causeway, viewer, input) }),
})

mutation('withdrawRelease', {
  right: 'releases',
  description: 'Takes a release back, for a reason.',
  done: builder.objectRef<{ release: Release }>('ReleaseWithdrawn').implement({
    description: 'Nobody reads the release any more but those who may see exact figures.',
    fields: (t) => ({ release: t.given(ReleaseRef, 'As it is now.', 'release') }),
  }),
  answers: 'Withdrawn, or refused.',
  input: {
    asks: 'Which, and why.',
    description: 'A release to withdraw.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      release: t.id({ required: true, description: 'Its name or id.' }),
      reason: t.string({ required: true, description: 'Why.' }),
    }),
  },
  complexity: 100,
  make: async (input, { causeway, viewer }) => ({ release: await withdrawRelease(causeway, viewer, input) }),
})
