import { ImportRefused } from '../import-refused.ts'

export function passwordProtected(): ImportRefused {
  return new ImportRefused('PASSWORD_PROTECTED', {
    zh: '文件设有打开密码。请在 Excel 中取消密码、另存后再导入。',
    en: 'The file is protected by a password. Take the password off in Excel, save it and import that.',
  })
}
