import { rightsOf, ROLE_WORDS, ROLES } from '@causeway/shared/rights'
import { useState, type FormEvent } from 'react'
import { useAnswer } from '../../graph/use-answer.ts'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSession } from '../../session/use-session.tsx'
import { useInstitution } from '../../setting/setting.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import type { Role, TokenFacts as AccessToken } from '../../graph/generated.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { graph } from '../../graph/graph.ts'
import { Button } from '../../ui/button.tsx'
import TOKENS_WORDS from './token-words.json' with { type: 'json' }

/** Tokens made and taken back, for an administrator. */
export function TokensPanel() {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const { data, waiting, fault, retry } = useAnswer(TokensQuery, { locale })
  const send = useChange()
  const [made, setMade] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const here = useInstitution()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const read = new FormData(form)
    const text = (name: string) => String(read.get(name) ?? '').trim() || null
    const input = {
      ...{ name: text('name'), role: text('role') as Role, institution: text('institution'), expires: text('expires') },
    }
    setProblem(null)
    setMade(null)
    setBusy(true)
    const { data: answer, fault: failed } = await send(CreateTokenMutation, { input, locale })
    setBusy(false)
    if (failed) return setProblem(failed.message ?? say(UI_WORDS.unreachable))
    const done = answer!.createToken
    if (done.__typename === 'Refused') return setProblem(done.message)
    setMade(done.token)
    form.reset()
    retry()
  }

  return (
    <section className="card tokens" aria-labelledby="tokens">
      <header className="card-head">
        <h2 id="tokens">{say(TOKENS_WORDS.title)}</h2>
      </header>
      <p>{say(TOKENS_WORDS.text)}</p>
      <form className="token-form stack" onSubmit={(event) => void submit(event)}>
        <p>
          <label htmlFor="token-name">{say(TOKENS_WORDS.name)}</label>
          <input id="token-name" name="name" autoComplete="off" maxLength={200} />
        </p>
        <p>
          <label htmlFor="token-role">{say(TOKENS_WORDS.role)}</label>
          <select id="token-role" name="role" defaultValue="READER">
            {ROLES.map((role) => (
              <option key={role} value={role.toUpperCase()}>
                {say(ROLE_WORDS[role])}
                {say({ zh: '：', en: ': ' })}
                {say(rightsOf(role))}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="token-institution">{say(TOKENS_WORDS.institution)}</label>
          <select id="token-institution" name="institution" defaultValue={here?.code ?? ''}>
            {here && <option value={here.code}>{here.name}</option>}
            {session?.institution === null && <option value="">{say(TOKENS_WORDS.every)}</option>}
          </select>
        </p>
        <p>
          <label htmlFor="token-expires">{say(TOKENS_WORDS.expires)}</label>
          <input id="token-expires" name="expires" type="date" />
        </p>
        <Button primary submits disabled={busy}>
          {say(TOKENS_WORDS.create)}
        </Button>
      </form>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {made && (
        <div className="token-made stack-tight" role="status">
          <p>{say(TOKENS_WORDS.made)}</p>
          <pre className="command">{made}</pre>
          <CopyButton text={() => made}>{say(TOKENS_WORDS.copy)}</CopyButton>
        </div>
      )}
      {fault && <FaultState fault={fault} retry={retry} />}
      {!data && waiting && <Loading rows={3} />}
      {data?.tokens && <TokenList tokens={data.tokens} refresh={retry} />}
    </section>
  )
}

const TokenFacts = graph(`
  fragment TokenFacts on AccessToken {
    id name role institution { code name(locale: $locale) } expires createdAt revokedAt onceUntil own
  }
`)

const TokensQuery = graph(`query Tokens($locale: Locale!) { tokens { ...TokenFacts } }`, { TokenFacts })

const CreateTokenMutation = graph(
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

function TokenList({ tokens, refresh }: { tokens: AccessToken[]; refresh: () => void }) {
  const { locale, say, formatDay } = useLanguage()
  const send = useChange()
  const [asked, ask] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const nameOf = ({ name, onceUntil }: Pick<AccessToken, 'name' | 'onceUntil'>) =>
    name ?? say(onceUntil ? TOKENS_WORDS.oneTime : TOKENS_WORDS.unnamed)

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
            cell: ({ own, ...token }) => (
              <>
                {nameOf(token)}
                {own && <span className="quiet"> {say(TOKENS_WORDS.yours)}</span>}
              </>
            ),
          },
          {
            title: say(TOKENS_WORDS.role),
            cell: ({ role }) => say(ROLE_WORDS[role.toLowerCase() as keyof typeof ROLE_WORDS]),
          },
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
            cell: ({ expires, onceUntil }) =>
              expires ? formatDay(expires.slice(0, 10)) : say(onceUntil ? TOKENS_WORDS.unused : TOKENS_WORDS.never),
          },
          {
            title: say(TOKENS_WORDS.state),
            cell: ({ id, revokedAt, ...token }) =>
              revokedAt ? (
                say(TOKENS_WORDS.revoked)
              ) : asked === id ? (
                <div className="token-sure" role="group" aria-label={say(TOKENS_WORDS.revoke)}>
                  <p>{say(TOKENS_WORDS.revokeSure)}</p>
                  <Button primary onClick={() => void takeBack(id)}>
                    {say(TOKENS_WORDS.sure)}
                  </Button>{' '}
                  <Button onClick={() => ask(null)}>{say(UI_WORDS.cancel)}</Button>
                </div>
              ) : (
                <Button onClick={() => ask(id)} aria-label={say(TOKENS_WORDS.revokeOf, { name: nameOf(token) })}>
                  {say(TOKENS_WORDS.revoke)}
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}
