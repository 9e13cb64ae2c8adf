import type { ReactNode } from 'react'
import { Link, SignInLink } from '../address/address.tsx'
import { useLanguage } from '../language/language.tsx'
import { mayDo, useSession, mayRead } from '../session/use-session.tsx'
import { useStill } from '../still/still.ts'
import { EmptyState } from './states.tsx'
import UI_WORDS from './words.json' with { type: 'json' }

interface Props {
  /** Null: there is none yet. */
  institution: string | null
  title: string
  /** Which records to bring: their types, and what they are called. None: of any type. */
  types: { name: string; label: string }[]
  /** It is all that the page has. */
  page?: boolean
  /** What else can be done. */
  children?: ReactNode
}

/** Nothing is there yet: which records fill this place, and how they come in. */
export function RecordsWanted({ institution, title, types, page, children }: Props) {
  const { say } = useLanguage()
  const { session } = useSession()
  const still = useStill()
  const may = mayDo(session, 'records', institution)
  const canSignIn = session !== null && !session.signedIn && still === null
  const names = types.map(({ label }) => label).join(say({ zh: '、', en: ', ' }))
  return (
    <EmptyState title={title} page={page}>
      {types.length > 0 && (
        <p>{say({ zh: `导入以下台账后，这里就有内容：${names}。`, en: `These records fill this place: ${names}.` })}</p>
      )}
      {!may && (
        <p className="quiet">
          {session?.signedIn
            ? say({
                zh: '您的令牌只能查看，由有录入权限的人员导入。',
                en: 'Your token only reads; somebody who may change records imports them.',
              })
            : say({
                zh: '有录入权限的人员登录后可以导入。',
                en: 'Anyone who may change records signs in and imports them.',
              })}
        </p>
      )}
      {(may || canSignIn || children) && (
        <div className="actions">
          {may && (
            <Link className="button" to={{ page: 'data' }} view={{ tab: 'import', type: types[0]?.name ?? null }}>
              {say({ zh: '导入数据', en: 'Import data' })}
            </Link>
          )}
          {may && types.length > 0 && (
            <Link className="button" to={{ page: 'data' }} view={{ tab: 'hand', type: types[0]!.name }}>
              {say({ zh: '填写一条', en: 'Write one' })}
            </Link>
          )}
          {canSignIn && <SignInLink className="button">{say(UI_WORDS.signIn)}</SignInLink>}
          {children}
        </div>
      )}
    </EmptyState>
  )
}

/** A quiet way in, where there is more on the page for those who have a token. Nothing for those who are in, or where there is no server. */
export function SignInOffer({ institution, children }: { institution: string; children: string }) {
  const { say } = useLanguage()
  const { session } = useSession()
  const still = useStill()
  if (still !== null || session === null || mayRead(session, institution)) return null
  return (
    <p className="sign-in-offer quiet off-paper">
      {children} <SignInLink>{say(UI_WORDS.signIn)}</SignInLink>
    </p>
  )
}
