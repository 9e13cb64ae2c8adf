import { THEMES } from '@causeway/shared/series'
import { type Match, type Searchable, findMatch, type Stretch } from '@causeway/shared/search-indicators'
import { themeWords } from '@causeway/shared/words/terms'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { type CatalogueEntry, NeedsQuery } from './catalogue-filter.ts'
import type { HeldFigure, NamedSubject } from '../../graph/generated.ts'
import { Link } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { FaultState, Loading } from '../../ui/states.tsx'
import CATALOGUE_WORDS from './words.json' with { type: 'json' }
import { graph } from '../../graph/graph.ts'
import { useState } from 'react'
import { formatFigure } from '@causeway/shared/format-figure'
import { IndicatorCode, ThemeMark } from '../../ui/theme-mark.tsx'

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
  query Subjects($institution: ID!, $release: ID, $asOf: DateTime) {
    PROGRAMME: publicSubjects(institution: $institution, release: $release, asOf: $asOf, kind: PROGRAMME) { ...NamedSubject }
    PARTNER: publicSubjects(institution: $institution, release: $release, asOf: $asOf, kind: PARTNER) { ...NamedSubject }
    PLATFORM: publicSubjects(institution: $institution, release: $release, asOf: $asOf, kind: PLATFORM) { ...NamedSubject }
    COUNTRY: publicSubjects(institution: $institution, release: $release, asOf: $asOf, kind: COUNTRY) { ...NamedSubject }
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
              <li
                key={subject.code}
                className="entry"
                data-search={sought === null ? soughtText(toSearchable(subject)) : undefined}
              >
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

interface EntryItemProps {
  entry: CatalogueEntry
  match: Match
  held: HeldFigure | null | undefined
}

function EntryItem({ entry, match, held }: EntryItemProps) {
  const { locale, say } = useLanguage()
  const still = useStill()
  const [open, setOpen] = useState(false)
  const { id, code, name, theme, definition, unit, decimals, recordTypes } = entry
  const [own, other] = locale === 'ZH' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  const foundInOther = match.name[own].length === 0 && match.name[other].length > 0
  const needs = say(CATALOGUE_WORDS.needs) + recordTypes.map(({ label }) => label).join(say(CATALOGUE_WORDS.list))
  return (
    <li className={`entry theme-${theme.toLowerCase()}`} data-search={still ? soughtText(entry) : undefined}>
      <div className="entry-name">
        <ThemeMark theme={theme} />
        <Link to={{ page: 'indicator', id }}>
          <Marked text={name[own]} stretches={match.name[own]} />
        </Link>{' '}
        <IndicatorCode id={id} code={code} />
      </div>
      <p className="entry-figure">
        {held && held.period.basis !== 'SCHOOL_YEAR' && <span className="entry-period">{held.period.label}</span>}
        {held && formatFigure(held, { decimals, unit: { zh: unit, en: unit } }, locale)}
      </p>
      <div className="entry-more">
        {foundInOther && (
          <p lang={other === 'zh' ? 'zh-CN' : 'en'}>
            <Marked text={name[other]} stretches={match.name[other]} />
          </p>
        )}
        {match.line && (
          <p>
            {say(CATALOGUE_WORDS.inLine)}
            {say(match.line)}
          </p>
        )}
        <p>{say(definition)}</p>
        {still ? (
          <p className="quiet">{needs}</p>
        ) : (
          <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary>{needs}</summary>
            {open && <NeedsPanel id={id} />}
          </details>
        )}
      </div>
    </li>
  )
}

/** Everything an entry is found by where no app searches: names, code, pinyin in full and by initials. */
function soughtText({ id, code, name, pinyin, lines = [] }: Searchable): string {
  const initials = pinyin.map((syllable) => syllable.slice(0, 1))
  const found = [code, name.zh, name.en, pinyin.join(''), initials.join('')]
  return [...(id === code ? [] : [id]), ...found, ...lines.flatMap(({ zh, en }) => [zh, en])].join(' ')
}

/** A text with what was found in it marked. */
function Marked({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  const parts: { text: string; found: boolean; at: number }[] = []
  let at = 0
  for (const [from, to] of stretches) {
    if (from > at) parts.push({ text: text.slice(at, from), found: false, at })
    parts.push({ text: text.slice(from, to), found: true, at: from })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false, at })
  return parts.map((part) => (part.found ? <mark key={part.at}>{part.text}</mark> : part.text))
}

/** What a clerk fills in: the note, and the columns of each record type. */
function NeedsPanel({ id }: { id: string }) {
  const { locale, say } = useLanguage()
  const { data, waiting, fault, retry } = useAnswer(NeedsQuery, { id, locale })
  if (fault) return <FaultState fault={fault} retry={retry} />
  if (!data?.indicator) return waiting ? <Loading rows={3} /> : null
  const { fillingNote, needs } = data.indicator
  return (
    <div className="needs stack-tight">
      {fillingNote && <p>{fillingNote}</p>}
      <p className="quiet">{say(CATALOGUE_WORDS.columns)}</p>
      <dl className="facts">
        {needs.map(({ recordType, fields }) => (
          <div key={recordType.name}>
            <dt>{recordType.label}</dt>
            <dd>
              {fields
                .map(({ label, required }) =>
                  required
                    ? label + say({ zh: '（', en: ' (' }) + say(CATALOGUE_WORDS.required) + say({ zh: '）', en: ')' })
                    : label,
                )
                .join(say(CATALOGUE_WORDS.list))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
