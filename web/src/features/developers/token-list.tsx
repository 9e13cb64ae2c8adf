import { useState } from 'react'
import { useChange } from '../../graph/use-change.ts'
import { fill } from '../../language/fill.ts'
import { formatDay } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { UI_WORDS } from '../../ui/words.ts'
import type { TokenFacts as AccessToken } from '../../graph/generated.ts'
import { RevokeTokenMutation } from './tokens-query.ts'
import { ROLE_WORDS, TOKENS_WORDS } from './tokens-words.ts'

export function TokenList({ tokens, refresh }: { tokens: AccessToken[]; refresh: () => void }) {
  const { locale, say } = useLanguage()
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
            id: 'name',
            title: say(TOKENS_WORDS.name),
            heading: true,
            cell: ({ name, own }) => (
              <>
                {name ?? say(TOKENS_WORDS.unnamed)}
                {own && <span className="quiet"> {say(TOKENS_WORDS.yours)}</span>}
              </>
            ),
          },
          { id: 'role', title: say(TOKENS_WORDS.role), cell: ({ role }) => say(ROLE_WORDS[role]) },
          {
            id: 'institution',
            title: say(TOKENS_WORDS.institution),
            cell: ({ institution }) => institution?.name ?? say(TOKENS_WORDS.every),
          },
          {
            id: 'created',
            title: say(TOKENS_WORDS.created),
            cell: ({ createdAt }) => <span className="nowrap">{formatDay(createdAt.slice(0, 10), locale)}</span>,
          },
          {
            id: 'expires',
            title: say(TOKENS_WORDS.expires),
            cell: ({ expires }) => (expires ? formatDay(expires.slice(0, 10), locale) : say(TOKENS_WORDS.never)),
          },
          {
            id: 'state',
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
                  aria-label={say(fill(TOKENS_WORDS.revokeOf, { name: name ?? say(TOKENS_WORDS.unnamed) }))}
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
