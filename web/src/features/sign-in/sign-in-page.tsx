import { useState, type FormEvent } from 'react'
import type { Words } from '@causeway/shared/words/words'
import { Link, go, useAddress } from '../../address/address.tsx'
import { shownAs } from '../../address/view.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSession } from '../../session/use-session.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Button } from '../../ui/button.tsx'

const WORDS = {
  title: { zh: '登录', en: 'Sign in' },
  intro: {
    zh: '用访问令牌登录后，可查看校内精确版的指标值及其台账记录。令牌由系统管理员发放。',
    en: 'With an access token you see exact figures and the records behind them. Anyone who runs this system hands tokens out.',
  },
  token: { zh: '访问令牌', en: 'Access token' },
  submit: { zh: '登录', en: 'Sign in' },
  missing: { zh: '请填写访问令牌。', en: 'Fill in the access token.' },
  unreachable: { zh: '无法连接服务器，请稍后重试。', en: 'The server cannot be reached. Try again in a moment.' },
  already: { zh: '您已登录', en: 'You are signed in' },
  until: { zh: '，令牌有效期至', en: '; the token holds until ' },
  open: { zh: '继续', en: 'Go on' },
  how: { zh: '系统管理员：怎样发放令牌', en: 'For administrators: how to make a token' },
} satisfies Record<string, Words>

export function SignInPage() {
  const { say, formatDay } = useLanguage()
  const { view, to } = useAddress()
  const { session, signIn } = useSession()
  const [problem, setProblem] = useState<Words | null>(null)
  const [busy, setBusy] = useState(false)
  useTitle(say(WORDS.title))
  // In the language and the light of this page: either may have been switched here.
  const next = view.back ? shownAs(view.back, { lang: view.lang, mode: view.mode }) : to({ page: 'overview' })

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim()
    if (token === '') return setProblem(WORDS.missing)
    setBusy(true)
    setProblem(null)
    try {
      const refused = await signIn(token)
      if (refused === null) return go(next, true)
      setProblem(refused)
    } catch {
      setProblem(WORDS.unreachable)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="narrow">
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.intro)}</p>
      {session?.signedIn && (
        <p className="note" role="status">
          {say(WORDS.already)}
          {session.expires && `${say(WORDS.until)}${formatDay(session.expires.slice(0, 10))}`}
          {say({ zh: '。', en: '. ' })}
          <Link href={next}>{say(WORDS.open)}</Link>
        </p>
      )}
      <form className="card form" onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor="token">{say(WORDS.token)}</label>
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
          {say(WORDS.submit)}
        </Button>
      </form>
      <details>
        <summary>{say(WORDS.how)}</summary>
        <pre className="command">npm run -s causeway -- token create --role reader</pre>
      </details>
    </div>
  )
}
