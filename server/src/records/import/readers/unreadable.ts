import { ImportRefused } from '../import-refused.ts'

export function passwordProtected(): ImportRefused {
  return new ImportRefused('PASSWORD_PROTECTED', {
    zh: '文件设有打开密码。请在 Excel 中取消密码、另存后再导入。',
    en: 'The file is protected by a password. Take the password off in Excel, save it and import that.',
  })
}

export function damaged(): ImportRefused {
  return new ImportRefused('DAMAGED_FILE', {
    zh: '文件已损坏或不完整，无法读取。请重新下载，或在 Excel 中打开后另存，再导入。',
    en: 'The file is damaged or incomplete and cannot be read. Fetch it again, or open it in Excel, save it anew and import that.',
  })
}

/** What a workbook would take is more than one may. */
export function takesTooMuch(): ImportRefused {
  return new ImportRefused('FILE_TOO_LARGE', {
    zh: '该工作簿内容过多，读取它需要的内存或时间超出上限。大表请另存为 CSV 再导入，CSV 不限行数。',
    en: 'This workbook holds too much: to read it takes more memory or time than one may. Save large tables as CSV and import that: CSV has no limit on rows.',
  })
}
