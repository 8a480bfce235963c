export const figures = {
  title: '统计',
}
