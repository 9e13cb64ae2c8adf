/**
 * represents the library that Chart.js reckons with colours by, when one fades into another or is pointed at: our charts do
 * neither, and take colours as they are given.
 */
export class Color {
  constructor() {
    throw new Error('a chart reckons with no colours')
  }
}
