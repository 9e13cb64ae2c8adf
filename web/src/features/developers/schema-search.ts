import type { __TypeKind, SchemaType as AnsweredType } from '../../graph/generated.ts'

/** A type of the schema: it has a name, which a list of something has not. */
export type SchemaType = AnsweredType & { name: string }

export interface TypeName {
  kind: __TypeKind
  name: string | null
  ofType?: TypeName | null
}

/** As the schema writes it: `[Figure!]!`. */
export function typeText({ kind, name, ofType }: TypeName): string {
  if (kind === 'NON_NULL') return `${ofType ? typeText(ofType) : ''}!`
  if (kind === 'LIST') return `[${ofType ? typeText(ofType) : ''}]`
  return name ?? ''
}

export interface FoundType {
  type: SchemaType
  /** Only these of its fields were found; null: the type itself was. */
  only: ReadonlySet<string> | null
}

/**
 * Types by what was typed: of that name, whose name has it, of which a field has it, whose description has it. Without it all, in their
 * order.
 */
export function searchSchema(types: readonly SchemaType[], typed: string): FoundType[] {
  const word = typed.trim().toLowerCase()
  if (word === '') return types.map((type) => ({ type, only: null }))
  const holds = (...texts: (string | null | undefined)[]) => texts.some((text) => text?.toLowerCase().includes(word))
  const found: (FoundType & { rank: number })[] = []
  for (const type of types) {
    const parts = [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]
    const said = ({ name, description }: (typeof parts)[number]) =>
      holds(name, description, ROOT_WORDS[`${type.name}.${name}`])
    const only = new Set(parts.filter(said).map(({ name }) => name))
    if (type.name.toLowerCase() === word) found.push({ type, only: null, rank: 0 })
    else if (holds(type.name)) found.push({ type, only: null, rank: 1 })
    else if (only.size > 0) found.push({ type, only, rank: 2 })
    else if (holds(type.description)) found.push({ type, only: null, rank: 3 })
  }
  return found.toSorted((a, b) => a.rank - b.rank)
}

const ROOTS = ['Query', 'Mutation', 'Subscription']

/** Where a document begins. */
export function isRoot({ name }: SchemaType): boolean {
  return ROOTS.includes(name)
}

/** What can be asked and changed first; the language's own types left out. */
export function inReadingOrder(types: readonly AnsweredType[]): SchemaType[] {
  const own = types.filter(
    (type): type is SchemaType => type.name !== null && !type.name.startsWith('__') && type.kind !== 'SCALAR',
  )
  const rank = ({ name }: SchemaType) => (ROOTS.includes(name) ? ROOTS.indexOf(name) : ROOTS.length)
  return own.toSorted((a, b) => rank(a) - rank(b) || (rank(a) < ROOTS.length ? 0 : a.name < b.name ? -1 : 1))
}

/** What can be asked and changed, in Chinese; the schema itself says it in English. */
export const ROOT_WORDS: Record<string, string> = {
  Query: '全部查询。被拒绝或出错的部分返回 null，并附错误说明，不影响其他部分。',
  Mutation: '全部修改，须有相应权限；每项返回完成的结果或拒绝的原因。用 POST 发送，并带令牌或由本站页面发出。',
  Subscription: '推送。',
  'Query.institutions': '可查询的院校，按代码排列。',
  'Query.institution': '按代码查一所院校。',
  'Query.recordTypes': '全部台账类型及其字段。',
  'Query.indicators': '指标目录，可按主题、报表筛选，可按中英文名称、代码、拼音查找。',
  'Query.indicator': '按编号或代码查一个指标；指标值在它的 series 中。',
  'Query.node': '按编号查一条台账、一个导入批次或一份佐证材料。需要令牌。',
  'Query.batches': '一所院校的导入批次，最近的在前。需要令牌。',
  'Query.records': '一所院校某一台账类型现有的记录。需要令牌。',
  'Query.forms': '全部官方报表及其各年度版式。',
  'Query.form': '一张填好的官方报表。',
  'Query.formsOfYear': '某一年度所用的全部官方报表，均已填好。',
  'Query.formEditions': '同一年度按一张报表的各年度版式分别填报，并列对照。',
  'Query.formChanges': '一张报表两个年度版式之间逐项的变化。',
  'Query.formChecks': '一张填好的报表中需要核对的地方。需要令牌。',
  'Query.adoptions': '标准和资源被国外采用的情况，各处在哪一阶段、用了多少天。需要令牌。',
  'Query.adoptionStates': '某一天各阶段的采用数，按国家（地区）。需要令牌。',
  'Query.standards': '标准台账。需要令牌。',
  'Query.standard': '按任一代码查一项标准。需要令牌。',
  'Query.programmeCoverage': '专业与标准的对应情况：落实、对标，各单元评定到什么程度。需要令牌。',
  'Query.crosswalk': '两项标准之间逐单元的对照。需要令牌。',
  'Query.standardChanges': '标准换版本后改了什么、涉及哪些专业、采用和证书。需要令牌。',
  'Query.platforms': '平台台账。需要令牌。',
  'Query.platform': '按代码查一个平台。需要令牌。',
  'Query.country': '一个国家（地区）：名称、所属洲和国际组织。',
  'Query.subject': '一个专业、合作机构、平台或国家（地区），以及提到它的全部台账。需要令牌。',
  'Query.publicSubjects': '公开指标值中出现的专业、合作机构、平台或国家（地区）。',
  'Query.pairedScores': '前测与后测成绩的逐人配对。需要令牌。',
  'Query.approvals': '有效的中外合作办学机构和项目，及各自的比例。需要令牌。',
  'Query.targets': '各规划的目标值。',
  'Query.unreported': '既没有台账、也没有零报告的部分，按台账类型、时段和部门。需要令牌。',
  'Query.quality': '一个学年的台账质量：缺什么、晚报、异常、无佐证。需要令牌。',
  'Query.peers': '本校指标值与对标院校公开数据对照；只比较口径相同的。',
  'Query.ranking': '各院校按一个指标排列。',
  'Query.importProgress': '正在进行的导入到了哪一步。需要令牌。',
  'Query.sameAsCandidates': '可能是同一对象、尚未认定的代码。需要令牌。',
  'Query.sameAsDecisions': '已作出的同一认定。需要令牌。',
  'Query.tokens': '已发放的访问令牌。限管理员。',
  'Query.uploadLimits': '上传文件的大小和类型限制。',
  'Query.reconcile': '多口径核对：同名指标按各时段、范围、报表版式得出的全部数值；有令牌的还可看差异原因。',
  'Mutation.setTarget': '设定目标值。',
  'Mutation.setDataDate': '更改数据截至日期，可前可后；可先预览，不改动数据。',
  'Mutation.importRecords': '导入一个台账文件；可先试导，不改动数据。',
  'Mutation.revertBatch': '整批撤回一次导入。',
  'Mutation.changeRecord': '修改一条台账记录。',
  'Mutation.withdrawRecord': '撤销一条台账记录。',
  'Mutation.declareNothing': '零报告：声明本期无此类业务。',
  'Mutation.attachEvidence': '给台账记录附上佐证材料。',
  'Mutation.decideSameAs': '认定两个代码或两条记录是同一个。',
  'Mutation.undoSameAs': '取消同一认定。',
  'Mutation.fillLine': '直接填报官方报表的一个指标项，或登记已报数。',
  'Mutation.createToken': '生成访问令牌，只显示一次。限管理员。',
  'Mutation.revokeToken': '收回访问令牌。限管理员。',
  'Subscription.revisionChanged': '一所院校的数据有更新时推送（SSE）。',
}
