import { useAddress } from '../../address/use-address.ts'
import { mentionsAsked } from '../../graph/mentions-asked.ts'
import { publicName } from '../../graph/name-query.ts'
import { FiguresOfOneQuery, type RecordFacts } from '../../graph/subject-query.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../pages.ts'
import { mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { windowOf } from '../../setting/years.ts'
import { FiguresOfOne } from '../../ui/figures-of-one.tsx'
import { MentionList } from '../../ui/mention-list.tsx'
import { MentionTable } from '../../ui/mention-table.tsx'
import { RecordFactList } from '../../ui/record-facts.tsx'
import { SignInOffer } from '../../ui/sign-in-offer.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { ThingLink } from '../../ui/thing-link.tsx'
import { isUnknown, UnknownThing } from '../../ui/unknown-thing.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import { ProgrammeQuery } from './programme-query.ts'
import { StandardsPanel } from './standards-panel.tsx'
import { PROGRAMME_WORDS } from './words.ts'

/** Everything about one programme: what it is, its standards, joint programmes and courses, every figure, every record. */
export function ProgrammePage({ setting, place: { id } }: PageProps<'programme'>) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { session } = useSession()
  const { institution, years, year } = setting
  const may = mayRead(session, institution.code)
  const window = windowOf(years, year)
  const { data, waiting, fault, retry } = useAnswer(ProgrammeQuery, {
    institution: institution.code,
    code: id,
    ...window,
    ...mentionsAsked(view),
    may,
    locale,
  })
  const figures = useAnswer(FiguresOfOneQuery, {
    dimension: 'programme',
    code: id,
    institution: institution.code,
    ...window,
    locale,
  })
  const subject = data?.subject ?? null
  const name = subject?.name ?? (data ? publicName(data, id) : id)
  useTitle(`${name}, ${institution.name}`)
  if (fault && isUnknown(fault)) return <UnknownThing kind={say(PROGRAMME_WORDS.kind)} fault={fault} />
  if (!data) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  const shared = subject
    ? { mentions: subject.mentions, cell: (field: RecordFacts['fields'][number]) => <ThingLink field={field} /> }
    : null
  return (
    <div aria-busy={waiting}>
      <header className="page-head">
        <p className="crumbs">{say(PROGRAMME_WORDS.kind)}</p>
        <h1>{name}</h1>
        <p className="lead">
          {institution.name}
          {say(PROGRAMME_WORDS.lead)}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="register-page">
        <SignInOffer institution={institution.code}>{say(PROGRAMME_WORDS.offer)}</SignInOffer>
        {subject?.record && (
          <section className="card" aria-labelledby="facts">
            <h2 id="facts">{say(PROGRAMME_WORDS.facts)}</h2>
            <RecordFactList record={subject.record} cell={(field) => <ThingLink field={field} />} />
          </section>
        )}
        {shared && (
          <>
            <StandardsPanel cells={data.programmeCoverage?.edges[0]?.node.cells ?? []} />
            <MentionTable
              {...shared}
              type="joint-programme"
              theme="introduction"
              title={say(PROGRAMME_WORDS.joint)}
              fields={['approval', 'category', 'partner', 'from', 'to', 'intake_per_cohort']}
            />
            <MentionTable
              {...shared}
              type="agreement"
              theme="platforms"
              title={say(PROGRAMME_WORDS.agreements)}
              fields={['partner', 'type', 'signed_on', 'to']}
            />
            <MentionTable
              {...shared}
              type="course"
              theme="introduction"
              title={say(PROGRAMME_WORDS.courses)}
              fields={['core', 'introduced', 'foreign_taught', 'hours', 'foreign_party_hours', 'language']}
            />
          </>
        )}
        {figures.fault && <FaultState fault={figures.fault} retry={figures.retry} />}
        {figures.data ? (
          <FiguresOfOne indicators={figures.data.indicators} setting={setting} filter={`programme:${id}`} />
        ) : (
          figures.waiting && <Loading rows={6} />
        )}
        {subject && <MentionList mentions={subject.mentions} one={view.type !== null} />}
      </div>
    </div>
  )
}
