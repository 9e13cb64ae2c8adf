import { Link, go, useAddress } from '../../address/address.tsx'
import { nearestPlace } from '../../address/nearest-place.ts'
import { partsOf } from '../../address/view.ts'
import { pathOf } from '@causeway/shared/pages'
import { useLanguage } from '../../language/language.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Button } from '../../ui/button.tsx'

/** A wrong address helps: the page that is near to it, a search over all indicators, the way to the overview. */
export function NotFoundPage() {
  const { say } = useLanguage()
  const address = useAddress()
  const title = say({ zh: '没有这个页面', en: 'There is no such page' })
  const { path } = partsOf(address.here)
  const near = nearestPlace(path)
  useTitle(title)
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <EmptyState title={say({ zh: '网址可能输错了，或已失效。', en: 'The address may be mistyped or out of date.' })}>
        {near && (
          <p>
            {say({ zh: '您要找的可能是：', en: 'Did you mean ' })}
            <Link to={near}>{pathOf(near)}</Link>
            {say({ zh: '', en: '?' })}
          </p>
        )}
        <Link className="button" to={{ page: 'overview' }}>
          {say({ zh: '回到总览', en: 'To the overview' })}
        </Link>
      </EmptyState>
      <form
        className="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          const text = String(new FormData(event.currentTarget).get('search') ?? '').trim()
          go(address.to({ page: 'catalogue' }, { search: text || null }))
        }}
      >
        <label htmlFor="search">
          {say({ zh: '在指标目录中查找（名称、代码或拼音首字母）', en: 'Find an indicator by name, code or pinyin' })}
        </label>
        <input id="search" name="search" type="search" defaultValue={wordsOf(path)} />
        <Button submits>{say({ zh: '查找', en: 'Find' })}</Button>
      </form>
    </div>
  )
}

/** The last part of the address may be what was looked for. */
function wordsOf(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? ''
  try {
    return decodeURIComponent(last).replaceAll('-', ' ')
  } catch {
    return ''
  }
}
