import { Link, useAddress, SignInLink } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { mayDo, mayRead, useSession } from '../../session/use-session.tsx'
import { useStill } from '../../still/still.ts'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Unbroken } from '../../ui/unbroken.tsx'
import '../../styles/form.css'
import { ChecksPanel } from './checks-panel.tsx'
import type { FormFacts, FormEditionFacts } from '../../graph/generated.ts'
import { FormQuery, formFileAddress } from './form-query.ts'
import { FormTable } from './form-table.tsx'
import { takesYear } from './line-text.ts'
import FORM_WORDS from './words.json' with { type: 'json' }
import { Tabs } from '../../ui/tabs.tsx'
import { Choice } from '../../ui/choice.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Button } from '../../ui/button.tsx'

/** An official table as it is filed: this year's values, last year's beside them, and what to look at before filing. */
export function FormPage({ setting: { institution, year }, place: { id } }: PageProps<'form'>) {
  const still = useStill()
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { session } = useSession()
  const inside = mayRead(session, institution.code)
  const { view } = address
  const { data, waiting, fault, retry } = useAnswer(FormQuery, {
    ...{ id, locale, inside, edition: view.edition, institution: view.institution, year: view.year },
  })
  const form = data?.institution?.form
  useTitle(form ? `${form.name}, ${institution.name}` : say(FORM_WORDS.forms))
  if (fault && !form)
    return fault.code === 'UNKNOWN_FORM' ? (
      <EmptyState title={say(FORM_WORDS.unknown)} page>
        <p>{fault.message}</p>
        <Link className="button" to={{ page: 'forms' }}>
          {say(FORM_WORDS.forms)}
        </Link>
      </EmptyState>
    ) : (
      <FaultState fault={fault} retry={retry} page />
    )
  if (!form) return <Loading rows={9} />

  const shown = form.definition.editions.find((one) => one.edition === form.edition)!
  return (
    <article className="form-page" aria-busy={waiting}>
      <p className="crumbs">
        <Link to={{ page: 'forms' }}>{say(FORM_WORDS.forms)}</Link>
      </p>
      <header className="page-head">
        <h1>{form.name}</h1>
        <p className="lead">
          <Unbroken
            text={[
              institution.name,
              say(FORM_WORDS.report, { year: form.reportYear }),
              form.period,
              say(FORM_WORDS.editionOf, form),
            ].join(say({ zh: '，', en: ', ' }))}
          />
        </p>
        <p className="lead authority">{form.definition.authority}</p>
        {shown.exportColumns.length === 0 && <State form={form} year={year} inside={inside} />}
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="controls form-controls off-paper">
        <EditionPicker form={form} year={year} />
        <TakeForm
          form={form}
          institution={institution.code}
          year={year}
          mayTake={inside || shown.exportColumns.length === 0}
        />
      </div>
      {shown.exportColumns.length > 0 ? (
        <ExportPanel columns={shown.exportColumns} mayTake={inside} />
      ) : (
        <FormTable
          form={form}
          institution={institution.code}
          year={year}
          mayFill={mayDo(session, 'plans', institution.code)}
          refresh={retry}
        />
      )}
      {inside && form.checks && shown.exportColumns.length === 0 && (
        <ChecksPanel findings={form.checks} lines={form.lines} />
      )}
      {!inside && still === null && shown.exportColumns.length === 0 && (
        <p className="quiet form-sign-in off-paper">
          {say(FORM_WORDS.signInHelps)} <SignInLink>{say(FORM_WORDS.signIn)}</SignInLink>
        </p>
      )}
      <EditionsPanel form={form} shown={shown} />
    </article>
  )
}

/** How much is shown, and whether the edition is the one that is filed. */
function State({ form, year, inside }: { form: FormFacts; year: number; inside: boolean }) {
  const { say, formatDay } = useLanguage()
  const anyInForce = form.definition.editions.some((edition) => takesYear(edition, year))
  const how = form.publishedOn
    ? say(FORM_WORDS.publishedOn, { day: formatDay(form.publishedOn) })
    : say(inside && form.profile === 'EXACT' ? FORM_WORDS.exact : FORM_WORDS.public)
  return (
    <>
      <p className="form-status">{how}</p>
      {!form.inForce && (
        <p className="note" role="note">
          {say(anyInForce ? FORM_WORDS.notInForce : FORM_WORDS.noneInForce)}
        </p>
      )}
    </>
  )
}

