/** What the cells of a row mean, by field. */
export type Values = Record<string, string | number | null>
