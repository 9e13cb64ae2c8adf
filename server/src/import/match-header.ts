import { COMMON_FIELDS, type Field, type RecordType } from '../records/record-type.ts'
import { fieldsOf } from '../records/record-types.ts'

/** The column that names the institution of a row, in files that speak for several. */
export const INSTITUTION_COLUMN: Field = {
  name: 'institution',
  label: { zh: '学校代码', en: 'Institution' },
  kind: 'code',
  also: ['院校代码', '学校标识码', '所属学校', '所属院校', '学校', '院校', '机构', 'institution code', 'provider'],
}

/** Headers under which `--rejects` writes, and which an import of the mended file knows again. */
export const REJECT_ROW_HEADER = '原行号 / source row'
export const REJECT_REASON_HEADER = '退回原因 / reason'

/** An empty column of a file that Causeway wrote: its cells are guarded against being read as formulas. */
export const GUARDED_HEADER = '公式已转义 / formulas guarded'

/** A column that Causeway itself wrote, and that no import reads. */
export function isColumnOfOurs(header: string): boolean {
  return [REJECT_ROW_HEADER, REJECT_REASON_HEADER, GUARDED_HEADER].includes(header)
}

/** What a header may be: the type's fields, those of its companion, and the institution. */
export function listColumns(type: RecordType): Field[] {
  const fields = [...fieldsOf(type), ...(type.companion?.columns ?? [])].filter((field) => !field.notInFiles)
  return type.name === 'institution' ? fields : [...fields, INSTITUTION_COLUMN]
}

/** Width, case, spaces, marks of obligation and units in brackets do not tell headers apart. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\((必填|选填|required|optional|yyyy-mm-dd|mm-dd|0\/1|是\/否)\)|[*＊:：]/g, '')
    .replaceAll(/[\s_\-–—"“”'‘’]/g, '')
}

/** Folded header to field. A field's name wins over another's label, and a label over another's other names. */
export function indexHeaders(columns: readonly Field[]): Map<string, Field> {
  const index = new Map<string, Field>()
  const add = (header: string, field: Field) => {
    const folded = foldHeader(header)
    if (folded !== '' && !index.has(folded)) index.set(folded, field)
  }
  // `source_id`, `unit` and `note` come last: a type's own field may bear such a name.
  const ordered = [...columns].sort((a, b) => Number(COMMON_FIELDS.includes(a)) - Number(COMMON_FIELDS.includes(b)))
  for (const field of ordered) add(field.name, field)
  for (const field of ordered) for (const label of [field.label.zh, field.label.en]) add(label, field)
  for (const field of ordered) for (const also of field.also ?? []) add(also, field)
  return index
}
