import type { ImportProblem, ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { askedId, type AskedAbove } from './asked-above.ts'
import { isAskedAgain } from './said-values.ts'
import ASKED_WORDS from './asked-words.json' with { type: 'json' }

interface Props {
  problem: ImportProblem
  report: ImportReport
  asked: AskedAbove
}

/** What is wrong with a row or a cell of it; in short, and with the way there, where it is asked above once for all rows. */
export function RowProblem({ problem, report, asked }: Props) {
  const { say } = useLanguage()
  const { column, field, value, message } = problem
  const place = asked(problem)
  const colon = say({ zh: '：', en: ': ' })
  if (place === null) {
    // The message names the field; the file has no column of its name.
    const isOfColumn = column !== null && column !== field && problem.columnIndex === null
    return (
      <p className="problem">
        {isOfColumn && column + colon}
        {message}
      </p>
    )
  }
  const label = report.recordType?.fields.find(({ name }) => name === field)?.label ?? field ?? ''
  const id = askedId(place, field ?? '')
  return (
    <p className="problem">
      {problem.code === 'NO_MATCH'
        ? message
        : isAskedAgain(problem)
          ? say(ASKED_WORDS.again, { label })
          : place === 'fields'
            ? say(ASKED_WORDS.missing, { label })
            : say(ASKED_WORDS.value, { value: value ?? '' })}
      {colon}
      <a
        href={`#${id}`}
        onClick={(event) => {
          event.preventDefault()
          document.getElementById(id)?.focus()
        }}
      >
        {say(ASKED_WORDS[place])}
      </a>
    </p>
  )
}
