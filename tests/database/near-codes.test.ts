import { expect, it } from 'vitest'
import { NearCodes } from '@causeway/server/records/import/near-codes'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase } from '../support/databases.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

forEachDatabase((_name, open) => {
  it('the codes of a type are read once for an import, however many wrong ones are looked for among them', async () => {
    const database = await open()
    const { report } = await openImportCollege(database)
    const header = '合作机构编号,合作机构名称,英文名称,类型,国家（地区）'
    const rows = ['P-1,曼谷学院,Bangkok College,高校,泰国', 'P-2,河内学院,Hanoi College,高校,越南']
    expect(await report(csv('p.csv', header, ...rows), { type: 'partner' })).toMatchObject({ accepted: 2 })

    const counted = countStatements(database)
    const near = new NearCodes(counted.database.quick)
    const keys = async (text: string) => (await near.list('X', 'partner', text)).map(({ key }) => key)
    expect(await keys('P1')).toEqual(['P-1'])
    for (const text of ['曼谷学校', '曼谷学校', 'Bangkok Colege']) expect(await keys(text)).toEqual(['P-1'])
    expect(await keys('河内学校')).toEqual(['P-2'])
    expect(counted.count()).toBe(1)

    const [partner] = await near.list('X', 'partner', 'Hanoi Colege')
    expect(partner).toEqual({ key: 'P-2', label: { zh: '河内学院', en: 'Hanoi College' } })
    expect((await near.list('X', 'institution', 'x')).map(({ key }) => key)).toEqual(['X'])
    expect(await near.list('Y', 'partner', 'P1')).toEqual([])
    expect(counted.count(), 'another type and another institution are other codes').toBe(3)
  })

  it('only the first wrong codes of a file are looked for', async () => {
    const database = await open()
    await openImportCollege(database)
    const near = new NearCodes(database.quick)
    for (let asked = 0; asked < 200; asked++) expect(await near.list('X', 'institution', 'x')).toHaveLength(1)
    expect(await near.list('X', 'institution', 'x')).toEqual([])
  })
})
