import { useState } from 'react'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { UI_WORDS } from '../../ui/words.ts'
import type { TokenFacts as AccessToken, Role } from '../../graph/generated.ts'
import { graph } from '../../graph/graph.ts'
import type { Words } from '@causeway/shared/words/words'

export const TOKENS_WORDS = {
  title: { zh: '访问令牌', en: 'Access tokens' },
  text: {
    zh: '令牌就是钥匙：谁持有，谁就有它的权限。只在生成时显示一次，请当面或用安全的方式交给使用者。',
    en: 'A token is a key: anyone who has it has its rights. It is shown once, when it is made; hand it over safely.',
  },
  name: { zh: '给谁用', en: 'For whom' },
  role: { zh: '权限', en: 'Rights' },
  institution: { zh: '院校', en: 'Institution' },
  every: { zh: '全部院校', en: 'every institution' },
  expires: { zh: '有效期至', en: 'Valid until' },
  never: { zh: '长期有效', en: 'no end' },
  created: { zh: '生成于', en: 'Made on' },
  state: { zh: '状态', en: 'State' },
  revoked: { zh: '已收回', en: 'taken back' },
  yours: { zh: '您正在使用', en: 'the one you use' },
  create: { zh: '生成令牌', en: 'Make a token' },
  made: { zh: '新令牌（只显示这一次）', en: 'The new token (shown only now)' },
  copy: { zh: '复制令牌', en: 'Copy the token' },
  revoke: { zh: '收回', en: 'Take back' },
  revokeOf: { zh: '收回{name}的令牌', en: 'Take back the token of {name}' },
  revokeSure: {
    zh: '收回后，持有这个令牌的人立即失去权限，且不能恢复。',
    en: 'Anyone who has this token loses access at once, and it cannot be given back.',
  },
  sure: { zh: '确认收回', en: 'Yes, take it back' },
  unnamed: { zh: '未注明', en: 'nobody named' },
} satisfies Record<string, Words>

export const ROLE_WORDS: Record<Role, Words> = {
  READER: { zh: '查看精确数值与台账', en: 'reads exact figures and records' },
  EDITOR: { zh: '查看并填报', en: 'reads and enters records' },
  VERIFIER: { zh: '查看、填报并审核', en: 'reads, enters and checks' },
  PUBLISHER: { zh: '查看、填报、审核并发布', en: 'reads, enters, checks and publishes' },
  ADMINISTRATOR: { zh: '管理员', en: 'administrator' },
}

export const ROLES = ['READER', 'EDITOR', 'VERIFIER', 'PUBLISHER', 'ADMINISTRATOR'] as const satisfies Role[]

const TokenFacts = graph(`
  fragment TokenFacts on AccessToken {
    id name role institution { code name(locale: $locale) } expires createdAt revokedAt own
  }
`)

export const TokensQuery = graph(`query Tokens($locale: Locale!) { tokens { ...TokenFacts } }`, { TokenFacts })

export const CreateTokenMutation = graph(
  `
  mutation CreateToken($input: CreateTokenInput!, $locale: Locale!) {
    createToken(input: $input) {
      __typename
      ... on TokenCreated { token access { ...TokenFacts } }
      ... on Refused { message(locale: $locale) }
    }
  }
`,
  { TokenFacts },
)

const RevokeTokenMutation = graph(
  `
  mutation RevokeToken($id: ID!, $locale: Locale!) {
    revokeToken(id: $id) {
      __typename
      ... on TokenRevoked { access { ...TokenFacts } }
      ... on Refused { message(locale: $locale) }
    }
  }
`,
  { TokenFacts },
)

export function TokenList({ tokens, refresh }: { tokens: AccessToken[]; refresh: () => void }) {
  const { locale, say, formatDay } = useLanguage()
  const send = useChange()
  const [asked, ask] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function takeBack(id: string) {
    const { data, fault } = await send(RevokeTokenMutation, { id, locale })
    ask(null)
    setProblem(
      fault
        ? (fault.message ?? say(UI_WORDS.unreachable))
        : data?.revokeToken.__typename === 'Refused'
          ? data.revokeToken.message
          : null,
    )
    refresh()
  }

  return (
    <>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <DataTable<AccessToken>
        caption={say(TOKENS_WORDS.title)}
        rows={tokens}
        rowKey={({ id }) => id}
        columns={[
          {
            title: say(TOKENS_WORDS.name),
            cell: ({ name, own }) => (
              <>
                {name ?? say(TOKENS_WORDS.unnamed)}
                {own && <span className="quiet"> {say(TOKENS_WORDS.yours)}</span>}
              </>
            ),
          },
          { title: say(TOKENS_WORDS.role), cell: ({ role }) => say(ROLE_WORDS[role]) },
          {
            title: say(TOKENS_WORDS.institution),
            cell: ({ institution }) => institution?.name ?? say(TOKENS_WORDS.every),
          },
          {
            title: say(TOKENS_WORDS.created),
            cell: ({ createdAt }) => <span className="nowrap">{formatDay(createdAt.slice(0, 10))}</span>,
          },
          {
            title: say(TOKENS_WORDS.expires),
            cell: ({ expires }) => (expires ? formatDay(expires.slice(0, 10)) : say(TOKENS_WORDS.never)),
          },
          {
            title: say(TOKENS_WORDS.state),
            cell: ({ id, name, revokedAt }) =>
              revokedAt ? (
                say(TOKENS_WORDS.revoked)
              ) : asked === id ? (
                <div className="token-sure" role="group" aria-label={say(TOKENS_WORDS.revoke)}>
                  <p>{say(TOKENS_WORDS.revokeSure)}</p>
                  <button type="button" className="button primary" onClick={() => void takeBack(id)}>
                    {say(TOKENS_WORDS.sure)}
                  </button>{' '}
                  <button type="button" className="button" onClick={() => ask(null)}>
                    {say(UI_WORDS.cancel)}
                  </button>
                </div>
              ) : (
                <button
                  type="button"
                  className="button"
                  onClick={() => ask(id)}
                  aria-label={say(TOKENS_WORDS.revokeOf, { name: name ?? say(TOKENS_WORDS.unnamed) })}
                >
                  {say(TOKENS_WORDS.revoke)}
                </button>
              ),
          },
        ]}
      />
    </>
  )
}
