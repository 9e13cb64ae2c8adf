import type { Words } from '@causeway/shared/words/words'
import { findRecordType } from '../../records/record-types.ts'
import type { RowProblem } from '../../records/import/row-problem.ts'
import { builder } from './builder.ts'
import { FieldOptionRef } from './record-type.ts'

/** What a message tells the reader of a console, and what somebody before a page does instead; the longer ones first. */
const INSTEAD: Record<keyof Words, [RegExp, string][]> = {
  zh: [
    [/，请去掉 --replaces。/g, '，请取消“整表替换”。'],
    [/请去掉 --replaces 导入/g, '请取消“整表替换”后导入'],
    [/这是 --rejects 写出的有误行/g, '这是下载的有误行'],
    [/不在 --replaces 所写的学年/g, '不在“整表替换”所选的学年'],
    [/不属于 --replaces 所写的部门/g, '不属于“整表替换”所选的部门'],
    [/请写明 --institution 学校代码，或/g, '请选择学校，或'],
    [/与 --institution (\S+) 不符(；多校文件请不要写 --institution)?/g, '与所选学校 $1 不符'],
    [/请先用 causeway import FILE --as institution 导入学校/g, '请先导入院校'],
    [/可用 causeway template 生成模板，或为该表编写对照文件/g, '可下载模板填写，或指明表头所在行、逐列选定字段'],
    [
      /请改列名，或删去不用的一列，或用对照文件写明读哪一列。/g,
      '请在“各列对应的字段”中把不用的一列选为“不导入”，或在文件中改列名。',
    ],
    [/请给该列加上列名，或删除该列。/g, '请在“各列对应的字段”中为该列选定字段或选“不导入”，或在文件中加上列名。'],
    [/在对照文件中写 add_up: headcount，把人数相加/g, '按“人数相加”'],
    [
      /加“源系统编号”列（source_id）区分；写重了的，删去一行/g,
      '在“各列对应的字段”中把编号列选为“源系统编号”；写重了的，选“不导入这一行”',
    ],
    [/（用对照文件导入的，可在其中写明 date_format）/g, '（整份文件都这样写的，在“选项”中选定日、月的先后即可）'],
    [/（--relation split）/g, ''],
    [/（same-as undo）/g, ''],
    [/可用 causeway data-date --set (\S+) 更改数据截至日期/g, '可将数据截至日期改为 $1'],
    [/在“数据”页或用 causeway data-date 作出决定/g, '在本页上方作出决定'],
    [/；用 same-as list 查看现有认定/g, ''],
    [/请给出 YAML 文件的路径，或随系统提供的对照名称。/g, '请使用随系统提供的对照名称。'],
  ],
  en: [
    [/: leave --replaces out\./g, ': do not replace with this file.'],
    [/import them without --replaces/g, 'import them without replacing'],
    [/the wrong rows that --rejects wrote/g, 'wrong rows that were downloaded'],
    [/that --replaces names/g, 'that is to be replaced'],
    [/Say it with --institution CODE, or with/g, 'Choose the institution, or say it with'],
    [/and --institution says (\S+); leave it out for a file of several/g, 'and $1 was chosen'],
    [/--institution says (\S+)/g, '$1 was chosen'],
    [/Import it first: causeway import FILE --as institution/g, 'Import the institution first'],
    [
      /`causeway template` writes the empty workbook; a file of another shape takes a mapping/g,
      'Download the template, or say which row is the header and choose a field for each column',
    ],
    [
      /rename one, delete the one that is not meant, or say in a mapping which is read\./g,
      'under "Which column is which field", do not import the other, or rename one in the file.',
    ],
    [
      /name the column or delete it\./g,
      'under "Which column is which field", choose its field or do not import it, or name it in the file.',
    ],
    [/add them up with add_up: headcount in a mapping/g, 'press "Add the headcounts up"'],
    [
      /tell two that are two apart by a column "Source id" \(source_id\); leave out one that was written twice/g,
      'of two that are two, choose "Source id" for a column that tells them apart; leave out a row that was written twice',
    ],
    [
      / \(a mapping file may say which with date_format\)/g,
      ' (where the whole file writes so, say under Options which comes first)',
    ],
    [/ \(--relation split\)/g, ''],
    [/ \(same-as undo\)/g, ''],
    [/move it with causeway data-date --set (\S+);/g, 'move the data date to $1;'],
    [/on the data page, or by causeway data-date/g, 'at the top of this page'],
    [/; same-as list shows what holds/g, ''],
    [/Give the path of a YAML file, or the name of one that ships\./g, 'Give the name of one that ships.'],
  ],
}

/** What a message says to import first, by the name that a command takes. */
const TYPE_NAMED: Record<keyof Words, RegExp> = {
  zh: /(?<=请先导入) [a-z]+(-[a-z]+)*/g,
  en: /(?<=[Ii]mport it first, as )[a-z]+(-[a-z]+)*/g,
}

/** A message of the importer as somebody before a page reads it: of choices, and not of options of a command. */
export function toPageWords(words: Words): Words {
  return { zh: replace(words.zh, 'zh'), en: replace(words.en, 'en') }
}

function replace(text: string, language: keyof Words): string {
  return INSTEAD[language]
    .reduce((said, [of, by]) => said.replace(of, by), text)
    .replace(TYPE_NAMED[language], (name) => {
      const label = findRecordType(name.trim())?.label[language]
      return label === undefined ? name : language === 'zh' ? `「${label}」` : `"${label}"`
    })
}

export const ProblemRef = builder.objectRef<RowProblem>('ImportProblem').implement({
  description: 'What is wrong, or doubtful, in one cell, in one row, or in a file as a whole.',
  fields: (t) => ({
    row: t.maybe(
      'Int',
      'As a spreadsheet numbers it; null: the file as a whole, or what was typed and came from no file.',
      'row',
    ),
    column: t.maybe(
      'String',
      "The header as it is in the file; the field's name where the file has no such column.",
      'column',
    ),
    columnIndex: t.maybe('Int', 'As `index` of the columns; null: it is in no cell.', 'at'),
    field: t.maybe('String', 'Name of the field; null: of none.', 'field'),
    code: t.given('String', 'Stable, for programs: BAD_DATE, UNKNOWN_REFERENCE and the like.', 'code'),
    value: t.maybe(
      'String',
      'as it is in the file; null where there is none, or where it would name a person.',
      'value',
    ),
    otherRow: t.maybe(
      'Int',
      'The row of the same file that it is held against, as of DUPLICATE_KEY; null: it is wrong by itself.',
      'otherRow',
    ),
    message: t.words('What is wrong, and what to do.', (it) => toPageWords(it.message)),
    nearest: t.list(
      FieldOptionRef,
      1,
      'What may have been meant, the likeliest first: its key, typed into the cell, is right. Few or none.',
      (it) => [...(it.nearest ?? [])],
    ),
  }),
})
