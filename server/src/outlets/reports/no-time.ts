/** Of every file in a zip: no clock in a document, so that the same figures give the same bytes. */
export const NO_TIME = new Date(1980, 0, 1)
