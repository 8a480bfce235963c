export const speaking = {
  title: '发言人',
}
