import { writeBlocPage } from './bloc-page.ts'
import { writeDataDictionary } from './data-dictionary.ts'
import { formPage } from './form-page.ts'
import { writeImportCodes } from './import-codes.ts'
import { indicatorCataloguePage } from './indicator-catalogue.ts'
import { reportTagsPage } from './report-tags.ts'
import { writeScalePage } from './scale-page.ts'
import { settingsPage } from './settings-page.ts'

/** Every generated page: its name in server/docs, and what makes it. A test compares the committed files with these. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'data-dictionary.zh.md': () => writeDataDictionary('zh'),
  'data-dictionary.en.md': () => writeDataDictionary('en'),
  'indicators.zh.md': () => indicatorCataloguePage('ZH'),
  'indicators.en.md': () => indicatorCataloguePage('EN'),
  'forms.zh.md': () => formPage('ZH'),
  'forms.en.md': () => formPage('EN'),
  'report-tags.zh.md': () => reportTagsPage('zh'),
  'report-tags.en.md': () => reportTagsPage('en'),
  'settings.zh.md': () => settingsPage('zh'),
  'settings.en.md': () => settingsPage('en'),
  'blocs.md': writeBlocPage,
  'scales.md': writeScalePage,
  'import-codes.md': writeImportCodes,
}
