import { formatFigure } from '@causeway/shared/format-figure'
import { figureWords } from '@causeway/shared/verdict'
import { JudgedFigure } from '../../graph/figure-fields.ts'
import type { AnswerIndicator, EarlierRelease } from '../../graph/generated.ts'
import { graph, type VariablesOf } from '../../graph/graph.ts'
import { judgedBy } from '../../graph/change.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { mayRead, useSession } from '../../session/use-session.tsx'
import { useLanguage } from '../../language/language.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import ANSWER_WORDS from './words.json' with { type: 'json' }

const EarlierQuery = graph(`
  query EarlierReleases($institution: ID!, $locale: Locale!) { releases(institution: $institution) { ...EarlierRelease } }
  fragment EarlierRelease on Release { id name status publishedAt reason(locale: $locale) }
`)

const SinceQuery = graph(
  `
  query SinceRelease(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $filter: [DimensionFilter!], $from: Moment!, $to: Moment!,
    $locale: Locale!
  ) {
    change(
      indicator: $id, institution: $institution, basis: $basis, scope: $scope, filter: $filter, from: $from, to: $to
    ) { before { ...JudgedFigure } difference sentence(locale: $locale) parts { sentence(locale: $locale) } }
  }
`,
  { JudgedFigure },
)

/** As many of the newest are shown. */
const MOST_SHOWN = 4

type Asked = Omit<VariablesOf<typeof SinceQuery>, 'from'>

interface Props {
  indicator: AnswerIndicator
  asked: Asked
}

interface CardProps extends Props {
  /** The release that the figure of the card is of; null: it is live, or of a time. */
  current: string | null
}

/** What was said before: the same figure in each earlier release, when, and why it is another one now. */
export function SaidBefore({ indicator, asked, current }: CardProps) {
  const { say } = useLanguage()
  const { session } = useSession()
  const may = mayRead(session, asked.institution)
  const { data } = useAnswer(EarlierQuery, { institution: asked.institution, locale: asked.locale })
  const out = data?.releases?.filter(
    ({ publishedAt, name, status }) => publishedAt !== null && status !== 'SCHEDULED' && name !== current,
  )
  if (!out?.length) return null
  return (
    <section className="stack" aria-labelledby="said-before">
      <h2 id="said-before">{say(ANSWER_WORDS.saidBefore)}</h2>
      <ul className="lines">
        {out
          .slice(-MOST_SHOWN)
          .toReversed()
          .map((release) =>
            release.status === 'WITHDRAWN' && !may ? (
              <Withdrawn key={release.id} release={release} />
            ) : (
              <Earlier key={release.id} release={release} indicator={indicator} asked={asked} />
            ),
          )}
      </ul>
    </section>
  )
}

/** Nobody reads its figures any more: that it was there, and why it is not. */
function Withdrawn({ release: { name, publishedAt, reason } }: { release: EarlierRelease }) {
  const { say, formatMoment } = useLanguage()
  return (
    <li>
      {say(ANSWER_WORDS.inRelease, { name, at: formatMoment(publishedAt!) })}{' '}
      <span className="quiet">{say(ANSWER_WORDS.withdrawnBecause, { reason: reason ?? '' })}</span>
    </li>
  )
}

function Earlier({ release, indicator, asked }: Props & { release: EarlierRelease }) {
  const { locale, say, formatMoment } = useLanguage()
  const { data, fault } = useAnswer(SinceQuery, { ...asked, from: { year: asked.to.year, release: release.name } })
  const change = data?.change
  const by = judgedBy({ ...indicator, unit: say({ zh: indicator.unitZh, en: indicator.unitEn }) })
  const at = formatMoment(release.publishedAt!)
  const facts = { name: release.name, at }
  if (!change) return <li>{fault ? `${say(ANSWER_WORDS.inRelease, facts)} ${fault.message ?? ''}` : '…'}</li>
  return (
    <li>
      {say(ANSWER_WORDS.inRelease, facts)}{' '}
      <strong>
        {change.before.value === null ? formatFigure(change.before, by, locale) : say(figureWords(change.before, by))}
      </strong>
      {release.status === 'WITHDRAWN' && (
        <span className="quiet"> {say(ANSWER_WORDS.withdrawnBecause, { reason: release.reason ?? '' })}</span>
      )}
      <br />
      {change.difference === 0 ? (
        <span className="quiet">{say(ANSWER_WORDS.sameNow)}</span>
      ) : (
        <Unbroken text={[change.sentence, ...change.parts.map(({ sentence }) => sentence)].join(say(JOIN))} />
      )}
    </li>
  )
}

const JOIN = { zh: '；', en: '; ' }
