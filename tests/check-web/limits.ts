/** What a page may cost and must reach. A limit that is broken makes the check fail. */
export const LIMITS = {
  /** Lighthouse, each of its four, 0 to 100. */
  score: 95,
  /** Milliseconds until the figures and the first chart are seen, on a phone as Lighthouse's mobile profile has it. */
  figuresMs: 2_000,
  chartMs: 3_000,
  layoutShift: 0.05,
  /** Kilobytes of JavaScript as they are sent (brotli), the overview and any page. */
  overviewScriptKb: 120,
  pageScriptKb: 135,
  /** Questions to the graph until the page is still. */
  questions: 4,
  /** Milliseconds of a click on what was fetched before. */
  againMs: 100,
} as const

export const WIDTHS = [320, 390, 820, 1440, 1600]
