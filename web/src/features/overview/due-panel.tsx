import { formatFigure, formatQuantity } from '@causeway/shared/format-figure'
import type { Words } from '@causeway/shared/words/words'
import { Link, useAddress } from '../../address/address.tsx'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { SignInOffer } from '../../ui/records-wanted.tsx'
import { CountedLink, FirstNamed } from '../../ui/counted-link.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { isMeasured, listGaps, listMatters, type Matter } from './matters.ts'
import type { GapSeries, YearSeries } from '../../graph/generated.ts'
import OVERVIEW_WORDS from './words.json' with { type: 'json' }
import '../../styles/matters.css'
import { owedWords } from '@causeway/shared/reported-years'
import { useAnswer } from '../../graph/use-answer.ts'
import { mayRead, useSession } from '../../session/use-session.tsx'
import { FaultState } from '../../ui/states.tsx'
import { DutiesQuery } from './overview-query.ts'

interface Props {
  /** Null: too little of the year is reported to judge it. */
  judged: YearSeries[] | null
  /** Null: not yet known. */
  all: GapSeries[] | null
  institution: string
  year: number
}

/** What needs a decision, and what is missing: each leads to where it is decided. */
export function DuePanel({ judged, all, institution, year }: Props) {
  const { say } = useLanguage()
  const matters = listMatters(judged ?? [])
  const missing = listGaps(all ?? [], 'NO_RECORDS')
  const hidden = listGaps(all ?? [], 'SUPPRESSED')
  return (
    <section className="card area-due" aria-labelledby="due">
      <header className="card-head">
        <h2 id="due" tabIndex={-1}>
          {say(OVERVIEW_WORDS.due)}
        </h2>
      </header>
      {matters.length === 0 && (
        <p className="quiet">
          {say(
            judged === null
              ? OVERVIEW_WORDS.notJudged
              : isMeasured(judged)
                ? OVERVIEW_WORDS.noMatters
                : OVERVIEW_WORDS.noYardstick,
          )}
        </p>
      )}
      <ul className="matters">
        {matters.map((matter) => (
          <MatterItem key={matter.indicator.id} matter={matter} />
        ))}
        <DutiesList institution={institution} year={year} />
        <Named sign="…" title={OVERVIEW_WORDS.noRecords} indicators={missing} />
        <Named sign="*" title={OVERVIEW_WORDS.suppressed} indicators={hidden} />
      </ul>
      <SignInOffer institution={institution}>{say(OVERVIEW_WORDS.duties)}</SignInOffer>
    </section>
  )
}

function MatterItem({ matter: { indicator, figure, rule, target } }: { matter: Matter }) {
  const { locale, say } = useLanguage()
  const unit = spoken(indicator.unit)
  const over = !figure.period.partial
  const format = { decimals: indicator.decimals, unit }
  const now = formatFigure(figure, format, locale)
  const wanted = target && formatQuantity(target.value, indicator.decimals, unit, locale)
  return (
    <li className="matter">
      <span className={`sign sign-${rule ? 'high' : 'middle'}`} aria-hidden="true">
        !
      </span>
      <div>
        <h3>
          <Link to={{ page: 'indicator', id: indicator.id }}>{indicator.name}</Link>
        </h3>
        {rule && (
          <p>
            {say(isNow(now))}
            <span className="quiet">{rule}</span>
          </p>
        )}
        {wanted && (
          <p>
            <Unbroken
              text={say(
                target.cumulative
                  ? sumBehindWords(formatFigure({ value: target.actual, gap: null }, format, locale), wanted, over)
                  : behindWords(rule ? null : now, wanted, over),
              )}
            />
          </p>
        )}
      </div>
    </li>
  )
}

function isNow(now: string): Words {
  return { zh: `${now}，未达到要求：`, en: `${now}, not what is required: ` }
}

function behindWords(now: string | null, wanted: string, over: boolean): Words {
  return now === null
    ? { zh: `也未达到本年目标${wanted}`, en: `nor the plan's ${wanted} for the year` }
    : over
      ? { zh: `${now}，未达到本年目标${wanted}`, en: `${now}; the plan wanted ${wanted}` }
      : { zh: `${now}，本年目标${wanted}，未达到序时进度`, en: `${now}; the plan wants ${wanted} by now` }
}

/** Of a plan that adds its years up: what one year gave is not held against it. */
function sumBehindWords(sum: string, wanted: string, over: boolean): Words {
  return over
    ? { zh: `已累计${sum}，未达到累计目标${wanted}`, en: `${sum} since the plan began; the plan wanted ${wanted}` }
    : {
        zh: `已累计${sum}，累计目标${wanted}，未达到序时进度`,
        en: `${sum} since the plan began; the plan wants ${wanted} in all`,
      }
}

/** How many are named before the rest is folded away. */
const MOST_NAMED = 3

function Named({ sign, title, indicators }: { sign: string; title: Words; indicators: GapSeries['indicator'][] }) {
  const { say } = useLanguage()
  if (indicators.length === 0) return null
  return (
    <li className="matter">
      <span className="sign" aria-hidden="true">
        {sign}
      </span>
      <div>
        <h3>
          {say(title)} <span className="count">{say(countWords(indicators.length))}</span>
        </h3>
        <Links indicators={indicators.slice(0, MOST_NAMED)} />
        {indicators.length > MOST_NAMED && (
          <details>
            <summary>{say(moreWords(indicators.length - MOST_NAMED))}</summary>
            <Links indicators={indicators.slice(MOST_NAMED)} />
          </details>
        )}
      </div>
    </li>
  )
}

function Links({ indicators }: { indicators: GapSeries['indicator'][] }) {
  return (
    <ul className="named">
      {indicators.map((indicator) => (
        <li key={indicator.id}>
          <Link to={{ page: 'indicator', id: indicator.id }}>{indicator.name}</Link>
        </li>
      ))}
    </ul>
  )
}

function countWords(count: number): Words {
  return { zh: `${count} 项`, en: String(count) }
}

function moreWords(count: number): Words {
  return { zh: `另有 ${count} 项`, en: `${count} more` }
}

/** How many of each are said here; the page of data has all of them. */
const MOST = 3

const LAPSING = 'LAPSING_AGREEMENT'

/** For those who may read the records: who has not reported, what is about to lapse, what is doubtful. */
function DutiesList({ institution, year }: { institution: string; year: number }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const may = mayRead(session, institution)
  const { data, fault, retry } = useAnswer(DutiesQuery, { institution, year, locale }, !may)
  if (!may || !(data || fault)) return null
  const owed = data?.quality?.owed ?? []
  // What a leader decides before what a clerk corrects.
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
              <Link href={`${address.to({ page: 'data' }, { tab: 'missing' })}#due`}>{say(owedWords(owed))}</Link>
            </h3>
            <p className="quiet">{say(OVERVIEW_WORDS.unreported)}</p>
          </div>
        </li>
      )}
      {doubtful.slice(0, MOST).map(({ id, severity, message, instruction, href, named, count }) => (
        <li key={id} className="matter">
          <span className={`sign ${severity === 'ERROR' ? 'sign-high' : 'sign-middle'}`} aria-hidden="true">
            !
          </span>
          <div>
            <h3>
              {href ? (
                <CountedLink href={href}>
                  <Unbroken text={message} />
                </CountedLink>
              ) : (
                <Link to={{ page: 'data' }} view={{ tab: 'missing' }}>
                  <Unbroken text={message} />
                </Link>
              )}
            </h3>
            {named.length > 0 && (
              <p className="off-paper">
                <FirstNamed named={named} count={count} />
              </p>
            )}
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
