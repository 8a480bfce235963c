export const annotations = {
  title: '标注与笔记',
  views: {
    label: '看什么',
    highlights: '标注',
    notes: '笔记',
    codebook: '标签表',
    speakers: '发言人',
    figures: '统计',
    review: '待查',
    reviewCount_other: '待查 {{count}}',
  },
}
