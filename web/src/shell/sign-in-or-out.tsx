import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { useSession } from '../session/use-session.tsx'
import { useStill } from '../still/still.ts'
import { SHELL_WORDS } from './words.ts'

/** Nobody signs in to a folder of files. */
export function SignInOrOut() {
  const { say } = useLanguage()
  const { session, signOut } = useSession()
  const address = useAddress()
  const still = useStill()
  if (still) return null
  if (session?.signedIn) {
    return (
      <button type="button" className="button" onClick={() => void signOut()}>
        {say(SHELL_WORDS.signOut)}
      </button>
    )
  }
  const back = address.place.page === 'sign-in' ? address.view.back : address.here
  return (
    <Link className="button" to={{ page: 'sign-in' }} view={{ back }} aria-busy={session === null}>
      {say(SHELL_WORDS.signIn)}
    </Link>
  )
}
