import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { mayRead } from '../session/may.ts'
import { useSession } from '../session/use-session.tsx'
import { useStill } from '../still/still.ts'
import { UI_WORDS } from './words.ts'

/** A quiet way in, where there is more on the page for those who have a token. Nothing for those who are in, or where there is no server. */
export function SignInOffer({ institution, children }: { institution: string; children: string }) {
  const { say } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const still = useStill()
  if (still !== null || session === null || mayRead(session, institution)) return null
  return (
    <p className="sign-in-offer quiet">
      {children}{' '}
      <Link to={{ page: 'sign-in' }} view={{ back: address.here }}>
        {say(UI_WORDS.signIn)}
      </Link>
    </p>
  )
}
