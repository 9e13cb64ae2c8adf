import type { Words } from '@causeway/shared/words/words'
import type { RecordWarningCode } from '../warnings.ts'

/** The whole file is refused. */
export const FILE_CODES = {
  NO_SUCH_FILE: { zh: '找不到文件，或无权读取', en: 'the file is not there or may not be read' },
  EMPTY_FILE: { zh: '文件为空', en: 'the file is empty' },
  WRONG_FILE_KIND: { zh: '文件不是表格', en: 'the file is no table, whatever its name says' },
  UNKNOWN_ENCODING: {
    zh: '文本编码无法断定，或与所写的不符',
    en: 'the encoding of the text cannot be recognised, or is not the one that was said',
  },
  DAMAGED_FILE: { zh: '文件损坏或不完整', en: 'the file is damaged or incomplete' },
  PASSWORD_PROTECTED: { zh: '文件设有打开密码', en: 'the file has a password' },
  ZIP_BOMB: {
    zh: '工作簿解压后过大，未打开',
    en: 'the workbook would unpack to more than is allowed; it was not opened',
  },
  FILE_TOO_LARGE: { zh: '文件超过上限', en: 'the file is over the limits' },
  FILE_CHANGED: { zh: '导入过程中文件被改动', en: 'the file was changed while it was read' },
  CELL_TOO_LONG: { zh: '单元格过长，多为引号未闭合', en: 'a cell is too long, most likely a quote never closed' },
  TOO_MANY_COLUMNS: { zh: '列数过多', en: 'there are too many columns' },
  NO_SUCH_SHEET: { zh: '没有对照所写的工作表', en: 'the workbook lacks the sheet that the mapping names' },
  NO_HEADER: { zh: '找不到表头', en: 'no header was found' },
  NO_ROWS: { zh: '表头下没有数据行', en: 'there is no row of data' },
  MISSING_COLUMN: { zh: '缺少必需的列', en: 'a column is missing that must be there' },
  DUPLICATE_COLUMN: { zh: '两列含义相同', en: 'two columns mean the same' },
  UNKNOWN_COLUMN: { zh: '列名与某字段相近但不相同', en: 'a header is nearly, but not quite, that of a field' },
  UNKNOWN_FIELD: { zh: '所选字段不属于该台账', en: 'what was chosen for a column is no field of the record type' },
  NOT_RECOGNISED: { zh: '无法识别台账类型', en: 'it cannot be recognised what kind of records the file holds' },
  UNKNOWN_TYPE: { zh: '没有这种台账类型', en: 'there is no such record type' },
  INSTITUTION_MISSING: { zh: '未说明属于哪所学校', en: 'it is not said whose records these are' },
  UNKNOWN_INSTITUTION: { zh: '没有这所学校', en: 'there is no such institution' },
  NO_SUCH_MAPPING: { zh: '找不到对照文件', en: 'the mapping is not there' },
  BAD_MAPPING: { zh: '对照文件有误', en: 'the mapping is wrong' },
  PATTERN_TOO_SLOW: { zh: '对照中的正则表达式过慢', en: 'a pattern of the mapping takes too long' },
  TOO_MANY_GROUPS: { zh: '合计的组数过多', en: 'there are too many rows to gather' },
  BAD_DATA_DATE: { zh: '数据截至日期不对', en: 'the data date is no date' },
  CANNOT_WRITE_REJECTS: { zh: '无法写出有误的行', en: 'wrong rows cannot be written where --rejects says' },
  REPLACES_NOT_APPLICABLE: {
    zh: '该类型或该文件不能按 --replaces 整体替换',
    en: 'the record type, or the file, cannot be complete for what --replaces names',
  },
  ABSENT_IN_USE: {
    zh: '文件中没有而要撤除的记录仍被引用',
    en: 'records that the file lacks are still pointed to, and cannot be withdrawn',
  },
  BAD_DECISION: {
    zh: '同一认定与现有认定冲突，或所指编号不存在',
    en: 'a decision that two codes are one thing cannot be beside the others, or names a code that is not there',
  },
  NOT_YOURS: {
    zh: '没有权限修改另一所学校的台账',
    en: 'rows go to another institution, whose records the importer may not change',
  },
  DATABASE_BUSY: { zh: '另一项导入正在进行', en: 'another import is under way' },
} satisfies Record<string, Words>

