import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { schemaCheck } from '../../ground/schema-check.ts'
import { checkYaml, type YamlPath } from '../../ground/checked-yaml.ts'
import { listYaml, readShippedFolder } from '../../ground/shipped-yaml.ts'
import type { Declaration } from '../indicators/definition.ts'
import { checkForm } from './check-form.ts'
import type { FormDefinition } from './form-definition.ts'
import schema from './form.schema.json' with { type: 'json' }
import REFUSALS from '../refusals.json' with { type: 'json' }
import ORDER from './order.json' with { type: 'json' }

const check = schemaCheck(schema)

export interface FormProblem {
  file: string
  /** From 1. */
  line: number
  words: Words
}

let shipped: FormDefinition[] | undefined
/** The forms that ship, read once. They are checked by the tests, not at every start. */
export function readShippedForms(): FormDefinition[] {
  shipped ??= readShippedFolder<FormDefinition>(import.meta.dirname, 'data').toSorted((a, b) => placeOf(a) - placeOf(b))
  return shipped
}

/** In the order in which people read them; others follow by id. */
const placeOf = ({ id }: FormDefinition) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)

/**
 * The forms of a folder of the operator's, and all that is wrong with them.
 * @param folder none there: no forms
 */
export function readOwnForms(
  folder: string,
  indicators: readonly Declaration[],
): { forms: FormDefinition[]; problems: FormProblem[] } {
  const forms: FormDefinition[] = []
  const problems: FormProblem[] = []
  for (const file of listYaml(folder)) {
    const { value, problems: found, lineOf } = checkYaml<FormDefinition>(readText(folder, file), check)
    problems.push(...found.map((problem) => ({ file, ...problem })))
    if (!value) continue
    const refuse = (path: YamlPath, words: Words) => problems.push({ file, line: lineOf(path), words })
    checkForm(value, indicators, refuse)
    if (forms.some(({ id }) => id === value.id)) {
      refuse(['id'], fill(REFUSALS.FORM_TWICE, { id: value.id }))
    }
    forms.push(value)
  }
  return { forms, problems }
}

function readText(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    return ''
  }
}

/** A problem with its file and line before it. */
export function sayFormPlace({ file, line, words }: FormProblem): Words {
  const stop = (text: string, mark: string) => (/[？?]$/.test(text) ? text : `${text}${mark}`)
  return {
    ...fill(REFUSALS.FORM_LINE, { file, line, stopZh: stop(words.zh, '。'), stopEn: stop(words.en, '.') }),
  }
}
