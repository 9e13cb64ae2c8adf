import type { College } from './college.ts'

/** Platform A, of which B is a part, and C, which has closed. */
export async function fillPlatforms({ put }: College): Promise<void> {
  await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN', 'Y,乙学院,College Y,CN'])
  await put('partner', [
    'code,name_zh,name_en,type,country',
    'P1,河内职业学院,Hanoi College,college,VN',
    'P1B,河内职院,Hanoi Voc. College,college,VN',
    'P2,喀山农场,Kazan Farm,enterprise,RU',
  ])
  await put('standard', ['code,title_zh,type,direction', 'S1,标准,programme,own'])
  await put('resource', ['code,title_zh,kind,origin', 'R1,在线课程,online-course,own'])
  await put('platform', [
    'code,name_zh,name_en,type,role,founded_on,closed_on,parent',
    'A,联合体,Consortium,consortium,lead,2019-05-01,,',
    'B,中心,Centre,centre,lead,2020-05-01,,A',
    'C,旧中心,Old centre,centre,member,2019-05-01,2023-06-30,A',
  ])
  await put('platform-member', [
    'platform,partner,role,from,to',
    'A,P1,member,2019-05-20,2022-12-31',
    'A,P1B,lead,2023-01-01,',
    'A,P2,member,2020-01-01,2021-12-31',
    'A,P2,member,2023-01-01,',
  ])
  await put('training-session', [
    'session,start,end,training_days,person,country,platform',
    'T1,2022-10-10,2022-10-14,5,L1,RU,A',
    'T1,2022-10-10,2022-10-14,5,L2,RU,A',
    'T2,2022-11-10,2022-11-14,5,L1,RU,',
  ])
  await put('mobility', [
    'person,direction,audience,purpose,country,partner,platform,start,end',
    'M1,out,student,study,VN,P1,A,2023-03-01,2023-03-31',
    'M2,out,student,study,VN,P1B,A,2023-03-01,2023-03-31',
  ])
  await put('event', [
    'code,title_zh,kind,role,country,platform,start',
    'E1,论坛,forum,host,CN,B,2023-04-10',
    'E2,旧论坛,forum,host,CN,C,2023-04-20',
  ])
  await put('adoption', ['standard,country,adopter,adopted_on,platform', 'S1,VN,Hanoi,2022-11-10,A'])
  await put('online-learning', [
    'person,headcount,resource,country,start,end,platform',
    'O1,,R1,VN,2022-10-01,2023-01-31,A',
    'O1,,R1,VN,2023-03-01,2023-06-30,A',
    'O2,,R1,CN,2023-03-01,2023-06-30,A',
    ',30,R1,HK,2023-03-01,2023-06-30,A',
  ])
}
