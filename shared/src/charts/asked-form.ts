import type { ChartForm } from './spec.ts'

/** The form that an address asks for: `matrix`, or of the chart of that name alone `groups:matrix`; several with commas. */
export function formAsked(asked: string | null, name: string, suiting: readonly ChartForm[]): ChartForm {
  const all = asked?.split(',') ?? []
  const own = all.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1)
  return suiting.find((form) => form === own) ?? suiting.find((form) => all.includes(form)) ?? suiting[0]!
}

/** What the address says once the chart of that name is drawn in this form; null: nothing, it is the one the data suggest. */
export function askForForm(
  asked: string | null,
  name: string,
  form: ChartForm,
  suiting: readonly ChartForm[],
): string | null {
  const others = (asked?.split(',') ?? []).filter((one) => one.includes(':') && !one.startsWith(`${name}:`))
  const all = form === suiting[0] ? others : [...others, `${name}:${form}`]
  return all.length > 0 ? all.join(',') : null
}
