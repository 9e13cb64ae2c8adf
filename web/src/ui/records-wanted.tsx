import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { mayChange } from '../session/may.ts'
import { useSession } from '../session/use-session.tsx'
import { useStill } from '../still/still.ts'
import { UI_WORDS } from './words.ts'

interface Props {
  /** Null: there is none yet. */
  institution: string | null
  title: string
  /** Which records to bring: their types, and what they are called. None: of any type. */
  types: { name: string; label: string }[]
}

/** Nothing is there yet: which records fill this place, and how they come in. */
export function RecordsWanted({ institution, title, types }: Props) {
  const { say } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const still = useStill()
  const names = types.map(({ label }) => label).join(say({ zh: '、', en: ', ' }))
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {types.length > 0 && (
        <p>{say({ zh: `导入以下台账后，这里就有内容：${names}。`, en: `These records fill this place: ${names}.` })}</p>
      )}
      {mayChange(session, institution) ? (
        <Link className="button" href={address.to({ page: 'data' }, { tab: 'import', type: types[0]?.name ?? null })}>
          {say({ zh: '导入数据', en: 'Import data' })}
        </Link>
      ) : (
        <p className="quiet">
          {session?.signedIn
            ? say({
                zh: '您的令牌只能查看，由有录入权限的人员导入。',
                en: 'Your token only reads; somebody who may change records imports them.',
              })
            : say({
                zh: '有录入权限的人员登录后可以导入。',
                en: 'Whoever may change records signs in and imports them.',
              })}
        </p>
      )}
      {session && !session.signedIn && still === null && (
        <Link className="button" href={address.to({ page: 'sign-in' }, { back: address.here })}>
          {say(UI_WORDS.signIn)}
        </Link>
      )}
    </div>
  )
}
