/** The largest text file that is read, in bytes. Hosts check it before they read a file into memory. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024
