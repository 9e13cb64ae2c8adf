import type { RecordType } from '../record-type.ts'
import { NAME_EN, NAME_ZH } from './common-fields.ts'

export const CERTIFICATE_TYPE: RecordType = {
  name: 'certificate-type',
  label: { zh: '证书种类', en: 'Certificate' },
  description: {
    zh: '一种职业技能等级证书、职业资格证书或国际职业证书，一种一行；谁考了、谁取得，填“证书考取情况”。',
    en: 'A kind of vocational or professional certificate, one row each. Who stood for it and who got it are certificate awards.',
  },
  fields: [
    {
      name: 'code',
      label: { zh: '证书种类编号', en: 'Code' },
      kind: 'code',
      required: true,
      also: ['编号', '证书代码', '证书种类代码', '证书类型编号', '证书编码', 'certificate code', 'certificate id'],
      example: { zh: 'CT01', en: 'CT01' },
    },
    {
      ...NAME_ZH,
      also: ['证书名称', '证书中文名称', '职业技能等级证书名称', ...NAME_ZH.also!],
      example: { zh: '剑桥农业职业英语证书', en: '剑桥农业职业英语证书' },
    },
    {
      ...NAME_EN,
      also: ['证书英文名称', 'certificate name', ...NAME_EN.also!],
      example: { zh: 'Certificate in English for Agriculture', en: 'Certificate in English for Agriculture' },
    },
    {
      name: 'issuer',
      label: { zh: '发证机构', en: 'Issuer' },
      kind: 'text',
      required: true,
      also: [
        '颁证机构',
        '颁发机构',
        '发证单位',
        '发证机关',
        '培训评价组织',
        '颁证单位',
        'issuing body',
        'awarding body',
        'issued by',
      ],
      example: { zh: '剑桥大学英语考评部', en: 'Cambridge English' },
    },
    {
      name: 'country',
      label: { zh: '发证机构所在国家（地区）', en: "Issuer's country or region" },
      kind: 'country',
      required: true,
      also: [
        '国家',
        '国家（地区）',
        '国别',
        '所在国',
        '发证国家',
        '发证国家（地区）',
        '颁证机构所在国',
        'country',
        'issuing country',
      ],
      example: { zh: '英国', en: 'United Kingdom' },
    },
    {
      name: 'international',
      label: { zh: '是否国际证书', en: 'International' },
      kind: 'flag',
      also: ['国际证书', '国际通用', '是否国际通用证书', '是否国际职业证书', 'international certificate'],
      note: {
        zh: '由国际组织颁发，或在多国通行。外国机构颁发的，以发证机构所在国家（地区）计，此项可不填。',
        en: 'Issued by an international body, or good in several countries. Of a foreign body the country says enough.',
      },
      example: { zh: '是', en: 'yes' },
    },
    {
      name: 'level',
      label: { zh: '证书等级', en: 'Levels' },
      kind: 'text',
      also: ['等级', '级别', '设置等级', '等级设置', 'levels', 'certificate levels'],
      note: {
        zh: '该证书设有的等级，多个用顿号隔开，如 初级、中级、高级；不分等级不填。',
        en: 'The levels that it has, parted by commas, as: junior, intermediate, senior. Empty: it has none.',
      },
      example: { zh: '初级、中级、高级', en: 'junior, intermediate, senior' },
    },
  ],
  key: ['code'],
  span: { always: true },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  title: { zh: ['name_zh|name_en|code'], en: ['name_en|name_zh|code'] },
}
