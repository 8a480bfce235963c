const NAMES: Readonly<Record<string, string>> = { Mod: 'CmdOrCtrl', Control: 'Ctrl' }

/** A key as the page names it (`Mod+Shift+KeyA`, `ArrowUp`), as Electron names it (`CmdOrCtrl+Shift+A`, `Up`). */
export function acceleratorOf(chord: string): string {
  return chord
    .split('+')
    .map((part) => NAMES[part] ?? part.replace(/^(?:Key|Digit|Arrow)/u, ''))
    .join('+')
}
