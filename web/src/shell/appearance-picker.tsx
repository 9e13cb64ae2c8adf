import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { SHELL_WORDS } from './words.ts'

/** Light, dark, or as the system has it. */
export function AppearancePicker() {
  const { say } = useLanguage()
  const { view, change } = useAddress()
  return (
    <p className="appearance">
      <label htmlFor="appearance">{say(SHELL_WORDS.appearance)}</label>
      <select
        id="appearance"
        value={view.mode ?? 'system'}
        onChange={({ target: { value } }) => change({ mode: value === 'light' || value === 'dark' ? value : null })}
      >
        <option value="system">{say(SHELL_WORDS.system)}</option>
        <option value="light">{say(SHELL_WORDS.light)}</option>
        <option value="dark">{say(SHELL_WORDS.dark)}</option>
      </select>
    </p>
  )
}
