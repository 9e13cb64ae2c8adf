import { useLanguage } from '../language/language.tsx'
import { SHELL_WORDS } from './words.ts'

export function SkipLink() {
  const { say } = useLanguage()
  return (
    <a className="skip" href="#content">
      {say(SHELL_WORDS.skip)}
    </a>
  )
}
