import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { isIsoDate } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { readConfig } from '../../ground/config.ts'
import { say } from '../../ground/locale.ts'
import { findNearest } from '../../ground/nearest.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import type { Causeway } from '../../figures/causeway.ts'
import HELP from './help.json' with { type: 'json' }

type Parse<Value> = (text: string, before: Value) => Value

type Help = typeof HELP
/** As it is typed: `form`, `form check`. */
type Path = keyof Help
type AboveOf<Of extends Path> = Of extends `${infer Above extends Path} ${string}` ? Above : 'causeway'
/** What `help.json` says of a command, of the one that it belongs to, or of all. */
type Said<Of extends Path> = Of extends Path
  ? (keyof Help[Of] | keyof Help[AboveOf<Of>] | keyof Help['causeway']) & string
  : never

type Camel<Text extends string> = Text extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Text
/** `dryRun` of `--dry-run`, `dataDate` of `--data-date <date>`. */
type NameOf<Flags extends string> = Flags extends `--${infer Name} <${string}`
  ? Camel<Name>
  : Flags extends `--${infer Name}`
    ? Camel<Name>
    : never
type ValueOf<Flags extends string> = Flags extends `${string} <year>`
  ? number
  : Flags extends `${string}<${string}`
    ? string
    : boolean

/** A command whose help is in both languages. Its arguments and options, as it was declared to take them, are what `runs` is given. */
export class SaidCommand<Of extends Path, Given extends unknown[] = [], Options = { json?: boolean }> extends Command {
  readonly #path: Path

  constructor(path: Path) {
    super(path.split(' ').at(-1))
    this.#path = path
    this.description(this.#say('about'))
  }

  #say(of: string): string {
    const all: Record<string, Record<string, Words>> = HELP
    const [above] = this.#path.split(' ')
    return say((all[this.#path]![of] ?? all[above!]![of] ?? all.causeway![of])!)
  }

  given<Name extends Said<Of>>(
    name: Name,
    parse?: (text: string) => string,
  ): SaidCommand<
    Of,
    [...Given, Name extends `${string}...>` ? string[] : Name extends `[${string}` ? string | undefined : string],
    Options
  > {
    if (parse) this.argument(name, this.#say(name), parse)
    else this.argument(name, this.#say(name))
    return this as never
  }

  takes<Flags extends Said<Of>, Value = ValueOf<Flags>>(
    flags: Flags,
    parse?: Parse<Value>,
  ): SaidCommand<Of, Given, Options & { [Name in NameOf<Flags>]?: Value }> {
    return this.addOption(optionOf(flags, this.#say(flags), parse)) as never
  }

  needs<Flags extends Said<Of>, Value = ValueOf<Flags>>(
    flags: Flags,
    parse?: Parse<Value>,
  ): SaidCommand<Of, Given, Options & { [Name in NameOf<Flags>]: Value }> {
    return this.addOption(optionOf(flags, this.#say(flags), parse).makeOptionMandatory()) as never
  }

  /** What it does, with the database of the settings open for as long. `threaded`: it writes much, and reads a file meanwhile. */
  runs<Asked extends unknown[] = [...Given, Options]>(
    work: (causeway: Causeway, ...asked: Asked) => Promise<void>,
    threaded = false,
  ): this {
    const run = (asked: unknown[]) => withCauseway((causeway) => work(causeway, ...(asked as Asked)), threaded)
    return this.action((...asked: unknown[]) => run(asked))
  }

  /** One of these values, and which where none is given. */
  takesOneOf<Flags extends Said<Of>, const Value extends string, Usual extends Value | undefined = undefined>(
    flags: Flags,
    values: readonly Value[],
    usual?: Usual,
  ): SaidCommand<Of, Given, Options & Record<NameOf<Flags>, Value | Usual>> {
    return this.addOption(new Option(flags, this.#say(flags)).choices(values).default(usual)) as never
  }
}

function optionOf<Value>(flags: string, said: string, parse?: Parse<Value>): Option {
  const option = new Option(flags, said)
  const [placeholder = ''] = /<\w+>/.exec(flags) ?? []
  const read = (parse ?? USUAL[placeholder]) as Parse<unknown> | undefined
  return read ? option.argParser(read) : option
}

/** How a value is read, by what the flags call it. */
const USUAL: Record<string, Parse<unknown>> = { '<date>': parseDay, '<year>': parseYear }

export function command<Of extends Path>(path: Of): SaidCommand<Of> {
  return new SaidCommand<Of>(path)
}

/** Says what is wrong with a value of the command line. */
export function invalid(words: Words): InvalidArgumentError {
  return new InvalidArgumentError(say(words))
}

/** A day of the command line, YYYY-MM-DD. */
export function parseDay(text: string): string {
  if (!isIsoDate(text)) throw invalid({ zh: '应为 YYYY-MM-DD。', en: 'It must be YYYY-MM-DD.' })
  return text
}

/** A year of the command line. */
export function parseYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw invalid({ zh: '应为四位年份。', en: 'It must be a year of four digits.' })
  return Number(text)
}

/** A record type of the command line, one of these. */
export function parseRecordType(text: string, names: readonly string[]): string {
  if (names.includes(text)) return text
  const near = findNearest(text, names, 1)[0]
  throw invalid({
    zh: `没有台账类型“${text}”${near ? `，是否想用 ${near}？` : '。'}可用：${names.join('、')}`,
    en: `There is no record type "${text}"${near ? `, did you mean ${near}?` : '.'} There are ${names.join(', ')}`,
  })
}

/** A FILE of the command line: relative to where the user is, not to the project. */
export function userPath(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file)
}

/** Opens the database of the settings for the length of one command. */
export async function withCauseway<T>(work: (causeway: Causeway) => Promise<T>, threaded = false): Promise<T> {
  const config = readConfig(process.env, PROJECT_ROOT)
  // Only when there is something to do: help and wrong usage answer at once.
  const { openCauseway } = await import('../../figures/open-causeway.ts')
  const { settleKeeping } = await import('../../figures/keep-later.ts')
  const causeway = await openCauseway(config, { threaded })
  try {
    return await work(causeway)
  } finally {
    await settleKeeping(causeway.database)
    await causeway.database.close()
  }
}
