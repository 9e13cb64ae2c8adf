/** What takes lines of CSV. */
interface Desk {
  put(type: string, lines: string[], institution?: string): Promise<unknown>
}

/**
 * A college `X` with its own standard S1 in two versions, mapped unit by unit to the introduced F1, and three programmes: PA
 * implements S1 and is benchmarked to F1, PB is benchmarked to F1 since 2024, PC has ended.
 */
export async function fillCurriculum({ put }: Desk): Promise<void> {
  await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN', 'Y,乙学院,College Y,CN'])
  await put('standard', [
    'code,title_zh,title_en,type,direction,country,localised_on',
    'S1,设施农业标准,Protected agriculture,programme,own,,',
    'F1,德国园艺标准,German horticulture,occupational,introduced,DE,2020-01-01',
    'F2,法国园艺标准,French horticulture,occupational,introduced,FR,2020-01-01',
  ])
  await put('standard-version', [
    'standard,version,from,to,review_due,reviewed_on',
    'S1,1.0,2020-09-01,2023-08-31,2023-01-01,2023-02-01',
    'S1,2.0,2023-09-01,,2024-06-01,',
    'F1,2019,2019-01-01,,,',
  ])
  await put('standard-unit', [
    'standard,version,code,title_zh,title_en,weight,eqf_level,esco_uri',
    'S1,1.0,U1,育苗,Raise seedlings,0.3,4,http://data.europa.eu/esco/skill/1',
    'S1,1.0,U2,调控温室,Control the climate,0.3,4,',
    'S1,1.0,U3,灌溉,Irrigate,0.4,4,',
    'S1,1.0,U4,采收,Harvest,,4,',
    'S1,2.0,U1,育苗,Raise seedlings,0.3,4,http://data.europa.eu/esco/skill/1',
    'S1,2.0,U2,智能调控温室,Control the climate by sensors,0.5,5,http://data.europa.eu/esco/skill/2',
    'S1,2.0,U4,采收,Harvest,,4,',
    'S1,2.0,U5,无土栽培,Grow without soil,0.2,5,',
    'F1,2019,K1,育苗,Anzucht,,4,',
    'F1,2019,K2,温室,Gewächshaus,,5,',
    'F1,2019,K3,销售,Verkauf,,4,',
  ])
  await put('standard-mapping', [
    'standard,version,unit_code,to_standard,to_unit_code,relation,assessor,assessed_on,source_id,unit',
    'S1,2.0,U1,F1,K1,equivalent,Board,2023-10-01,,',
    'S1,2.0,U2,F1,K2,none,Old board,2023-10-01,m1,AGR',
    'S1,2.0,U2,F1,K2,partial,Board,2024-03-01,m2,AGR',
    'S1,2.0,U2,F1,,none,Board,2023-10-01,,',
    'S1,2.0,U4,F1,,none,"Board, of ""experts""",2023-10-01,,',
    'S1,2.0,U9,F1,K1,partial,Board,2023-10-01,,',
    'S1,1.0,U1,F1,K1,equivalent,Board,2021-10-01,,',
    'S1,1.0,U3,F1,K2,partial,Board,2021-10-01,,',
    'S1,,,F1,,partial,=Board,2021-10-01,,',
    'S1,2.0,U1,F2,,equivalent,Board,2023-10-01,,',
  ])
  await put('programme', [
    'code,name_zh,name_en,kind,from,to',
    'PA,设施农业,Protected agriculture,ordinary,2020-09-01,',
    'PB,园艺,Horticulture,ordinary,,',
    'PC,旧园艺,Old horticulture,ordinary,2010-09-01,2020-08-31',
  ])
  await put('programme-standard', [
    'programme,standard,relation,from,to',
    'PA,S1,implements,2020-09-01,',
    'PA,F1,benchmarked,2021-09-01,',
    'PB,F1,benchmarked,2024-01-01,',
    'PC,F1,benchmarked,2019-09-01,',
  ])
  const result = (
    person: string,
    instrument: string,
    level: string,
    version: string,
    unit: string,
    programme: string,
  ) => `${person},${instrument},1,${level},final,1,2024-05-10,80,100,1,${programme},S1,${version},${unit}`
  await put('assessment-result', [
    'person,instrument,version,certificate_level,phase,attempt,date,raw,max,passed,programme,standard,standard_version,standard_unit',
    result('L1', 'Practice', '', '2.0', 'U1', 'PA'),
    result('L2', 'Practice', '', '2.0', 'U1', 'PA'),
    result('L3', 'Practice', '', '2.0', 'U2', 'PB'),
    result('L1', 'X greenhouse', 'junior', '1.0', '', 'PA'),
    result('L2', 'X greenhouse', 'junior', '1.0', '', 'PA'),
    result('L3', 'X greenhouse', 'senior', '2.0', '', 'PA'),
  ])
  await put('resource', [
    'code,title_zh,kind,origin,standard,withdrawn_on',
    'R1,教材,textbook,own,S1,',
    'R2,旧教材,textbook,own,S1,2022-12-31',
  ])
  await put('adoption', [
    'standard,country,adopter,adopted_on,lapsed_on',
    'S1,TZ,Moshi,2022-03-01,',
    'S1,LA,Vientiane,2022-03-01,2023-08-30',
    'S1,VN,Hanoi,2024-03-01,',
  ])
}
