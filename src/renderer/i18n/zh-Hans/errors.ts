export const errors = {
  invalid_input: { title: '这一步的内容不对', todo: '没有改动任何东西。请检查填写的内容再试。' },
  not_found: { title: '找不到要用的那一项', todo: '它可能已经移除。到文库的“已移除”里看看，或按撤销找回。' },
  conflict: { title: '内容在这期间变了', todo: '没有覆盖任何东西。画面已更新，请在新的内容上再试。' },
  unsupported_format: {
    title: '读不了这种文件',
    todo: '文库没有变动。请换成纯文本、Markdown 等格式再导入。',
  },
  corrupt_file: { title: '文件损坏或不完整', todo: '文库没有变动。请重新取得这个文件再导入。' },
  empty_file: { title: '文件是空的', todo: '里面没有可以导入的文字。文库没有变动。' },
  too_large: { title: '文件太大', todo: '文库没有变动。请拆成几份再导入。' },
  cancelled: { title: '已停止', todo: '已经保存的内容没有变动。' },
  store_full: { title: '磁盘满了，这一步没能保存', todo: '之前的内容都完好。请腾出一些空间再试。' },
  store_corrupt: { title: '文库文件有损坏', todo: '对照没有再往里写。请用最近一次备份恢复。' },
  store_from_future: { title: '这个文库由更新版本的对照建立', todo: '没有改动任何东西。请升级对照再打开。' },
  store_in_use: {
    title: '这个文库正被另一个窗口或程序使用',
    todo: '没有改动任何东西。请先关掉另一个，再试。',
  },
  store_unavailable: {
    title: '暂时够不到文库',
    todo: '已保存的内容没有丢失。请看看对照是否还在运行，再试。',
  },
  forbidden: {
    title: '这个窗口没有访问文库的权限',
    todo: '没有改动任何东西。请从对照启动时给出的地址重新打开。',
  },
  unknown_method: {
    title: '画面与文库的版本不一致',
    todo: '没有改动任何东西。请重新载入；仍不行就重启对照。',
  },
  internal: {
    title: '对照内部出了错',
    todo: '这一步没有生效，之前的内容都完好。请再试一次；反馈时附上编号 {{incident}}。',
  },
  unknown: { title: '出了意料之外的错', todo: '之前保存的内容都完好。请重新载入再试。' },
  file: '{{title}}：{{name}}',
}
