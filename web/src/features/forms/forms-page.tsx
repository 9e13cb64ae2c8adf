import { Fragment } from 'react'
import { Link } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { useInstitution, useSetting } from '../../setting/setting.tsx'
import { reportLabel } from '../../setting/years.ts'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/forms.css'
import { editionOfYear, tallyOf } from './forms-of-year.ts'
import type { FilledForm as FilledFacts, ListedEdition, ListedForm } from '../../graph/generated.ts'
import { graph } from '../../graph/graph.ts'
import FORMS_WORDS from './words.json' with { type: 'json' }

const FormsQuery = graph(`
  query Forms($locale: Locale!) { forms { ...ListedForm } }
  fragment ListedForm on FormDefinition {
    id name(locale: $locale) authority(locale: $locale) editions { ...ListedEdition }
  }
  fragment ListedEdition on FormEdition { edition name(locale: $locale) from to yearOffset columns }
`)

/** Apart from the list, so that the names need not wait until every table is filled. */
const FormsOfYearQuery = graph(`
  query FormsOfYear($institution: ID!, $year: Int!, $release: ID, $asOf: DateTime) {
    formsOfYear(institution: $institution, release: $release, asOf: $asOf, year: $year) { ...FilledForm }
  }
  fragment FilledForm on Form { id edition reportYear publishedOn lines { ...LineState } }
  fragment LineState on FilledLine { source gap }
`)

/** Every official table, and how far each is filled for the year. It is there before a college has any record. */
export function FormsPage() {
  const { locale, say } = useLanguage()
  const state = useSetting()
  const setting = state.state === 'ready' ? state.setting : null
  const { data, fault, retry } = useAnswer(FormsQuery, { locale })
  const filled = useAnswer(
    FormsOfYearQuery,
    { institution: setting?.institution.code ?? '', year: setting?.year ?? 0 },
    setting === null,
  )
  const name = useInstitution()?.name
  useTitle(name ? `${say(FORMS_WORDS.title)}, ${name}` : say(FORMS_WORDS.title))
  if (fault && !data) return <FaultState fault={fault} retry={retry} page />

  const forms = data?.forms ?? []
  const report = setting && reportLabel(setting.years.periodOf(setting.year), locale)
  const ofYear = forms.flatMap((form) => {
    const edition = setting ? editionOfYear(form.editions, setting.year) : form.editions.at(-1)
    return edition ? [{ form, edition }] : []
  })
  const others = forms.filter((form) => !ofYear.some((one) => one.form === form))
  return (
    <>
      <header className="page-head">
        <h1>{say(FORMS_WORDS.title)}</h1>
        <p className="lead">{say(FORMS_WORDS.lead)}</p>
        {name && (
          <p className="lead">
            {name}
            {report && say({ zh: '，', en: ', ' }) + report}
          </p>
        )}
      </header>
      {state.state === 'no-records' && <p className="note">{say(FORMS_WORDS.noRecordsYet)}</p>}
      {!data && <Loading rows={7} />}
      {data && forms.length === 0 && <EmptyState title={say(FORMS_WORDS.none)} />}
      {filled.fault && <FaultState fault={filled.fault} retry={filled.retry} />}
      {ofYear.length > 0 && (
        <section aria-labelledby="of-year" aria-busy={filled.waiting}>
          <h2 id="of-year" className="forms-head">
            {report ? say(FORMS_WORDS.ofYear, { report }) : say(FORMS_WORDS.list)}
          </h2>
          <ul className="card forms">
            {ofYear.map(({ form, edition }) => (
              <FormItem
                key={form.id}
                form={form}
                edition={edition}
                inForce={setting !== null}
                filled={filled.data?.formsOfYear?.find((one) => one.id === form.id && one.edition === edition.edition)}
              />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others" className="forms-head">
            {say(FORMS_WORDS.others)}
          </h2>
          <p className="quiet">{say(FORMS_WORDS.othersText)}</p>
          <ul className="card forms">
            {others.map((form) => (
              <FormItem key={form.id} form={form} edition={form.editions.at(-1)!} inForce={false} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface ItemProps {
  form: ListedForm
  edition: ListedEdition
  inForce: boolean
  filled?: FilledFacts | undefined
}

function FormItem({ form, edition, inForce, filled }: ItemProps) {
  const { say } = useLanguage()
  const others = form.editions.filter((one) => one !== edition)
  return (
    <li className="form-item">
      <div>
        <h3>
          <Link to={{ page: 'form', id: form.id }} view={inForce ? {} : { edition: edition.edition }}>
            {form.name}
          </Link>
        </h3>
        <p className="quiet">{form.authority}</p>
      </div>
      <div className="form-editions quiet">
        <p>{say(FORMS_WORDS.edition, edition)}</p>
        {others.length > 0 && (
          <p>
            {say({ zh: '另有：', en: 'Also: ' })}
            {others.map((one) => (
              <Fragment key={one.edition}>
                <Link to={{ page: 'form', id: form.id }} view={{ edition: one.edition }}>
                  {say({ zh: `${one.edition}年版`, en: one.edition })}
                </Link>{' '}
              </Fragment>
            ))}
          </p>
        )}
      </div>
      <FormState edition={edition} filled={filled} />
    </li>
  )
}

/** How far a table is filled, as a bar, in which what is hidden is no empty part, and in words; of a list of records what it is. */
function FormState({ edition, filled }: { edition: ListedEdition; filled: FilledFacts | undefined }) {
  const { say, formatDay } = useLanguage()
  if (edition.columns.length > 0)
    return <p className="form-state quiet">{say(FORMS_WORDS.export, { n: edition.columns.length })}</p>
  // Keeps its place, so that nothing jumps when it is known.
  if (!filled) return <p className="form-state" aria-hidden="true" />
  const tally = tallyOf(filled.lines)
  const rest = (['byHand', 'toFill', 'noRecords', 'notApplicable', 'hidden'] as const)
    .filter((name) => tally[name] > 0)
    .map((name) => say(FORMS_WORDS[name], { n: tally[name] }))
  if (filled.publishedOn) rest.push(say(FORMS_WORDS.published, { day: formatDay(filled.publishedOn) }))
  return (
    <div className="form-state">
      <p>{say(tally.filled === tally.all ? FORMS_WORDS.allFilled : FORMS_WORDS.filled, { ...tally })}</p>
      <span className="form-bar" aria-hidden="true">
        {(['filled', 'hidden'] as const).map((part) => (
          <span
            key={part}
            className={part}
            style={{ inlineSize: `${(100 * tally[part]) / Math.max(1, tally.all)}%` }}
          />
        ))}
      </span>
      {rest.length > 0 && <p className="quiet">{rest.join(say({ zh: '，', en: ', ' }))}</p>}
    </div>
  )
}
