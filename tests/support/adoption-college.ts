import type { College } from './college.ts'

/**
 * A college `X` whose standard S1 went through a whole life in Tanzania (Moshi), was registered before it was adopted in Laos, and
 * is used in Russia after it lapsed there, entered under its old code; Viet Nam uses a resource before it adopts it, and once more
 * adopts another that has no date.
 */
export async function fillAdoptions({ put }: College): Promise<void> {
  await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN', 'Y,乙学院,College Y,CN'])
  await put('standard', [
    'code,title_zh,title_en,type,direction',
    'S1,设施农业标准,Protected agriculture,programme,own',
    'S1OLD,设施农业标准（旧）,Protected agriculture (old),programme,own',
  ])
  await put('resource', [
    'code,title_zh,title_en,kind,origin',
    'R1,种植教材,Growing,textbook,own',
    'R2,农机教材,Machinery,textbook,own',
  ])
  await put('adoption', [
    'standard,resource,country,adopter,proposed_on,adapted_on,adopted_on,registered_on,in_system_on,lapsed_on',
    'S1,,TZ,Moshi,2021-01-10,2021-06-01,2022-03-01,2022-09-01,2022-09-01,2024-12-31',
    'S1,,LA,Vientiane,,,2023-09-01,2022-01-01,,',
    'S1OLD,,RU,Kazan,,,2022-01-01,,,2023-12-31',
    ',R1,VN,Hanoi,2022-05-01,,2023-06-15,,,',
    ',R2,VN,Hanoi 2,,,,,,',
  ])
  await put('adoption-use', [
    'standard,resource,country,adopter,from,to,learners',
    'S1,,TZ,Moshi,2023-02-01,2023-06-30,40',
    'S1,,TZ,Moshi,2024-09-01,2024-12-31,0',
    'S1,,LA,Vientiane,2022-09-01,2023-06-30,0',
    'S1OLD,,RU,Kazan,2022-09-01,2022-12-31,10',
    'S1,,RU,Kazan,2024-02-01,2024-06-30,5',
    ',R1,VN,Hanoi,2023-01-01,2023-06-30,25',
  ])
  await put('evidence', [
    'code,title,kind,issued_on,record_type,record',
    'D1,Contract,contract,2022-03-01,adoption,S1/TZ/Moshi',
    'D2,Certificate,certificate,2022-09-20,adoption,S1/TZ/Moshi',
    'D0,Letter of interest,letter,2020-12-01,adoption,S1/TZ/Moshi',
  ])
}
