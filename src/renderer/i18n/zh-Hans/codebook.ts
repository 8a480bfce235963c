export const codebook = {
  title: '标签表',
}