/** Another edition of the same year; what is in force needs no name in the address. */
function EditionPicker({ form, year }: { form: FormFacts; year: number }) {
  const { say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  const { editions } = form.definition
  if (editions.length < 2) return null
  const inForce = editions.findLast((edition) => takesYear(edition, year))
  const named = editions.toReversed().map((edition) => ({
    value: edition.edition,
    text: say(FORM_WORDS.editionChoice, edition) + (edition === inForce ? say(FORM_WORDS.inForceMark) : ''),
    view: { edition: edition === inForce ? null : edition.edition, line: null },
  }))
  if (!still)
    return (
      <Choice
        label={say(FORM_WORDS.edition)}
        value={form.edition}
        options={named}
        onChange={(chosen) => address.change(named.find(({ value }) => value === chosen)!.view)}
      />
    )
  const tabs = named.map(({ value, ...tab }) => ({ key: value, ...tab }))
  return <Tabs label={say(FORM_WORDS.edition)} tabs={tabs} open={form.edition} />
}

/** What changed since the edition before, and where the lines were seen. */
function EditionsPanel({ form, shown }: { form: FormFacts; shown: FormEditionFacts }) {
  const { say } = useLanguage()
  return (
    <section className="form-editions-panel off-paper" aria-label={say(FORM_WORDS.editions)}>
      {form.before && (
        <details>
          <summary>{say(FORM_WORDS.changes, form.before)}</summary>
          {form.changes.length === 0 ? (
            <p className="quiet">{say(FORM_WORDS.noChanges)}</p>
          ) : (
            <ul className="form-changes stack-tight">
              {form.changes.map(({ sentence, before, after }) => (
                <li key={`${before?.number ?? ''} ${after?.number ?? ''}`}>{sentence}</li>
              ))}
            </ul>
          )}
        </details>
      )}
      <details>
        <summary>{say(FORM_WORDS.wordingTitle)}</summary>
        <p>{say(FORM_WORDS.wordings[shown.confidence])}</p>
        <p className="quiet">{shown.source}</p>
        {form.definition.source !== shown.source && <p className="quiet">{form.definition.source}</p>}
      </details>
    </section>
  )
}

/** An edition that lists records: its columns. The rows are in the file. */
function ExportPanel({ columns, mayTake }: { columns: { name: string; label: string }[]; mayTake: boolean }) {
  const still = useStill()
  const { say } = useLanguage()
  return (
    <section className="card">
      <p>{say(FORM_WORDS.columns)}</p>
      <ol className="form-columns">
        {columns.map(({ name, label }) => (
          <li key={name}>
            <code>{name}</code> {label}
          </li>
        ))}
      </ol>
      {!mayTake && (
        <p className="quiet">
          {say(FORM_WORDS.columnsNeed)} {still === null && <SignInLink>{say(FORM_WORDS.signIn)}</SignInLink>}
        </p>
      )}
    </section>
  )
}

interface Props {
  form: FormFacts
  institution: string
  year: number
  mayTake: boolean
}

function TakeForm({ form, institution, year, mayTake }: Props) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  // A folder of files has no server to write one, and no script to print or copy.
  if (still || !mayTake) return null
  return (
    <div className="actions">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className="button" href={formFileAddress(form, institution, year, format, locale)} download>
          {say(FORM_WORDS[format])}
        </a>
      ))}
      <Button onClick={() => print()}>{say(FORM_WORDS.print)}</Button>
      <CopyButton
        text={() =>
          location.origin +
          address.with({ lang: locale === 'ZH' ? 'zh' : 'en', institution, year, edition: form.edition, line: null })
        }
      >
        {say(FORM_WORDS.copyLink)}
      </CopyButton>
    </div>
  )
}
