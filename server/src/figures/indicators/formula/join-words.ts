import type { Words } from '@causeway/shared/words/words'

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
  const tail = list.at(-1) ?? { zh: '', en: '' }
  if (head.length === 0) return tail
  return {
    zh: head.map((words) => words.zh).join('、') + last.zh + tail.zh,
    en: head.map((words) => words.en).join(', ') + last.en + tail.en,
  }
}

/** Whole conditions that hold together. */
export function bothHold(list: Words[]): Words {
  return { zh: list.map((words) => words.zh).join('，且'), en: allOf(list).en }
}

/** Clauses after each other; from two on they are numbered, so that it stays plain which belong together. */
export function clauses(list: Words[]): Words {
  const numbered = list.length > 1
  return {
    zh: list.map((words, n) => (numbered ? `（${n + 1}）${words.zh}` : words.zh)).join('；'),
    en: list.map((words, n) => (numbered ? `(${n + 1}) ${words.en}` : words.en)).join('; '),
  }
}

/** Words made by a template of both languages: `words\`…${other}…\`` would mix them, so each language has its own. */
export function compose(parts: Words[], write: (texts: string[], locale: 'zh' | 'en') => string): Words {
  return {
    zh: write(
      parts.map((part) => part.zh),
      'zh',
    ),
    en: write(
      parts.map((part) => part.en),
      'en',
    ),
  }
}

export function quoted(words: Words): Words {
  return { zh: `“${nested(words.zh)}”`, en: `“${nested(words.en)}”` }
}

/** Quotes within quotes: double and single ones change places. */
export function nested(text: string): string {
  return text.replaceAll(/[“”‘’]/g, (quote) => OTHER_QUOTE[quote]!)
}

const OTHER_QUOTE: Record<string, string> = { '“': '‘', '”': '’', '‘': '“', '’': '”' }
