import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import {
  changeDraft,
  isSameCell,
  isSameRow,
  placeOf,
  withCorrection,
  type CellPlace,
  type Draft,
} from './import-draft.ts'
import type { FileColumn, FileRow, ImportProblem, ImportReport, Option, TypeField } from '../../../graph/generated.ts'
import type { AskedAbove } from './asked-above.ts'
import { RowProblem } from './row-problem.tsx'
import { Nearest } from './word-choice.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { Button } from '../../../ui/button.tsx'

/** What may be put into a cell, each as the text that is written there. */
interface CellChoices {
  /** Few enough to be looked through; else they are offered while one types. */
  closed: boolean
  choices: { text: string; label: string }[]
  /** What was most likely meant, the likeliest first. */
  nearest: { text: string; label: string }[]
  mayBeEmpty: boolean
}

/** The code of a row that has the code of another record: what it may be is asked below its cells. */
export const OTHER_RECORD = 'OTHER_RECORD'

/** More than these are not looked through but searched. */
const MOST_LOOKED_THROUGH = 30

/** A choice is written by its name, what names another record by its code. */
export function choicesOf(report: ImportReport, column: FileColumn, problems: readonly ImportProblem[]): CellChoices {
  const field = report.recordType?.fields.find(({ name }) => name === column.field?.name)
  const named = field?.options ?? []
  const codes = report.codes.find((one) => one.field === field?.name)?.options ?? []
  const toCoded = ({ key, label }: Option) => ({ text: key, label: label === key ? key : `${key} ${label}` })
  const toChoice = (one: Option) => {
    const name = named.find(({ key }) => key === one.key)?.label
    return name === undefined ? toCoded(one) : { text: name, label: name }
  }
  // What another field makes of the cell is no text for it.
  const own = problems.filter(
    ({ field: name, code }) => (name === null || name === field?.name) && code !== OTHER_RECORD,
  )
  const nearest = new Map(own.flatMap((problem) => problem.nearest).map((one) => [one.key, toChoice(one)]))
  return {
    closed: named.length > 0 && named.length <= MOST_LOOKED_THROUGH,
    choices: [...named.map(toChoice), ...codes.map(toCoded)],
    nearest: [...nearest.values()],
    mayBeEmpty: field?.required === false,
  }
}

/** A field that one value for all rows fills, as if it were a column: what it is in a row can be another. */
export function asColumn(field: TypeField, value: string, how = ''): FileColumn {
  return {
    ...{ index: -1, letter: '', header: field.label, field, sure: 'CHOSEN', how },
    ...{ suggestions: [], fits: [], mayHold: [], samples: value === '' ? [] : [value], wrong: 0 },
  }
}

function cellOf({ index, field }: FileColumn): CellPlace {
  return index < 0 ? { column: null, field: field!.name } : { column: index, field: null }
}

export function isOfColumn({ columnIndex, field }: ImportProblem, column: FileColumn): boolean {
  return column.index < 0 ? columnIndex === null && field === column.field?.name : columnIndex === column.index
}

/** Where the choices of a field stand, for all cells of its column. */
export function listIdOf(column: FileColumn): string {
  return `choices-${column.field?.name}`
}

interface Props {
  row: FileRow
  column: FileColumn
  draft: Draft
  report: ImportReport
  problems: ImportProblem[]
  asked: AskedAbove
}

