import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { createBridge } from './bridge.ts'

contextBridge.exposeInMainWorld(
  'duizhao',
  createBridge({
    invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
    on: (channel, listener) => ipcRenderer.on(channel, listener),
    off: (channel, listener) => ipcRenderer.off(channel, listener),
    // Throws for anything that is not a browser's `File`, as promised.
    pathOf: (file) => webUtils.getPathForFile(file as File),
  }),
)
