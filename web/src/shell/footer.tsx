import { useLanguage } from '../language/language.tsx'
import { formatDay } from '../language/format-date.ts'
import { useSession } from '../session/use-session.tsx'
import { useSetting } from '../setting/setting.tsx'
import { AppearancePicker } from './appearance-picker.tsx'
import { SHELL_WORDS } from './words.ts'

export function Footer() {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const state = useSetting()
  const dataDate = state.state === 'ready' ? state.setting.institution.dataDate : null
  return (
    <footer className="site-foot">
      <div>
        <p>
          {dataDate && `${say(SHELL_WORDS.until)} ${formatDay(dataDate, locale)}${locale === 'ZH' ? '。' : '. '}`}
          {say(SHELL_WORDS.traceable)}
        </p>
        <p>
          {say(session?.signedIn ? SHELL_WORDS.exact : SHELL_WORDS.public)}
          {' · '}
          <a href="/graphql">{say(SHELL_WORDS.playground)}</a>
          {' · '}
          <a href="/schema.graphql">{say(SHELL_WORDS.schema)}</a>
        </p>
      </div>
      <AppearancePicker />
    </footer>
  )
}
