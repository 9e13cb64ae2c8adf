import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import { wordsAsked } from './asked-above.ts'
import type { ImportDesk } from './use-import.ts'
import { WordChoice } from './word-choice.tsx'
import {
  answering,
  choicesFor,
  isOfWord,
  saidOf,
  withAnswer,
  wordsOf,
  type Answer,
  type WordCluster,
} from './word-clusters.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** What a cell holds where there is nothing, as people write it. */
const NOTHING = '-'
const EMPTIED = ['choice', 'country', 'reference', 'level']

/** Words that nobody knows, each asked for once for all its rows and spellings, with what was said of them so far. */
export function AnswersPanel({ draft, report, desk }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const unknown = wordsAsked(draft, report)
  const asked = unknown.flatMap(wordsOf)
  const said = draft.answers.filter((one) => !asked.some((word) => isOfWord(one, word)))
  if (unknown.length === 0 && said.length === 0) return null
  const nothing = { key: NOTHING, label: say(IMPORT_WORDS.emptyCell) }
  const set = (answers: Answer[]) => changeDraft(answering(draft, report, answers))

  /** Of the same field, those of which nothing is said yet. */
  const othersOf = (cluster: WordCluster) =>
    unknown
      .filter(({ field, recordType }) => field.name === cluster.field.name && recordType === cluster.recordType)
      .flatMap(wordsOf)
      .filter(
        (word) => !cluster.spellings.some(({ value }) => value === word.text) && saidOf(draft.answers, word) === '',
      )

  /** Words of which one thing is likely, and nothing said. */
  const likely = unknown.filter(
    ({ nearest, ...one }) =>
      nearest.length === 1 && wordsOf({ nearest, ...one }).every((word) => saidOf(draft.answers, word) === ''),
  )
  const takeLikely = () =>
    set(likely.reduce<Answer[]>((all, one) => withAnswer(all, wordsOf(one), one.nearest[0]!.key), [...draft.answers]))

  return (
    <section id="asked-words" tabIndex={-1} className="card answers stack-tight" aria-labelledby={id}>
      <h3 id={id}>{say(SAVED_WORDS.answers)}</h3>
      <p className="quiet">{say(SAVED_WORDS.answersHint)}</p>
      {likely.length > 1 && (
        <p className="actions">
          <Button onClick={takeLikely}>
            {say(SAVED_WORDS.takeLikely, { n: formatValue(likely.length, 0, locale) })}
          </Button>
        </p>
      )}
      <div className="fields">
        {unknown.map((cluster) => {
          const words = wordsOf(cluster)
          const value = saidOf(draft.answers, words[0]!)
          const label = cluster.field.options.find(({ key }) => key === value)?.label
          const others = othersOf(cluster)
          const choices = choicesFor(report, cluster)
          const mayBeEmpty = choices.length > 0 && EMPTIED.includes(cluster.field.kind) && !cluster.field.required
          return (
            <WordChoice
              key={`${cluster.recordType} ${cluster.field.name} ${words[0]!.text}`}
              cluster={cluster}
              choices={mayBeEmpty ? [...choices, nothing] : choices}
              valueOf={(text) => saidOf(draft.answers, { ...words[0]!, text })}
              onChange={(texts, value) =>
                set(
                  withAnswer(
                    draft.answers,
                    texts.map((text) => ({ ...words[0]!, text })),
                    value,
                  ),
                )
              }
            >
              {label !== undefined && others.length > 0 && (
                <Button onClick={() => set(withAnswer(draft.answers, others, value))}>
                  {say(MOVE_WORDS.sameForOthers, {
                    n: formatValue(others.length, 0, locale),
                    label,
                    field: cluster.field.label,
                  })}
                </Button>
              )}
            </WordChoice>
          )
        })}
      </div>
      <Said draft={draft} report={report} said={said} onTakeBack={set} />
      <p className="actions">
        <Button disabled={desk.progress !== null} onClick={() => void desk.check('check')}>
          {say(SAVED_WORDS.recheck)}
        </Button>
      </p>
    </section>
  )
}

interface SaidProps {
  draft: Draft
  report: ImportReport
  said: readonly Answer[]
  onTakeBack: (answers: Answer[]) => void
}

/** What the last look at the file knew of words; each can be taken back. */
function Said({ draft, report, said, onTakeBack }: SaidProps) {
  const { say } = useLanguage()
  if (said.length === 0) return null
  // What entries need that names make is of their type.
  const fieldOf = ({ recordType, field }: Answer) => {
    const made = report.codes.find((one) => one.recordType.name === recordType)
    return [...(made?.needed ?? []), ...(report.recordType?.fields ?? [])].find(({ name }) => name === field)
  }
  return (
    <ul className="corrections">
      {said.map((one) => {
        const field = fieldOf(one)
        const known = field?.options.find(({ key }) => key === one.value)?.label ?? one.value
        const value = one.value === NOTHING ? say(IMPORT_WORDS.emptyCell) : known
        return (
          <li key={`${one.recordType} ${one.field} ${one.text}`}>
            <span>{say(SAVED_WORDS.saidSo, { field: field?.label ?? one.field, text: one.text, value })}</span>
            <Button onClick={() => onTakeBack(withAnswer(draft.answers, [one], ''))}>
              {say(SAVED_WORDS.takeBack)}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
