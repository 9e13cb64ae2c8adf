import { Link } from '../address/link.tsx'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import { EmptyState } from './states.tsx'

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
