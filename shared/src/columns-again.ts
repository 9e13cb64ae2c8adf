/** Where columns are in another edition of their table, by their heads: of several with one head each is the one that comes as often before. Null: it has none such. */
export function columnsAgain(was: readonly string[], now: readonly string[]): (number | null)[] {
  const places = Map.groupBy(now.keys(), (at) => now[at]!)
  return was.map((head) => places.get(head)?.shift() ?? null)
}
