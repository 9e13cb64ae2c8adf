import { useState } from 'react'
import { formatFigure } from '@causeway/shared/format-figure'
import type { Match } from '@causeway/shared/search-indicators'
import type { Stretch } from '@causeway/shared/charts/spec'
import { Link } from '../../address/link.tsx'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { IndicatorCode } from '../../ui/indicator-code.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import type { CatalogueEntry } from './catalogue-entry.ts'
import type { HeldFigure } from '../../graph/generated.ts'
import { CATALOGUE_WORDS } from './words.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { FaultState, Loading } from '../../ui/states.tsx'
import { NeedsQuery } from './catalogue-filter.ts'

interface Props {
  entry: CatalogueEntry
  match: Match
  held: HeldFigure | null | undefined
}

export function EntryItem({ entry, match, held }: Props) {
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
function soughtText({ id, code, name, pinyin, lines = [] }: CatalogueEntry): string {
  const initials = pinyin.map((syllable) => syllable.slice(0, 1))
  return [
    id,
    code,
    name.zh,
    name.en,
    pinyin.join(''),
    initials.join(''),
    ...lines.flatMap(({ zh, en }) => [zh, en]),
  ].join(' ')
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
    <div className="needs">
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
