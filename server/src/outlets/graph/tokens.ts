import { rightsOf, ROLES, type Role } from '@causeway/shared/rights'
import { giveToken, listTokens, takeToken } from '../../access/manage-tokens.ts'
import type { TokenFacts } from '../../access/tokens.ts'
import { findInstitution } from '../../records/institutions.ts'
import { builder } from './builder.ts'
import { InstitutionRef } from './institution.ts'
import { doneOrRefused, mutation, needs, orRefused } from './mutation.ts'

const RoleEnum = builder.enumType('Role', {
  description: 'What the bearer of a token may do.',
  values: Object.fromEntries(
    ROLES.map((role) => [role.toUpperCase(), { value: role, description: `May ${rightsOf(role).en}` }]),
  ) as Record<string, { value: Role }>,
})

const AccessTokenRef = builder.objectRef<TokenFacts>('AccessToken').implement({
  description: 'Access that was given; the token itself is shown once and kept nowhere.',
  fields: (t) => ({
    id: t.given('ID', 'As `revokeToken` takes it; a part of the token, and no secret.', 'id'),
    name: t.maybe('String', 'Who bears it, in the words of who gave it.', 'name'),
    role: t.given(RoleEnum, 'What its bearer may do.', 'role'),
    institution: t.maybe(
      InstitutionRef,
      'The only institution it is for; null: every one, or one that is not there.',
      ({ institution }, { causeway }) =>
        institution === null ? null : findInstitution(causeway.database, institution),
      3,
    ),
    institutionCode: t.maybe('ID', 'Code of the only institution it is for; null: every one.', 'institution'),
    expires: t.maybe('Date', 'Its last day (UTC); null: it has none.', 'expires'),
    createdAt: t.given('DateTime', 'When it was given.', 'createdAt'),
    revokedAt: t.maybe('DateTime', 'When it was taken back; null: it was not.', 'revokedAt'),
    onceUntil: t.maybe(
      'DateTime',
      'Of a one-time sign-in: until when it may be taken up, which gives it its last day; null: it is a token.',
      'onceUntil',
    ),
    own: t.given('Boolean', 'True: the asker bears it.', ({ id }, { viewer }) => viewer.token === id),
  }),
})

builder.queryFields((t) => ({
  tokens: t.maybe(
    [AccessTokenRef],
    'The tokens that the asker may take back, the newest first. An administrator of one institution sees those of that alone.',
    (_root, { causeway, viewer, reads }) => {
      reads.beyondRevisions = true
      return listTokens(causeway, viewer)
    },
    { field: 20, multiplier: 100 },
  ),
}))

interface Created {
  token: string
  facts: TokenFacts
}

const TokenCreatedRef = builder.objectRef<Created>('TokenCreated').implement({
  description: 'Access was given.',
  fields: (t) => ({
    token: t.given('String', 'Shown this once: keep it now.', 'token'),
    access: t.given(AccessTokenRef, 'What is kept of it.', 'facts'),
  }),
})

mutation('createToken', {
  right: 'access',
  description: 'Gives access; an administrator of one institution gives access to that alone.',
  done: TokenCreatedRef,
  answers: 'Given, or refused.',
  input: {
    asks: 'To whom, and for what.',
    description: 'Access to give.',
    fields: (t) => ({
      name: t.string({ description: 'Who will bear it.' }),
      role: t.field({ type: RoleEnum, required: true, description: 'What its bearer may do.' }),
      institution: t.id({ description: 'The only institution it is for; every one where omitted.' }),
      expires: t.field({ type: 'Date', description: 'Its last day (UTC); none where omitted.' }),
    }),
  },
  complexity: 50,
  make: (input, { causeway, viewer }) => giveToken(causeway, viewer, input),
})

const TokenRevokedRef = builder.objectRef<{ access: TokenFacts }>('TokenRevoked').implement({
  description: 'Access was taken back, at once.',
  fields: (t) => ({
    access: t.given(AccessTokenRef, 'What it was.', 'access'),
  }),
})

const RevokeTokenResult = doneOrRefused('revokeToken', 'Taken back, or refused.', TokenRevokedRef)

builder.mutationField('revokeToken', (t) =>
  t.field({
    type: RevokeTokenResult,
    description: `Takes access back, at once. ${needs('access')}`,
    args: { id: t.arg.id({ required: true, description: '`id` of the token.' }) },
    complexity: 50,
    resolve: (_root, { id }, { causeway, viewer }) =>
      orRefused(async () => ({ access: await takeToken(causeway, viewer, id) })),
  }),
)