/** A row is refused. */
export const ROW_CODES = {
  REQUIRED: { zh: '必填项为空', en: 'a required field is empty' },
  ONE_REQUIRED: { zh: '几项中至少填一项', en: 'at least one of several fields is required' },
  EXACTLY_ONE: { zh: '几项中应填且只填一项', en: 'exactly one of several fields is to be filled' },
  REQUIRED_WHERE: { zh: '因另一字段的取值而必填', en: 'it is required because of what another field says' },
  ALLOWED_WHERE: {
    zh: '因另一字段的取值而不应填写',
    en: 'it is to be left empty because of what another field says',
  },
  BAD_DATE: { zh: '不是日期', en: 'it is no date' },
  AMBIGUOUS_DATE: { zh: '可能是两个日期', en: 'it could be two days' },
  REVERSED_RANGE: { zh: '起止日期颠倒', en: 'two dates are reversed' },
  BAD_NUMBER: { zh: '不是数字', en: 'it is no number' },
  TOO_PRECISE: { zh: '小数位过多', en: 'the number is finer than the field allows' },
  OUT_OF_RANGE: { zh: '数值超出范围', en: 'the number is out of range' },
  BAD_YEAR: { zh: '不是年份', en: 'it is no year' },
  BAD_FLAG: { zh: '不是是或否', en: 'it is neither yes nor no' },
  UNKNOWN_CHOICE: { zh: '不在可选值中', en: 'it is none of the choices' },
  UNKNOWN_COUNTRY: { zh: '没有这个国家（地区）', en: 'there is no such country or region' },
  SEVERAL_VALUES: { zh: '一格写了多个值，此处只能填一个', en: 'a cell names several where the field takes one' },
  UNKNOWN_REFERENCE: { zh: '引用的编号不存在', en: 'it points to a code that is not there' },
  AMBIGUOUS_REFERENCE: { zh: '引用的记录不止一条', en: 'it could point to several records' },
  UNKNOWN_LEVEL: { zh: '该量表版本没有这个等级', en: 'its scale version has no such level' },
  ABOVE_WHOLE: { zh: '部分多于整体', en: 'a part is more than its whole' },
  UNKNOWN_INDICATOR: { zh: '没有这个指标', en: 'there is no such indicator' },
  UNKNOWN_FORM: { zh: '没有这张报表', en: 'there is no such official table' },
  UNKNOWN_EDITION: { zh: '该报表没有这个年度版式', en: 'the official table has no such edition' },
  UNKNOWN_LINE: { zh: '该版式没有这个指标项', en: 'the edition has no such line' },
  UNKNOWN_BASIS: { zh: '该指标没有这种统计时段', en: 'the indicator has no such basis' },
  SCOPE_NOT_APPLICABLE: { zh: '该指标没有统计范围', en: 'no scope acts on the indicator' },
  NOT_CUMULATIVE: { zh: '时点数不能逐年累加', en: 'a state on a day is not added up over years' },
  UNKNOWN_INSTITUTION: { zh: '没有这所学校', en: 'there is no such institution' },
  OTHER_INSTITUTION: { zh: '属于另一所学校', en: "it is another institution's" },
  ROUNDED_ID: {
    zh: '编号被存成数字或写成科学计数法，后面的数字已丢失',
    en: 'an id was stored as a number, or is in scientific notation, and lost its last digits',
  },
  BAD_CHARACTER: {
    zh: '含有控制字符、乱码或此处不允许的字符',
    en: 'it holds a control character, garbled text or what may not be there',
  },
  TOO_LONG: { zh: '内容过长', en: 'it is too long' },
  CELL_ERROR: { zh: '公式出错', en: 'the formula gives an error' },
  NO_CACHED_VALUE: { zh: '公式未保存结果', en: 'the result of the formula was not saved' },
  MERGED_NUMBER: { zh: '数值写在跨行合并的单元格中', en: 'a number is in a cell merged over rows' },
  ODD_QUOTE: { zh: '引号位置不对', en: 'a quote is where none may be' },
  UNCLOSED_QUOTE: { zh: '引号没有闭合', en: 'a quote is never closed' },
  TOO_MANY_CELLS: { zh: '比表头多出内容', en: 'the row has more cells than the header' },
  NO_MATCH: { zh: '与对照中的正则表达式不符', en: 'it does not match the pattern of the mapping' },
  DUPLICATE_KEY: {
    zh: '与前面一行是同一条记录，内容不同；或与前面一行是同一组人（按人数填报的行）',
    en: 'it is the same record as an earlier row, and says something else; or the same group, as a row of a headcount',
  },
  OUTSIDE_REPLACED: {
    zh: '不在 --replaces 声明完整的学年或部门之内',
    en: 'it is outside the school year or unit that --replaces says the file is complete for',
  },
  CODE_IN_USE: { zh: '要更改的编号仍被其他记录引用', en: 'the code it would change is still pointed to by records' },
  MORE_PROBLEMS: { zh: '其余未逐一列出', en: 'there are more, which are not listed' },
} satisfies Record<string, Words>

/** It is said, and refuses nothing. */
export const WARNING_CODES = {
  WRONG_FILE_NAME: {
    zh: '扩展名与内容不符，已按内容读取',
    en: 'the name says another kind of file; it was read as what it is',
  },
  IGNORED_COLUMNS: {
    zh: '有不属于该台账的列，未导入',
    en: 'columns are not part of the record type and were not read',
  },
  OTHER_SHEETS: { zh: '其他工作表也有这样的表头，未读取', en: 'other sheets have such a header and were not read' },
  HIDDEN_ROWS: {
    zh: '工作簿中隐藏的行（如被筛选掉的）也已读入',
    en: 'rows that the workbook hides, as those that a filter left out, were read too',
  },
  SECTION_COUNT: { zh: '标题所写行数与实际不符', en: 'a heading states another count than the rows under it' },
  DUPLICATE_ROW: {
    zh: '与前面一行完全相同，只计一次',
    en: 'it is alike an earlier row in everything, and was counted once',
  },
  SUCCESSOR: {
    zh: '该校已由另一所学校承继，记录记入后者',
    en: 'the institution was succeeded by another, and the rows went to that one',
  },
  NOT_WITHDRAWN: {
    zh: '因有拒收的行，未撤除文件中没有的记录',
    en: 'rows were rejected, so that records which the file lacks were not withdrawn',
  },
  OVER_100: { zh: '百分比超过 100', en: 'a share is over 100' },
} satisfies Record<string, Words>

export type FileCode = keyof typeof FILE_CODES
export type RowCode = keyof typeof ROW_CODES
export type WarningCode = keyof typeof WARNING_CODES | RecordWarningCode
export type ProblemCode = FileCode | RowCode | WarningCode
