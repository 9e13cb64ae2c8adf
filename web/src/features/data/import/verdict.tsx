import { useLayoutEffect, useRef } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { countRight } from './import-query.ts'
import { isNotRead } from './import-tables.ts'
import { LeftOut } from './left-out.tsx'
import { ForEyesAndEars } from './import-progress.tsx'
import { useCounting } from './under-way.ts'
import type { ImportDesk } from './use-import.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }

interface Props {
  report: ImportReport
  /** Its rows were checked to the last. */
  counted: boolean
  /** What is wrong with the file and not with a row. */
  ofFile: ImportReport['problems']
  desk: ImportDesk
}

/** How many rows are right and wrong, or how far it is with them. */
export function Verdict({ report, counted, ofFile, desk }: Props) {
  const { say } = useLanguage()
  const counting = useCounting()
  const isCounting = counting !== null
  const place = useRef<HTMLParagraphElement>(null)
  const shown = useRef({ report, isCounting })
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { report, isCounting }
    // Who checks again hears what came of it; at the first look the heading of the step has the focus, in the table and while rows
    // were counted it is where they are.
    if (report === before.report || before.isCounting) return
    if (!document.activeElement?.matches('[data-keeps-focus]')) place.current?.focus()
  }, [report, isCounting])

  function stop() {
    desk.stop()
    // The button goes.
    place.current?.focus()
  }

  return (
    <div className="card">
      <p ref={place} className="import-verdict" role="status" tabIndex={-1}>
        {counted ? (
          <Found report={report} ofFile={ofFile} />
        ) : counting ? (
          <ForEyesAndEars title={say(IMPORT_WORDS.counting)} progress={counting} />
        ) : (
          say(IMPORT_WORDS.notCounted)
        )}
      </p>
      {!counted && (
        <div className="counting">
          {counting && (
            <progress
              aria-label={say(IMPORT_WORDS.counting)}
              max={1}
              {...(counting.share !== null && { value: counting.share })}
            />
          )}
          {counting ? (
            <Button onClick={stop}>{say(IMPORT_WORDS.stop)}</Button>
          ) : (
            <Button disabled={desk.progress !== null} onClick={() => void desk.check('check')}>
              {say(IMPORT_WORDS.checkAll)}
            </Button>
          )}
        </div>
      )}
      {counted && <LeftOut report={report} />}
      {ofFile.length > 0 && (
        <ul className="file-problems stack-tight">
          {ofFile.map(({ code, message }) => (
            <li key={code + message} className="problem">
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Found({ report, ofFile }: Pick<Props, 'report' | 'ofFile'>) {
  const { locale, say } = useLanguage()
  const number = (value: number) => formatValue(value, 0, locale)
  const right = countRight(report)
  if (isNotRead(report)) return say(IMPORT_WORDS.rowsNotRead)
  if (ofFile.length > 0 && ofFile.every(({ code }) => code === 'NOT_RECOGNISED')) return say(IMPORT_WORDS.notKnown)
  return (
    <>
      <span aria-hidden="true">{report.rejected > 0 || ofFile.length > 0 ? '!' : '✓'}</span>{' '}
      {report.rejected === 0 && ofFile.length === 0
        ? say(IMPORT_WORDS.allRight, { n: number(right) })
        : [
            ...(report.rejected > 0 ? [say(IMPORT_WORDS.wrong, { n: number(report.rejected) })] : []),
            ...(ofFile.length > 0 ? [say(IMPORT_WORDS.fileWrong)] : []),
          ].join(say({ zh: '，', en: ', ' })) +
          (ofFile.length > 0
            ? say({ zh: '：', en: ':' })
            : `${say({ zh: '；', en: '; ' })}${say(IMPORT_WORDS.right, { n: number(right) })}${say({ zh: '。', en: '.' })}`)}
    </>
  )
}
