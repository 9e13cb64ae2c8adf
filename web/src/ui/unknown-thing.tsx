import { Link, SignInLink } from '../address/address.tsx'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import { EmptyState } from './states.tsx'
import UI_WORDS from './words.json' with { type: 'json' }

/** Was the question about a code that nothing has? */
export function isUnknown(fault: Fault | null): boolean {
  return fault?.code?.startsWith('UNKNOWN_') ?? false
}

/** Nothing has this code: what the server found nearest, and the way to where things are listed. */
export function UnknownThing({ kind, fault, list }: { kind: string; fault: Fault; list?: 'standards' | 'platforms' }) {
  const { say } = useLanguage()
  return (
    <EmptyState title={say({ zh: `没有这个${kind}`, en: `There is no such ${kind.toLowerCase()}` })} page>
      <p>{fault.message}</p>
      <Link className="button" to={{ page: list ?? 'overview' }}>
        {list ? say({ zh: '查看目录', en: 'To the register' }) : say({ zh: '回到总览', en: 'To the overview' })}
      </Link>
    </EmptyState>
  )
}

/**
 * No public figure names this code, and anyone who asks may see no more than those: the same is said of a thing that is there and of
 * one that is not.
 */
export function NotPublic({ kind, code, list }: { kind: string; code: string; list?: 'standards' | 'platforms' }) {
  const { say } = useLanguage()
  return (
    <EmptyState title={say({ zh: `没有找到这个${kind}`, en: `No such ${kind.toLowerCase()} was found` })} page>
      <p>
        {say({
          zh: `公开的指标值中没有代码为“${code}”的${kind}。请核对网址；有访问令牌的，登录后可查看本校台账中的全部${kind}。`,
          en: `No public figure names a ${kind.toLowerCase()} with the code “${code}”. Check the address; with an access token, sign in to see all that are in the records.`,
        })}
      </p>
      <p className="actions">
        <Link className="button" to={{ page: list ?? 'overview' }}>
          {list ? say({ zh: '查看目录', en: 'To the register' }) : say({ zh: '回到总览', en: 'To the overview' })}
        </Link>
        <SignInLink className="button">{say(UI_WORDS.signIn)}</SignInLink>
      </p>
    </EmptyState>
  )
}

/** No indicator has this id: those that are near to it on the same page, and the way to all of them. */
export function UnknownIndicator({
  id,
  fault,
  page,
}: {
  id: string
  fault: Fault | null
  page: 'indicator' | 'answer'
}) {
  const { say } = useLanguage()
  const near = fault?.nearest ?? []
  return (
    <>
      <h1>{say({ zh: '没有这个指标', en: 'There is no such indicator' })}</h1>
      <EmptyState title={id}>
        {near.length > 0 && (
          <p>
            {say({ zh: '您要找的可能是：', en: 'Did you mean ' })}
            {near.map((one, at) => (
              <span key={one}>
                {at > 0 && say({ zh: '、', en: ' or ' })}
                <Link to={{ page, id: one }}>{one}</Link>
              </span>
            ))}
            {say({ zh: '', en: '?' })}
          </p>
        )}
        <Link className="button" to={{ page: 'catalogue' }}>
          {say({ zh: '查看全部指标', en: 'All indicators' })}
        </Link>
      </EmptyState>
    </>
  )
}
