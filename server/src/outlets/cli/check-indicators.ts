import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatQuantity, gapWords } from '@causeway/shared/format-figure'
import { fill, inLocale, type Words } from '@causeway/shared/words/words'
import { answerExample } from '../../answers/answer-example.ts'
import { ConfigProblems, readConfig } from '../../ground/config.ts'
import { migrate } from '../../records/migrate.ts'
import { openDatabase } from '../../ground/database/open.ts'
import { CATALOGUE } from '../../figures/indicators/catalogue.ts'
import { settleKeeping } from '../../figures/keep-later.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { readDeclaration, sayPlace, type FileProblem } from '../../figures/indicators/files/read-declaration.ts'
import { bringOwnFields } from '../../records/own-fields/read-own-fields.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { say } from '../../ground/locale.ts'
import { userPath } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import SAID from './said.json' with { type: 'json' }

/** Answers `causeway indicator check`: exit code 1 where anything is wrong. */
export async function checkIndicators(files: string[], json: boolean): Promise<void> {
  const wrongFields = bringOwnFields(readConfig(process.env, PROJECT_ROOT).fields)
  if (wrongFields.length > 0) throw new ConfigProblems(wrongFields)
  const problems: FileProblem[] = []
  const sound: Declaration[] = []
  for (const name of files) {
    const file = userPath(name)
    const read = readDeclaration(await readFile(file, 'utf8'), file, { shipped: CATALOGUE, known: CATALOGUE })
    problems.push(...read.problems)
    if (!read.declaration) continue
    const wrong = read.declaration.example ? await workExample(read.declaration) : []
    problems.push(...wrong.map((words) => ({ file, line: 1, words })))
    if (wrong.length === 0) sound.push(read.declaration)
  }
  if (json) {
    printJson({
      indicators: sound.map(({ id, code, version }) => ({ id, code, version })),
      problems: problems.map(({ file, line, words }) => ({ file, line, message: words })),
    })
  } else {
    for (const problem of problems) sayLine(sayPlace(problem))
    for (const declaration of sound) printLine(describe(declaration))
  }
  if (problems.length > 0) process.exitCode = 1
}

function describe(declaration: Declaration): string {
  const { id, version, name, example } = declaration
  const worked = example
    ? say({ zh: '算例相符。', en: 'Its example comes out.' })
    : say({ zh: '没有算例。', en: 'It has no worked example.' })
  return [
    say(fill(SAID.SOUND, { id, version, nameZh: name.zh, worked, nameEn: name.en })),
    `  ${say(formulaOf(declaration))}`,
  ].join('\n')
}

/** What is wrong with its example, worked in a new database. */
export async function workExample(declaration: Declaration): Promise<Words[]> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-check-'))
  const database = await openDatabase(`file:${join(folder, 'example.db')}`)
  try {
    await migrate(database)
    const { problems, figure } = await answerExample(database, declaration)
    if (problems.length > 0)
      return problems.map(({ type, problem: { row, message } }) => ({
        zh: `算例的 ${type} 第 ${row} 行：${message.zh}`,
        en: `row ${row} of ${type} in the example: ${message.en}`,
      }))
    const { expect } = declaration.example!
    const got = figure?.value ?? figure?.gap ?? null
    const fits = typeof expect === 'number' && typeof got === 'number' ? Math.abs(got - expect) < 1e-6 : got === expect
    if (fits) return []
    const text = (it: number | string | null, locale: 'ZH' | 'EN') =>
      typeof it === 'number'
        ? formatQuantity(it, declaration.decimals, declaration.unit, locale)
        : it === null
          ? '—'
          : inLocale(gapWords[it as keyof typeof gapWords].word, locale)
    return [
      {
        zh: `算例写的是 ${text(expect, 'ZH')}，按声明算出的是 ${text(got, 'ZH')}`,
        en: `the example says ${text(expect, 'EN')}, the declaration gives ${text(got, 'EN')}`,
      },
    ]
  } finally {
    await settleKeeping(database)
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
