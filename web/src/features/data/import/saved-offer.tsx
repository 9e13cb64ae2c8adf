import { useId, useState } from 'react'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { labelOf, saidOfAll, valueOfAll } from './said-values.ts'
import { changeDraft, NOTHING_SAID, type Draft } from './import-draft.ts'
import type { ImportDesk } from './use-import.ts'
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
  /** Nothing is in the way of seeing what would change. */
  mayGoOn: boolean
}

type Recognised = ImportReport['recognised'][number]
type Offered = Recognised & { mapping: string; saved: NonNullable<Recognised['saved']> }

/** Which saved mappings the file is like, what of its columns is new, and the way on in one click. */
export function SavedOffer({ draft, report, desk, mayGoOn }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const offers = report.recognised.filter((one): one is Offered => one.mapping !== null && one.saved !== null)
  if (offers.length === 0) return null
  const taken = offers.find(({ mapping }) => mapping === report.mapping)
  const isRenamed = Object.keys(draft.renamed).length > 0
  return (
    <section className="card saved-offer stack-tight" aria-labelledby={id}>
      <h3 id={id}>{say(taken ? SAVED_WORDS.known : SAVED_WORDS.mayBe)}</h3>
      {taken ? (
        <>
          <p>{isRenamed ? say(SAVED_WORDS.renamed) : taken.why}</p>
          <FilledIn draft={draft} report={report} />
          {!isRenamed && taken.saved.added.length > 0 && <p className="quiet">{say(SAVED_WORDS.newColumns)}</p>}
          {mayGoOn && (
            <p className="actions">
              <Button primary disabled={desk.progress !== null} onClick={() => void desk.check('preview')}>
                {say(SAVED_WORDS.toPreview)}
              </Button>
            </p>
          )}
        </>
      ) : (
        offers.map((offered) => <Offer key={offered.mapping} offered={offered} desk={desk} />)
      )}
    </section>
  )
}

/** The values that the mapping gives to all rows: of another year they would be wrong in every one. */
function FilledIn({ draft, report }: Pick<Props, 'draft' | 'report'>) {
  const { say } = useLanguage()
  const said = saidOfAll(report)
  const values = (report.recordType?.fields ?? []).flatMap((field) => {
    const value = valueOfAll(draft, field.name, said.get(field.name))
    return value === '' ? [] : [say(SAVED_WORDS.filledIn, { field: field.label, value: labelOf(field, value) })]
  })
  if (values.length === 0) return null
  return <p>{say(SAVED_WORDS.fillsIn, { values: values.join(say({ zh: '、', en: ', ' })) })}</p>
}

/** One of them, and which column each that it cannot do without is now. */
function Offer({ offered, desk }: { offered: Offered; desk: ImportDesk }) {
  const { say } = useLanguage()
  const { mapping, recordType, why, saved } = offered
  const [renamed, setRenamed] = useState<Record<string, string>>({})
  const canBe = saved.lacks.length <= saved.added.length
  const isSaid = saved.lacks.every((head) => renamed[head])

  function take() {
    changeDraft({ type: recordType.name, mapping, typeFound: false, ...NOTHING_SAID, renamed })
    void desk.check('check')
  }

  return (
    <div className="stack-tight">
      <p>{why}</p>
      {canBe && saved.lacks.length > 0 && (
        <div className="fields">
          {saved.lacks.map((head) => (
            <Choice
              key={head}
              label={say(SAVED_WORDS.isNow, { head })}
              value={renamed[head] ?? ''}
              options={[
                { value: '', text: say(SAVED_WORDS.choose) },
                ...saved.added.map((value) => ({ value, text: value })),
              ]}
              onChange={(is) => setRenamed({ ...renamed, [head]: is })}
            />
          ))}
        </div>
      )}
      {canBe && (
        <p className="actions">
          <Button disabled={desk.progress !== null || !isSaid} onClick={take}>
            {say(SAVED_WORDS.readSo, { name: mapping })}
          </Button>
        </p>
      )}
    </div>
  )
}
