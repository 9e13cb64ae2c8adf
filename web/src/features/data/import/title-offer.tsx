import type { ImportReport, TypeField } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import { askedAgain, labelOf, withValue } from './said-values.ts'
import type { ImportDesk } from './use-import.ts'
import WHOLE_WORDS from './whole-words.json' with { type: 'json' }

interface Props {
  field: TypeField
  draft: Draft
  report: ImportReport
  desk: ImportDesk
  /** The value for all rows so far; empty: none. */
  value: string
}

/**
 * What the title, the name of the sheet or that of the file says of a field: a button fills it in. Where a saved mapping fills in another
 * value, or one that was taken from such a text and is not said again, a second button keeps that value.
 */
export function TitleOffers({ field, draft, report, desk, value }: Props) {
  const { say } = useLanguage()
  const why = askedAgain(report, field.name)
  const ofField = report.titleOffers.filter((one) => one.field === field.name)
  const offers = ofField.filter((one) => one.sheet !== null || one.value !== value)
  if (offers.length === 0 && why === null) return null
  const fillable = offers.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]))
  const [only] = fillable.length === 1 ? fillable : []

  function fillIn(change: Partial<Draft>) {
    changeDraft(change)
    void desk.check('check')
  }

  function fillOffered() {
    let change: Partial<Draft> = {}
    for (const { value: offered, sheet } of fillable)
      change = { ...change, ...withValue({ ...draft, ...change }, field.name, offered, sheet) }
    fillIn(change)
  }

  return (
    <div className={why === null ? 'title-offer quiet' : 'title-offer note'} data-title-offer={field.name}>
      {offers.map(({ place, line, sheet }) => (
        <p key={`${place} ${sheet ?? ''}`}>{say(WHOLE_WORDS.says[place], { line })}</p>
      ))}
      {why === 'FILE_SAYS_OTHERWISE' && <p>{say(WHOLE_WORDS.otherwise, { value: labelOf(field, value) })}</p>}
      {why === 'FILE_SAYS_NOTHING' && <p>{say(WHOLE_WORDS.saidNoMore, { value: labelOf(field, value) })}</p>}
      <p className="row">
        {fillable.length > 0 && (
          <Button primary={why !== null} disabled={desk.progress !== null} onClick={fillOffered}>
            {only ? say(WHOLE_WORDS.fillIn, { value: labelOf(field, only.value) }) : say(WHOLE_WORDS.fillSheets)}
          </Button>
        )}
        {why !== null && value !== '' && (
          <Button disabled={desk.progress !== null} onClick={() => fillIn(withValue(draft, field.name, value, null))}>
            {say(WHOLE_WORDS.keep, { value: labelOf(field, value) })}
          </Button>
        )}
      </p>
    </div>
  )
}
