import type { Words } from '@causeway/shared/words/words'

export const NAV_WORDS = {
  menu: { zh: '菜单', en: 'Menu' },
  forms: { zh: '报表', en: 'Forms' },
  data: { zh: '数据', en: 'Data' },
  catalogue: { zh: '指标目录', en: 'Catalogue' },
  about: { zh: '关于本站', en: 'About' },
  developers: { zh: '开发者', en: 'Developers' },
  institutions: { zh: '选择院校', en: 'Institutions' },
} satisfies Record<string, Words>
