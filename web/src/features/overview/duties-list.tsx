import { owedWords } from '@causeway/shared/words/owed'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { FaultState } from '../../ui/states.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { DutiesQuery } from './overview-query.ts'
import { OVERVIEW_WORDS } from './words.ts'
import '../../styles/matters.css'

/** How many of each are told here; the page of data has all of them. */
const MOST = 3

const LAPSING = 'LAPSING_AGREEMENT'

/** For those who may read the records: who has not reported, what is about to lapse, what is doubtful. */
export function DutiesList({ institution, year }: { institution: string; year: number }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const may = mayRead(session, institution)
  const { data, fault, retry } = useAnswer(DutiesQuery, { institution, year, locale }, !may)
  if (!may || !(data || fault)) return null
  const owed = data?.quality?.owed ?? []
  // What a leader decides before what a clerk mends.
  const doubtful = (data?.quality?.findings ?? [])
    .filter(({ severity }) => severity !== 'HINT')
    .toSorted((a, b) => Number(b.code === LAPSING) - Number(a.code === LAPSING))
  return (
    <>
      {owed.length > 0 && (
        <li className="matter">
          <span className="sign sign-middle" aria-hidden="true">
            !
          </span>
          <div>
            <h3>
              <Link href={address.to({ page: 'data' }, { tab: 'missing' })}>{say(owedWords(owed))}</Link>
            </h3>
            <p className="quiet">{say(OVERVIEW_WORDS.unreported)}</p>
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
              <Link href={address.to({ page: 'data' }, { tab: 'missing' })}>
                <Unbroken text={message} />
              </Link>
            </h3>
            <p className="quiet">{instruction}</p>
          </div>
        </li>
      ))}
      {fault && (
        <li className="matter">
          <FaultState fault={fault} retry={retry} />
        </li>
      )}
    </>
  )
}
