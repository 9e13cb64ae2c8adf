import { expect, it } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { countedIn } from '@causeway/server/figures/indicators/counted-in'
import { formulaOf } from '@causeway/server/figures/indicators/formula'

const byCode = (code: string) => CATALOGUE.find((one) => one.code === code)!

it('the rate of those who complete is of persons, a pass rate is of attempts', () => {
  expect(countedIn(byCode('SK14'))).toEqual({ zh: '人', en: 'people' })
  expect(countedIn(byCode('SK05'))).toEqual({ zh: '人次', en: 'participations' })
  expect(countedIn(byCode('SK13'))).toEqual({ zh: '人次', en: 'participations' })
})

it('no share of a cohort speaks of participations', () => {
  const cohorts = CATALOGUE.filter(({ bases, measure }) => bases.every((one) => one === 'COHORT') && 'share' in measure)
  expect(cohorts.length).toBeGreaterThan(3)
  for (const one of cohorts) {
    const { zh, en } = formulaOf(one)
    expect(`${one.definition.zh} ${zh}`, one.code).not.toContain('人次')
    expect(en, one.code).not.toContain('participations')
  }
})
