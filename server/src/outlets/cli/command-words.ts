import type { Locale } from '@causeway/shared/words/words'

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

const ERRORS: [RegExp, string][] = [
  [/unknown command '(.*?)'/, '没有命令“$1”'],
  [/unknown option '(.*?)'/, '没有选项“$1”'],
  [/missing required argument '(.*?)'/, '缺少参数“$1”'],
  [/required option '(.*?)' not specified/, '缺少必填选项“$1”'],
  [/option '(.*?)' argument missing/, '选项“$1”缺少取值'],
  [/option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\./, '选项“$1”的取值“$2”无效，可用：$3'],
  [
    /command-argument value '(.*?)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\./,
    '参数“$2”的取值“$1”无效，可用：$3',
  ],
  [/option '(.*?)' argument '(.*?)' is invalid\./, '选项“$1”的取值“$2”无效。'],
  [
    /too many arguments for '(.*?)'\. Expected (\d+) arguments? but got (\d+)(: .*)?\./,
    '“$1”的参数过多：应有 $2 个，实为 $3 个',
  ],
  [/too many arguments\. Expected (\d+) arguments? but got (\d+)(: .*)?\./, '参数过多：应有 $1 个，实为 $2 个'],
  [/\(Did you mean (.*?)\?\)/, '（是否想用 $1？）'],
  [/\(Did you mean one of (.*?)\?\)/, '（是否想用其中之一：$1？）'],
  [/^error: /, '用法有误：'],
]

const CHINESE: CommandWords = {
  help: '说明此命令的作用与用法',
  json: '以 JSON 作答，供程序使用',
  lang: '输出语言',
  seeHelp: '（加 --help 查看用法）',
  title: (english) => TITLES[english] ?? english,
  error: (english) => ERRORS.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), english),
}
