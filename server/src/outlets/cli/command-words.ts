import type { Locale } from '@causeway/shared/words/words'
import USAGE from './errors-of-usage.json' with { type: 'json' }

interface CommandWords {
  help: string
  json: string
  lang: string
  seeHelp: string
  /** A heading of help. */
  title(english: string): string
  /** A complaint about the command line. */
  error(english: string): string
}

/** What the parser of the command line itself says. */
export function commandWords(locale: Locale): CommandWords {
  return locale === 'ZH' ? CHINESE : ENGLISH
}

const ENGLISH: CommandWords = {
  help: 'what this command does and how',
  json: 'answer as JSON, for programs',
  lang: 'language of what is said',
  seeHelp: '(add --help to see how it is used)',
  title: (english) => english,
  error: (english) => english,
}

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

const ERRORS = USAGE.map(([pattern, words]): [RegExp, string] => [new RegExp(pattern!), words!])

const CHINESE: CommandWords = {
  help: '说明此命令的作用与用法',
  json: '以 JSON 作答，供程序使用',
  lang: '输出语言',
  seeHelp: '（加 --help 查看用法）',
  title: (english) => TITLES[english] ?? english,
  error: (english) => ERRORS.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), english),
}
