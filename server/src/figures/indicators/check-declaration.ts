import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Words } from '@causeway/shared/words/words'
import { schemaCheck } from '../../ground/schema-check.ts'
import { shouldBe } from '../../ground/schema-words.ts'
import { checkAgainstRecordTypes } from './check-paths.ts'
import schema from './declaration.schema.json' with { type: 'json' }
import type { DeclarationProblem } from './reference-check.ts'
import type { Declaration } from './definition.ts'

const check = schemaCheck(schema)

/**
 * Everything that is wrong with a declaration: a word that the vocabulary does not have, a record type, field, reference, stage
 * or value that is not there, a dimension that leads nowhere. An empty list: it may be compiled.
 */
export function checkDeclaration(declaration: unknown): DeclarationProblem[] {
  const validate = check()
  return validate(declaration)
    ? checkAgainstRecordTypes(declaration as Declaration)
    : vocabularyProblems(validate.errors ?? [])
}

/**
 * Where alternatives fail, a validator reports all of them. The place that lies deepest is where it went wrong, and the
 * alternative with the fewest errors there is what was meant.
 */
function vocabularyProblems(errors: ErrorObject[]): DeclarationProblem[] {
  const plain = errors.filter((error) => !['anyOf', 'if'].includes(error.keyword))
  const deepest = plain.filter(
    (error) => !plain.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  )
  const problems: DeclarationProblem[] = []
  for (const path of new Set(deepest.map((error) => error.instancePath))) {
    const alternatives = Map.groupBy(
      deepest.filter((error) => error.instancePath === path),
      (error) => error.parentSchema,
    )
    const meant = [...alternatives.values()].reduce((best, next) => (next.length < best.length ? next : best))
    for (const error of meant) {
      const words = wordsOf(error)
      if (!problems.some((known) => known.place === placeOf(path) && known.words.en === words.en))
        problems.push({ place: placeOf(path), key: error.params['additionalProperty'], words })
    }
  }
  return problems
}

/** `/set/where/0/field` as people write it. */
function placeOf(path: string): string {
  return path
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
}

function wordsOf(error: ErrorObject): Words {
  const { keyword, params, propertyName, instancePath, data } = error
  if (keyword === 'additionalProperties' || keyword === 'false schema') {
    const extra = String(params['additionalProperty'] ?? '')
    return { zh: `指标声明的语法里这里没有 ${extra}`, en: `the vocabulary has no ${extra || 'such word'} here` }
  }
  if (keyword === 'required')
    return { zh: `缺少 ${params['missingProperty']}`, en: `${params['missingProperty']} is missing` }
  if (keyword === 'enum') {
    const known = (params['allowedValues'] as unknown[]).join(', ')
    const what = propertyName === undefined ? '' : `${propertyName}: `
    return { zh: `${what}只能是 ${known}`, en: `${what}must be one of ${known}` }
  }
  if (instancePath === '/unit' && typeof data === 'string')
    return {
      zh: `目录中的指标没有用过单位“${data}”，请写明两种文字，如 { zh: ${data}, en: … }`,
      en: `no indicator of the catalogue has the unit "${data}": write it in both languages, as { zh: …, en: ${data} }`,
    }
  return shouldBe(error)
}
