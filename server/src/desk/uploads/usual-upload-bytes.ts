/** Of the files of one request, where no setting says otherwise. */
export const USUAL_UPLOAD_BYTES = 64 * 1024 * 1024
