import type { ReactNode } from 'react'
import type { Words } from '@causeway/shared/words/words'
import { useAddress } from '../address/address.tsx'
import { mentionsAsked, publicName, type SubjectVariables } from '../graph/subject-query.ts'
import type { SubjectFacts, RecordFacts } from '../graph/generated.ts'
import type { Question } from '../graph/graph.ts'
import { useAnswer } from '../graph/use-answer.ts'
import { useLanguage } from '../language/language.tsx'
import { useSession } from '../session/use-session.tsx'
import type { Setting } from '../setting/setting.tsx'
import { FiguresOfOne, useFiguresOfOne } from './figures-of-one.tsx'
import { MentionList, MentionTable } from './mention-list.tsx'
import { SignInOffer } from './records-wanted.tsx'
import { FaultState, Loading } from './states.tsx'
import { isUnknown, NotPublic, UnknownThing } from './unknown-thing.tsx'
import { useTitle } from './use-title.ts'
import '../styles/registers.css'
import { isIsoDate } from '@causeway/shared/day'
import { FactList } from './fact-list.tsx'
import { labelOfField, ThingLink } from './thing-link.tsx'

interface SubjectTable {
  type: string
  theme: string
  title: Words
  /** Names of the fields that are its columns. */
  fields: string[]
}

interface Props<Data> {
  dimension: 'programme' | 'partner'
  code: string
  setting: Setting
  query: Question<Data, SubjectVariables>
  words: Record<'kind' | 'lead' | 'facts' | 'offer', Words>
  /** What matters of it besides, for anyone who may see it. */
  panel?: (data: Data, on: string) => ReactNode
  /** Its records of one type each. */
  tables: readonly SubjectTable[]
  /** Anyone who comes wants its figures, and knows what it is. */
  figuresFirst?: boolean
}

/** Everything about a thing that has its own record: what it is, what is done with it, every figure, every record. */
export function SubjectPage<Data extends { named: { name: string }[] | null; subject?: SubjectFacts | null }>({
  dimension,
  code,
  setting,
  query,
  words,
  panel,
  tables,
  figuresFirst = false,
}: Props<Data>) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { session } = useSession()
  const { institution, may, on } = setting
  const { data, waiting, fault, retry } = useAnswer(query, {
    institution: institution.code,
    code,
    on,
    ...mentionsAsked(view),
    may,
    locale,
  })
  const figures = useFiguresOfOne(dimension, code, setting)
  const subject = data?.subject ?? null
  const name = subject?.name ?? (data ? publicName(data, code) : code)
  useTitle(name, institution.name)
  if (fault && isUnknown(fault)) return <UnknownThing kind={say(words.kind)} fault={fault} />
  if (data?.named?.length === 0 && !may)
    return session === null ? <Loading rows={7} /> : <NotPublic kind={say(words.kind)} code={code} />
  if (!data) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  const figuresOfIt = <FiguresOfOne figures={figures} setting={setting} dimension={dimension} code={code} />
  return (
    <div aria-busy={waiting}>
      <header className="page-head">
        <p className="crumbs">{say(words.kind)}</p>
        <h1>{name}</h1>
        <p className="lead">
          {institution.name}
          {say(words.lead)}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="register-page">
        {figuresFirst && figuresOfIt}
        {/* What is beneath the figures waits for them, so that nothing jumps. */}
        {(!figuresFirst || figures.data || figures.fault) && (
          <>
            {subject?.record && (
              <section className="card" aria-labelledby="facts">
                <h2 id="facts">{say(words.facts)}</h2>
                <RecordFactList record={subject.record} />
              </section>
            )}
            {subject && panel?.(data, on)}
            {subject &&
              tables.map(({ title, ...table }) => (
                <MentionTable key={table.type} mentions={subject.mentions} title={say(title)} {...table} />
              ))}
            {!figuresFirst && figuresOfIt}
            {subject && <MentionList mentions={subject.mentions} one={view.type !== null} />}
            <SignInOffer institution={institution.code}>{say(words.offer)}</SignInOffer>
          </>
        )}
      </div>
    </div>
  )
}

/** What is in a record, a line for each field that is filled. Some fields lead to pages of their own. */
function RecordFactList({ record }: { record: RecordFacts }) {
  const { formatDay } = useLanguage()
  const said = record.fields.filter(({ text }) => text !== '')
  return (
    <FactList
      facts={said.map((field) => [
        labelOfField(field),
        isIsoDate(field.value ?? '') ? formatDay(field.value!) : <ThingLink field={field} />,
      ])}
    />
  )
}
