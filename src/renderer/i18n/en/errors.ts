import type { Mirror } from '../mirror.ts'
import type { errors as source } from '../zh-Hans/errors.ts'

export const errors: Mirror<typeof source> = {
  invalid_input: {
    title: 'Something in this step is not right',
    todo: 'Nothing was changed. Check what you entered and try again.',
  },
  not_found: {
    title: 'That item is not there',
    todo: 'It may have been removed. Look under “Removed” in the library, or undo.',
  },
  conflict: {
    title: 'The content changed in the meantime',
    todo: 'Nothing was overwritten. The screen is up to date now; try again on it.',
  },
  unsupported_format: {
    title: 'This kind of file can’t be read',
    todo: 'The library did not change. Import it as plain text or Markdown instead.',
  },
  corrupt_file: {
    title: 'The file is damaged or incomplete',
    todo: 'The library did not change. Get the file again and import it.',
  },
  empty_file: {
    title: 'The file is empty',
    todo: 'It holds no text to import. The library did not change.',
  },
  too_large: {
    title: 'The file is too large',
    todo: 'The library did not change. Split it and import the parts.',
  },
  cancelled: { title: 'Stopped', todo: 'What was saved before has not changed.' },
  store_full: {
    title: 'The disk is full; this step could not be saved',
    todo: 'Everything before it is intact. Free some space and try again.',
  },
  store_corrupt: {
    title: 'The library’s file is damaged',
    todo: 'Duizhao has not written to it since. Restore the latest backup.',
  },
  store_from_future: {
    title: 'A newer Duizhao made this library',
    todo: 'Nothing was changed. Update Duizhao and open it again.',
  },
  store_in_use: {
    title: 'Another window or program is using this library',
    todo: 'Nothing was changed. Close the other one and try again.',
  },
  store_unavailable: {
    title: 'The library can’t be reached just now',
    todo: 'Nothing that was saved is lost. See whether Duizhao is still running and try again.',
  },
  forbidden: {
    title: 'This window may not open the library',
    todo: 'Nothing was changed. Open the address that Duizhao gave when it started.',
  },
  unknown_method: {
    title: 'The screen and the library are of different versions',
    todo: 'Nothing was changed. Reload; if that does not help, restart Duizhao.',
  },
  internal: {
    title: 'Duizhao failed inside',
    todo: 'This step had no effect; everything before it is intact. Try again, and quote {{incident}} when you report it.',
  },
  unknown: {
    title: 'Something unexpected failed',
    todo: 'Everything saved before is intact. Reload and try again.',
  },
  file: '{{title}}: {{name}}',
}
