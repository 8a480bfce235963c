import { z } from 'zod'
import { color } from './annotation.ts'
import { sourceChoice } from './export.ts'

/** Names the user gave to colors, by number; '' means the catalogue's name. */
const colorNames = z.array(z.string().max(40)).length(8)

/**
 * The user's own keys: chords (`Mod+Shift+KeyN`) by the id of what they do (`annotating.note`); no chord at all switches
 * a key off. Only the page knows which ids there are; others, of an older or newer program, are kept.
 */
const keys = z.record(
  z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+$/u)
    .max(80),
  z
    .array(
      z
        .string()
        .regex(/^[A-Za-z0-9+?]+$/u)
        .max(60),
    )
    .max(8),
)

export const settings = z.object({
  uiLanguage: z.enum(['system', 'en', 'zh-Hans']),
  theme: z.enum(['system', 'light', 'sepia', 'dark']),
  readerMode: z.enum(['facing', 'stacked', 'single']),
  /** Size of the Chinese text face in CSS px; other faces keep their ratio to it. */
  fontSize: z.int().min(12).max(36),
  /** Widest text column in CSS px. */
  measure: z.int().min(280).max(760),
  /** Shows a pair's right article on the left. */
  sidesSwapped: z.boolean(),
  sidebarOpen: z.boolean(),
  sidebarWidth: z.int().min(240).max(560),
  singleKeys: z.boolean(),
  keys,
  lastColor: color,
  colorNames,
  /** What was last chosen as the source of an export for translation tools. */
  exportSource: sourceChoice,
})
export type Settings = z.infer<typeof settings>

/** What holds until the user says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  uiLanguage: 'system',
  theme: 'system',
  readerMode: 'facing',
  fontSize: 18,
  measure: 480,
  sidesSwapped: false,
  sidebarOpen: true,
  sidebarWidth: 320,
  singleKeys: true,
  keys: {},
  lastColor: 1,
  colorNames: ['', '', '', '', '', '', '', ''],
  exportSource: 'left',
}
