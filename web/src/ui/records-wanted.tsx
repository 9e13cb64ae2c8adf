import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { mayChange } from '../session/may.ts'
import { useSession } from '../session/use-session.tsx'

interface Props {
  institution: string
  title: string
  /** Which records to bring: their types, and what they are called. */
  types: { name: string; label: string }[]
}

/** Nothing is there yet: which records fill this place, and how they come in. */
export function RecordsWanted({ institution, title, types }: Props) {
  const { say } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const names = types.map(({ label }) => label).join(say({ zh: '、', en: ', ' }))
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      <p>{say({ zh: `导入以下台账后，这里就有内容：${names}。`, en: `These records fill this place: ${names}.` })}</p>
      {mayChange(session, institution) ? (
        <Link className="button" href={address.to({ page: 'data' }, { tab: 'import', type: types[0]!.name })}>
          {say({ zh: '导入数据', en: 'Import data' })}
        </Link>
      ) : (
        <pre className="command">
          {types
            .map(({ name }) => `npm run -s causeway -- import ${name}.xlsx --as ${name} --institution ${institution}`)
            .join('\n')}
        </pre>
      )}
    </div>
  )
}
