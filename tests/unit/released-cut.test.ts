import { expect, it } from 'vitest'
import { ReadCuts, writeCuts, type StoredCuts } from '@causeway/server/figures/releases/released-cut'

const year = (value: number, category = '一\n"x":{"first"') => ({
  figures: [{ category, value }],
  besides: [],
  absent: { gap: 'NO_RECORDS' as const },
  whole: {},
})
const CUTS: StoredCuts = {
  ' ': { first: 2019, last: 2021, isCutOff: false, years: [year(1), year(1), year(2)] },
  'ABROAD country': { first: 2020, last: 2021, isCutOff: true, years: [year(3), year(3)] },
  'ABROAD x': { first: 2020, last: 2020, isCutOff: false, years: [year(4)] },
}
const textOf = () => writeCuts(CUTS)

it.each([
  ['as it is stored', textOf],
  ['as it was stored in one line', () => textOf().replaceAll('\n', '')],
])('each cut of a text %s is read as it was written', (_name, text) => {
  const read = new ReadCuts(text())
  for (const times of [1, 2]) {
    expect(read.get(null, null), `${times}`).toEqual(CUTS[' '])
    expect(read.get('ABROAD', 'country'), `${times}`).toEqual(CUTS['ABROAD country'])
    expect(read.get('ABROAD', 'x'), `${times}`).toEqual(CUTS['ABROAD x'])
    expect(read.get('BORDER', 'x'), `${times}`).toBeUndefined()
  }
})
