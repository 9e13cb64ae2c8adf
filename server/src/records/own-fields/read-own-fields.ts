import { basename } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { checkYaml, type YamlPath, type YamlProblem } from '../../ground/checked-yaml.ts'
import { foldHeader, listColumns } from '../import/sheets/match-header.ts'
import { findNearest } from '../../ground/nearest.ts'
import { schemaCheck } from '../../ground/schema-check.ts'
import { readIfThere } from '../../ground/files.ts'
import { isOwnColumn } from '../../ground/database/columns.ts'
import type { Choice, Field, RecordType } from '../record-type.ts'
import { setOwnFields } from '../own-fields.ts'
import { findRecordType, RECORD_TYPES } from '../record-types.ts'
import schema from './own-fields.schema.json' with { type: 'json' }
import REFUSALS from '../refusals.json' with { type: 'json' }

const check = schemaCheck(schema)

/** A field as the file writes it. */
interface WrittenField {
  name: string
  label: Words
  kind: 'text' | 'choice' | 'date' | 'flag' | 'integer' | 'decimal' | 'country'
  note?: Words
  also?: string[]
  choices?: Choice[]
  decimals?: number
  min?: number
  max?: number
}

interface OwnFields {
  /** By record type. */
  fields: Map<string, Field[]>
  problems: YamlProblem[]
}

const USUAL_DECIMALS = 2
const HAN = /\p{Script=Han}/u

/** The fields that a college declares for itself, or everything that is wrong with its file. No file: none. */
export function readOwnFields(file: string): OwnFields {
  const text = readIfThere(file)
  if (text === null || text.trim() === '') return { fields: new Map(), problems: [] }
  const { value, problems, lineOf } = checkYaml<Record<string, WrittenField[]> | null>(text, check)
  if (value === null) return { fields: new Map(), problems: inOrder(problems) }
  const found: YamlProblem[] = []
  const at = (path: YamlPath, words: Words) => found.push({ line: lineOf(path), words })
  const fields = new Map<string, Field[]>()
  for (const [name, written] of Object.entries(value)) {
    const type = findRecordType(name)
    if (!type) at([name], noSuchType(name))
    else {
      checkFields(type, written, (path, words) => at([name, ...path], words))
      fields.set(name, written.map(toField))
    }
  }
  return { fields, problems: inOrder(found) }
}

function inOrder(problems: YamlProblem[]): YamlProblem[] {
  return problems.toSorted((a, b) => a.line - b.line)
}

type Report = (path: YamlPath, words: Words) => void

/** What a schema cannot say: one header means one field, labels are in their languages, a choice has choices. */
function checkFields(type: RecordType, written: readonly WrittenField[], report: Report): void {
  const owners = new Map<string, string>()
  for (const { name, label, also = [] } of listColumns(type).filter((field) => !isOwnColumn(field.name)))
    for (const header of [name, label.zh, label.en, ...also]) owners.set(foldHeader(header), name)
  written.forEach((field, i) => {
    for (const header of new Set([field.name, field.label.zh, field.label.en, ...(field.also ?? [])].map(foldHeader))) {
      const owner = owners.get(header)
      if (owner === field.name) {
        report([i, 'name'], { zh: `${owner} 写了两次`, en: `${owner} is declared twice` })
        break
      }
      if (owner !== undefined) report([i, 'name'], headerTaken(field.name, header, owner))
      owners.set(header, field.name)
    }
    if (written.some((other) => other.kind === 'date' && `${other.name}_day` === field.name))
      report([i, 'name'], headerTaken(field.name, field.name, field.name.replace(/_day$/, '')))
    checkLanguages(field, (path, words) => report([i, ...path], words))
    checkKind(field, (path, words) => report([i, ...path], words))
  })
}

function checkLanguages({ label, choices = [] }: WrittenField, report: Report): void {
  const both: [YamlPath, Words][] = [
    [['label'], label],
    ...choices.map((choice, i): [YamlPath, Words] => [['choices', i, 'label'], choice.label]),
  ]
  for (const [path, { zh, en }] of both) {
    if (!HAN.test(zh) && !/^\d/.test(zh))
      report([...path, 'zh'], { zh: `“${zh}”应为中文`, en: `"${zh}" is to be Chinese` })
    if (HAN.test(en)) report([...path, 'en'], { zh: `“${en}”应为英文`, en: `"${en}" is to be English` })
  }
}

function checkKind({ name, kind, choices, decimals, min, max }: WrittenField, report: Report): void {
  if ((kind === 'choice') !== (choices !== undefined))
    report([choices ? 'choices' : 'kind'], {
      zh: choices ? `${name} 为 ${kind}，不写 choices；只有 choice 才写` : `${name} 为 choice，须用 choices 写明可选值`,
      en: choices ? `${name} is a ${kind}: only a choice has choices` : `${name} is a choice and needs its choices`,
    })
  if (decimals !== undefined && kind !== 'decimal')
    report(['decimals'], { zh: '只有 decimal 写 decimals', en: 'only a decimal has decimals' })
  for (const [key, bound] of Object.entries({ min, max }))
    if (bound !== undefined && kind !== 'integer' && kind !== 'decimal')
      report([key], { zh: `只有数字写 ${key}`, en: `only a number has ${key}` })
  const spellings = new Map<string, string>()
  choices?.forEach(({ key, label, also = [] }, i) => {
    for (const spelling of new Set([key, label.zh, label.en, ...also].map((text) => text.toLowerCase()))) {
      const owner = spellings.get(spelling)
      if (owner !== undefined) report(['choices', i], fill(REFUSALS.SPELLING_OF_TWO, { spelling, owner, key }))
      spellings.set(spelling, key)
    }
  })
}

function toField({ decimals, ...field }: WrittenField): Field {
  return { ...field, ...(field.kind === 'decimal' && { factor: 10 ** (decimals ?? USUAL_DECIMALS) }) }
}

function headerTaken(name: string, header: string, owner: string): Words {
  return fill(REFUSALS.HEADER_TAKEN, { name, header, owner })
}

function noSuchType(name: string): Words {
  const names = RECORD_TYPES.map((type) => type.name)
  const [near] = findNearest(name, names)
  return {
    zh: `没有台账类型“${name}”${near ? `；是否为“${near}”？` : ''}`,
    en: `there is no record type "${name}"${near ? `; did you mean "${near}"?` : ''}`,
  }
}

/** Makes the fields of a file fields of their record types, before anything reads those. @returns everything wrong with it, with its line */
export function bringOwnFields(file: string): Words[] {
  const { fields, problems } = readOwnFields(file)
  if (problems.length === 0) setOwnFields(fields)
  const name = basename(file)
  return problems.map(({ line, words }) => ({
    zh: `${name} 第 ${line} 行：${words.zh}`,
    en: `${name} line ${line}: ${words.en}`,
  }))
}
