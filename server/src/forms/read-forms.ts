import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import type { Words } from '@causeway/shared/words/words'
import { checkYaml, type YamlPath } from '../checked-yaml.ts'
import type { Declaration } from '../indicators/definition.ts'
import { QuestionError } from '../question-error.ts'
import { checkForm } from './check-form.ts'
import type { FormDefinition } from './form-definition.ts'
import schema from './form.schema.json' with { type: 'json' }

const SHIPPED = join(import.meta.dirname, 'data')
const validate = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true, strictTypes: false }).compile(schema)

/** The order in which people read them; others follow by id. */
const ORDER = [
  'international-influence',
  'scorecard',
  'satisfaction',
  'teaching-resources',
  'service-contribution',
  'policy-implementation',
  'adoption-records',
  'joint-programme-records',
  'luban-workshop',
  'eqavet',
  'cedefop-mobility',
  'uis-mobility',
  'impi',
]

export interface FormProblem {
  file: string
  /** From 1; null: the file or folder as a whole. */
  line: number | null
  words: Words
}

let shipped: FormDefinition[] | undefined

/** The forms that ship, read once. They are checked by the tests, not at every start. */
export function readShippedForms(): FormDefinition[] {
  shipped ??= listFiles(SHIPPED)
    .map((file) => {
      const { value, problems } = checkYaml<FormDefinition>(readFileSync(join(SHIPPED, file), 'utf8'), validate)
      if (!value) throw new Error(`${file}, line ${problems[0]!.line}: ${problems[0]!.words.en}`)
      return value
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b))
  return shipped
}

const placeOf = ({ id }: FormDefinition) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)

/**
 * The forms of a folder of the operator's.
 * @throws QuestionError BAD_FORM with every problem of every file
 */
export function readOwnForms(folder: string, indicators: readonly Declaration[]): FormDefinition[] {
  const { forms, problems } = checkFormFolder(folder, indicators)
  if (problems.length === 0) return forms
  const told = (locale: 'zh' | 'en') => problems.map((problem) => sentence(problem)[locale]).join('\n')
  throw new QuestionError('BAD_FORM', { zh: told('zh'), en: told('en') }, { problems })
}

/** The forms of a folder and all that is wrong with them. */
export function checkFormFolder(
  folder: string,
  indicators: readonly Declaration[],
): { forms: FormDefinition[]; problems: FormProblem[] } {
  let files: string[]
  try {
    files = listFiles(folder)
  } catch {
    const words = { zh: '文件夹不存在或无法读取', en: 'the folder is not there or cannot be read' }
    return { forms: [], problems: [{ file: folder, line: null, words }] }
  }
  const forms: FormDefinition[] = []
  const problems: FormProblem[] = []
  for (const file of files) {
    const { value, problems: found, lineOf } = checkYaml<FormDefinition>(readText(folder, file), validate)
    problems.push(...found.map((problem) => ({ file, ...problem })))
    if (!value) continue
    const refuse = (path: YamlPath, words: Words) => problems.push({ file, line: lineOf(path), words })
    checkForm(value, indicators, refuse)
    if (forms.some(({ id }) => id === value.id)) {
      refuse(['id'], {
        zh: `报表 ${value.id} 在另一个文件中已有定义`,
        en: `another file defines the form ${value.id} already`,
      })
    }
    forms.push(value)
  }
  return { forms, problems }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
}

function readText(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    return ''
  }
}

function sentence({ file, line, words }: FormProblem): Words {
  return line === null
    ? { zh: `报表定义“${file}”：${words.zh}。`, en: `Forms in "${file}": ${words.en}.` }
    : { zh: `报表定义“${file}”第 ${line} 行：${words.zh}。`, en: `Form "${file}", line ${line}: ${words.en}.` }
}
