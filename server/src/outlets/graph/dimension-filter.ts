import { builder } from './builder.ts'

export const DimensionFilterInput = builder.inputType('DimensionFilter', {
  description: 'Only records whose value of a dimension is one of these. Several filters must all hold.',
  fields: (t) => ({
    dimension: t.id({ required: true, description: 'Id of one of the dimensions of the indicator or record type.' }),
    in: t.stringList({ required: true, description: 'Keys of its categories, as "VN"; a record matches any of them.' }),
  }),
})
