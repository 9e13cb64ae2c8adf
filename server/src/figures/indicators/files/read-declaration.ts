import { basename } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { checkYaml, type YamlPath } from '../../../ground/checked-yaml.ts'
import { schemaCheck } from '../../../ground/schema-check.ts'
import { VIEW_NAMES } from '../view-names.ts'
import { checkDeclaration } from '../check-paths.ts'
import { isOwn, type Declaration } from '../definition.ts'
import type { DeclarationProblem } from '../reference-check.ts'
import { formulaOf } from '../formula.ts'
import { completeDeclaration, findLike } from './complete-declaration.ts'
import REFUSALS from '../../refusals.json' with { type: 'json' }

export interface FileProblem {
  file: string
  /** From 1. */
  line: number
  words: Words
}

export interface ReadDeclaration {
  declaration: Declaration | null
  /** The one that its file says it is like. */
  model?: Declaration
  /** There is none such, or not yet. */
  lacksModel?: boolean
  problems: FileProblem[]
}

/** What a file is read beside. */
export interface Beside {
  /** Null: the file itself is of the catalogue, and named by its code. */
  shipped: readonly Declaration[] | null
  /** What `like` and a unit in one word may name. */
  known: readonly Declaration[]
}

const isObject = schemaCheck({ type: 'object' })

/** One declaration as its file writes it, or everything that is wrong with it, each with its line. */
export function readDeclaration(text: string, file: string, { shipped, known }: Beside): ReadDeclaration {
  const { value, problems, lineOf } = checkYaml<Record<string, unknown>>(text, isObject)
  if (value === null) return { declaration: null, problems: problems.map((problem) => ({ file, ...problem })) }
  const written = shipped ? value : { code: basename(file, '.yaml'), ...value }
  const model = findLike(written['like'], known)
  const lacksModel = 'like' in written && !model
  const declaration = completeDeclaration(written, model, known)
  const named: DeclarationProblem[] = lacksModel ? [likeProblem(written['like'])] : nameProblems(declaration, shipped)
  const found = (named.length > 0 ? named : checkDeclaration(declaration)).map(({ place, key, words }) => ({
    file,
    line: lineOf([...toPath(place), ...(key === undefined ? [] : [key])]),
    words: place === '' ? words : { zh: `${place}：${words.zh}`, en: `${place}: ${words.en}` },
  }))
  if (found.length > 0) return { declaration: null, problems: found.sort((a, b) => a.line - b.line), lacksModel }
  const checked = declaration as unknown as Declaration
  return {
    declaration: written['definition'] === undefined ? { ...checked, definition: formulaOf(checked) } : checked,
    model,
    problems: [],
  }
}

/** A problem with its file and line before it. */
export function sayPlace({ file, line, words }: FileProblem): Words {
  return { zh: `${basename(file)} 第 ${line} 行：${words.zh}`, en: `${basename(file)} line ${line}: ${words.en}` }
}

function likeProblem(like: unknown) {
  const words = { zh: `没有编号或标识为 ${String(like)} 的指标`, en: `no indicator has the code or id ${String(like)}` }
  return { place: 'like', words }
}

function nameProblems({ id, code }: Record<string, unknown>, shipped: readonly Declaration[] | null) {
  const problems: DeclarationProblem[] = []
  if (shipped && typeof id === 'string' && !isOwn(id))
    problems.push({
      place: 'id',
      words: fill(REFUSALS.ID_NOT_OWN, { id }),
    })
  if (!shipped && typeof id === 'string' && isOwn(id))
    problems.push({
      place: 'id',
      words: REFUSALS.ID_OF_OWN,
    })
  const taken = shipped?.find((one) => one.code === code)
  if (taken)
    problems.push({
      place: 'code',
      words: fill(REFUSALS.CODE_TAKEN, { code: taken.code, nameZh: taken.name.zh, nameEn: taken.name.en }),
    })
  if (VIEW_NAMES.some((name) => name === code))
    problems.push({
      place: 'code',
      words: {
        ...fill(REFUSALS.NAME_OF_A_VIEW, { String: String(code) }),
      },
    })
  return problems
}

/** `set.where[0].field` as the keys that lead there. */
function toPath(place: string): YamlPath {
  return place
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}
