import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'

/** `--lang zh|en` anywhere on the line, else the language of the machine. */
export const cliLocale: Locale = findLocale(process.argv, process.env)

/** The text in the language of this run. */
export function say(words: Words): string {
  return inLocale(words, cliLocale)
}

function findLocale(argv: readonly string[], env: Record<string, string | undefined>): Locale {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1])
  return /^zh/i.test(asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '')) ? 'ZH' : 'EN'
}
