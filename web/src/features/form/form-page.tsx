import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { fill } from '../../language/fill.ts'
import { formatDay } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { mayChange, mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { useStill } from '../../still/still.ts'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Unbroken } from '../../ui/unbroken.tsx'
import '../../styles/form.css'
import { ChecksPanel } from './checks-panel.tsx'
import { EditionPicker } from './edition-picker.tsx'
import { EditionsPanel } from './editions-panel.tsx'
import { ExportPanel } from './export-panel.tsx'
import type { FormFacts } from '../../graph/generated.ts'
import { FormQuery } from './form-query.ts'
import { FormTable } from './form-table.tsx'
import { TakeForm } from './take-form.tsx'
import { takesYear } from './takes-year.ts'
import { FORM_WORDS } from './words.ts'

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
        <Link className="button" href={address.to({ page: 'forms' })}>
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
        <Link href={address.to({ page: 'forms' })}>{say(FORM_WORDS.forms)}</Link>
      </p>
      <header className="page-head">
        <h1>{form.name}</h1>
        <p className="lead">
          <Unbroken
            text={[
              institution.name,
              say(fill(FORM_WORDS.report, { year: form.reportYear })),
              form.period,
              say(fill(FORM_WORDS.editionOf, form)),
            ].join(say({ zh: '，', en: ', ' }))}
          />
        </p>
        <p className="lead authority">{form.definition.authority}</p>
        {shown.exportColumns.length === 0 && <State form={form} year={year} inside={inside} />}
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="controls form-controls">
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
          mayFill={mayChange(session, institution.code)}
          refresh={retry}
        />
      )}
      {inside && form.checks && shown.exportColumns.length === 0 && (
        <ChecksPanel findings={form.checks} lines={form.lines} />
      )}
      {!inside && still === null && shown.exportColumns.length === 0 && (
        <p className="quiet form-sign-in">
          {say(FORM_WORDS.signInHelps)}{' '}
          <Link href={address.to({ page: 'sign-in' }, { back: address.here })}>{say(FORM_WORDS.signIn)}</Link>
        </p>
      )}
      <EditionsPanel form={form} shown={shown} />
    </article>
  )
}

/** How much is shown, and whether the edition is the one that is filed. */
function State({ form, year, inside }: { form: FormFacts; year: number; inside: boolean }) {
  const { locale, say } = useLanguage()
  const anyInForce = form.definition.editions.some((edition) => takesYear(edition, year))
  const how = form.publishedOn
    ? say(fill(FORM_WORDS.publishedOn, { day: formatDay(form.publishedOn, locale) }))
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
