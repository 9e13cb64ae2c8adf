import { THEMES } from '@causeway/shared/series'
import { type Match, findMatch } from '@causeway/shared/search-indicators'
import { themeWords } from '@causeway/shared/words/terms'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import type { HeldFigure, NamedSubject } from '../../graph/generated.ts'
import { EntryItem } from './entry-item.tsx'
import { Link } from '../../address/link.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { FaultState, Loading } from '../../ui/states.tsx'
import { CATALOGUE_WORDS } from './words.ts'
import { graph } from '../../graph/graph.ts'

interface Props {
  found: { it: CatalogueEntry; match: Match }[]
  /** By id of the indicator; one that is not in it: not known yet. */
  figures: ReadonlyMap<string, HeldFigure | null>
}

/** What was found, the best first. */
export function FoundList({ found, figures }: Props) {
  return (
    found.length > 0 && (
      <ul className="card entries">
        {found.map(({ it, match }) => (
          <EntryItem key={it.id} entry={it} match={match} held={figures.get(it.id)} />
        ))}
      </ul>
    )
  )
}

/** Where nothing is sought: each theme with its own. */
export function ListByTheme({ found, figures }: Props) {
  const { say } = useLanguage()
  const still = useStill()
  return THEMES.map((theme) => {
    const own = found.filter(({ it }) => it.theme === theme)
    return (
      own.length > 0 && (
        <section key={theme} aria-labelledby={theme} data-search-group={still ? '' : undefined}>
          <h2 id={theme} className="catalogue-theme">
            {say(themeWords[theme])}
          </h2>
          <FoundList found={own} figures={figures} />
        </section>
      )
    )
  })
}

/** What public figures name, in both languages, whichever is read: one searches in the other too. */
const SubjectsQuery = graph(`
  query Subjects($institution: ID!) {
    PROGRAMME: publicSubjects(institution: $institution, kind: PROGRAMME) { ...NamedSubject }
    PARTNER: publicSubjects(institution: $institution, kind: PARTNER) { ...NamedSubject }
    PLATFORM: publicSubjects(institution: $institution, kind: PLATFORM) { ...NamedSubject }
    COUNTRY: publicSubjects(institution: $institution, kind: COUNTRY) { ...NamedSubject }
  }
  fragment NamedSubject on PublicSubject { code zh: name(locale: ZH) en: name(locale: EN) pinyin }
`)

const KINDS = [
  { kind: 'PROGRAMME', page: 'programme', title: CATALOGUE_WORDS.programmes },
  { kind: 'PARTNER', page: 'partner', title: CATALOGUE_WORDS.partners },
  { kind: 'PLATFORM', page: 'platform', title: CATALOGUE_WORDS.platforms },
  { kind: 'COUNTRY', page: 'country', title: CATALOGUE_WORDS.countries },
] as const

/**
 * Programmes, partners, platforms and countries that have a page, found by the same search. `sought`: null in a folder of files, where
 * all stand and the search is a script of the folder.
 */
export function SubjectsList({ institution, sought }: { institution: string; sought: string | null }) {
  const { say } = useLanguage()
  const { data, fault, retry } = useAnswer(SubjectsQuery, { institution })
  if (fault && KINDS.some(({ kind }) => !data?.[kind])) return <FaultState fault={fault} retry={retry} />
  if (!data) return <Loading rows={1} />
  return KINDS.map(({ kind, page, title }) => {
    const subjects = (data[kind] ?? []).filter((one) => sought === null || findMatch(toSearchable(one), sought))
    return (
      subjects.length > 0 && (
        <section key={kind} aria-labelledby={kind} data-search-group={sought === null ? '' : undefined}>
          <h2 id={kind} className="catalogue-theme">
            {say(title)}
          </h2>
          <ul className="card entries">
            {subjects.map((subject) => (
              <li key={subject.code} className="entry" data-search={sought === null ? soughtText(subject) : undefined}>
                <div className="entry-name">
                  <Link to={{ page, id: subject.code }}>{say(subject)}</Link>{' '}
                  <span className="quiet">{subject.code}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )
    )
  })
}

const toSearchable = ({ code, zh, en, pinyin }: NamedSubject) => ({ id: code, code, name: { zh, en }, pinyin })

function soughtText({ code, zh, en, pinyin }: NamedSubject): string {
  return [code, zh, en, pinyin.join(''), pinyin.map((syllable) => syllable.slice(0, 1)).join('')].join(' ')
}
