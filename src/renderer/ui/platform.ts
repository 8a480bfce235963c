/** Whether the keyboard is an Apple one, where Command takes Control's part. */
export const isApple: boolean = /Mac|iPhone|iPad/u.test(navigator.platform)
