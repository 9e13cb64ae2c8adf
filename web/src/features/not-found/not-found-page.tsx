import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'

export function NotFoundPage() {
  const { say } = useLanguage()
  const address = useAddress()
  const title = say({ zh: '没有这个页面', en: 'There is no such page' })
  useTitle(title)
  return (
    <>
      <h1>{title}</h1>
      <EmptyState title={say({ zh: '网址可能输错了，或已失效。', en: 'The address may be mistyped or out of date.' })}>
        <Link className="button" href={address.to({ page: 'overview' })}>
          {say({ zh: '回到总览', en: 'To the overview' })}
        </Link>
      </EmptyState>
    </>
  )
}
