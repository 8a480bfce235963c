/**
 * The longest file a browser may hand over, in bytes: what the importer reads. Said again here, because a
 * host knows of the core its front door only; a test holds the two together.
 */
export const UPLOAD_LIMIT = 64 * 1024 * 1024
