export const noting = {
  title: '笔记',
}
