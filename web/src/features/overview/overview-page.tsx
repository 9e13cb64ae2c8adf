import { headlineOf } from '@causeway/shared/headline'
import { EXPORT_CODE, INTRODUCTION_CODE, type Theme } from '@causeway/shared/series'
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { useSession } from '../../session/use-session.tsx'
import { isJudged, reportLabel } from '../../setting/years.ts'
import { FailedPart, FaultState, Loading } from '../../ui/states.tsx'
import { useFirstPaint } from '../../ui/first-paint.ts'
import { Phrases, Unbroken } from '../../ui/unbroken.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { countOnCourse, listMatters, type Matter } from './matters.ts'
import type { LeadingSeries } from '../../graph/generated.ts'
import { OPENS_WITH, OverviewQuery } from './overview-query.ts'
import { PicturePanel } from './picture-panel.tsx'
import { RestOfOverview } from './rest-of-overview.tsx'
import { ThemeCard } from './theme-card.tsx'
import OVERVIEW_WORDS from './words.json' with { type: 'json' }
import '../../styles/overview.css'

/** The leader's minute: where the college is, what changed and why, what needs a decision. */
export function OverviewPage({ setting }: PageProps<'overview'>) {
  const { locale, say, formatDay } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const { institution, years, year, may } = setting
  // As the address has them, so that it can be asked before the institution is known.
  const { view } = address
  const asked = { institution: view.institution, year: view.year, ...OPENS_WITH, locale }
  const { data, waiting, fault, retry } = useAnswer(OverviewQuery, asked)
  const seen = useFirstPaint()
  useTitle(institution.name, say(OVERVIEW_WORDS.title))
  const facts = data?.institution
  if (!facts) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={8} />

  const { people } = facts
  // What is not reported is no target missed.
  const said = isJudged(institution, year)
  const judged = said ? facts.judged : null
  const leading = said ? facts.leading : facts.leading.map(withoutTargets)
  const introduction = people.find(({ indicator }) => indicator.code === INTRODUCTION_CODE)
  const carriedOut = people.find(({ indicator }) => indicator.code === EXPORT_CODE)
  const headline = headlineOf(introduction?.figures ?? [], carriedOut?.figures ?? [], year)
  const period = years.periodOf(year)
  const matters = listMatters(judged ?? [])
  const course = countOnCourse(judged ?? [])
  return (
    <div aria-busy={waiting}>
      <header className="page-head">
        <h1 aria-live="polite">
          <Phrases text={say(headline)} />
        </h1>
        <p className="lead">
          <Link to={{ page: 'institutions' }}>{institution.name}</Link>
          {say({ zh: '，', en: ', ' })}
          <span className="nowrap">{reportLabel(period, locale)}</span>
          {say({ zh: '，', en: ', ' })}
          <span className="nowrap">{formatDay(period.start)}</span>
          {say({ zh: '至', en: ' to ' })}
          <span className="nowrap">{formatDay(period.end)}</span>
          {say({ zh: '。', en: '. ' })}
          {course.known > 0 && <span className="phrase">{say(courseWords(course))}</span>}{' '}
          {course.hidden > 0 && session !== null && !may && (
            <span className="phrase quiet">{say(hiddenWords(course))} </span>
          )}
          {matters.length > 0 && (
            <a className="phrase" href="#due">
              <Unbroken text={say(matterWords(matters, course))} />
            </a>
          )}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="overview">
        <div className="overview-row road">
          {introduction && carriedOut && (
            <FailedPart>
              <PicturePanel introduction={introduction} carriedOut={carriedOut} setting={setting} />
            </FailedPart>
          )}
          {card('INTRODUCTION', 4)}
          {card('EXPORT', 4)}
        </div>
        {!seen && <Loading rows={6} />}
        {seen && (
          <RestOfOverview setting={setting} computedAt={introduction?.computedAt ?? null} judged={judged}>
            <div className="overview-row piers">
              {(['STANDARDS', 'PLATFORMS', 'SKILLS'] as const).map((theme) => card(theme, 3))}
            </div>
          </RestOfOverview>
        )}
      </div>
    </div>
  )

  /** A theme with as many figures as its place has room for. */
  function card(theme: Theme, room: number) {
    const count = data!.indicators.filter((one) => one.theme === theme).length
    return <ThemeCard key={theme} theme={theme} leading={leading} count={count} year={year} room={room} />
  }
}

function withoutTargets(series: LeadingSeries): LeadingSeries {
  return { ...series, figures: series.figures.map((figure) => ({ ...figure, targets: [] })) }
}

type Course = ReturnType<typeof countOnCourse>

function courseWords({ onCourse, known, over }: Course) {
  return {
    zh: `${known} 项目标中 ${onCourse} 项${over ? '已达到' : '达到序时进度'}。`,
    en: `${onCourse} of ${known} target${known === 1 ? ' is' : onCourse === 1 ? 's is' : 's are'} ${over ? 'reached' : 'on course'}.`,
  }
}

/** Without telling which. */
function hiddenWords({ hidden }: Course) {
  return {
    zh: `另有 ${hidden} 项目标涉及人数少或跨年累计，完成情况不在此显示，登录后可见。`,
    en: `${hidden} more ${hidden === 1 ? 'is' : 'are'} not shown here, being of few people or added up over years: sign in to see ${hidden === 1 ? 'it' : 'them'}.`,
  }
}

/** How many, and what of: rules come first. A rule and a plan, or two plans, may be of one figure. */
function matterWords(matters: Matter[], { onCourse, known, over }: Course) {
  const behind = known - onCourse
  const unmet = matters.filter(({ rule }) => rule !== null).length
  const shared = unmet + behind > matters.length ? { zh: '（有的属同一指标）', en: ' (some of one figure)' } : NOTHING
  const parts = [
    unmet > 0 && { zh: `${unmet} 项未达到法定要求`, en: `${unmet} ${unmet === 1 ? 'rule is' : 'rules are'} not met` },
    behind > 0 && {
      zh: `${behind} 项目标未达到${over ? '' : '序时进度'}`,
      en: `${behind} ${behind === 1 ? 'target is' : 'targets are'} ${over ? 'not reached' : 'behind'}`,
    },
  ].filter((part) => part !== false)
  return {
    zh: `${matters.length} 项需要决策：${parts.map(({ zh }) => zh).join('，')}${shared.zh}。`,
    en: `${matters.length} ${matters.length === 1 ? 'matter needs' : 'matters need'} a decision: ${parts.map(({ en }) => en).join(', ')}${shared.en}.`,
  }
}

const NOTHING = { zh: '', en: '' }
