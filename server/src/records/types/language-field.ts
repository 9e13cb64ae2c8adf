import { LANGUAGES } from '../../ground/reference/languages.ts'
import type { Field } from '../record-type.ts'

/** A language of instruction or of a text, by its ISO 639-1 code. */
export const LANGUAGE: Field = {
  name: 'language',
  label: { zh: '语言', en: 'Language' },
  kind: 'choice',
  choices: LANGUAGES.map(({ code, name, also }) => ({ key: code, label: name, also })),
  also: ['授课语言', '教学语言', '语种', '授课语种', 'language of instruction', 'teaching language'],
  note: {
    zh: '填语言名称或 ISO 639-1 两位代码（如 zh、en、fr）；双语授课填其中的外语。',
    en: 'The name of the language or its code of ISO 639-1 (zh, en, fr …); of bilingual teaching, the foreign one.',
  },
  example: { zh: '中文', en: 'Chinese' },
}