/** One cell to be corrected: what was most likely meant in one click, else chosen where there is a choice, else written. */
export function CorrectCell({ row, column, draft, report, problems, asked }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const { index, header } = column
  const cell = cellOf(column)
  const isIn = (problem: ImportProblem) => isOfColumn(problem, column)
  const textOf = (one: FileRow) => (cell.field === null ? (one.cells[index] ?? '') : (column.samples[0] ?? ''))
  const inFile = textOf(row)
  const corrected = draft.corrections.find((one) => isSameRow(one, row) && isSameCell(one, cell))
  const value = corrected?.value ?? inFile
  const before = corrected?.before ?? inFile
  const offered = choicesOf(report, column, problems)
  const isSearched = !offered.closed && offered.choices.length > 0
  // A value that is wrong once is often wrong in many rows.
  const alike =
    problems.length > 0 && value !== inFile
      ? report.wrongRows.filter(
          (other) =>
            !isSameRow(other, row) &&
            textOf(other) === inFile &&
            other.problems.some(isIn) &&
            !draft.corrections.some((one) => isSameRow(one, other) && isSameCell(one, cell) && one.value === value),
        )
      : []

  const set = (text: string) =>
    changeDraft({
      corrections: withCorrection(draft.corrections, { ...placeOf(row), ...cell, header, before, value: text }),
    })
  const described = [
    ...(problems.length > 0 ? [`${id}-problem`] : []),
    ...(isSearched && problems.length > 0 ? [`${id}-hint`] : []),
  ].join(' ')
  const shared = {
    id,
    value,
    'aria-invalid': problems.length > 0 && value === inFile ? true : undefined,
    'aria-describedby': described || undefined,
  }

  return (
    <div className="choice cell">
      <label htmlFor={id}>
        {header || column.letter}
        {column.field && column.field.label !== header && ` · ${column.field.label}`}
      </label>
      {offered.closed ? (
        <select {...shared} onChange={(event) => set(event.target.value)}>
          <Options offered={offered} value={value} inFile={inFile} empty={index < 0 ? column.how : ''} />
        </select>
      ) : (
        <input
          {...shared}
          placeholder={index < 0 ? column.how : undefined}
          spellCheck={false}
          autoComplete="off"
          list={isSearched ? listIdOf(column) : undefined}
          onChange={(event) => set(event.target.value)}
        />
      )}
      {isSearched && problems.length > 0 && (
        <span id={`${id}-hint`} className="cap">
          {say(IMPORT_WORDS.searchHint)}
        </span>
      )}
      {problems.length > 0 && (
        <div id={`${id}-problem`}>
          {problems.filter(isFirstOfCell).map((problem) => (
            <RowProblem key={problem.code + problem.message} problem={problem} report={report} asked={asked} />
          ))}
        </div>
      )}
      {Object.entries(IMPORT_WORDS.wouldHappen).map(
        ([code, words]) =>
          problems.some((problem) => problem.code === code && asked(problem) === null) && (
            <p key={code} className="cap">
              {say(words)}
            </p>
          ),
      )}
      {offered.nearest.length > 0 && (
        <Nearest
          nearest={offered.nearest.map(({ text, label }) => ({ key: text, label }))}
          value={value}
          onChange={(text) => set(text === '' ? before : text)}
        />
      )}
      {alike.length > 0 && (
        <Button
          onClick={() =>
            changeDraft({
              corrections: alike.reduce(
                (all, other) => withCorrection(all, { ...placeOf(other), ...cell, header, before: inFile, value }),
                [...draft.corrections],
              ),
            })
          }
        >
          {say(IMPORT_WORDS.sameElsewhere, {
            n: formatValue(alike.length, 0, locale),
            value: inFile === '' ? say(IMPORT_WORDS.empty) : inFile,
          })}
        </Button>
      )}
    </div>
  )
}

/** A cell of which two fields read the same is wrong for both, and is said to be once: the messages name the fields alone. */
function isFirstOfCell(problem: ImportProblem, at: number, all: readonly ImportProblem[]): boolean {
  const saidOf = ({ code, message }: ImportProblem) => code + message.replace(/「[^」]*」|"[^"]*"/u, '')
  return all.findIndex((one) => saidOf(one) === saidOf(problem)) === at
}

interface OptionsProps {
  offered: CellChoices
  value: string
  inFile: string
  /** What it is where nothing is said of it; empty: nothing. */
  empty: string
}

/** All that may be in the cell, and first what is in it now, where that is none of them. */
function Options({ offered, value, inFile, ...of }: OptionsProps) {
  const { say } = useLanguage()
  const empty = of.empty || say(IMPORT_WORDS.emptyCell)
  const others = [...new Set([value, inFile])].filter(
    (text) => !offered.choices.some((choice) => choice.text === text) && !(text === '' && offered.mayBeEmpty),
  )
  return (
    <>
      {others.map((text) => (
        <option key={text} value={text}>
          {text === '' ? empty : text === inFile ? say(IMPORT_WORDS.asInFile, { value: text }) : text}
        </option>
      ))}
      {offered.mayBeEmpty && <option value="">{empty}</option>}
      {offered.choices.map(({ text, label }) => (
        <option key={text} value={text}>
          {label}
        </option>
      ))}
    </>
  )
}
