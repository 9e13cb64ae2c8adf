import { LIST_COMMA, SEMICOLON, joinWords, type Words } from '@causeway/shared/words/words'

/** `a`, `a and b`, `a, b and c`; in Chinese `甲`, `甲和乙`, `甲、乙和丙`. */
export function allOf(list: Words[]): Words {
  return joined(list, { zh: '和', en: ' and ' })
}

/** `a or b`. */
export function oneOf(list: Words[]): Words {
  return joined(list, { zh: '或', en: ' or ' })
}

function joined(list: Words[], last: Words): Words {
  const head = list.slice(0, -1)
  return joinWords([head.length > 0 ? joinWords(head, LIST_COMMA) : null, list.at(-1)], last)
}

/** Whole conditions that hold together. */
export function bothHold(list: Words[]): Words {
  return { zh: list.map((words) => words.zh).join('，且'), en: allOf(list).en }
}

/** Clauses after each other; from two on they are numbered, so that it stays plain which belong together. */
export function clauses(list: Words[]): Words {
  if (list.length < 2) return joinWords(list)
  const numbered = list.map(({ zh, en }, n) => ({ zh: `（${n + 1}）${zh}`, en: `(${n + 1}) ${en}` }))
  return joinWords(numbered, SEMICOLON)
}

export function quoted(words: Words): Words {
  return { zh: `“${nested(words.zh)}”`, en: `“${nested(words.en)}”` }
}

/** Quotes within quotes: double and single ones change places. */
export function nested(text: string): string {
  return text.replaceAll(/[“”‘’]/g, (quote) => OTHER_QUOTE[quote]!)
}

const OTHER_QUOTE: Record<string, string> = { '“': '‘', '”': '’', '‘': '“', '’': '”' }
