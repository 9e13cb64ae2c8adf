import app from '../../../package.json' with { type: 'json' }
import type { ReactNode } from 'react'
import { gapWords } from '@causeway/shared/format-figure'
import { Link } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useInstitution } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { SymbolList } from '../../ui/data-table.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/about.css'
import ABOUT_WORDS from './words.json' with { type: 'json' }
import PASSAGES from './passages.json' with { type: 'json' }
import type { InstitutionFacts } from '../../graph/generated.ts'
import { useBrand } from '../../shell/brand.ts'
import { FactList } from '../../ui/fact-list.tsx'

/** Who answers for the figures, how they are made, what is hidden, what is kept of persons. There before a college has any record. */
export function AboutPage() {
  const { locale, say, formatDay } = useLanguage()
  const still = useStill()
  const institution = useInstitution()
  useTitle(say(ABOUT_WORDS.title))
  return (
    <article className="about">
      <header className="page-head">
        <h1>{say(ABOUT_WORDS.title)}</h1>
        <p className="lead">{say(ABOUT_WORDS.lead)}</p>
      </header>
      <Part id="who" title={say(ABOUT_WORDS.who)}>
        <Responsible institution={institution} />
      </Part>
      <Part id="date" title={say(ABOUT_WORDS.date)}>
        {institution && (
          <FactList
            facts={[
              [ABOUT_WORDS.dataDate, institution.dataDate ? formatDay(institution.dataDate) : say(ABOUT_WORDS.noData)],
              [ABOUT_WORDS.schoolYear, dayOfYear(institution.schoolYearStart, locale)],
            ]}
          />
        )}
        <p>{say(ABOUT_WORDS.dateText)}</p>
      </Part>
      <Passage name="made" />
      <p className="about-links row-flat">
        <Link to={{ page: 'catalogue' }}>{say({ zh: '指标目录', en: 'Catalogue of indicators' })}</Link>
        <Link to={{ page: 'forms' }}>{say({ zh: '官方报表', en: 'Official tables' })}</Link>
        {!still && <Link to={{ page: 'developers' }}>{say({ zh: '数据接口', en: 'For developers' })}</Link>}
      </p>
      <Passage name="hidden" />
      <Part id="symbols" title={say(PASSAGES.symbols.title)}>
        <SymbolList symbols={Object.values(gapWords)} />
      </Part>
      <Passage name="accessibility" />
      <Passage name="privacy" />
      <Part id="software" title={say(ABOUT_WORDS.software)}>
        <FactList
          facts={[
            [ABOUT_WORDS.version, `Causeway ${app.version}`],
            [
              ABOUT_WORDS.licence,
              still ? (
                'Apache-2.0'
              ) : (
                <a href="https://www.apache.org/licenses/LICENSE-2.0" rel="noreferrer">
                  Apache-2.0
                </a>
              ),
            ],
          ]}
        />
      </Part>
    </article>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Passage({ name }: { name: keyof typeof PASSAGES }) {
  const { say } = useLanguage()
  const { id, title, paragraphs } = PASSAGES[name]
  return (
    <Part id={id} title={say(title)}>
      {paragraphs.map((words) => (
        <p key={words.en}>{say(words)}</p>
      ))}
    </Part>
  )
}

/** 09-01: 1 September, 9月1日. */
function dayOfYear(monthDay: string, locale: 'ZH' | 'EN'): string {
  return new Intl.DateTimeFormat(locale === 'ZH' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`2001-${monthDay}T00:00:00Z`))
}

/** Who runs the site, as its settings file says; else the college itself. */
function Responsible({ institution }: { institution: InstitutionFacts | null }) {
  const { say } = useLanguage()
  const { runBy, contact } = useBrand()
  const { email, phone, url } = contact ?? {}
  return (
    <>
      <FactList
        facts={[
          [ABOUT_WORDS.runBy, runBy && say(runBy)],
          [ABOUT_WORDS.college, institution?.name],
          [ABOUT_WORDS.email, email && <a href={`mailto:${email}`}>{email}</a>],
          [ABOUT_WORDS.phone, phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>],
          [
            ABOUT_WORDS.url,
            url && (
              <a href={url} rel="noreferrer">
                {url}
              </a>
            ),
          ],
          [ABOUT_WORDS.address, contact?.address && say(contact.address)],
        ]}
      />
      {!contact && <p>{say(ABOUT_WORDS.noContact)}</p>}
      {institution?.demonstration && <p>{say(ABOUT_WORDS.demonstration)}</p>}
    </>
  )
}
