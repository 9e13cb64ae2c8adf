import type { Column, Workbook, Worksheet } from '@cj-tech-master/excelts'
import type { Words } from '@causeway/shared/words/words'
import { foreignWords, unknownWords } from '@causeway/shared/unknown'
import { kept } from '../../ground/kept.ts'
import { COUNTRIES } from '../../ground/reference/countries.ts'
import type { Field } from '../record-type.ts'
import SAY from './words.json' with { type: 'json' }

const LISTS_SHEET = '_lists'
/** Drop-downs reach this far down. */
const PREPARED_ROWS = 5000

/** Drop-downs read from a hidden sheet: a list inside a cell's rule ends at 255 characters. Columns that offer the same share a list. */
export class DropDowns {
  readonly #lists: Worksheet
  readonly #language: keyof Words
  readonly #columns = new Map<string, Column>()

  constructor(workbook: Workbook, language: keyof Words) {
    this.#lists = workbook.addWorksheet(LISTS_SHEET, { state: 'veryHidden' })
    this.#language = language
  }

  /** `held`: what the college has of it, where nothing else can be listed. */
  add(sheet: Worksheet, index: number, field: Field, held: readonly string[] = []): void {
    const items = this.#listed(field) ?? held
    if (items.length === 0) return
    const list = kept(this.#columns, items.join('\n'), () => {
      const column = this.#lists.getColumn(this.#columns.size + 1)
      column.numFmt = '@'
      column.values = [...items]
      return column
    })
    const letter = sheet.getColumn(index).letter
    sheet.dataValidations.add(`${letter}2:${letter}${PREPARED_ROWS}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${LISTS_SHEET}!$${list.letter}$1:$${list.letter}$${items.length}`],
      showErrorMessage: OFFERED_ONLY.get(field.kind) !== 'free',
      errorStyle: OFFERED_ONLY.get(field.kind) === 'stop' ? 'stop' : 'warning',
      errorTitle: SAY.notListedTitle[this.#language],
      error: SAY.notListed[this.#language],
    })
  }

  #listed(field: Field): string[] | null {
    const language = this.#language
    if (field.kind === 'choice') return field.choices!.map(({ label }) => label[language])
    if (field.kind === 'flag') return [SAY.yes[language], SAY.no[language]]
    if (field.kind !== 'country') return null
    const order = new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en')
    const names = COUNTRIES.map((country) => country[language]).sort(order.compare)
    return field.mustBeKnown ? names : [...names, foreignWords[language], unknownWords[language]]
  }
}

/** A choice is one of those we know. A country may be written in many ways, and what a column names may come in another sheet: what is not listed is asked about. What was written last year is offered, and any other text is as good. */
const OFFERED_ONLY = new Map<Field['kind'], 'stop' | 'free'>([
  ['choice', 'stop'],
  ['flag', 'stop'],
  ['text', 'free'],
  ['code', 'free'],
])
