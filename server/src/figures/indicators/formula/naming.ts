import { dimensionWords } from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { fieldsOf, recordTypeOf } from '../../../records/record-types.ts'
import type { Field, RecordType } from '../../../records/record-type.ts'
import type { Branch, Join, Key, Path, UnionSet } from '../definition.ts'

export interface Named {
  words: Words
  /** Absent of `#key`, `#type` and of names that only a union gives. */
  field?: Field
}

/** How the paths of a set read to people: by the labels of the fields, as they head the columns of the template. */
export interface Naming {
  (path: Path): Named
  /** Absent of a union, whose branches have their own. */
  type?: RecordType
  /** Group rows, that report heads instead of persons, can be among the records. */
  groups: boolean
}

/** What is said of a record that no field of it says. */
const OF_RECORD: Record<'#key' | '#type', Words> = {
  '#key': { zh: '记录本身', en: 'Record' },
  '#type': { zh: '台账类型', en: 'Record type' },
}
/** What a union counts under one name where each branch has something else for it. */
const ITEM: Words = { zh: '事项', en: 'Item' }

/** Of one record type and what it points to. Throws where a path leads nowhere: `checkDeclaration` says so in words. */
export function namingOf(typeName: string, joins: Record<string, Join> = {}): Naming {
  const type = recordTypeOf(typeName)
  const name = (path: Path): Named => {
    if (path === '#key' || path === '#type') return { words: OF_RECORD[path] }
    const [head = '', tail] = path.split('.')
    if (tail === undefined) {
      const field = fieldOf(type, head)
      return { words: field.label, field }
    }
    const join = joins[head]
    if (join) {
      const to = recordTypeOf(join.to)
      return ofWhole(fieldOf(to, tail), to.label)
    }
    const reference = fieldOf(type, head)
    return ofWhole(fieldOf(recordTypeOf(reference.to ?? ''), tail), referenceWords(reference))
  }
  return Object.assign(name, { type, groups: takesGroups(type) })
}

/** Of a union: a name is a dimension where it is one, else the first branch that has it says how it reads. */
export function unionNaming(set: UnionSet): Naming {
  const name = (path: Path): Named => {
    if (path === '#key' || path === '#type') return { words: OF_RECORD[path] }
    const [head = '', tail] = path.split('.')
    if (tail === undefined) {
      const dimension = (dimensionWords as Record<string, Words>)[head]
      const field = firstField(set.union, head)
      const renamed = set.union.some((branch) => branch.as?.[head] !== undefined)
      return {
        words: dimension ? capital(dimension) : renamed || !field ? ITEM : field.label,
        ...(field && { field }),
      }
    }
    const reference = firstField(set.union, head)
    return ofWhole(fieldOf(recordTypeOf(reference?.to ?? ''), tail), capital(name(head).words))
  }
  return Object.assign(name, { groups: set.union.some((branch) => takesGroups(recordTypeOf(branch.of))) })
}

function takesGroups(type: RecordType): boolean {
  return type.fields.some((field) => field.name === 'headcount')
}

function firstField(branches: Branch[], name: string): Field | undefined {
  for (const branch of branches) {
    const key: Key = branch.as?.[name] ?? name
    if (typeof key !== 'string' || key.startsWith('#') || key.includes('.')) continue
    const field = fieldsOf(recordTypeOf(branch.of)).find((candidate) => candidate.name === key)
    if (field) return field
  }
  return undefined
}

function fieldOf(type: RecordType, name: string): Field {
  const field = fieldsOf(type).find((candidate) => candidate.name === name)
  if (!field) throw new Error(`${type.name} has no field ${name}`)
  return field
}

function ofWhole(field: Field, whole: Words): Named {
  const { label } = field
  const zh = label.zh.startsWith(whole.zh)
    ? label.zh
    : `${whole.zh}${label.zh.startsWith('是否') ? '' : '的'}${label.zh}`
  return { words: { zh, en: `${label.en} of the ${small(whole.en)}` }, field }
}

/** What a reference points to: the 标准 of 标准编号. */
export function referenceWords(field: Field): Words {
  return { zh: field.label.zh.replace(/(编号|代码)$/, ''), en: field.label.en }
}

/** The first letter small, but for words that are written with capitals inside. */
function small(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^[A-Za-z]*[a-z][A-Z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text
}

function capital(words: Words): Words {
  return { zh: words.zh, en: words.en[0]!.toUpperCase() + words.en.slice(1) }
}
