import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import { changeDraft, NOTHING_SAID, type Draft, useImportState, withSheet, withSheets } from './import-draft.ts'
import type { ImportReport } from '../../../graph/generated.ts'
import { checkType } from './check-type.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { Choice } from '../../../ui/choice.tsx'
import type { ImportDesk } from './use-import.ts'
import { EncodingChoice } from './options-panel.tsx'
import { Button } from '../../../ui/button.tsx'

interface Props {
  draft: Draft
  report: ImportReport
  types: { name: string; label: string }[]
  desk: ImportDesk
}

/** What the file was taken for and how it was read; another type is one choice away. */
export function FileFacts({ draft, report, types, desk }: Props) {
  const { locale, say } = useLanguage()
  const comma = say({ zh: '，', en: ', ' })
  const number = (value: number) => formatValue(value, 0, locale)
  const best = report.recognised.find(({ recordType }) => recordType.name === report.recordType?.name)
  const [likeliest] = report.recognised
  const value = report.recordType ? optionOf(report.recordType.name, draft.mapping) : ''
  const likely = report.recognised.map(({ recordType, mapping }) => optionOf(recordType.name, mapping))
  const left = report.otherSheets
  const quoted = (sheets: readonly string[]) => sheets.map((sheet) => `“${sheet}”`).join(say({ zh: '、', en: ', ' }))
  const read = [
    draft.file.name,
    ...(report.sheet && report.sheetsRead.length < 2 ? [say(IMPORT_WORDS.sheet, { sheet: report.sheet })] : []),
    ...(report.sheetsRead.length > 1 ? [say(IMPORT_WORDS.sheetsRead, { sheets: quoted(report.sheetsRead) })] : []),
    ...(report.encoding ? [say(IMPORT_WORDS.encoding, { encoding: report.encoding })] : []),
    ...(report.headerRow !== null ? [say(IMPORT_WORDS.headerRow, { row: report.headerRow })] : []),
    // A file that is refused as a whole was not read to its end.
    ...(report.rowsRead > 0 ? [say(IMPORT_WORDS.rowsRead, { n: number(report.rowsRead) })] : []),
    ...(report.rowsLeftOut > 0 ? [say(IMPORT_WORDS.leftOut, { n: number(report.rowsLeftOut) })] : []),
    ...(report.sumsAgreed > 0 ? [say(IMPORT_WORDS.sumsAgreed, { n: number(report.sumsAgreed) })] : []),
    ...(report.rowsMerged > 0 ? [say(IMPORT_WORDS.merged, { n: number(report.rowsMerged) })] : []),
  ]

  function take(option: string) {
    const [type, mapping] = option.split('|')
    // Fields of one type say nothing of another's.
    changeDraft({ type: type!, mapping: mapping || null, typeFound: false, ...NOTHING_SAID })
    void checkType(desk, draft.id, report)
  }

  return (
    <section className="card file-facts stack" aria-label={say(IMPORT_WORDS.file)}>
      <p className="quiet">{read.join(comma)}</p>
      {best === undefined && likeliest !== undefined && report.recordType !== null && (
        <p className="note">
          {say(IMPORT_WORDS.rather, { type: likeliest.recordType.label, share: Math.round(likeliest.share) })}{' '}
          <Button onClick={() => take(optionOf(likeliest.recordType.name, likeliest.mapping))}>
            {say(IMPORT_WORDS.takeFor, { type: likeliest.recordType.label })}
          </Button>
        </p>
      )}
      {report.recordType === null && likeliest !== undefined && (
        <div className="likely stack-tight">
          {report.recognised.slice(0, MOST_OFFERED).map(({ recordType, mapping, share, why }) => (
            <p key={optionOf(recordType.name, mapping)} className="row">
              <Button disabled={desk.progress !== null} onClick={() => take(optionOf(recordType.name, mapping))}>
                {say(confidence(share), { type: recordType.label })}
              </Button>
              <span className="quiet">{why}</span>
            </p>
          ))}
        </div>
      )}
      <Choice
        label={say(report.recordType ? IMPORT_WORDS.recognised : IMPORT_WORDS.notRecognised)}
        value={value}
        options={[
          ...(value === '' ? [{ value, text: '' }] : []),
          ...report.recognised.map(({ recordType, mapping, share }) => ({
            value: optionOf(recordType.name, mapping),
            text: say(IMPORT_WORDS.withShare, {
              label: recordType.label + (mapping ? say(IMPORT_WORDS.withMapping, { mapping }) : ''),
              share: Math.round(share),
            }),
          })),
          ...types
            .map(({ name, label }) => ({ value: optionOf(name, null), text: label }))
            .filter((option) => !likely.includes(option.value)),
        ]}
        onChange={take}
      />
      {/* Of a saved mapping it is said above; what was said of the file since is not what it was recognised by. */}
      {best && !best.saved && draft.reading === null && draft.headRows === null && (
        <p className="quiet">{say(IMPORT_WORDS.why, { why: best.why })}</p>
      )}
      {left.length > 0 && (
        <p className="note">
          {say(left.length > 1 ? IMPORT_WORDS.sheetsLeftMany : IMPORT_WORDS.sheetsLeft, {
            sheets: quoted(left),
          })}{' '}
          {draft.mapping === null && report.sheet !== null && (
            <Button
              disabled={desk.progress !== null}
              onClick={() => {
                changeDraft(withSheets(draft, report.sheet!, left))
                void desk.check('check')
              }}
            >
              {say(IMPORT_WORDS.readTogether, { n: left.length })}
            </Button>
          )}
        </p>
      )}
      <ReadingChoice draft={draft} report={report} desk={desk} />
    </section>
  )
}

const MOST_OFFERED = 3

/** In words: of a number nobody knows what it is a share of. */
function confidence(share: number) {
  return share >= 70 ? MOVE_WORDS.likely : share >= 45 ? MOVE_WORDS.probable : MOVE_WORDS.possible
}

function optionOf(type: string, mapping: string | null): string {
  return `${type}|${mapping ?? ''}`
}

interface ReadingChoiceProps {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** Codes that tell of a header that was not found: it may be on another sheet. */
const SHEET_IN_DOUBT = ['NOT_RECOGNISED', 'NO_HEADER', 'MISSING_COLUMN', 'NO_ROWS']

/** From which sheet the file is read, and in which encoding. Open where the reader should look. */
function ReadingChoice({ draft, report, desk }: ReadingChoiceProps) {
  const { say } = useLanguage()
  const busy = desk.progress !== null
  // Of several tables each is of another sheet.
  const isAlone = useImportState().aside.length === 0
  const sheets = isAlone ? [...new Set([...(report.sheet === null ? [] : [report.sheet]), ...report.sheets])] : []
  const inDoubt = report.problems.some(({ code }) => SHEET_IN_DOUBT.includes(code))
  const isText = report.encoding !== null
  if (sheets.length < 2 && !isText) return null

  return (
    <details
      className="reading"
      open={inDoubt || report.otherSheets.length > 0 || draft.encoding !== null || undefined}
    >
      <summary>{say(IMPORT_WORDS.howRead)}</summary>
      <div className="reading-choices stack">
        {isText && <EncodingChoice draft={draft} inDoubt={false} desk={desk} />}
        {sheets.length > 1 && (
          <Choice
            label={say(IMPORT_WORDS.sheetField)}
            value={report.sheet ?? ''}
            disabled={busy}
            options={sheets.map((sheet) => ({ value: sheet, text: sheet }))}
            onChange={(sheet) => {
              changeDraft(withSheet(draft, sheet))
              void desk.checkAnew()
            }}
          />
        )}
      </div>
    </details>
  )
}
