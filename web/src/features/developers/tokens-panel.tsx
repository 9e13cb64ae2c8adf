import { useState, type FormEvent } from 'react'
import { useAnswer } from '../../graph/use-answer.ts'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSession } from '../../session/use-session.tsx'
import { useSetting } from '../../setting/setting.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { UI_WORDS } from '../../ui/words.ts'
import { TokenList, CreateTokenMutation, ROLES, TokensQuery, ROLE_WORDS, TOKENS_WORDS } from './token-list.tsx'
import type { Role } from '../../graph/generated.ts'

/** Tokens made and taken back, for an administrator. */
export function TokensPanel() {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const state = useSetting()
  const { data, waiting, fault, retry } = useAnswer(TokensQuery, { locale })
  const send = useChange()
  const [made, setMade] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const here =
    state.state === 'ready' ? state.setting.institution : state.state === 'no-records' ? state.institution : null

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
      <form className="token-form" onSubmit={(event) => void submit(event)}>
        <p>
          <label htmlFor="token-name">{say(TOKENS_WORDS.name)}</label>
          <input id="token-name" name="name" autoComplete="off" maxLength={200} />
        </p>
        <p>
          <label htmlFor="token-role">{say(TOKENS_WORDS.role)}</label>
          <select id="token-role" name="role" defaultValue="READER">
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {say(ROLE_WORDS[role])}
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
        <button type="submit" className="button primary" disabled={busy}>
          {say(TOKENS_WORDS.create)}
        </button>
      </form>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {made && (
        <div className="token-made" role="status">
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
