import { z } from 'zod'
import { color } from './annotation.ts'

export const settings = z.object({
  uiLanguage: z.enum(['system', 'en', 'zh-Hans']).default('system'),
  theme: z.enum(['system', 'light', 'sepia', 'dark']).default('system'),
  readerMode: z.enum(['facing', 'stacked', 'single']).default('facing'),
  /** Size of the Chinese text face in CSS px; other faces keep their ratio to it. */
  fontSize: z.int().min(12).max(36).default(18),
  /** Widest text column in CSS px. */
  measure: z.int().min(280).max(760).default(480),
  /** Shows a pair's right article on the left. */
  sidesSwapped: z.boolean().default(false),
  sidebarOpen: z.boolean().default(true),
  sidebarWidth: z.int().min(240).max(560).default(320),
  singleKeys: z.boolean().default(true),
  lastColor: color.default(1),
  /** Names the user gave to colors, by number; '' means the catalogue's name. */
  colorNames: z.array(z.string().max(40)).length(8).default(['', '', '', '', '', '', '', '']),
})
export type Settings = z.infer<typeof settings>
