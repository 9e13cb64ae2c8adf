import { useLanguage } from '../language/language.tsx'
import { useSetting } from '../setting/setting.tsx'
import { UI_WORDS } from '../ui/words.ts'

/** Invented figures are never shown without saying so. */
export function Banner() {
  const { say } = useLanguage()
  const state = useSetting()
  const institution =
    state.state === 'ready' ? state.setting.institution : state.state === 'no-records' ? state.institution : null
  if (!institution?.demonstration) return null
  return (
    <p className="demonstration" role="note">
      {say(UI_WORDS.demonstration)}
    </p>
  )
}
