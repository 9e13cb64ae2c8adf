import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Link, go, useAddress } from '../../address/address.tsx'
import { partsOf, shownAs } from '../../address/view.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSession, type Refused } from '../../session/use-session.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Button } from '../../ui/button.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import SIGN_IN_WORDS from './words.json' with { type: 'json' }

export function SignInPage() {
  const { say, formatDay } = useLanguage()
  const { view, to, here, with: withView } = useAddress()
  const { session, signIn } = useSession()
  /** Of a one-time address; null: a token is asked for. */
  const [once] = useState(() => new URLSearchParams(partsOf(here).query).get('once'))
  const [problem, setProblem] = useState<(Refused & { of: 'once' | 'token' }) | null>(null)
  const [busy, setBusy] = useState(false)
  useTitle(say(SIGN_IN_WORDS.title))
  // In the language and the light of this page: either may have been switched here.
  const next = view.back ? shownAs(view.back, { lang: view.lang, mode: view.mode }) : to({ page: 'overview' })

  async function take(of: 'once' | 'token', text: string) {
    setBusy(true)
    setProblem(null)
    try {
      const refused = await signIn(of === 'once' ? { once: text } : { token: text })
      if (refused === null) return go(next, true)
      setProblem({ ...refused, of })
    } catch {
      setProblem({ messages: SIGN_IN_WORDS.unreachable, later: true, of })
    } finally {
      setBusy(false)
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim()
    if (token === '') return setProblem({ messages: SIGN_IN_WORDS.missing, later: false, of: 'token' })
    void take('token', token)
  }

  const begun = useRef(false)
  useEffect(() => {
    if (once === null || begun.current) return
    begun.current = true
    // Neither the history nor a link of the page keeps it.
    go(withView({}), true)
    whenSeen(() => void take('once', once))
  })

  return (
    <div className="narrow">
      <h1>{say(SIGN_IN_WORDS.title)}</h1>
      <p className="lead">{say(SIGN_IN_WORDS.intro)}</p>
      {once !== null && busy && <p role="status">{say(SIGN_IN_WORDS.entering)}</p>}
      {once !== null && problem?.of === 'once' && (
        <div role="alert">
          <p className="problem">{say(problem.messages)}</p>
          {problem.later && <Button onClick={() => void take('once', once)}>{say(UI_WORDS.retry)}</Button>}
        </div>
      )}
      {session?.signedIn && (
        <p className="note" role="status">
          {say(SIGN_IN_WORDS.already)}
          {session.expires && `${say(SIGN_IN_WORDS.until)}${formatDay(session.expires.slice(0, 10))}`}
          {say({ zh: '。', en: '. ' })}
          <Link href={next}>{say(SIGN_IN_WORDS.open)}</Link>
        </p>
      )}
      <form className="card form" onSubmit={submit} noValidate>
        <label htmlFor="token">{say(SIGN_IN_WORDS.token)}</label>
        <input
          id="token"
          name="token"
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          required
          aria-invalid={problem?.of === 'token' ? true : undefined}
          aria-describedby={problem?.of === 'token' ? 'token-problem' : undefined}
        />
        {problem?.of === 'token' && (
          <p id="token-problem" className="problem" role="alert">
            {say(problem.messages)}
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

/** At once; of a page that the browser draws before anybody opens it, once they do: it must not use up what works once. */
function whenSeen(then: () => void): void {
  if ('prerendering' in document && document.prerendering === true)
    document.addEventListener('prerenderingchange', then, { once: true })
  else then()
}
