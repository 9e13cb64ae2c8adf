import type { Words } from '@causeway/shared/words/words'
import WORDS from './mapping-words.json' with { type: 'json' }

/** Longer ones first: `month: first` before `month`. */
const KEYS = Object.keys(WORDS).sort((a, b) => b.length - a.length) as (keyof typeof WORDS)[]
/** A list behind a key, as of `create: [programme]`, says what is said beside it. */
const LIST = String.raw`(?:: \[[^\]]*\])?`
const NAMED = new RegExp(String.raw`(?<![\w.-])(${KEYS.join('|')})${LIST}(?![\w.-])`, 'g')
/** What a sentence in English may say of itself, as row and value. */
const IS_PLAIN = /^[a-z]+$/
/** What is from the file. */
const QUOTED = /([“「"][^”」"]*[”」"])/u

/** A sentence that speaks of a mapping and names its keys, as somebody reads it who writes none. */
export function mappingInWords({ zh, en }: Words): Words {
  if (!zh.includes('对照')) return { zh, en }
  return { zh: outsideQuotes(zh, 'zh'), en: outsideQuotes(en, 'en') }
}

function outsideQuotes(text: string, language: keyof Words): string {
  const said = (whole: string, key: keyof typeof WORDS) =>
    language === 'en' && IS_PLAIN.test(whole) ? whole : WORDS[key][language]
  return text
    .split(QUOTED)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(NAMED, said)))
    .join('')
}
