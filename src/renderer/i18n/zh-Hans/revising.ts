export const revising = {
  title: '文字与版本',
}
