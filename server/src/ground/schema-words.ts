import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Words } from '@causeway/shared/words/words'

const KINDS: Record<string, Words> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每行一个“- ”，或写在方括号中）', en: 'a list (a “- ” each, or in square brackets)' },
  object: { zh: '若干“项: 值”（或写在花括号中）', en: 'keys with values (“key: value”, or in braces)' },
  null: { zh: '空', en: 'empty' },
}

/** The pattern by which schemas know English. */
const NO_HAN = '^[^\\u3400-\\u9fff]+$'

/** What a value that breaks a JSON Schema should be, half a sentence: “must be …”. What the schema says of a pattern is its meaning. */
export function shouldBe({ keyword, params, parentSchema, message }: ErrorObject): Words {
  const limit = String((params as { limit?: number }).limit ?? '')
  switch (keyword) {
    case 'type': {
      const kinds = [(params as { type: string | string[] }).type].flat().map((one) => KINDS[one]!)
      return {
        zh: `应为${kinds.map(({ zh }) => zh).join('或')}`,
        en: `must be ${kinds.map(({ en }) => en).join(' or ')}`,
      }
    }
    case 'const': {
      const value = String((params as { allowedValue: unknown }).allowedValue)
      return { zh: `应为${value}`, en: `must be ${value}` }
    }
    case 'pattern': {
      const { pattern } = params as { pattern: string }
      if (pattern === NO_HAN) return { zh: '不应含汉字，应为英文', en: 'must be English, without Chinese characters' }
      const meant = (parentSchema as { description?: string } | undefined)?.description
      return {
        zh: `写法应符合 ${pattern}`,
        en: `must be written as ${pattern}${meant === undefined ? '' : ` (${meant.replace(/\.$/, '')})`}`,
      }
    }
    case 'minLength':
      return { zh: '不能为空', en: 'may not be empty' }
    case 'maxLength':
      return { zh: `不应超过 ${limit} 个字符`, en: `may have at most ${limit} characters` }
    case 'minItems':
    case 'minProperties':
      return { zh: `至少 ${limit} 项`, en: `must have at least ${limit}` }
    case 'maxItems':
    case 'maxProperties':
      return { zh: `至多 ${limit} 项`, en: `may have at most ${limit}` }
    case 'minimum':
      return { zh: `不应小于 ${limit}`, en: `may not be less than ${limit}` }
    case 'maximum':
      return { zh: `不应大于 ${limit}`, en: `may not be more than ${limit}` }
    case 'uniqueItems':
      return { zh: '各项不应重复', en: 'may not have one item twice' }
    default:
      return { zh: `不符合要求（${message ?? keyword}）`, en: message ?? keyword }
  }
}
