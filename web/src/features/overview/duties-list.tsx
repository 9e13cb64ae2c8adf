import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { DutiesQuery } from './overview-query.ts'
import { OVERVIEW_WORDS } from './words.ts'
import '../../styles/matters.css'

/** How many of each are told here; the page of data has all of them. */
const MOST = 3

/** For those who may read the records: who has not reported, what is about to lapse, what is doubtful. */
export function DutiesList({ institution, year }: { institution: string; year: number }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const may = mayRead(session, institution)
  const { data } = useAnswer(DutiesQuery, { institution, year, locale }, !may)
  if (!may || !data) return null
  const units = new Set(data.unreported?.edges.flatMap(({ node }) => (node.unit === null ? [] : [node.unit])))
  const unreported = data.unreported?.totalCount ?? 0
  const doubtful = data.quality?.findings.filter(({ severity }) => severity !== 'HINT') ?? []
  return (
    <>
      {unreported > 0 && (
        <li className="matter">
          <span className="sign sign-middle" aria-hidden="true">
            !
          </span>
          <div>
            <h3>
              <Link href={address.to({ page: 'data' }, { tab: 'completeness' })}>{say(OVERVIEW_WORDS.unreported)}</Link>{' '}
              <span className="count">{unreported}</span>
            </h3>
            {units.size > 0 && <p className="quiet">{say(unitsWords(units.size))}</p>}
          </div>
        </li>
      )}
      {doubtful.slice(0, MOST).map(({ code, severity, message, instruction }) => (
        <li key={code} className="matter">
          <span className={`sign ${severity === 'ERROR' ? 'sign-high' : 'sign-middle'}`} aria-hidden="true">
            !
          </span>
          <div>
            <h3>
              <Link href={address.to({ page: 'data' })}>{message}</Link>
            </h3>
            <p className="quiet">{instruction}</p>
          </div>
        </li>
      ))}
    </>
  )
}

function unitsWords(units: number) {
  return { zh: `涉及 ${units} 个部门`, en: `of ${units} ${units === 1 ? 'department' : 'departments'}` }
}
