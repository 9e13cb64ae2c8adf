import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { SubjectsQuery, type NamedSubject } from './subjects-query.ts'
import { CATALOGUE_WORDS } from './words.ts'

const KINDS = [
  { kind: 'PROGRAMME', page: 'programme', title: CATALOGUE_WORDS.programmes },
  { kind: 'PARTNER', page: 'partner', title: CATALOGUE_WORDS.partners },
  { kind: 'PLATFORM', page: 'platform', title: CATALOGUE_WORDS.platforms },
  { kind: 'COUNTRY', page: 'country', title: CATALOGUE_WORDS.countries },
] as const

/** In a folder of files: the programmes, partners, platforms and countries that have a page there, found by the same search. */
export function SubjectsList({ institution }: { institution: string }) {
  const { say } = useLanguage()
  const address = useAddress()
  const { data } = useAnswer(SubjectsQuery, { institution })
  if (!data) return null
  return KINDS.map(({ kind, page, title }) => {
    const subjects = data[kind] ?? []
    return (
      subjects.length > 0 && (
        <section key={kind} aria-labelledby={kind} data-search-group="">
          <h2 id={kind} className="catalogue-theme">
            {say(title)}
          </h2>
          <ul className="card entries">
            {subjects.map((subject) => (
              <li key={subject.code} className="entry" data-search={soughtText(subject)}>
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

function soughtText({ code, zh, en, pinyin }: NamedSubject): string {
  return [code, zh, en, pinyin.join(''), pinyin.map((syllable) => syllable.slice(0, 1)).join('')].join(' ')
}
