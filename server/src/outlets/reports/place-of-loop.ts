/** As a loop is called, without which of several places it is in. */
export const withoutPlace = (name: string) => name.replace(/ #\d+$/, '')
