import type { Command } from './command.ts'
import { alignCommand } from './commands/align.ts'
import { annotateCommand } from './commands/annotate.ts'
import { annotationsCommand } from './commands/annotations.ts'
import { backupCommand } from './commands/backup.ts'
import { checkCommand } from './commands/check.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { linksCommand } from './commands/links.ts'
import { listCommand } from './commands/list.ts'
import { pairCommand } from './commands/pair.ts'
import { projectCommand } from './commands/project.ts'
import { redoCommand, undoCommand } from './commands/history.ts'
import { revisionsCommand } from './commands/revisions.ts'
import { seedCommand } from './commands/seed.ts'
import { serveCommand } from './commands/serve.ts'
import { showCommand } from './commands/show.ts'
import { tagsCommand } from './commands/tags.ts'
import { updateCommand } from './commands/update.ts'
import { speakersCommand } from './commands/speakers.ts'

/** Every command, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  seed: seedCommand,
  import: importCommand,
  list: listCommand,
  show: showCommand,
  update: updateCommand,
  revisions: revisionsCommand,
  pair: pairCommand,
  align: alignCommand,
  links: linksCommand,
  project: projectCommand,
  annotate: annotateCommand,
  annotations: annotationsCommand,
  tags: tagsCommand,
  speakers: speakersCommand,
  undo: undoCommand,
  redo: redoCommand,
  export: exportCommand,
  check: checkCommand,
  backup: backupCommand,
  serve: serveCommand,
}
