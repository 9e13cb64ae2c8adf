import { expect, it } from 'vitest'
import { describeRecords } from '@causeway/server/records/describe-record'
import { listRecords } from '@causeway/server/records/list-records'
import { forEachDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

forEachDatabase((_name, open) => {
  it('results are filtered by a scale with its version, by the scale alone, and by what a dimension is called elsewhere', async () => {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    await desk.put('language-result', [
      'person,scale,scale_version,level,date',
      'L1,hsk,2.0,4,2024-01-10',
      'L2,hsk,2.0,5,2024-01-11',
      'L3,cefr,2020,B1,2024-01-12',
    ])
    await desk.put('assessment-result', [
      'person,instrument,version,phase,date,standard_unit,nationality',
      'L1,Test,1,final,2024-01-10,U1,VN',
      'L2,Test,,final,2024-01-11,U2,LA',
      'L3,A/B,,final,2024-01-12,U2,LA',
    ])
    const days = async (type: string, dimension: string, ...keys: string[]) => {
      const filter = [{ dimension, in: keys }]
      const { records } = await listRecords(database, { type, institution: 'X', filter, first: 10 })
      return records.map(({ values }) => String(values['date']).slice(-2)).sort()
    }
    expect(await days('language-result', 'scale', 'hsk/2.0')).toEqual(['10', '11'])
    expect(await days('language-result', 'scale', 'hsk/3.0')).toEqual([])
    expect(await days('language-result', 'scale', 'hsk', 'cefr/2020')).toEqual(['10', '11', '12'])
    expect(await days('language-result', 'level', '5')).toEqual(['11'])
    expect(await days('assessment-result', 'instrument', 'Test/1')).toEqual(['10'])
    expect(await days('assessment-result', 'instrument', 'Test/')).toEqual(['11'])
    expect(await days('assessment-result', 'instrument', 'A/B')).toEqual(['12'])
    expect(await days('assessment-result', 'competency', 'U2')).toEqual(['11', '12'])
    expect(await days('assessment-result', 'country', 'VN')).toEqual(['10'])
  })

  it('a decimal is found as it is written', async () => {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    await desk.put('assessment-result', [
      'person,instrument,version,phase,date,raw,max',
      'L1,Test,1,final,2024-01-10,1.1,100',
      'L2,Test,1,final,2024-01-11,0.57,100',
      'L3,Test,1,final,2024-01-12,57,100',
    ])
    const days = async (...keys: string[]) => {
      const filter = [{ dimension: 'raw', in: keys }]
      const request = { type: 'assessment-result', institution: 'X', filter, first: 10 }
      return (await listRecords(database, request)).records.map(({ values }) => String(values['date']).slice(-2)).sort()
    }
    expect(await days('1.1')).toEqual(['10'])
    expect(await days('0.57')).toEqual(['11'])
    expect(await days('0.575')).toEqual([])
  })

  it('a level reads by its name on its scale, and a record that evidence names without the whole of a hash', async () => {
    const database = await open()
    const desk = await openDeskWithCollege(database)
    await desk.put('language-result', [
      'person,scale,scale_version,level,required_level,date',
      'L1,occupational-chinese,2023,高级,3,2024-01-10',
    ])
    await desk.put('evidence', [
      'code,title,kind,issued_on,record_type,record',
      'E1,List,register,2024-01-15,language-result,L1/职业中文/2023版/2024-01-10',
    ])
    const textOf = async (type: string, name: string) => {
      const { records } = await listRecords(database, { type, institution: 'X', first: 1 })
      const [described] = await describeRecords(database, records)
      return described!.fields.find((field) => field.name === name)!.text
    }
    expect(await textOf('language-result', 'level')).toEqual({ zh: '高级', en: 'advanced' })
    expect(await textOf('language-result', 'required_level')).toEqual({ zh: '中级', en: 'intermediate' })
    expect((await textOf('evidence', 'record')).en).toMatch(/^[\w-]{8}\/occupational-chinese\/2023\/2024-01-10$/)
  })
})
