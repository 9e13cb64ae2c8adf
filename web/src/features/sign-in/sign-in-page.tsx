import { useState, type FormEvent } from 'react'
import type { Words } from '@causeway/shared/words/words'
import { Link, go, useAddress } from '../../address/address.tsx'
import { shownAs } from '../../address/view.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSession } from '../../session/use-session.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Button } from '../../ui/button.tsx'
import SIGN_IN_WORDS from './words.json' with { type: 'json' }

export function SignInPage() {
  const { say, formatDay } = useLanguage()
  const { view, to } = useAddress()
  const { session, signIn } = useSession()
  const [problem, setProblem] = useState<Words | null>(null)
  const [busy, setBusy] = useState(false)
  useTitle(say(SIGN_IN_WORDS.title))
  // In the language and the light of this page: either may have been switched here.
  const next = view.back ? shownAs(view.back, { lang: view.lang, mode: view.mode }) : to({ page: 'overview' })

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim()
    if (token === '') return setProblem(SIGN_IN_WORDS.missing)
    setBusy(true)
    setProblem(null)
    try {
      const refused = await signIn(token)
      if (refused === null) return go(next, true)
      setProblem(refused)
    } catch {
      setProblem(SIGN_IN_WORDS.unreachable)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="narrow">
      <h1>{say(SIGN_IN_WORDS.title)}</h1>
      <p className="lead">{say(SIGN_IN_WORDS.intro)}</p>
      {session?.signedIn && (
        <p className="note" role="status">
          {say(SIGN_IN_WORDS.already)}
          {session.expires && `${say(SIGN_IN_WORDS.until)}${formatDay(session.expires.slice(0, 10))}`}
          {say({ zh: '。', en: '. ' })}
          <Link href={next}>{say(SIGN_IN_WORDS.open)}</Link>
        </p>
      )}
      <form className="card form" onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor="token">{say(SIGN_IN_WORDS.token)}</label>
        <input
          id="token"
          name="token"
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'token-problem' : undefined}
        />
        {problem && (
          <p id="token-problem" className="problem" role="alert">
            {say(problem)}
          </p>
        )}
        <Button primary submits disabled={busy}>
          {say(SIGN_IN_WORDS.submit)}
        </Button>
      </form>
      <details>
        <summary>{say(SIGN_IN_WORDS.how)}</summary>
        <pre className="command">npm run -s causeway -- token create --role reader</pre>
      </details>
    </div>
  )
}
