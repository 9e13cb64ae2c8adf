import { findMatch } from '@causeway/shared/search-indicators'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import type { NamedSubject } from '../../graph/generated.ts'
import { SubjectsQuery } from './subjects-query.ts'
import { CATALOGUE_WORDS } from './words.ts'

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
  const address = useAddress()
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
                  <Link href={address.to({ page, id: subject.code })}>{say(subject)}</Link>{' '}
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
