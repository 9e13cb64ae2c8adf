import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Words } from '@causeway/shared/words/words'
import { checkYaml, type YamlPath } from '../../../ground/checked-yaml.ts'
import { checkDeclaration } from '../check-declaration.ts'
import type { Declaration } from '../definition.ts'
import { formulaOf } from '../formula.ts'
import { completeDeclaration } from './complete-declaration.ts'
import { VIEW_NAMES } from './view-names.ts'
import { isOwn } from './is-own.ts'

export interface FileProblem {
  file: string
  /** From 1. */
  line: number
  words: Words
}

interface ReadDeclaration {
  declaration: Declaration | null
  problems: FileProblem[]
}

const isObject = new Ajv2020({ allErrors: true, verbose: true }).compile({ type: 'object' })

/** One declaration of a college's own, as its file writes it, or everything that is wrong with it, each with its line. */
export function readDeclaration(text: string, file: string, shipped: readonly Declaration[]): ReadDeclaration {
  const { value, problems, lineOf } = checkYaml<Record<string, unknown>>(text, isObject)
  if (value === null) return { declaration: null, problems: problems.map((problem) => ({ file, ...problem })) }
  const declaration = completeDeclaration(value, shipped)
  const named = nameProblems(declaration, shipped)
  const found = (named.length > 0 ? named : checkDeclaration(declaration)).map(({ place, words }) => ({
    file,
    line: lineOf(toPath(place)),
    words: place === '' ? words : { zh: `${place}：${words.zh}`, en: `${place}: ${words.en}` },
  }))
  if (found.length > 0) return { declaration: null, problems: found.sort((a, b) => a.line - b.line) }
  const checked = declaration as unknown as Declaration
  return {
    declaration: value['definition'] === undefined ? { ...checked, definition: formulaOf(checked) } : checked,
    problems: [],
  }
}

function nameProblems({ id, code }: Record<string, unknown>, shipped: readonly Declaration[]) {
  const problems: { place: string; words: Words }[] = []
  if (typeof id === 'string' && !isOwn(id))
    problems.push({
      place: 'id',
      words: {
        zh: `自定指标的标识以 own- 开头，如 own-${id}`,
        en: `an own indicator's id begins with own-: own-${id}`,
      },
    })
  const taken = shipped.find((one) => one.code === code)
  if (taken)
    problems.push({
      place: 'code',
      words: {
        zh: `编号 ${taken.code} 已属于随系统提供的指标“${taken.name.zh}”`,
        en: `the code ${taken.code} belongs to an indicator that ships, "${taken.name.en}"`,
      },
    })
  if (VIEW_NAMES.some((name) => name === code))
    problems.push({
      place: 'code',
      words: {
        zh: `${String(code)} 已是一种视图在地址中的名称（/i/${String(code)}.png）`,
        en: `${String(code)} is the name of a view in an address already (/i/${String(code)}.png)`,
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
