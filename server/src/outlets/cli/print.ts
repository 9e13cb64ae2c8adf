/** Standard output belongs to the answer of the command; a reader that went away (`| head`) is no error. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  printLine(JSON.stringify(value, null, 2))
}

/** What is not the answer: steps, warnings, refusals. */
export function printNote(text: string): void {
  process.stderr.write(`${text}\n`)
}
